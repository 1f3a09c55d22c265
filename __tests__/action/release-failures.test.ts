import { describe, expect, it } from 'vitest'
import { publishRelease } from '../../src/action/release'
import { attachPackage } from '../../src/action/release-asset'
import { faults, type GitHubOptions } from '../helpers/github'
import { connectTo, refusalBy } from '../helpers/github-connect'
import {
  BYTES,
  github,
  MARK,
  OTHER,
  other,
  refused,
  release,
  start,
  state,
  stateWith,
  TAG,
  wish,
  writePackage,
  writes,
} from '../helpers/release-run'

describe('a request that fails', () => {
  it('for want of a permission says which', async () => {
    await start({ permissions: { contents: 'read' } })
    expect(await refused()).toMatch(/did not attach.*403.*"permissions: contents: write"/)
    await github.close()
    for (const path of ['/uploads/', /\/releases\/\d+$/])
      for (const what of [faults.forbidden, faults.notFound, faults.badCredentials]) {
        await start()
        github.fail({ method: path === '/uploads/' ? 'POST' : 'PATCH', path, times: Infinity, what })
        const message = await refused()
        expect(message).toContain('"permissions: contents: write"')
        expect(message).toContain('a new run goes on from there')
        await github.close()
      }
  })

  it('at GitHub is tried again: 500, 502, HTML, no connection, a broken answer of a download', async () => {
    await start()
    for (const what of [faults.serverError, faults.html(503), { close: 'before' }, { close: 'after' }] as const) {
      github.fail({ method: 'POST', path: /\/releases$/, what })
      github.fail({ path: '/git/ref/', what })
      github.fail({ method: 'PATCH', what })
    }
    github.fail({ path: '/download/', what: { cut: 3 } })
    expect(await release()).toMatchObject({ draft: false, uploaded: 'new' })
    expect(state()).toMatchObject(stateWith(BYTES))
  })

  it('only by its lost answer is not done twice', async () => {
    await start({ releases: [{ tag_name: TAG, draft: true, body: MARK, assets: [other] }] })
    for (const method of ['DELETE', 'POST', 'PATCH']) github.fail({ method, what: { close: 'after' } })
    expect(await release()).toMatchObject({ draft: false, uploaded: 'replaced' })
    expect(state()).toMatchObject(stateWith(BYTES))
    expect(writes()).toEqual(['DELETE', 'DELETE', 'POST', 'PATCH'])
  })

  it('for good says so and what there is', async () => {
    await start()
    github.fail({ method: 'PATCH', times: Infinity, what: faults.serverError })
    expect(await refused()).toMatch(/did not publish.*500 Server Error.*Run the job again\..*is a draft still/)
    await github.close()
    await start()
    github.fail({ method: 'POST', path: /\/releases$/, what: faults.unprocessable })
    expect(await refused()).toMatch(/422 Validation Failed.*drafts too/)
    github.fail({ path: '/git/ref/', what: faults.rateLimit(Math.floor(Date.now() / 1000) + 3600) })
    expect(await refused()).toMatch(/rate limit.*again later/)
  })

  it('finds a tag that was moved while the package was signed', async () => {
    await start()
    const client = await connectTo(github)
    const attached = await attachPackage(client, wish, writePackage(BYTES))
    github.tags.set(TAG, OTHER)
    expect(await refusalBy(github, publishRelease(client, wish, attached))).toContain(`is of commit ${OTHER}`)
    expect(github.releases).toMatchObject([{ draft: true }])
  })
})

describe('a run that is killed', () => {
  const runs: [string, GitHubOptions, number][] = [
    ['without a release', {}, 1],
    ['with immutable releases', { immutable: true }, 1],
    ['over a draft of ours', { releases: [{ tag_name: TAG, draft: true, body: MARK, assets: [other] }] }, 1],
    ['again, over other bytes', { releases: [{ tag_name: TAG, assets: [other] }] }, 2],
  ]
  it.each(runs)('after any request, and run again, ends as if it had not been: %s', async (_, options, attempt) => {
    await start(options)
    await release({ attempt })
    const expected = state()
    const count = github.requests.length
    expect(expected).toMatchObject(stateWith(BYTES))
    expect(count).toBeGreaterThan(8)
    await github.close()
    for (let index = 0; index < count; index++) {
      await start(options)
      const dead = { after: index, times: Number.POSITIVE_INFINITY, what: { close: 'before' } as const }
      github.fail({ after: index, what: { close: 'after' } })
      github.fail(dead)
      expect(await refused({ attempt })).toContain('RELEASE_FAILED')
      dead.times = 0
      await release({ attempt })
      expect(state(), `killed after request ${index}`).toEqual(expected)
      await github.close()
    }
    // The one that afterEach closes.
    await start()
  })
})

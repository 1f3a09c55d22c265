import { describe, expect, it } from 'vitest'
import { faults, type GitHubOptions } from '../helpers/github'
import { useLocalInternet } from '../helpers/local-internet'
import {
  ASSET,
  expectNothingPublished,
  OTHER,
  publicState,
  RELEASE,
  release,
  releaseKilled,
  startWorld,
  TAG,
  type World,
} from '../helpers/release-world'
import { makeApp } from '../helpers/tree'

useLocalInternet()
const MARK = (commit: string) => `<!-- appsign octo-org/activity@${commit} -->`
const other = { name: ASSET, bytes: Buffer.from('other bytes') }

/** A world with a release of the tag in it. */
const withRelease = (seed: Record<string, unknown>, more: GitHubOptions = {}) =>
  startWorld({ ...more, releases: [{ tag_name: TAG, ...seed }] })

describe('the release of the tag', () => {
  it('that is public gets the package', async () => {
    const world = await withRelease({ body: 'What is new' })
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    expect(world.github.releases).toMatchObject([{ draft: false, body: 'What is new', assets: [{ name: ASSET }] }])
    expect(world.store.taken.size).toBe(1)
  })

  it('that somebody made as a draft gets the package, stays one, and the store is not asked', async () => {
    const world = await withRelease({ draft: true })
    const result = await release(world)
    expect(result.code).toBe(1)
    expect(result.error).toMatch(/is a draft that somebody made by hand.*Publish it, and run the job again/)
    expect(result.stdout).toContain('(a draft that somebody has to publish)')
    expect(world.github.releases).toMatchObject([{ draft: true, assets: [{ name: ASSET }] }])
    expect(world.store.posted).toEqual([])
  })

  it.each<[string, () => Promise<World>, RegExp]>([
    ['is immutable', () => withRelease({ immutable: true }), /is immutable and has no/],
    ['is of another commit', () => withRelease({ draft: true, body: MARK(OTHER) }), /the tag was moved/],
    ['is of a moved tag', () => startWorld({ tags: { [TAG]: OTHER } }), /The tag "v1\.2\.3" is of commit feed/],
    ['has no tag', () => startWorld({ tags: {} }), /There is no tag "v1\.2\.3"/],
  ])('that %s is refused before anything is signed', async (_, start, says) => {
    const world = await start()
    const before = publicState(world)
    const result = await release(world)
    expect(result).toMatchObject({ code: 1, error: expect.stringMatching(says) })
    expect(result.outputs['app-store-signature']).toBeUndefined()
    expect(publicState(world)).toEqual(before)
  })

  it('with the same bytes is left alone, immutable or not', async () => {
    const world = await startWorld({ immutable: true })
    expect((await release(world)).code).toBe(0)
    const before = publicState(world)
    const again = await release(world)
    expect(again.code, again.stdout).toBe(0)
    expect(publicState(world)).toEqual(before)
  })

  it('with other bytes is an error, and replaced in a re-run of the same commit', async () => {
    const world = await withRelease({ assets: [other] })
    const before = publicState(world)
    const result = await release(world)
    expect(result.error).toMatch(
      /with other bytes, and this is no re-run of the same commit.*Nothing was published in the/,
    )
    expect(publicState(world)).toEqual(before)
    const again = await release(world, RELEASE, { GITHUB_RUN_ATTEMPT: '2' })
    expect(again.code, again.stdout).toBe(0)
    expect(world.github.releases[0]?.assets).toHaveLength(1)
    expect(world.store.taken.size).toBe(1)
  })

  it('needs a permission, and says so', async () => {
    const world = await startWorld({ permissions: { contents: 'read' } })
    const result = await release(world)
    expect(result.error).toMatch(/403.*contents: write.*Nothing was published in the App Store\.$/)
    expect(result.outputs['app-store-signature']).toMatch(/^[\w+/]+=*$/)
    expectNothingPublished(world)
  })

  it('needs a tag, and says so', async () => {
    const world = await startWorld()
    const result = await release(world, RELEASE, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' })
    expect(result.error).toMatch(/this run is not on a tag/)
    expectNothingPublished(world)
  })

  it.each([
    ['breaks off', { truncate: 100 }],
    ['is not answered', { close: 'after' }],
    ['meets an error', faults.badGateway],
  ] as const)('takes an upload that %s', async (_, what) => {
    const world = await startWorld()
    world.github.fail({ method: 'POST', path: '/uploads/', what })
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    expect(world.github.releases).toMatchObject([{ draft: false, assets: [{ name: ASSET, state: 'uploaded' }] }])
    expect(world.store.taken.size).toBe(1)
  })

  it('that takes no upload at all stays a draft, and the next run goes on', async () => {
    const world = await startWorld()
    world.github.fail({ method: 'POST', path: '/uploads/', times: Number.POSITIVE_INFINITY, what: faults.badGateway })
    const result = await release(world)
    expect(result.error).toMatch(/did not attach.*The release was not published by this run; a new run goes on/)
    expectNothingPublished(world)
    world.github.heal()
    expect((await release(world)).code).toBe(0)
    expect(world.github.releases).toHaveLength(1)
  })
})

describe('a run that is killed after a step, and run again', () => {
  it('ends in the same state, whichever step it was', async () => {
    const undisturbed = await startWorld()
    expect((await release(undisturbed)).code).toBe(0)
    const wanted = publicState(undisturbed)
    const steps = undisturbed.github.requests.length
    expect(steps).toBeGreaterThan(12)
    for (let step = 1; step < steps; step++) {
      const world = await startWorld()
      world.github.fail({ after: step, times: Number.POSITIVE_INFINITY, what: { hang: true } })
      const app = makeApp()
      await releaseKilled(world, () => world.github.requests.length > step, app)
      world.github.heal()
      const result = await release(world, RELEASE, {}, step % 2 ? app : makeApp())
      expect(result.code, `after request ${step}: ${result.stdout}`).toBe(0)
      expect(publicState(world), `after request ${step}`).toEqual(wanted)
    }
  }, 120_000)

  it('ends in the same state when the store has taken the release already', async () => {
    const world = await startWorld()
    world.store.loseAnswer()
    await releaseKilled(world, () => world.store.taken.size > 0)
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    expect(result.stdout).toContain('App Store: activity is updated')
    expect(world.store.taken.size).toBe(1)
  })
})

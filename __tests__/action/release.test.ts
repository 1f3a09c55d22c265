import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { prepareRelease, publishRelease } from '../../src/action/release'
import { attachPackage } from '../../src/action/release-asset'
import { isPrerelease, type ReleaseWish } from '../../src/action/release-wish'
import { COMMIT, faults, type GitHub, type GitHubOptions, startGitHub } from '../helpers/github'
import { connectTo, refusalBy } from '../helpers/github-connect'
import { temporaryFolder } from '../helpers/tree'

const OTHER = 'd'.repeat(40)
const TAG = 'v1.2.3'
const NAME = 'activity-1.2.3.tar.gz'
const BYTES = Buffer.from('the package')
const OLD_BYTES = Buffer.from('an older one')
const MARK = `<!-- appsign octo-org/activity@${COMMIT} -->`
const wish: ReleaseWish = { tag: TAG, commit: COMMIT, version: '1.2.3', asset: NAME, attempt: 1 }
const asset = { name: NAME, bytes: BYTES }
const other = { name: NAME, bytes: OLD_BYTES }

let github: GitHub
afterEach(() => github.close())

async function start(options: GitHubOptions = {}) {
  github = await startGitHub({ commits: [COMMIT, OTHER], tags: { [TAG]: COMMIT }, latency: 0, ...options })
}

function writePackage(bytes: Buffer): string {
  const path = join(temporaryFolder(), NAME)
  writeFileSync(path, bytes)
  return path
}

/** A whole run, as the action does it. */
async function release(more: Partial<ReleaseWish> = {}, bytes = BYTES, token = github.token) {
  const client = await connectTo(github, token)
  const mine = { ...wish, ...more }
  await prepareRelease(client, mine)
  return publishRelease(client, mine, await attachPackage(client, mine, writePackage(bytes)))
}

const prepare = async (more: Partial<ReleaseWish> = {}) => prepareRelease(await connectTo(github), { ...wish, ...more })
const refused = (more: Partial<ReleaseWish> = {}, bytes = BYTES) => refusalBy(github, release(more, bytes))
const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)
/** What a reader of the repository sees in the end. */
const state = () =>
  github.releases.map(({ tag_name, draft, body, prerelease, assets }) => ({
    ...{ tag_name, draft, body, prerelease },
    assets: assets.map(({ name, state, bytes }) => ({ name, state, bytes: bytes.toString() })),
  }))
const stateWith = (bytes: Buffer, more: object = {}) => [
  { tag_name: TAG, draft: false, assets: [{ name: NAME, state: 'uploaded', bytes: bytes.toString() }], ...more },
]

describe('the release of a tag', () => {
  it('is made, filled and published, and its public address serves the package', async () => {
    await start()
    const result = await release()
    expect(result).toEqual({
      url: `${github.url}/octo-org/activity/releases/download/${TAG}/${NAME}`,
      htmlUrl: `${github.url}/octo-org/activity/releases/tag/${TAG}`,
      created: true,
      uploaded: 'new',
      draft: false,
    })
    expect(Buffer.from(await (await fetch(result.url)).arrayBuffer())).toEqual(BYTES)
    expect(state()).toMatchObject(stateWith(BYTES, { body: MARK, prerelease: false }))
    expect(github.releases[0]?.target_commitish).toBe(COMMIT)
    expect(github.maxConcurrent).toBe(1)
  })

  it('is not touched before the package is there', async () => {
    await start()
    await prepare()
    expect(writes()).toEqual([])
  })

  it('takes the package as it is: published, with an annotated tag, by a tag with a slash', async () => {
    const tag = 'activity/v1.2.3'
    await start({
      tags: { [tag]: { tag: 'a'.repeat(40), commit: COMMIT } },
      releases: [{ tag_name: tag, body: 'Notes' }],
    })
    expect(await release({ tag })).toMatchObject({ created: false, uploaded: 'new', draft: false })
    expect(state()).toMatchObject([{ tag_name: tag, draft: false, body: 'Notes', assets: [{ name: NAME }] }])
    expect(writes()).toEqual(['POST'])
  })

  it('is left alone when the same bytes are on it, immutable or not', async () => {
    for (const immutable of [false, true]) {
      await start({ immutable, releases: [{ tag_name: TAG, assets: [asset] }] })
      expect(await release()).toMatchObject({ created: false, uploaded: 'same', draft: false })
      expect(writes()).toEqual([])
      await github.close()
    }
  })

  it('stays a draft when a maintainer made it', async () => {
    await start({ releases: [{ tag_name: TAG, draft: true, body: 'Mine' }] })
    const result = await release()
    expect(result).toMatchObject({ created: false, uploaded: 'new', draft: true })
    expect(result.url).toContain('/untagged-')
    expect(state()).toMatchObject(stateWith(BYTES, { draft: true, body: 'Mine' }))
  })

  it('is found among many, on whatever page, with the mark of this repository and commit before others', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ tag_name: `v0.${index}` }))
    const own = { tag_name: TAG, draft: true, body: MARK }
    await start({ releases: [own, { tag_name: TAG, draft: true, body: 'Mine' }, ...many] })
    expect(await release()).toMatchObject({ created: false, draft: false })
    expect(github.releases.filter(({ tag_name }) => tag_name === TAG)).toMatchObject([
      { draft: true, assets: [] },
      { draft: false, body: MARK },
    ])
  })

  it('is no draft of ours when the mark was copied from another repository', async () => {
    const body = `<!-- appsign octo-org/other@${COMMIT} -->`
    await start({ releases: [{ tag_name: TAG, draft: true, body }] })
    expect(await release()).toMatchObject({ draft: true })
  })

  it('is a prerelease when its version has a suffix', async () => {
    await start()
    await release({ version: '1.2.3-beta.1' })
    expect(state()).toMatchObject([{ prerelease: true, draft: false }])
    for (const version of ['1.2.3-rc1', '1.2.3rc1', '1.0.0-alpha+5', 'nightly'])
      expect(isPrerelease(version)).toBe(true)
    for (const version of ['1', '1.2.3', '1.2.3.4', 'v1.2.3', '1.2.3+5']) expect(isPrerelease(version)).toBe(false)
  })

  it('can be published where published releases are immutable', async () => {
    await start({ immutable: true })
    expect(await release()).toMatchObject({ draft: false, uploaded: 'new' })
    expect(github.releases).toMatchObject([{ immutable: true, assets: [{ name: NAME }] }])
  })
})

describe('what is refused before anything is signed', () => {
  const early = async (more: Partial<ReleaseWish> = {}) => {
    const message = await refusalBy(github, prepare(more))
    expect(writes()).toEqual([])
    return message
  }

  it('a tag that is missing, or of another commit, naming both', async () => {
    await start({ tags: { v2: OTHER, v3: { tag: 'b'.repeat(40), commit: OTHER } } })
    expect(await early()).toMatch(/no tag "v1\.2\.3".*git push origin/)
    for (const tag of ['v2', 'v3']) {
      const message = await early({ tag })
      expect(message).toContain(`"${tag}" is of commit ${OTHER}`)
      expect(message).toContain(`run is of commit ${COMMIT}`)
    }
  })

  it('a release of another commit, published or a draft, by its mark or its target', async () => {
    const marked = { tag_name: TAG, body: `Notes ${MARK.replace(COMMIT, OTHER)}` }
    const targeted = { tag_name: TAG, target_commitish: OTHER }
    for (const draft of [false, true])
      for (const seed of [marked, targeted]) {
        await start({ releases: [{ ...seed, draft }] })
        expect(await early()).toMatch(new RegExp(`for commit ${OTHER}.*of commit ${COMMIT}.*Delete the release`))
        await github.close()
      }
  })

  it('an immutable release without the package', async () => {
    await start({ immutable: true, releases: [{ tag_name: TAG }] })
    expect(await early()).toMatch(/is immutable and has no "activity-1\.2\.3\.tar\.gz".*Release a new version/)
  })

  it('several drafts of which none is ours', async () => {
    const draft = { tag_name: TAG, draft: true }
    await start({ releases: [draft, draft] })
    expect(await early()).toMatch(/2 drafts.*Delete all but/)
  })

  it('a name that GitHub would change', async () => {
    await start()
    for (const name of ['ünï.tar.gz', 'a b.tar.gz', '.a.tar.gz', 'a..tar.gz', 'a.tar.gz.', ''])
      expect(await early({ asset: name })).toContain('would rename')
  })

  it('a token that is wrong, or may not read', async () => {
    await start({ permissions: { contents: 'none' } })
    expect(await early()).toMatch(/403 Resource not accessible.*"permissions: contents: write"/)
    const wrong = await connectTo(github, 'ghs_wrong')
    expect(await refusalBy(github, prepareRelease(wrong, wish))).toMatch(
      /401 Bad credentials.*github-token is not valid/,
    )
  })
})

describe('other bytes of the same name', () => {
  it('are an error in a first run, and say where they are', async () => {
    await start({ releases: [{ tag_name: TAG, assets: [other] }] })
    expect(await refused()).toMatch(/another "activity-1\.2\.3\.tar\.gz".*no re-run of the same commit.*new version/)
    expect(writes()).toEqual([])
    expect(state()).toMatchObject(stateWith(OLD_BYTES))
  })

  it('are replaced in a re-run, and on the draft that an earlier run made', async () => {
    await start({ releases: [{ tag_name: TAG, assets: [other] }] })
    expect(await release({ attempt: 2 })).toMatchObject({ uploaded: 'replaced' })
    expect(state()).toMatchObject(stateWith(BYTES))
    await github.close()
    await start({ releases: [{ tag_name: TAG, draft: true, body: MARK, assets: [other] }] })
    expect(await release()).toMatchObject({ uploaded: 'replaced', draft: false })
    expect(state()).toMatchObject(stateWith(BYTES))
  })

  it("are an error on a maintainer's draft, and on an immutable release even in a re-run", async () => {
    await start({ releases: [{ tag_name: TAG, draft: true, assets: [other] }] })
    expect(await refused()).toContain('no re-run')
    await github.close()
    await start({ immutable: true, releases: [{ tag_name: TAG, assets: [other] }] })
    expect(await refused({ attempt: 2 })).toContain('is immutable. Release a new version')
    expect(state()).toMatchObject(stateWith(OLD_BYTES))
  })

  it('are told by their digest without a download, or by a download where there is no digest', async () => {
    const alike = { ...other, bytes: Buffer.from('the PACKAGE') }
    const downloads = () => github.requests.filter(({ path }) => path.startsWith('/download/')).length
    await start({ releases: [{ tag_name: TAG, assets: [alike] }] })
    expect(await refused()).toContain('no re-run')
    expect(downloads()).toBe(0)
    const [{ id = 0 } = {}] = github.releases[0]?.assets ?? []
    const body = [{ id, name: NAME, state: 'uploaded', size: BYTES.length }]
    github.fail({ path: /\/releases\/\d+\/assets$/, what: { status: 200, body } })
    expect(await refused()).toContain('no re-run')
    expect(downloads()).toBe(1)
  })

  it('read back are an error, and what was uploaded is taken away again', async () => {
    await start({ downloads: { bytes: Buffer.from('THE PACKAGE') } })
    const message = await refused()
    expect(message).toContain(createHash('sha256').update('THE PACKAGE').digest('hex'))
    expect(state()).toMatchObject([{ draft: true, assets: [] }])
    github.downloads.bytes = undefined
    expect(await release()).toMatchObject({ draft: false })
    expect(state()).toMatchObject(stateWith(BYTES))
  })

  it('read back are no reason to delete what was there before, and too many of them are not read', async () => {
    await start({ releases: [{ tag_name: TAG, assets: [asset] }], downloads: { bytes: Buffer.alloc(1 << 20) } })
    expect(await refused()).toMatch(/larger than the 11 bytes/)
    expect(state()).toMatchObject(stateWith(BYTES))
  })
})

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

describe('an upload', () => {
  it('that breaks off is cleaned up and done again', async () => {
    for (const what of [{ truncate: 4 }, faults.badGateway, { close: 'after' }, { close: 'before' }] as const) {
      await start()
      github.fail({ path: '/uploads/', times: 2, what })
      expect(await release()).toMatchObject({ uploaded: 'new', draft: false })
      expect(state()).toMatchObject(stateWith(BYTES))
      await github.close()
    }
  })

  it('that breaks off to the end leaves nothing in the way', async () => {
    await start()
    github.fail({ path: '/uploads/', times: 5, what: faults.badGateway })
    expect(await refused()).toContain('502')
    expect(state()).toMatchObject([{ draft: true, assets: [] }])
    expect(await release()).toMatchObject({ created: false, draft: false })
  })

  it('of an earlier run that broke off does not stand in the way, though it shows late', async () => {
    const starter = { ...asset, state: 'starter' } as const
    await start({ releases: [{ tag_name: TAG, assets: [starter] }] })
    expect(await release()).toMatchObject({ uploaded: 'new' })
    expect(state()).toMatchObject(stateWith(BYTES))
    await github.close()
    await start({ releases: [{ tag_name: TAG, assets: [starter] }] })
    github.fail({ path: /\/releases\/\d+\/assets$/, method: 'GET', what: { status: 200, body: [] } })
    expect(await release()).toMatchObject({ uploaded: 'new' })
    expect(state()).toMatchObject(stateWith(BYTES))
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

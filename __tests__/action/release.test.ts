import { describe, expect, it } from 'vitest'
import { prepareRelease } from '../../src/action/release'
import { isPrerelease, type ReleaseWish } from '../../src/action/release-wish'
import { COMMIT } from '../helpers/github'
import { connectTo, refusalBy } from '../helpers/github-connect'
import {
  asset,
  BYTES,
  github,
  MARK,
  NAME,
  OTHER,
  prepare,
  release,
  start,
  state,
  stateWith,
  TAG,
  wish,
  writes,
} from '../helpers/release-run'

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
    // A workflow's token may not name a commit that changes workflows; the tag is there already.
    expect(github.requests.find(({ method }) => method === 'POST')?.body).not.toHaveProperty('target_commitish')
    const [published] = github.requests.filter(({ method }) => method === 'PATCH')
    // An older line's release must not become the latest.
    expect(published?.body).toEqual({ draft: false, make_latest: 'legacy' })
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

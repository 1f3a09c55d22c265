import type { components } from '@octokit/openapi-types'
import { afterEach, describe, expect, it } from 'vitest'
import { COMMIT, type GitHub, type GitHubOptions, startGitHub } from './github'
import { clientOf, json, refusal } from './github-client'

const OLD = 'd'.repeat(40)
type Release = components['schemas']['release']

let github: GitHub
afterEach(() => github.close())

async function start(options: GitHubOptions = {}) {
  github = await startGitHub({ commits: [COMMIT, OLD], ...options })
  const call = clientOf(github)
  return (method: string, path: string, body?: unknown) => json<Release>(call(method, path, body))
}

const failed = (...errors: object[]) => ({ status: 422, body: { message: 'Validation Failed', errors } })
const TAKEN = failed({ resource: 'Release', code: 'already_exists', field: 'tag_name' })

describe('a release', () => {
  it('is a draft without a tag until it is published', async () => {
    const call = await start()
    const body = { tag_name: 'v1.0.0', name: 'One', body: 'Notes', draft: true, target_commitish: OLD }
    const created = await call('POST', '/releases', body)
    expect(created).toMatchObject({ status: 201, body: { ...body, immutable: false, published_at: null, assets: [] } })
    const { id, html_url, upload_url } = created.body
    expect(html_url).toMatch(/\/releases\/tag\/untagged-[0-9a-f]{20}$/)
    expect(upload_url).toBe(`${github.url}/uploads/repos/${github.repository}/releases/${id}/assets{?name,label}`)
    expect(await call('GET', '/releases/tags/v1.0.0')).toMatchObject({ status: 404 })
    expect(await call('GET', '/releases/latest')).toMatchObject({ status: 404 })
    expect(await call('GET', '/releases')).toMatchObject({ status: 200, body: [{ id }] })
    expect(await call('GET', '/git/ref/tags/v1.0.0')).toMatchObject({ status: 404 })

    const published = await call('PATCH', `/releases/${id}`, { draft: false })
    expect(published).toMatchObject({ status: 200, body: { id, draft: false, name: 'One' } })
    expect(published.body.html_url).toMatch(/\/releases\/tag\/v1\.0\.0$/)
    expect(published.body.published_at).not.toBeNull()
    for (const path of ['/releases/tags/v1.0.0', '/releases/latest', `/releases/${id}`])
      expect((await call('GET', path)).body).toEqual(published.body)
    expect(github.tags.get('v1.0.0')).toBe(OLD)
    expect(github.releases).toMatchObject([{ id, draft: false }])
  })

  it('is published at once on the default branch when nothing else is said, with notes if wanted', async () => {
    const call = await start({ branches: { stable: OLD } })
    const { body } = await call('POST', '/releases', { tag_name: 'v1', generate_release_notes: true, body: 'Mine' })
    expect(body).toMatchObject({ draft: false, target_commitish: 'stable', name: 'v1' })
    expect(body.body).toMatch(/^Mine\n\n\*\*Full Changelog/)
    expect(github.tags.get('v1')).toBe(OLD)
  })

  it('is hidden as a draft from a token that can not write', async () => {
    const releases = [{ tag_name: 'v1' }, { tag_name: 'v2', draft: true }]
    const call = await start({ permissions: { contents: 'read' }, releases })
    const draft = github.releases.find(({ draft }) => draft)
    expect(await call('GET', '/releases')).toMatchObject({ body: [{ tag_name: 'v1' }] })
    expect(await call('GET', `/releases/${draft?.id}`)).toMatchObject({ status: 404 })
    expect(await call('GET', `/releases/${draft?.id}/assets`)).toMatchObject({ status: 404 })
  })

  it('can be read with contents: read, and is made, changed and deleted with contents: write', async () => {
    for (const contents of ['none', 'read'] as const) {
      const call = await start({ permissions: { contents }, releases: [{ tag_name: 'v1' }] })
      const path = `/releases/${github.releases[0]?.id}`
      const refused = { status: 403, body: { message: 'Resource not accessible by integration' } }
      expect(await call('POST', '/releases', { tag_name: 'v2' })).toMatchObject(refused)
      expect(await call('PATCH', path, { name: 'x' })).toMatchObject(refused)
      expect(await call('DELETE', path)).toMatchObject(refused)
      for (const read of ['/releases', '/releases/latest', '/releases/tags/v1', path])
        expect((await call('GET', read)).status).toBe(contents === 'none' ? 403 : 200)
      expect(github.releases).toHaveLength(1)
      await github.close()
    }
  })

  it('is listed newest first, page by page', async () => {
    const releases = Array.from({ length: 5 }, (_, index) => ({ tag_name: `v${index}` }))
    await start({ releases })
    const call = clientOf(github)
    const first = await call('GET', '/releases?per_page=2')
    expect(await first.json()).toMatchObject([{ tag_name: 'v4' }, { tag_name: 'v3' }])
    const [next = ''] = /(?<=<)[^>]*(?=>; rel="next")/.exec(first.headers.get('link') ?? '') ?? []
    expect(next).toContain('page=2')
    expect(await (await call('GET', next)).json()).toMatchObject([{ tag_name: 'v2' }, { tag_name: 'v1' }])
    const last = await call('GET', '/releases?per_page=2&page=3')
    expect(await last.json()).toMatchObject([{ tag_name: 'v0' }])
    expect(last.headers.get('link')).not.toContain('rel="next"')
  })

  it('is the latest by its commit, unless it is a draft, a prerelease or not meant to be', async () => {
    const created_at = '2026-01-01T00:00:00Z'
    const releases = [
      { tag_name: 'v2', created_at },
      { tag_name: 'v1', created_at: '2025-01-01T00:00:00Z' },
      { tag_name: 'v3', created_at: '2027-01-01T00:00:00Z', prerelease: true },
      { tag_name: 'v4', created_at: '2027-01-01T00:00:00Z', draft: true },
      { tag_name: 'v5', created_at: '2027-01-01T00:00:00Z', make_latest: false },
    ]
    const call = await start({ releases })
    expect(await call('GET', '/releases/latest')).toMatchObject({ body: { tag_name: 'v2', created_at } })
  })

  it('is gone when it is deleted', async () => {
    const call = await start({ releases: [{ tag_name: 'v1' }] })
    const path = `/releases/${github.releases[0]?.id}`
    expect((await clientOf(github)('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    expect((await call('POST', '/releases', { tag_name: 'v1' })).status).toBe(201)
  })
})

describe('what is refused of a release', () => {
  it('a tag that is published already', async () => {
    const call = await start({ releases: [{ tag_name: 'v1' }, { tag_name: 'v2', draft: true }] })
    expect(await call('POST', '/releases', { tag_name: 'v1' })).toMatchObject(TAKEN)
    const draft = `/releases/${github.releases[0]?.id}`
    expect(await call('PATCH', draft, { tag_name: 'v1', draft: false })).toMatchObject(TAKEN)
    const second = await call('POST', '/releases', { tag_name: 'v2', draft: true })
    expect(second.status).toBe(201)
    expect((await call('PATCH', draft, { draft: false })).status).toBe(200)
    expect(await call('PATCH', `/releases/${second.body.id}`, { draft: false })).toMatchObject(TAKEN)
  })

  it('a target that is no branch and no full SHA', async () => {
    const call = await start({ tags: { v1: COMMIT } })
    const invalid = { resource: 'Release', code: 'invalid', field: 'target_commitish' }
    for (const target_commitish of ['refs/heads/main', 'v1', COMMIT.slice(0, 7), 'e'.repeat(40), '']) {
      const untagged = await call('POST', '/releases', { tag_name: 'v2', target_commitish })
      expect(untagged).toMatchObject(failed({ field: 'tag_name' }, {}, invalid))
      expect(await call('POST', '/releases', { tag_name: 'v1', target_commitish })).toMatchObject(failed(invalid))
      const draft = { tag_name: 'v2', draft: true, target_commitish }
      expect(await call('POST', '/releases', draft)).toMatchObject(failed(invalid))
    }
    expect(github.releases).toEqual([])
  })

  it('a name that is no tag, a wrong type, an unknown key, an unknown release', async () => {
    const call = await start()
    for (const tag_name of ['', 'refs/tags/v1', 'v 1', 'v1..2', '/v1', 'v1/', 'v1.lock', 'v1:2', 'v1\n'])
      expect(await call('POST', '/releases', { tag_name })).toMatchObject({ status: 422 })
    for (const body of [{}, { tag_name: 1 }, { tag_name: 'v1', draft: 'true' }, { tag_name: 'v1', tag: 'v1' }])
      expect(await refusal(clientOf(github)('POST', '/releases', body))).toEqual([
        422,
        expect.stringMatching(/^Invalid request\.\n\n/),
      ])
    expect(await call('PATCH', '/releases/1', { draft: false })).toMatchObject({ status: 404 })
    expect(github.releases).toEqual([])
  })

  it('changes to the tag of an immutable one, and its tag for another', async () => {
    const call = await start({ immutable: true })
    const { body } = await call('POST', '/releases', { tag_name: 'v1' })
    expect(body.immutable).toBe(true)
    const path = `/releases/${body.id}`
    for (const change of [{ tag_name: 'v2' }, { draft: true }, { target_commitish: OLD }])
      expect(await call('PATCH', path, change)).toMatchObject(failed({ field: Object.keys(change)[0] }))
    const open = { name: 'New', body: 'New', prerelease: true, make_latest: 'legacy', draft: false }
    expect(await call('PATCH', path, open)).toMatchObject({ status: 200, body: { name: 'New', immutable: true } })
    await clientOf(github)('DELETE', path)
    const message = 'tag_name was used by an immutable release'
    expect(await call('POST', '/releases', { tag_name: 'v1' })).toMatchObject(failed({ message }))
  })
})

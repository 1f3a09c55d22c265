import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { components } from '@octokit/openapi-types'
import { afterEach, describe, expect, it } from 'vitest'
import { COMMIT, type GitHub, type GitHubOptions, startGitHub } from './github'
import { clientOf, json, refusal } from './github-client'

const BYTES = Buffer.from([0x1f, 0x8b, 0, 0xff])
const OLD = 'd'.repeat(40)

let github: GitHub
afterEach(() => github.close())

/** A server with one release of one asset: its public address, and its address in the API. */
async function start(options: GitHubOptions = {}) {
  const releases = [{ tag_name: 'v1', assets: [{ name: 'a.tar.gz', bytes: BYTES }] }]
  github = await startGitHub({ releases, ...options })
  const call = clientOf(github)
  const { body } = await json<components['schemas']['release'][]>(call('GET', '/releases'))
  const [asset] = body[0]?.assets ?? []
  return { call, id: body[0]?.id, address: asset?.browser_download_url ?? '', url: asset?.url ?? '' }
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a public address', () => {
  it('leads to the bytes on another host, without a token', async () => {
    const { address } = await start()
    expect(address).toBe(`${github.url}/${github.repository}/releases/download/v1/a.tar.gz`)
    const first = await fetch(address, { redirect: 'manual' })
    const location = first.headers.get('location') ?? ''
    expect([first.status, new URL(location).origin === github.url]).toEqual([302, false])
    expect(await bytesOf(await fetch(location))).toEqual(BYTES)
    expect(await bytesOf(await fetch(address))).toEqual(BYTES)
    expect(github.releases[0]?.assets[0]?.download_count).toBe(2)
    expect(github.requests.at(-1)).toMatchObject({ method: 'GET', status: 200 })
  })

  it('is the asset itself, is not there yet, or has other bytes, as the test wants it', async () => {
    const { address } = await start({ downloads: { redirect: false, misses: 2 } })
    const statuses = []
    for (let turn = 0; turn < 3; turn++) statuses.push((await fetch(address, { redirect: 'manual' })).status)
    expect(statuses).toEqual([404, 404, 200])
    for (const redirect of [true, false]) {
      Object.assign(github.downloads, { bytes: Buffer.from('other'), redirect })
      expect((await bytesOf(await fetch(address))).toString()).toBe('other')
    }
  })

  it('is nothing while the release is a draft, and changes when it is published', async () => {
    const { call, address, id } = await start({
      releases: [{ tag_name: 'v1', draft: true, assets: [{ name: 'a', bytes: BYTES }] }],
    })
    expect(address).toMatch(/\/releases\/download\/untagged-[0-9a-f]{20}\/a$/)
    const final = address.replace(/untagged-\w+/, 'v1')
    for (const draft of [address, final]) {
      expect((await fetch(draft)).status).toBe(404)
      expect((await call('GET', draft)).status).toBe(404)
    }
    await call('PATCH', `/releases/${id}`, { draft: false })
    expect((await fetch(address)).status).toBe(404)
    expect(await bytesOf(await fetch(final))).toEqual(BYTES)
  })

  it('can break off, hang up, or be a page', async () => {
    const { address } = await start({ downloads: { redirect: false } })
    github.fail({ path: 'releases/download', what: { cut: 2 } })
    await expect(fetch(address).then(bytesOf)).rejects.toThrow('terminated')
    github.fail({ path: 'releases/download', what: { close: 'before' } })
    await expect(fetch(address)).rejects.toThrow('fetch failed')
    expect(await bytesOf(await fetch(address))).toEqual(BYTES)
  })
})

describe('the API', () => {
  it('leads to the bytes of a draft as well', async () => {
    const { call, url } = await start({
      releases: [{ tag_name: 'v1', draft: true, assets: [{ name: 'a', bytes: BYTES }] }],
    })
    const answer = await call('GET', url, undefined, { accept: 'application/octet-stream' })
    expect(await bytesOf(answer)).toEqual(BYTES)
  })

  it('leads to a host that refuses the token', async () => {
    const { call, url } = await start()
    const accept = { accept: 'application/octet-stream' }
    const authorization = `Bearer ${github.token}`
    const response = await fetch(url, { headers: { ...accept, authorization }, redirect: 'manual' })
    const location = response.headers.get('location') ?? ''
    expect((await call('GET', location)).status).toBe(400)
    expect((await fetch(location.replace(/\?.*/, ''))).status).toBe(403)
    expect((await fetch(location.replace(/\d+\?/, '1?'))).status).toBe(404)
    expect((await fetch(location)).status).toBe(200)
  })
})

describe('tags and commits', () => {
  it('are found by their names, annotated or not', async () => {
    const tag = 'a'.repeat(40)
    const { call } = await start({ commits: [COMMIT, OLD], tags: { 'app/v2': { tag, commit: OLD }, v1: COMMIT } })
    for (const path of ['/git/ref/tags/app/v2', '/git/ref/tags%2Fapp%2Fv2'])
      expect(await json(call('GET', path))).toMatchObject({ status: 200, body: { object: { type: 'tag', sha: tag } } })
    const object = { type: 'commit', sha: OLD }
    expect(await json(call('GET', `/git/tags/${tag}`))).toMatchObject({ body: { tag: 'app/v2', sha: tag, object } })
    expect(await json(call('GET', '/git/ref/tags/v1'))).toMatchObject({ body: { object: { sha: COMMIT } } })
    expect(await json(call('GET', '/git/ref/heads/main'))).toMatchObject({ body: { object: { sha: COMMIT } } })
    for (const path of ['/git/ref/tags/v', '/git/ref/heads/v1', `/git/tags/${OLD}`])
      expect(await refusal(call('GET', path))).toEqual([404, 'Not Found'])
    const commits = { main: COMMIT, v1: COMMIT, 'app/v2': OLD, [OLD]: OLD, 'tags/v1': COMMIT }
    for (const [ref, sha] of Object.entries(commits))
      expect(await json(call('GET', `/commits/${ref}`))).toMatchObject({ status: 200, body: { sha } })
    expect(await refusal(call('GET', '/commits/nothing'))).toEqual([422, 'No commit found for SHA: nothing'])
  })
})

describe('https', () => {
  it('is trusted by who has the root that the variables name', async () => {
    const releases = [{ tag_name: 'v1', assets: [{ name: 'a', bytes: BYTES }] }]
    github = await startGitHub({ https: true, releases })
    const address = `${github.url}/${github.repository}/releases/download/v1/a`
    expect(address).toMatch(/^https:/)
    const script = `fetch('${address}').then(async (answer) => console.log(answer.url, (await answer.arrayBuffer()).byteLength))`
    const run = (env: Record<string, string>) => promisify(execFile)(process.execPath, ['-e', script], { env })
    const { NODE_EXTRA_CA_CERTS = '' } = github.env()
    expect((await run({ NODE_EXTRA_CA_CERTS })).stdout).toMatch(/^https:.*\/download\/\d+\?\S* 4\n$/)
    await expect(run({})).rejects.toThrow('self-signed certificate')
  })
})

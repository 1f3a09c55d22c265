import { createHash } from 'node:crypto'
import { request } from 'node:http'
import type { components } from '@octokit/openapi-types'
import { afterEach, describe, expect, it } from 'vitest'
import { faults, type GitHub, type GitHubOptions, startGitHub } from './github'
import { clientOf, json, refusal } from './github-client'

type Asset = components['schemas']['release-asset']
const BYTES = Buffer.from([0x1f, 0x8b, 0, 0xff, ...Buffer.from('{"no": "json"}')])
const GZIP = { 'content-type': 'application/gzip' }

let github: GitHub
afterEach(() => github.close())

/** A server with one release, and what uploads to it. */
async function start(options: GitHubOptions = {}) {
  github = await startGitHub({ releases: [{ tag_name: 'v1', draft: true }], ...options })
  const call = clientOf(github)
  const { id = 0 } = github.releases[0] ?? {}
  const address = `${github.url}/uploads/repos/${github.repository}/releases/${id}/assets`
  const upload = (query: string, body: unknown = BYTES, headers: Record<string, string> = GZIP) =>
    call('POST', `${address}${query}`, body, headers)
  return { call, upload, id, address }
}

const failed = (...errors: object[]) => ({ status: 422, body: { message: 'Validation Failed', errors } })

describe('an asset', () => {
  it('is kept byte for byte, with its hash, and goes when it is deleted', async () => {
    const { call, upload, id } = await start()
    const { status, body } = await json<Asset>(upload('?name=a.tar.gz&label=The%20app'))
    const digest = `sha256:${createHash('sha256').update(BYTES).digest('hex')}`
    const asset = { name: 'a.tar.gz', label: 'The app', state: 'uploaded', content_type: 'application/gzip', digest }
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...asset, size: BYTES.length })
    expect(github.requests[0]?.body).toEqual(BYTES)
    const path = `/releases/assets/${body.id}`
    expect((await json(call('GET', path))).body).toEqual(body)
    expect((await json(call('GET', `/releases/${id}/assets`))).body).toEqual([body])
    expect((await json(call('GET', `/releases/${id}`))).body).toMatchObject({ assets: [body] })
    expect(github.releases[0]?.assets[0]?.bytes).toEqual(BYTES)
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    expect((await upload('?name=a.tar.gz')).status).toBe(201)
  })

  it('is found on the page where it is', async () => {
    const assets = Array.from({ length: 31 }, (_, index) => ({ name: `${index}`, bytes: BYTES }))
    const { call, id } = await start({ releases: [{ tag_name: 'v1', assets }] })
    expect((await json(call('GET', `/releases/${id}/assets`))).body).toHaveLength(30)
    expect((await json(call('GET', `/releases/${id}/assets?page=2`))).body).toMatchObject([{ name: '30' }])
    expect((await json(call('GET', `/releases/${id}/assets?per_page=100`))).body).toHaveLength(31)
  })

  it('gets the name that GitHub likes', async () => {
    const { upload } = await start()
    const names = { 'my app (1).tar.gz': 'my.app.1.tar.gz', '.hidden.': 'hidden', 'café~1.zip': 'cafe.1.zip' }
    for (const [given, kept] of Object.entries(names))
      expect((await json(upload(`?name=${encodeURIComponent(given)}`))).body).toMatchObject({ name: kept })
    expect((await upload('?name=my.app.1.tar.gz')).status).toBe(422)
  })
})

describe('what is refused of an upload', () => {
  it('a name that is taken', async () => {
    const { upload } = await start()
    await upload('?name=a.tar.gz')
    const error = { resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }
    expect(await json(upload('?name=a.tar.gz', Buffer.from('other')))).toMatchObject(failed(error))
    expect(github.releases[0]?.assets).toMatchObject([{ bytes: BYTES }])
  })

  it('no name, no type, no length, no bytes, no release, the host of the API', async () => {
    const { call, upload, id, address } = await start()
    expect(await refusal(upload(''))).toEqual([400, 'Invalid name for request'])
    expect(await refusal(upload('?name=a', BYTES, {}))).toEqual([400, "Invalid Content-Type: ''"])
    expect(await sendInChunks(`${address}?name=a`)).toEqual([400, 'Bad Content-Length: '])
    const size = { resource: 'ReleaseAsset', code: 'custom', field: 'size' }
    expect(await json(upload('?name=a', Buffer.alloc(0)))).toMatchObject(failed(size))
    expect(await refusal(call('POST', `${address.replace(`${id}`, '1')}?name=a`, BYTES, GZIP))).toEqual([
      404,
      'Not Found',
    ])
    expect((await call('POST', `/releases/${id}/assets?name=a`, BYTES, GZIP)).status).toBe(404)
    expect(github.releases[0]?.assets).toEqual([])
  })

  it('a token that is wrong or can not write', async () => {
    const wrong = await start()
    expect((await wrong.upload('?name=a', BYTES, { ...GZIP, authorization: 'Bearer x' })).status).toBe(401)
    await github.close()
    const { upload, call } = await start({
      permissions: { contents: 'read' },
      releases: [{ tag_name: 'v1', assets: [{ name: 'a', bytes: BYTES }] }],
    })
    const { id } = github.releases[0]?.assets[0] ?? {}
    for (const answer of [upload('?name=b'), call('DELETE', `/releases/assets/${id}`)])
      expect(await refusal(answer)).toEqual([403, 'Resource not accessible by integration'])
    expect((await call('GET', `/releases/assets/${id}`)).status).toBe(200)
  })

  it('and of a deletion: an immutable release', async () => {
    const { upload, call, id } = await start({ immutable: true })
    const { body } = await json<Asset>(upload('?name=a'))
    await call('PATCH', `/releases/${id}`, { draft: false })
    expect(await refusal(upload('?name=b'))).toEqual([422, 'Cannot upload assets to an immutable release.'])
    const message = 'Cannot delete asset from an immutable release'
    expect(await json(call('DELETE', `/releases/assets/${body.id}`))).toMatchObject(failed({ message }))
    expect(github.releases[0]?.assets).toHaveLength(1)
  })
})

describe('an upload that breaks off', () => {
  const big = Buffer.alloc(1 << 20, 1)
  const leavesStarter = async ({ upload, call }: Awaited<ReturnType<typeof start>>) => {
    expect(github.releases[0]?.assets).toMatchObject([{ name: 'a', state: 'starter', size: big.length }])
    expect((await upload('?name=a', big)).status).toBe(422)
    const { id } = github.releases[0]?.assets[0] ?? {}
    const path = `/releases/assets/${id}`
    expect((await json(call('GET', path))).body).toMatchObject({ state: 'starter', digest: null })
    expect((await call('GET', path, undefined, { accept: 'application/octet-stream' })).status).toBe(404)
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await upload('?name=a', big)).status).toBe(201)
  }

  it('at the server leaves a starter, which stands in the way until it is deleted', async () => {
    const server = await start()
    github.fail({ path: '/uploads/', what: { truncate: 1000 } })
    await expect(server.upload('?name=a', big)).rejects.toThrow('fetch failed')
    await leavesStarter(server)
  })

  it('at the client leaves one, too', async () => {
    const server = await start()
    await new Promise<void>((resolve) => {
      const headers = {
        ...GZIP,
        authorization: `token ${github.token}`,
        'user-agent': 'x',
        'content-length': big.length,
      }
      const sent = request(`${server.address}?name=a`, { method: 'POST', headers })
      sent.on('error', () => {}).on('close', resolve)
      sent.write(big.subarray(0, 1000), () => sent.destroy())
    })
    await expect.poll(() => github.releases[0]?.assets.length).toBe(1)
    await leavesStarter(server)
  })

  it('inside GitHub is a 502 and leaves one; a lost answer leaves the asset', async () => {
    const server = await start()
    github.fail({ path: '/uploads/', what: faults.badGateway })
    expect((await server.upload('?name=a', big)).status).toBe(502)
    await leavesStarter(server)
    github.fail({ path: '/uploads/', what: { close: 'after' } })
    await expect(server.upload('?name=b')).rejects.toThrow('fetch failed')
    expect(github.releases[0]?.assets[1]).toMatchObject({ name: 'b', state: 'uploaded', bytes: BYTES })
  })
})

/** What fetch does with a stream, and GitHub does not take. */
function sendInChunks(address: string): Promise<[number, string]> {
  const body = new Blob([new Uint8Array(BYTES)]).stream()
  const headers = { ...GZIP, authorization: `Bearer ${github.token}` }
  return refusal(fetch(address, { method: 'POST', headers, body, duplex: 'half' } as RequestInit))
}

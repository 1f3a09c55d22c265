import { type Answer, paginate, type Received, type Route, refuse, refuseFields } from './github-answer'
import { type Asset, type Release, showAsset } from './github-release-shape'
import type { Repository } from './github-repository'

/** The assets of releases, and uploads, which have a host of their own at GitHub: here the path `/uploads`. */
export function serveAssets(
  repository: Repository,
  releases: readonly Release[],
  findRelease: (id: string | undefined) => Release,
): Route[] {
  const find = (id = '') => {
    for (const release of releases)
      for (const asset of release.assets)
        if (String(asset.id) === id) return { release: findRelease(String(release.id)), asset }
    return refuse(404, 'Not Found')
  }
  const list = (request: Received, [id]: readonly string[]) => {
    const release = findRelease(id)
    const page = paginate(release.assets, request, repository.apiUrl)
    return { ...page, body: (page.body as Asset[]).map((asset) => showAsset(asset, release, repository)) }
  }
  const get = ({ headers }: Received, [id]: readonly string[]): Answer => {
    const { release, asset } = find(id)
    const wantsBytes = headers.accept?.includes('application/octet-stream')
    if (!wantsBytes) return { status: 200, body: showAsset(asset, release, repository) }
    if (asset.state !== 'uploaded') refuse(404, 'Not Found')
    return redirectToStorage(asset, repository)
  }
  const remove = (_: Received, [id]: readonly string[]): Answer => {
    const { release, asset } = find(id)
    const message = 'Cannot delete asset from an immutable release'
    if (release.immutable) refuseFields({ resource: 'ReleaseAsset', code: 'custom', message })
    release.assets.splice(release.assets.indexOf(asset), 1)
    return { status: 204 }
  }
  const upload = (request: Received, [id]: readonly string[]): Answer => {
    const release = findRelease(id)
    const asset = receiveAsset(request, release, repository.nextId())
    release.assets.push(asset)
    return { status: 201, body: showAsset(asset, release, repository) }
  }
  const breakOff = (request: Received, [id]: readonly string[]) => {
    const release = releases.find((candidate) => String(candidate.id) === id)
    const name = assetName(request.query.get('name') ?? '')
    if (!release || release.immutable || !name || release.assets.some((other) => other.name === name)) return
    const size = Number(request.headers['content-length'] ?? 0)
    release.assets.push({ ...newAsset(request, name, repository.nextId()), size, state: 'starter' })
  }
  const one = /^\/releases\/assets\/(\d+)$/
  return [
    { method: 'GET', path: /^\/releases\/(\d+)\/assets$/, needs: ['contents', 'read'], handle: list },
    { method: 'GET', path: one, needs: ['contents', 'read'], raw: true, handle: get },
    { method: 'DELETE', path: one, needs: ['contents', 'write'], handle: remove },
    {
      method: 'POST',
      path: /^\/uploads\/releases\/(\d+)\/assets$/,
      needs: ['contents', 'write'],
      raw: true,
      handle: upload,
      breakOff,
    },
  ]
}

/** Where the bytes are, for a short time. */
export function redirectToStorage(asset: Asset, { storageUrl }: Repository): Answer {
  return { status: 302, headers: { location: `${storageUrl}/download/${asset.id}?sig=0123456789` } }
}

/** @throws Refused */
function receiveAsset(request: Received, release: Release, id: number): Asset {
  const { query, headers, body } = request
  if (release.immutable) refuse(422, 'Cannot upload assets to an immutable release.')
  const name = assetName(query.get('name') ?? '')
  if (name === '') refuse(400, 'Invalid name for request')
  if (!headers['content-type']) refuse(400, "Invalid Content-Type: ''")
  // Without it the body came in chunks.
  if (headers['content-length'] === undefined) refuse(400, 'Bad Content-Length: ')
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const message = 'size must be greater than or equal to 1'
  if (bytes.length === 0) refuseFields({ resource: 'ReleaseAsset', code: 'custom', field: 'size', message })
  if (release.assets.some((other) => other.name === name))
    refuseFields({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
  return { ...newAsset(request, name, id), bytes, size: bytes.length }
}

function newAsset({ query, headers }: Received, name: string, id: number): Asset {
  return {
    id,
    name,
    label: query.get('label') ?? '',
    content_type: headers['content-type'] ?? '',
    state: 'uploaded',
    size: 0,
    bytes: Buffer.alloc(0),
    created_at: new Date().toISOString(),
    download_count: 0,
  }
}

/** As GitHub renames files: accents go, each run of what it does not like becomes one dot. */
function assetName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.replace(/[^A-Za-z0-9_+@-]+/g, '.').replace(/^\.|\.$/g, '')
}

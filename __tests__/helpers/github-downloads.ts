import type { Answer, Received } from './github-answer'
import { redirectToStorage } from './github-assets'
import { type Release, tagInAddress } from './github-release-shape'
import type { Repository } from './github-repository'

/** What a test may change about downloads at any time. */
export interface Downloads {
  /** how many requests of public addresses are still answered with 404, as a CDN does at first */
  misses: number
  /** what is served in place of every asset's bytes */
  bytes: Buffer | undefined
  /** whether a public address leads to the storage host, as at GitHub, or serves the bytes itself */
  redirect: boolean
}

const MISSING: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' }

/** A release's public address; undefined when the path is none. It asks for no token, and takes none for drafts. */
export function answerDownload(
  { method, path }: Received,
  repository: Repository,
  releases: readonly Release[],
  downloads: Downloads,
): Answer | undefined {
  const prefix = `${new URL(repository.htmlUrl).pathname}/releases/download/`
  if (!path.startsWith(prefix) || method !== 'GET') return undefined
  if (downloads.misses > 0) {
    downloads.misses--
    return MISSING
  }
  const address = decodeURIComponent(path.slice(prefix.length))
  for (const release of releases)
    for (const asset of release.assets) {
      if (release.draft || asset.state !== 'uploaded' || `${tagInAddress(release)}/${asset.name}` !== address) continue
      asset.download_count++
      return downloads.redirect ? redirectToStorage(asset, repository) : serveBytes(downloads.bytes ?? asset.bytes)
    }
  return MISSING
}

/** The storage host, which is another company's: it refuses whoever brings GitHub's token. */
export function answerStorage(
  { method, path, query, headers }: Received,
  releases: readonly Release[],
  downloads: Downloads,
): Answer {
  const refused = (status: number, code: string): Answer => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`,
  })
  if (headers.authorization !== undefined) return refused(400, 'InvalidArgument')
  if (query.get('sig') === null) return refused(403, 'AuthenticationFailed')
  const asset = releases.flatMap(({ assets }) => assets).find(({ id }) => path === `/download/${id}`)
  if (method !== 'GET' || !asset) return refused(404, 'BlobNotFound')
  return serveBytes(downloads.bytes ?? asset.bytes)
}

function serveBytes(body: Buffer): Answer {
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body }
}

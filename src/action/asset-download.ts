import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { AppsignError, reasonOf } from '../findings/errors'
import { type GitHub, GitHubError } from './github'
import type { Asset } from './release-data'

/** Downloads in all, where one breaks off. */
const TRIES = 3

/**
 * Reads an asset through the API, drafts' too, and keeps nothing of it in memory.
 *
 * @param limit bytes
 * @param path absolute path of a file to write it to; undefined: nothing is kept
 * @returns its SHA-256 in lower-case hex
 * @throws GitHubError; AppsignError RELEASE_FAILED when it is larger than the limit
 */
export async function downloadAsset(github: GitHub, asset: Asset, limit: number, path?: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', {
      asset_id: asset.id,
      headers: { accept: 'application/octet-stream' },
      request: { parseSuccessResponseBody: false },
    })
    try {
      return await drain(data ?? [], { name: asset.name, limit, path })
    } catch (error) {
      if (error instanceof AppsignError) throw error
      if (attempt === TRIES)
        throw new GitHubError(0, `the download of "${asset.name}" broke off (${reasonOf(error)})`, error)
    }
  }
}

interface Drain {
  readonly name: string
  readonly limit: number
  readonly path: string | undefined
}

async function drain(body: AsyncIterable<Uint8Array>, { name, limit, path }: Drain): Promise<string> {
  const hash = createHash('sha256')
  const measure = async function* () {
    let size = 0
    for await (const piece of body) {
      size += piece.length
      if (size > limit)
        throw new AppsignError(
          'RELEASE_FAILED',
          `"${name}" is larger than the ${limit} bytes expected of it. Delete it from the release, and run the job again.`,
        )
      hash.update(piece)
      yield piece
    }
  }
  if (path === undefined) for await (const _ of measure());
  else await pipeline(measure, createWriteStream(path))
  return hash.digest('hex')
}

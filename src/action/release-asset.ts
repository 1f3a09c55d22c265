import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { downloadAsset } from './asset-download'
import { type Answer, type GitHub, GitHubError } from './github'
import { type Attached, mayReplace, openRelease } from './release'
import type { Asset, Release } from './release-data'
import { explained, isMissing, releaseError } from './release-error'
import { findAsset } from './release-find'
import type { ReleaseWish } from './release-wish'

/** The bytes to attach. */
interface Package {
  readonly name: string
  readonly bytes: Buffer
  /** Lower-case hex. */
  readonly sha256: string
}

/**
 * Attaches the package to the release of the tag, which is made as a draft where there is none. The same bytes are left
 * alone; other bytes are replaced where `mayReplace` says so. What is there in the end is read back.
 *
 * @param path absolute path of the package
 * @throws AppsignError RELEASE_FAILED
 */
export async function attachPackage(github: GitHub, wish: ReleaseWish, path: string): Promise<Attached> {
  const bytes = await readFile(path)
  const file: Package = { name: wish.asset, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  const state = 'The release was not published by this run; a new run goes on from there.'
  return explained(`attach "${wish.asset}" to the release of "${wish.tag}"`, state, async () => {
    const { release, created } = await openRelease(github, wish)
    const uploaded = await bringIn(github, wish, release, file)
    const asset = await findAsset(github, release, file.name)
    if (!asset?.complete) throw missing(file, release)
    await readBack(github, asset, file, uploaded === 'same')
    return { release, asset, created, uploaded }
  })
}

async function bringIn(
  github: GitHub,
  wish: ReleaseWish,
  release: Release,
  file: Package,
): Promise<Attached['uploaded']> {
  const standing = await findAsset(github, release, file.name)
  if (standing?.complete && (await isSame(github, standing, file))) return 'same'
  if (standing?.complete) refuseOther(standing, release, mayReplace(release, github, wish))
  if (standing) await remove(github, standing)
  await upload(github, release, file)
  return standing?.complete ? 'replaced' : 'new'
}

/** @throws AppsignError RELEASE_FAILED unless the asset may be replaced */
function refuseOther({ name, url }: Asset, { tag, immutable }: Release, replaceable: boolean): void {
  const what = `The release of "${tag}" has another "${name}" already (${url})`
  if (immutable) throw releaseError(`${what} and is immutable. Release a new version.`)
  if (replaceable) return
  throw releaseError(
    `${what}, with other bytes, and this is no re-run of the same commit. Release a new version; or delete that file if nobody has downloaded it, and run the job again.`,
  )
}

async function isSame(github: GitHub, asset: Asset, { bytes, sha256 }: Package): Promise<boolean> {
  if (asset.sha256 !== undefined) return asset.sha256 === sha256
  return asset.size === bytes.length && (await downloadAsset(github, asset, bytes.length)) === sha256
}

/** Uploads, and again after an upload that broke off; what that has left is deleted. */
async function upload(github: GitHub, release: Release, file: Package): Promise<void> {
  const settle = () => settleUpload(github, release, file)
  const send = () =>
    github.request(
      `POST ${release.uploadUrl}{?name}`,
      { name: file.name, data: file.bytes, headers: { 'content-type': 'application/octet-stream' } },
      settle,
    )
  try {
    await send()
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (await settle().catch(() => undefined)) return
    // What broke off may show only now, when it has stood in the way.
    if (error.status !== 422) throw error
    await send()
  }
}

/** The asset, if an upload without an answer was done after all; else what is left of it is deleted. */
async function settleUpload(github: GitHub, release: Release, file: Package): Promise<Answer | undefined> {
  const asset = await findAsset(github, release, file.name)
  if (asset && !asset.complete) await remove(github, asset)
  if (!asset?.complete || !(await isSame(github, asset, file))) return undefined
  return { status: 201, headers: {}, data: asset }
}

async function remove(github: GitHub, asset: Asset): Promise<void> {
  try {
    await github.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', { asset_id: asset.id })
  } catch (error) {
    // Gone: by a request of which the answer was lost, or by somebody else.
    if (!isMissing(error)) throw error
  }
}

/** What people will download has to be what was signed; what we made of it otherwise is taken away again. */
async function readBack(github: GitHub, asset: Asset, file: Package, wasThere: boolean): Promise<void> {
  const sha256 = asset.size === file.bytes.length ? await downloadAsset(github, asset, file.bytes.length) : 'none'
  if (sha256 === file.sha256) return
  if (!wasThere) await remove(github, asset)
  throw releaseError(
    `"${file.name}" was read back from GitHub with other bytes (SHA-256 ${sha256}) than the package has (${file.sha256}). ${wasThere ? 'Delete it from the release, and run the job again.' : 'It was deleted again. Run the job again.'}`,
  )
}

function missing({ name }: Package, { tag }: Release): Error {
  return releaseError(`GitHub took "${name}", and does not show it on the release of "${tag}". Run the job again.`)
}

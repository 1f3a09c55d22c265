import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppsignError } from '../findings/errors'
import { type Earlier, type EarlierArchive, readSigner, type Signer } from '../once-signed'
import { readAppInfo } from '../payload/app-info'
import type { Authority } from '../pki/authorities'
import { downloadAsset } from './asset-download'
import { type GitHub, GitHubError } from './github'
import type { Asset, Release } from './release-data'
import { explained } from './release-error'
import { listAssets, listReleases } from './release-find'
import { isPrerelease } from './release-wish'

/** Earlier releases that are looked through for an archive of the app. */
export const MAX_RELEASES = 10

/** Releases of which the names are looked at: where all are prereleases, no final one is searched for to the end. */
const MAX_LISTED = 300

/** Archives that are downloaded in all: a monorepo's release has those of other apps too. */
export const MAX_DOWNLOADS = 10

/** Bytes of an archive; the App Store takes 30 MiB (SPEC 6), ownCloud's are larger. */
export const MAX_ARCHIVE_SIZE = 256 * 1024 * 1024

/** What is to be released now. */
export interface NewRelease {
  /** The tag's name: its own release is no earlier one. */
  readonly tag: string
  /** As info.xml has it. */
  readonly version: string
  /** As info.xml has it. */
  readonly appId: string
}

/** Where archives are kept for a moment, and who may have issued their certificates. */
export interface Comparison {
  /** Absolute path of a folder for temporary files (`RUNNER_TEMP`). */
  readonly folder: string
  readonly authorities: readonly Authority[]
  /** Bytes of an archive; larger ones are not downloaded. */
  readonly maxSize?: number
}

/**
 * The archives of the app in its latest earlier release that has one. Drafts do not count; before a final version,
 * prereleases count only when there is no archive in a final one; before a prerelease, both.
 *
 * @returns why there is nothing to compare with, where the token may not read, or nothing is there that can be read
 * @throws AppsignError RELEASE_FAILED when GitHub fails: nobody knows then
 */
export async function findEarlierRelease(github: GitHub, release: NewRelease, compare: Comparison): Promise<Earlier> {
  const folder = await mkdtemp(join(compare.folder, 'appsign-earlier-'))
  try {
    return await explained('show the earlier releases', 'Nothing was published.', () =>
      search(github, release, { ...compare, folder }),
    )
  } catch (error) {
    const { cause } = error as AppsignError
    if (cause instanceof GitHubError && isDenied(cause)) return { unchecked: `GitHub answered ${cause.message}` }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Not a limit, which is 403 as well, and passes. */
function isDenied({ status, message }: GitHubError): boolean {
  return (status === 403 && !/rate limit/i.test(message)) || status === 404
}

async function search(github: GitHub, release: NewRelease, compare: Comparison): Promise<Earlier> {
  const candidates = await listCandidates(github, release)
  let downloads = 0
  let problem: string | undefined
  for (const earlier of candidates) {
    const archives: EarlierArchive[] = []
    for (const asset of await listArchives(github, earlier, release.appId)) {
      if (downloads++ === MAX_DOWNLOADS) break
      const signer = await readArchive(github, asset, release, compare)
      const where = { tag: earlier.tag, asset: asset.name }
      if (typeof signer === 'string') problem ??= `"${where.asset}" of ${where.tag} ${signer}`
      else if (signer) archives.push({ ...where, signer })
    }
    if (archives.length > 0) return { archives }
  }
  if (candidates.length === 0) return { unchecked: 'there is no earlier release' }
  return { unchecked: problem ?? `no archive of "${release.appId}" is among the latest ${candidates.length} releases` }
}

/** Newest first, as GitHub lists them. */
async function listCandidates(github: GitHub, { tag, version }: NewRelease): Promise<Release[]> {
  const finals: Release[] = []
  const others: Release[] = []
  const mixed = isPrerelease(version)
  let listed = 0
  for await (const release of listReleases(github)) {
    if (release.draft || release.tag === tag) continue
    if (mixed || !release.prerelease) finals.push(release)
    else if (others.length < MAX_RELEASES) others.push(release)
    if (finals.length === MAX_RELEASES || ++listed === MAX_LISTED) break
  }
  return [...finals, ...others].slice(0, MAX_RELEASES)
}

/** Those that are named after the app first. */
async function listArchives(github: GitHub, release: Release, appId: string): Promise<Asset[]> {
  const archives: Asset[] = []
  for await (const asset of listAssets(github, release))
    if (asset.complete && /\.(tar\.gz|tgz|tar\.bz2|zip)$/i.test(asset.name)) archives.push(asset)
  const isNamed = ({ name }: Asset) => name.toLowerCase().includes(appId.toLowerCase())
  return [...archives.filter(isNamed), ...archives.filter((asset) => !isNamed(asset))]
}

/** Who signed an archive; undefined when it is of another app, text when it can not be told. */
async function readArchive(
  github: GitHub,
  asset: Asset,
  { appId }: NewRelease,
  { folder, authorities, maxSize = MAX_ARCHIVE_SIZE }: Comparison,
): Promise<Signer | string | undefined> {
  if (asset.size > maxSize) return `is larger than ${maxSize} bytes`
  const path = join(folder, String(asset.id))
  await downloadAsset(github, asset, asset.size, path)
  try {
    const { openArchive } = await import('../payload/archive')
    const payload = await openArchive(path, asset.name)
    return readAppInfo(payload).id === appId ? readSigner(payload, authorities) : undefined
  } catch (error) {
    if (!(error instanceof AppsignError)) throw error
    return `can not be read: ${error.message}`
  } finally {
    await rm(path, { force: true })
  }
}

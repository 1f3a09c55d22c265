import { basename } from 'node:path'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import { CLOCK } from '../net/clock'
import { compareSigners, type Earlier, readSigner } from '../once-signed'
import type { AppInfo } from '../payload/app-info'
import { openArchive } from '../payload/archive'
import { packagePath } from '../payload/package-path'
import type { Authority } from '../pki/authorities'
import type { Report } from '../report/report'
import { STORE_ADDRESS } from '../store/publish'
import { assertDownloadAddress, assertPublishable, assertToken } from '../store/rules'
import { headCommit } from './commit'
import { findEarlierRelease } from './earlier-release'
import type { GitHub } from './github'
import type { SignInputs } from './inputs'
import { prepareRelease, publishRelease, type Released } from './release'
import { attachPackage } from './release-asset'
import type { ReleaseWish } from './release-wish'
import { connectGitHub } from './reporting'

/** One archive's way to the public: its release at GitHub, and the App Store. */
export interface ReleaseDay {
  /** What the earlier release says of the new package: once signed, always signed. */
  compare(archive: string): Promise<Finding[]>
  /** Attaches, publishes, and tells the store. What was not done is said in the error. */
  publish(report: Report, archive: SignedArchive): Promise<Publication>
}

/** What is published, and its signature for the store. */
export interface SignedArchive {
  /** Absolute path. */
  readonly path: string
  /** Lower-case hex. */
  readonly sha256: string
  readonly size: number
  /** RSA PKCS#1 v1.5, SHA-512, base64; undefined where no store takes it. */
  readonly signature: string | undefined
}

/** What became of it. */
export interface Publication {
  readonly release: Released | undefined
  readonly store: { readonly status: 'created' | 'updated'; readonly url: string } | undefined
}

/** Where a release happens. */
interface Place {
  readonly env: NodeJS.ProcessEnv
  readonly now: Date
  readonly authorities: readonly Authority[]
}

/**
 * Asks everything that can be asked before anything is signed: is the token one, does the tag belong to this commit, does
 * its release take the package, who signed the earlier release.
 *
 * @throws AppsignError INPUT_INVALID, RELEASE_FAILED
 */
export async function planRelease(
  app: AppInfo,
  inputs: SignInputs,
  { env, now, authorities }: Place,
): Promise<ReleaseDay> {
  const { appStoreToken, appStoreDownloadUrl, releaseAsset } = inputs
  if (appStoreToken) assertToken(appStoreToken)
  if (appStoreDownloadUrl) assertDownloadAddress(appStoreDownloadUrl)
  const github = releaseAsset || inputs.githubToken ? await connectGitHub(inputs.githubToken, env) : undefined
  const wish = releaseAsset ? wishOf(app, inputs, env) : undefined
  if (github && wish) await prepareRelease(github, wish)
  const earlier = await findEarlier(github, app, authorities, env)
  return {
    compare: async (archive) =>
      compareSigners(earlier, readSigner(await openArchive(archive, basename(archive)), authorities)),
    publish: async (report, archive) => {
      if (appStoreToken) assertPublishable(report, archive, now)
      const release = github && wish ? await attach(github, wish, archive) : undefined
      const store = appStoreToken ? await tellStore(report, archive, release, inputs, env) : undefined
      return { release, store }
    },
  }
}

function wishOf(app: AppInfo, inputs: SignInputs, env: NodeJS.ProcessEnv): ReleaseWish {
  const commit = headCommit(env)
  const tag = env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined
  if (!tag || !commit)
    throw new AppsignError(
      'INPUT_INVALID',
      'release-asset is true, and this run is not on a tag. Run the workflow on: push: tags, or leave release-asset out.',
    )
  const asset = basename(packagePath(inputs.package ?? '', app))
  return { tag, commit, version: app.version, asset, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1 }
}

function findEarlier(
  github: GitHub | undefined,
  { id, version }: AppInfo,
  authorities: readonly Authority[],
  env: NodeJS.ProcessEnv,
): Promise<Earlier> {
  if (!github) return Promise.resolve({ unchecked: 'github-token is empty' })
  const tag = env.GITHUB_REF_TYPE === 'tag' ? (env.GITHUB_REF_NAME ?? '') : ''
  return findEarlierRelease(github, { tag, version, appId: id }, { folder: env.RUNNER_TEMP || '/tmp', authorities })
}

async function attach(github: GitHub, wish: ReleaseWish, archive: SignedArchive): Promise<Released> {
  return publishRelease(github, wish, await attachPackage(github, wish, archive.path))
}

async function tellStore(
  report: Report,
  archive: SignedArchive,
  release: Released | undefined,
  inputs: SignInputs,
  env: NodeJS.ProcessEnv,
): Promise<Publication['store']> {
  const { publish } = await import('../store/publish')
  const download = inputs.appStoreDownloadUrl ?? release?.url
  const attached = release ? ` The package is attached to ${release.htmlUrl}; a new run goes on from there.` : ''
  if (release?.draft && !inputs.appStoreDownloadUrl)
    throw new AppsignError(
      'NOT_PUBLISHABLE',
      `Nothing was published in the App Store: the release is a draft that somebody made by hand, and nobody can download from it. Publish it, and run the job again.${attached}`,
    )
  if (!download || archive.signature === undefined)
    throw new AppsignError('INTERNAL', 'There is no address or no signature for the App Store. Please report this.')
  const { signature, sha256, size } = archive
  try {
    return await publish(
      { appId: report.appId, download, signed: { signature, sha256, size }, nightly: inputs.appStoreNightly },
      inputs.appStoreToken ?? '',
      CLOCK,
      env.APPSIGN_APP_STORE_URL || STORE_ADDRESS,
    )
  } catch (error) {
    if (!(error instanceof AppsignError)) throw error
    throw new AppsignError(error.code, `${error.message}${attached}`, error.cause)
  }
}

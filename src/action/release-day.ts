import { basename } from 'node:path'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import { compareSigners, type Earlier, readSigner } from '../once-signed'
import type { AppInfo } from '../payload/app-info'
import { openArchive } from '../payload/archive'
import { packagePath } from '../payload/package-path'
import type { Authority } from '../pki/authorities'
import type { Report } from '../report/report'
import { assertDownloadAddress, assertPublishable, assertToken } from '../store/rules'
import { headCommit } from './commit'
import { connectGitHub } from './connect-github'
import { findEarlierRelease } from './earlier-release'
import type { GitHub } from './github'
import type { SignInputs } from './inputs'
import { type Attached, prepareRelease, publishRelease, type Released } from './release'
import { attachPackage } from './release-asset'
import type { ReleaseWish } from './release-wish'

/** One archive's way to the public: its release at GitHub, and the App Store. */
export interface ReleaseDay {
  /** What the earlier release says of the new package: once signed, always signed. */
  compare(archive: string): Promise<Finding[]>
  /** What the store would refuse is said before anything is published. */
  assertPublishable(report: Report, archive: SignedArchive): void
  /** Puts the package on its release, a draft where that is new. Undefined where no release is asked for. */
  attach(archive: SignedArchive): Promise<Attached | undefined>
  /** Publishes the release. */
  release(attached: Attached): Promise<Released | undefined>
  /** Undefined where the store is not asked for. */
  tellStore(report: Report, archive: SignedArchive, release: Released | undefined): Promise<Publication['store']>
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
    assertPublishable: (report, archive) => {
      if (appStoreToken) assertTakenByStore(report, archive, inputs, now)
    },
    attach: async (archive) => {
      if (github && wish) return beforeStore(inputs, () => attachPackage(github, wish, archive.path))
    },
    release: async (attached) => {
      if (github && wish) return beforeStore(inputs, () => publishRelease(github, wish, attached))
    },
    tellStore: async (report, archive, release) => {
      if (appStoreToken) return (await import('./tell-store')).tellStore(report, archive, release, inputs, env)
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

/** @throws AppsignError NOT_PUBLISHABLE */
function assertTakenByStore(report: Report, archive: SignedArchive, { releaseAsset }: SignInputs, now: Date): void {
  try {
    assertPublishable(report, archive, now)
  } catch (error) {
    if (!releaseAsset || !(error instanceof AppsignError)) throw error
    throw new AppsignError(error.code, `${error.message} Nothing was attached to the release.`, error.cause)
  }
}

/** Says of what fails before the store was asked that it was not. */
async function beforeStore<T>({ appStoreToken }: SignInputs, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!appStoreToken || !(error instanceof AppsignError)) throw error
    throw new AppsignError(error.code, `${error.message} Nothing was published in the App Store.`, error.cause)
  }
}

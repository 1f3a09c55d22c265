import { AppsignError } from '../findings/errors'
import { CLOCK } from '../net/clock'
import type { Report } from '../report/report'
import { publish, STORE_ADDRESS } from '../store/publish'
import type { SignInputs } from './inputs'
import type { Released } from './release'
import type { Publication, SignedArchive } from './release-day'

/**
 * Tells the App Store of a release, and says of what fails what is published already.
 *
 * @param release undefined where the archive is somewhere else
 * @throws AppsignError NOT_PUBLISHABLE, or what `publish` throws
 */
export async function tellStore(
  report: Report,
  archive: SignedArchive,
  release: Released | undefined,
  inputs: SignInputs,
  env: NodeJS.ProcessEnv,
): Promise<Publication['store']> {
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

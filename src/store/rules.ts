import { AppsignError } from '../findings/errors'
import type { FindingCode } from '../findings/finding'
import { verdictOf } from '../findings/verdict'
import { shownAddress } from '../net/address'
import { publicAddressProblem } from '../net/public-address'
import { STORE_ID } from '../payload/never-ship'
import { formatDate } from '../pki/validity'
import type { Report } from '../report/report'

/** Bytes: the store's own setting. Its documents say 20 MB, which is a warning (SPEC 6, payload/never-ship). */
export const MAX_ARCHIVE_SIZE = 30 * 1024 * 1024

/** What servers let pass and the store does not (SPEC 6). */
const REFUSED: readonly FindingCode[] = ['CERTIFICATE_EXPIRED', 'CERTIFICATE_NOT_YET_VALID']

/** What is known of an app that is to be published. */
export type PublishableReport = Pick<Report, 'appId' | 'server' | 'findings' | 'chain' | 'revocation'>

/**
 * Makes sure, before anything is sent, that the App Store has no reason to refuse an app that can be seen from here (SPEC 6).
 *
 * @param report on the app as it was signed and verified
 * @param archive the package, or the single artifact; undefined when there is none
 * @throws AppsignError NOT_PUBLISHABLE, saying that nothing was published
 */
export function assertPublishable(
  report: PublishableReport,
  archive: { readonly path: string; readonly size: number } | undefined,
  now: Date,
): void {
  const problem = problemOf(report, archive, now)
  if (problem) throw new AppsignError('NOT_PUBLISHABLE', `Nothing was published in the App Store: ${problem}`)
}

function problemOf(
  { appId, server, findings, chain, revocation }: PublishableReport,
  archive: { readonly path: string; readonly size: number } | undefined,
  now: Date,
): string | undefined {
  if (server !== 'nextcloud')
    return `"${appId}" is for ${server === 'owncloud' ? 'ownCloud' : server}, and the App Store is Nextcloud's. Leave out app-store-token.`
  if (!STORE_ID.test(appId))
    return `it takes no app with the id "${appId}". An id may have small letters, digits and underscores, and begins with a letter.`
  if (!archive) return 'there is no archive. Let this step write one: package: build/{id}-{version}.tar.gz.'
  if (!/\.(?:tar\.gz|tgz)$/i.test(archive.path)) return 'it takes tar.gz only. Pack the app with package.'
  if (archive.size > MAX_ARCHIVE_SIZE)
    return `the archive has ${archive.size} bytes, and it takes ${MAX_ARCHIVE_SIZE} at most. Leave out what is not needed to run the app.`
  if (revocation?.state === 'revoked') return 'the certificate is revoked. Request a new one with a new key.'
  const [leaf] = chain
  if (leaf && leaf.notAfter < now)
    return `the certificate expired on ${formatDate(leaf.notAfter)}; servers do not mind, but the store does. Request a new certificate, register it in the store and sign with it.`
  const refused = findings.find(({ code }) => REFUSED.includes(code))
  if (refused) return `${refused.message} ${refused.hint ?? ''}`.trim()
  const error = findings.find(({ severity }) => severity === 'error')
  if (error && verdictOf(findings) === 'failed')
    return `the app did not pass verification. ${error.message} ${error.hint ?? ''}`.trim()
  return undefined
}

/**
 * Makes sure that an address is one from which the store can download: https, on a public host, without a password.
 *
 * @throws AppsignError INPUT_INVALID
 */
export function assertDownloadAddress(url: string): void {
  const problem = publicAddressProblem(url)
  if (problem)
    throw new AppsignError(
      'INPUT_INVALID',
      `app-store-download-url: ${shownAddress(url)} ${problem}. Give the https address from which anybody can download the archive, as the App Store does.`,
    )
}

/**
 * Makes sure that a token can be sent at all; nothing of it is repeated.
 *
 * @throws AppsignError INPUT_INVALID
 */
export function assertToken(token: string): void {
  if (/^[\x21-\x7e]{8,}$/.test(token)) return
  throw new AppsignError(
    'INPUT_INVALID',
    'app-store-token is no token: it is shorter than eight characters, or has blanks, line breaks or letters that no token has. Copy it anew from https://apps.nextcloud.com/account/token into the secret, without "Token" before it.',
  )
}

import { AppsignError, quoted, reasonOf } from '../findings/errors'
import { shownAddress } from '../net/address'
import type { Pause } from '../net/clock'
import { fetchBytes } from '../net/fetch-bytes'
import { Refusal } from '../net/retry'
import { type Certificate, parseCertificates } from './certificate'
import { commonNameOf } from './identity'

/** Where Nextcloud publishes the certificate of each app, as `<id>/<id>.crt` (SPEC 5): a setting, because addresses change. */
export const CERTIFICATES_ADDRESS = 'https://raw.githubusercontent.com/nextcloud/app-certificate-requests/master'

/** The largest certificate today has 2 KB. Nothing can be signed without it, so it is asked for three times. */
const LIMITS = { size: 64 * 1024, timeout: 10_000, pauses: [1_000, 4_000] }

/** What can be the name of a folder there, and of nothing outside it; the store is stricter (SPEC 6). */
const PUBLISHED_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/

/** A certificate, and where it came from. */
export interface FetchedCertificate {
  readonly leaf: Certificate
  /** For messages: without what may be secret in it. */
  readonly address: string
}

/**
 * Fetches an app's certificate from Nextcloud's public list. Whether it belongs to the key, and who issued it, is for
 * `acceptCredentials` to say: the list is not trusted for anything.
 *
 * @param appId the `<id>` of info.xml, untrusted
 * @param base https address of the list, without a slash at its end
 * @throws AppsignError CERTIFICATE_UNAVAILABLE, saying what came instead
 */
export async function fetchCertificate(appId: string, base: string, pause: Pause): Promise<FetchedCertificate> {
  if (!PUBLISHED_ID.test(appId))
    throw fail(
      `appinfo/info.xml says that the app is "${quoted(appId)}", and no app of that name can have a certificate in Nextcloud's public list. Correct <id>, or pass certificate.`,
    )
  const url = `${base.replace(/\/+$/, '')}/${appId}/${appId}.crt`
  const address = shownAddress(url)
  try {
    const text = (await fetchBytes(url, LIMITS, pause)).toString('latin1')
    return { leaf: readOnly(text, appId, address), address }
  } catch (error) {
    if (error instanceof AppsignError) throw error
    if (error instanceof Refusal && error.status === 404)
      throw fail(
        `certificate is empty, and Nextcloud has not published one for the app "${appId}": there is nothing at ${address}. Request one (https://github.com/nextcloud/app-certificate-requests), or pass certificate.`,
      )
    throw fail(
      `certificate is empty, and the one that Nextcloud published for the app "${appId}" could not be fetched: ${reasonOf(error)}. Run this again later, or pass certificate.`,
      error,
    )
  }
}

/** The one certificate of a text, for this app. */
function readOnly(text: string, appId: string, address: string): Certificate {
  const unfit = (why: string, cause?: unknown) =>
    fail(
      `certificate is empty, and what was fetched from ${address} can not take its place: ${why}. Pass certificate.`,
      cause,
    )
  if (text.trim() === '') throw unfit('it is empty')
  if (/<(?:!doctype|html|head|body)\b/i.test(text)) throw unfit('it is an HTML page')
  const certificates = parsed(text, (cause) => unfit('it is no certificate in PEM form', cause))
  const [leaf] = certificates
  if (certificates.length !== 1 || !leaf) throw unfit(`it holds ${certificates.length} certificates instead of one`)
  if (commonNameOf(leaf) !== appId)
    throw unfit(`it is for "${leaf.subject.commonNames.join('", "')}", not for "${appId}"`)
  return leaf
}

/** What `parseCertificates` advises is for somebody who can mend the text. */
function parsed(text: string, unfit: (cause: unknown) => AppsignError): Certificate[] {
  try {
    return parseCertificates(text, 'certificate')
  } catch (error) {
    throw unfit(error)
  }
}

function fail(message: string, cause?: unknown): AppsignError {
  return new AppsignError('CERTIFICATE_UNAVAILABLE', message, cause)
}

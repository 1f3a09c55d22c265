import type { KeyObject } from 'node:crypto'
import { AppsignError } from './findings/errors'
import type { Finding } from './findings/finding'
import { type Format, LEGACY_SUNSET, type Server } from './findings/server'
import type { AppInfo } from './payload/app-info'
import type { Authority } from './pki/authorities'

/** What the choice of a format depends on. */
export interface FormatQuestion {
  /** Undefined for `auto`. */
  readonly format: Format | undefined
  /** Whom the signature is for, as far as that is known; undefined when it is not. */
  readonly server: Server | undefined
  /** Undefined where there is none, as in a rehearsal without a certificate. */
  readonly key: KeyObject | undefined
  /** Who vouches for the leaf, if anyone does. */
  readonly authority: Authority | undefined
}

/**
 * In which format to sign: what the user said, else what the authority's certificates are for, else by the key: EC makes
 * v2, RSA legacy.
 *
 * @throws AppsignError INPUT_INVALID for a combination that no server could read
 */
export function chooseFormat({ format, server, key, authority }: FormatQuestion): Format {
  const ec = key?.asymmetricKeyType === 'ec'
  const natural = ec ? 'v2' : (authority?.format ?? 'legacy')
  const chosen = format ?? natural
  const refuse = (why: string) => new AppsignError('INPUT_INVALID', why)
  if (chosen === 'v2' && (server ?? authority?.server) === 'nextcloud') {
    const why = format
      ? 'format is v2'
      : ec
        ? 'private-key is an EC key, which only format v2 takes'
        : `certificate is of ${authority?.name}, whose certificates are for format v2`
    throw refuse(
      `${why}, and the app is for Nextcloud: no Nextcloud server reads format v2. Sign with the RSA key and the certificate of Nextcloud, or set server: owncloud if the app is for ownCloud.`,
    )
  }
  if (chosen === 'legacy' && ec)
    throw refuse(
      'format is legacy, which takes RSA keys only, and private-key is an EC key. Set format: v2, or leave it out.',
    )
  if (authority?.format && authority.format !== chosen)
    throw refuse(
      `The certificate is of ${authority.name}, whose certificates are for the format ${authority.format}, and ${format ? `format is ${format}` : 'the key asks for v2'}. ${
        chosen === 'v2'
          ? 'Request a certificate of ownCloud G2 for format v2, or set format: legacy.'
          : 'ownCloud 10 does not trust it; set format: v2, or sign with a certificate of ownCloud G1.'
      }`,
    )
  return chosen
}

/**
 * Which ownCloud servers will not read what is signed, from the versions that info.xml names. Nextcloud reads the legacy
 * format everywhere.
 *
 * @param signing when verifying, what is still accepted is worth a notice only
 */
export function formatFindings(format: Format, server: Server, app: AppInfo, now: Date, signing: boolean): Finding[] {
  const range = app.dependencies.owncloud
  if (server !== 'owncloud' || (!signing && format === 'v2')) return []
  const named = range
    ? `info.xml names ownCloud ${range.min ?? 'any version'} to ${range.max ?? 'any version'}`
    : 'info.xml names no ownCloud version'
  if (format === 'v2') {
    if ((majorOf(range?.min) ?? 0) >= 11) return []
    return [
      {
        code: 'V2_LEAVES_OUT_10',
        severity: range ? 'warning' : 'notice',
        message: `ownCloud 10 does not read format v2, and 10.16.7 refuses apps that it finds unsigned (${named}).`,
        hint: 'Ship a second package in the legacy format for ownCloud 10, or set min-version="11".',
      },
    ]
  }
  const only10 = !isFor11(app)
  const gone = now >= LEGACY_SUNSET
  const sunset = LEGACY_SUNSET.toISOString().replace('.000', '')
  return [
    {
      code: 'LEGACY_SUNSET',
      severity: only10 || (!signing && !gone) ? 'notice' : 'warning',
      message: only10
        ? `Legacy signatures stop on ownCloud 11 at ${sunset}; ownCloud 10 goes on reading them (${named}).`
        : `Legacy signatures stop on ownCloud 11 at ${sunset}: from then on ownCloud 11.0 and later ${gone ? 'refuse' : 'will refuse'} this app, while ownCloud 10 goes on reading it (${named}).`,
      hint: only10
        ? 'Nothing, as long as the app is for ownCloud 10 only.'
        : 'Request a certificate of ownCloud G2 and ship a second package in format v2, or set max-version="10".',
    },
  ]
}

/** Whether an app is for ownCloud 10, too: `min-version` says 10 or earlier, or says nothing. */
export function isFor10(app: AppInfo): boolean {
  return (majorOf(app.dependencies.owncloud?.min) ?? 0) < 11
}

/** Whether an app is for ownCloud 11, too: `max-version` says 11 or later, or says nothing. */
export function isFor11(app: AppInfo): boolean {
  return (majorOf(app.dependencies.owncloud?.max) ?? 11) >= 11
}

function majorOf(version: string | undefined): number | undefined {
  const digits = /^\d+/.exec(version ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}

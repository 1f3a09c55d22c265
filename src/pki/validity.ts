import { exception } from '../findings/exceptions'
import type { Finding } from '../findings/finding'
import type { Certificate } from './certificate'

const DAY = 24 * 60 * 60 * 1000
const RENEW = 'Request a new certificate from the vendor with a new CSR.'
const CLOCK = 'Wait until then, and check the clock of this machine.'

/** Whole days from now until a certificate ends; negative once it has. */
export function daysLeft(certificate: Certificate, now: Date): number {
  return Math.floor((certificate.notAfter.getTime() - now.getTime()) / DAY)
}

/** Day and time in UTC, for messages: `2028-12-31 08:26:50 UTC`. */
export function formatDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** Where a certificate stands in time. */
export function validityOf(certificate: Certificate, now: Date): 'valid' | 'expired' | 'not-yet-valid' {
  if (now < certificate.notBefore) return 'not-yet-valid'
  return now > certificate.notAfter ? 'expired' : 'valid'
}

/**
 * What a leaf's dates mean where no server looks at them: to Nextcloud and ownCloud 10 (SPEC 3). The App Store does look.
 *
 * @param warningDays how many days before its end a certificate is worth a warning
 */
export function checkLegacyDates(leaf: Certificate, now: Date, warningDays: number): Finding | undefined {
  switch (validityOf(leaf, now)) {
    case 'not-yet-valid':
      return {
        code: 'CERTIFICATE_NOT_YET_VALID',
        severity: 'warning',
        message: `The certificate is valid only from ${formatDate(leaf.notBefore)}.`,
        hint: CLOCK,
      }
    case 'expired':
      return {
        code: 'CERTIFICATE_EXPIRED',
        severity: 'warning',
        message: `The certificate expired on ${formatDate(leaf.notAfter)}. Servers still accept what it signed; the App Store does not.`,
        hint: RENEW,
      }
    case 'valid':
      return expiryWarning(leaf, now, warningDays)
  }
}

/** A warning when a valid leaf ends within so many days. */
export function expiryWarning(leaf: Certificate, now: Date, warningDays: number): Finding | undefined {
  const days = daysLeft(leaf, now)
  if (days >= warningDays) return undefined
  return {
    code: 'CERTIFICATE_EXPIRES',
    severity: 'warning',
    message: `The certificate expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${formatDate(leaf.notAfter)}.`,
    hint: 'Request a new one now (a new CSR to the vendor): afterwards nothing can be signed with it.',
  }
}

/**
 * What ownCloud 11 says of a leaf that is not valid now (SPEC 4): the chain is bad, but an *expired* leaf that made a
 * legacy signature still passes until the sunset.
 *
 * @param legacyAccepted whether this is such a signature, before the sunset
 */
export function checkOwnCloudDates(
  leaf: Certificate,
  now: Date,
  warningDays: number,
  legacyAccepted: boolean,
): Finding | undefined {
  const validity = validityOf(leaf, now)
  if (validity === 'valid') return expiryWarning(leaf, now, warningDays)
  if (validity === 'expired' && legacyAccepted)
    return {
      code: 'LEGACY_ACCEPTED_WARN',
      severity: 'warning',
      message: `The certificate expired on ${formatDate(leaf.notAfter)}. ownCloud accepts what it signed only because the signature is in the legacy format.`,
      hint: RENEW,
    }
  return exception(
    'BAD_CHAIN',
    validity === 'expired'
      ? `The certificate expired on ${formatDate(leaf.notAfter)}.`
      : `The certificate is valid only from ${formatDate(leaf.notBefore)}.`,
    validity === 'expired' ? RENEW : CLOCK,
    'Leaf certificate is expired or not yet valid',
  )
}

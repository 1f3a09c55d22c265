import type { Finding } from '../findings/finding'
import type { Certificate } from './certificate'

const DAY = 24 * 60 * 60 * 1000

/** Whole days from now until a certificate ends; negative once it has. */
export function daysLeft(certificate: Certificate, now: Date): number {
  return Math.floor((certificate.notAfter.getTime() - now.getTime()) / DAY)
}

/** Day and time in UTC, for messages: `2028-12-31 08:26:50 UTC`. */
export function formatDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/**
 * What a leaf's dates mean to its owner. No legacy server looks at them, the App Store does (SPEC 3 and 6): when verifying
 * these are warnings; whoever signs turns the first two into errors.
 *
 * @param warningDays how many days before its end a certificate is worth a warning
 */
export function checkDates(leaf: Certificate, now: Date, warningDays: number): Finding | undefined {
  const { notBefore, notAfter } = leaf
  if (now < notBefore)
    return {
      code: 'CERTIFICATE_NOT_YET_VALID',
      severity: 'warning',
      message: `The certificate is valid only from ${formatDate(notBefore)}.`,
      hint: 'Wait until then, and check the clock of this machine.',
    }
  if (now > notAfter)
    return {
      code: 'CERTIFICATE_EXPIRED',
      severity: 'warning',
      message: `The certificate expired on ${formatDate(notAfter)}. Servers still accept what it signed; the App Store does not.`,
      hint: 'Request a new certificate from the vendor with a new CSR.',
    }
  const days = daysLeft(leaf, now)
  if (days >= warningDays) return undefined
  return {
    code: 'CERTIFICATE_EXPIRES',
    severity: 'warning',
    message: `The certificate expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${formatDate(notAfter)}.`,
    hint: 'Request a new one now (a new CSR to the vendor): afterwards nothing can be signed and the App Store refuses uploads.',
  }
}

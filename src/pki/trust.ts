import { exception } from '../findings/exceptions'
import type { Finding } from '../findings/finding'
import { SERVER_NAMES, type Server } from '../findings/server'
import { type Authority, bundledAuthorities } from './authorities'
import type { Certificate } from './certificate'
import type { RevocationCheck, RevocationPolicy } from './revocation-check'
import { formatDate } from './validity'

/** Whom a run trusts, on whose behalf, and what time it is. */
export interface Trust {
  /** Every authority that may count; `server` narrows them down. */
  readonly authorities: readonly Authority[]
  /** Undefined: the leaf's issuer decides. */
  readonly server: Server | undefined
  readonly revocation: RevocationPolicy
  readonly now: Date
  /** Days before its end at which a certificate is worth a warning. */
  readonly expiryWarningDays: number
}

/** The authorities whose leaves this server accepts; every one when no server is named. */
export function authoritiesOf(trust: Trust, server: Server | undefined = trust.server): Authority[] {
  return trust.authorities.filter((authority) => !server || !authority.server || authority.server === server)
}

/**
 * Why a leaf's chain is refused: who issued it, and who would have had to.
 *
 * @param sentence the server's, where it is not the legacy one
 */
export function unknownIssuer(leaf: Certificate, server: Server | undefined, sentence?: string): Finding {
  const wanted = server ? SERVER_NAMES[server] : 'Nextcloud or ownCloud'
  const other = server && otherVendor(leaf, server)
  return exception(
    'BAD_CHAIN',
    other
      ? `The certificate was issued by ${SERVER_NAMES[other]}, and ${wanted} servers do not trust it.`
      : `The certificate does not lead to an authority of ${wanted}: its issuer is "${leaf.issuer.text}".`,
    other
      ? `Set server: ${other}, or use the certificate that ${wanted} issued.`
      : 'Use the certificate that the vendor issued for this app, with its intermediates as certificate-chain if there are any. If this authority is your own, give its root certificate as trusted-authorities.',
    sentence,
  )
}

function otherVendor(leaf: Certificate, server: Server): Server | undefined {
  return bundledAuthorities().find(
    (authority) =>
      authority.server !== server &&
      [...authority.anchors, ...authority.intermediates].some((issuer) => issuer.subject.key === leaf.issuer.key),
  )?.server
}

/** What is known of a chain's revocation, as findings; none when all is well. */
export function revocationFindings(check: RevocationCheck, authority: Authority): Finding[] {
  const findings: Finding[] = []
  if (check.fallback)
    findings.push({
      code: 'REVOCATION_LIST_BUNDLED',
      severity: 'notice',
      message: `Revocation was checked against the list that comes with appsign: ${check.fallback}.`,
      hint: 'Set revocation: bundled to do so without trying, or let this job reach the address.',
    })
  switch (check.state) {
    case 'good':
      break
    case 'revoked':
      findings.unshift(
        exception(
          'REVOKED',
          `The certificate "${check.certificate.subject.text}" (serial ${check.certificate.serial}) was revoked by ${authority.name} on ${formatDate(check.on)}.`,
          'Request a new certificate from the vendor, and sign with that one.',
        ),
      )
      break
    case 'unchecked':
      findings.unshift(
        exception(
          'CRL_UNAVAILABLE',
          `Nobody can tell whether the certificate was revoked: ${check.reason}.`,
          'Let this job reach the published list, or report it if the bundled one should have served.',
        ),
      )
      break
    case 'no-list':
      findings.push({
        code: 'NO_REVOCATION_LIST',
        severity: 'notice',
        message: 'Revocation was not checked: an authority from trusted-authorities has no revocation list.',
      })
      break
    case 'off':
      findings.push({
        code: 'REVOCATION_OFF',
        severity: 'warning',
        message: 'Revocation was not checked: revocation is off.',
        hint: 'Set revocation: auto. Servers refuse what a revoked certificate signed.',
      })
  }
  return findings
}

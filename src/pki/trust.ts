import { exception } from '../findings/exceptions'
import type { Finding } from '../findings/finding'
import { SERVER_NAMES, type Server } from '../findings/server'
import { type Authority, bundledAuthorities, customAuthority } from './authorities'
import type { Certificate } from './certificate'
import type { Chain } from './chain'
import { checkRevocation } from './revocation'
import { formatDate } from './validity'

/** Whom a run trusts, on whose behalf, and what time it is. */
export interface Trust {
  readonly authorities: readonly Authority[]
  /** Undefined: the leaf's issuer decides. */
  readonly server: Server | undefined
  readonly now: Date
  /** Days before its end at which a certificate is worth a warning. */
  readonly expiryWarningDays: number
}

/**
 * The authorities that count: the bundled ones of this server (or all), and what the user trusts besides.
 *
 * @param trusted root certificates that the user gave
 */
export function authoritiesFor(server: Server | undefined, trusted: readonly Certificate[]): Authority[] {
  const bundled = bundledAuthorities().filter((authority) => !server || authority.server === server)
  return trusted.length > 0 ? [...bundled, customAuthority(trusted)] : bundled
}

/** Why a leaf's chain is refused: who issued it, and who would have had to. */
export function unknownIssuer(leaf: Certificate, trust: Trust): Finding {
  const wanted = trust.server ? SERVER_NAMES[trust.server] : 'Nextcloud or ownCloud'
  const other = trust.server && otherVendor(leaf, trust.server)
  return exception(
    'BAD_CHAIN',
    other
      ? `The certificate was issued by ${SERVER_NAMES[other]}, and ${wanted} servers do not trust it.`
      : `The certificate was not issued by ${wanted}: its issuer is "${leaf.issuer.text}".`,
    other
      ? `Set server: ${other}, or use the certificate that ${wanted} issued.`
      : 'Use the certificate that the vendor issued for this app. If this authority is your own, give its root certificate as trusted-authorities.',
  )
}

function otherVendor(leaf: Certificate, server: Server): Server | undefined {
  return bundledAuthorities().find(
    (authority) =>
      authority.server !== server && authority.anchors.some((anchor) => anchor.subject.key === leaf.issuer.key),
  )?.server
}

/** What the authority's revocation list says of a leaf, as a finding; undefined when all is well. */
export function revocationFinding(chain: Chain): Finding | undefined {
  const result = checkRevocation(chain)
  switch (result.state) {
    case 'good':
      return undefined
    case 'revoked':
      return exception(
        'REVOKED',
        `The certificate (serial ${chain.leaf.serial}) was revoked by ${chain.authority.name} on ${formatDate(result.on)}.`,
        'Request a new certificate from the vendor, and sign with that one.',
      )
    case 'unchecked':
      return exception(
        'CRL_UNAVAILABLE',
        `Nobody can tell whether the certificate was revoked: ${result.reason}.`,
        'Please report this: the bundled lists are tested.',
      )
    case 'no-list':
      return {
        code: 'NO_REVOCATION_LIST',
        severity: 'notice',
        message: 'Revocation was not checked: an authority from trusted-authorities has no revocation list.',
      }
  }
}

import type { Authority } from './authorities'
import type { Certificate } from './certificate'

/** A leaf and who vouches for it. */
export interface Chain {
  readonly leaf: Certificate
  readonly issuer: Certificate
  readonly authority: Authority
}

/**
 * True when `issuer` has issued `certificate`: the names agree, so do the key identifiers where there are any, and the
 * signature is the issuer's. Dates are not looked at: no legacy server does (SPEC 3).
 */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  try {
    return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.publicKey)
  } catch {
    // A signature algorithm that this runtime refuses can not make a chain.
    return false
  }
}

/**
 * The legacy chain: the leaf, directly below a trust anchor (SPEC 3, step 2).
 *
 * @returns the chain, or undefined when none of the authorities has issued the leaf
 */
export function findChain(leaf: Certificate, authorities: readonly Authority[]): Chain | undefined {
  for (const authority of authorities) {
    for (const issuer of authority.anchors) if (isIssuedBy(leaf, issuer)) return { leaf, issuer, authority }
  }
  return undefined
}

import type { Authority } from './authorities'
import type { Certificate } from './certificate'
import { mayIssue } from './leaf-profile'

/** A leaf and who vouches for it. */
export interface Chain {
  readonly leaf: Certificate
  /** The leaf's issuer first, then that one's, up to a trust anchor; at least one. */
  readonly issuers: readonly [Certificate, ...Certificate[]]
  readonly authority: Authority
}

/**
 * True when `issuer` has issued `certificate`: the names agree, so do the key identifiers where there are any, and the
 * signature is the issuer's. Dates are not looked at: no server does so for an issuer (SPEC 3 and 4).
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
 * Finds who vouches for a leaf: a trust anchor, or an intermediate that has itself been verified up to one (SPEC 3 and 4).
 * That a certificate stands in an envelope is no reason to trust it.
 *
 * @param candidates intermediates from an envelope or from the user, in any order; the legacy format has none
 * @returns the chain, or undefined when none of the authorities vouches for the leaf
 */
export function findChain(
  leaf: Certificate,
  authorities: readonly Authority[],
  candidates: readonly Certificate[] = [],
): Chain | undefined {
  for (const authority of authorities) {
    const { mayHaveIssued } = authority
    if (mayHaveIssued && ![leaf, ...candidates].some(mayHaveIssued)) continue
    const direct = authority.anchors.find((anchor) => isIssuedBy(leaf, anchor) && allows(anchor, 0))
    if (direct) return { leaf, issuers: [direct, ...above(direct, authority)], authority }
    for (const intermediate of [...candidates, ...authority.intermediates]) {
      if (!isIssuedBy(leaf, intermediate) || !mayIssue(intermediate, 0)) continue
      const anchor = authority.anchors.find((root) => isIssuedBy(intermediate, root) && allows(root, 1))
      if (anchor) return { leaf, issuers: [intermediate, anchor, ...above(anchor, authority)], authority }
    }
  }
  return undefined
}

/** An anchor is trusted as it is, but for what it says itself of the length of its chains. */
function allows(anchor: Certificate, below: number): boolean {
  return (anchor.extensions.pathLength ?? below) >= below
}

/** Nextcloud's file holds an intermediate and its root, both anchors: the root is named as well. */
function above(anchor: Certificate, authority: Authority): Certificate[] {
  const parent = authority.anchors.find((other) => other !== anchor && isIssuedBy(anchor, other))
  return parent ? [parent] : []
}

/** The certificates between leaf and root, as format v2 carries them: the leaf's issuer first, no root. */
export function intermediatesOf(chain: Chain): Certificate[] {
  return chain.issuers.filter((certificate) => certificate.subject.key !== certificate.issuer.key)
}

import type { Certificate } from './certificate'
import { OID } from './extensions'

/**
 * Whether a leaf is what format v2 wants (SPEC 4): not a CA, keyUsage digitalSignature, extendedKeyUsage codeSigning.
 * Legacy leaves are exempt: they have no extensions at all.
 *
 * @returns what is wrong, to follow "The certificate"; undefined when all is well
 */
export function leafProfileProblem(leaf: Certificate): string | undefined {
  const { ca, keyUsage, extendedKeyUsage } = leaf.extensions
  if (ca) return 'is that of an authority (CA:TRUE), not that of an app'
  if (!keyUsage?.has('digitalSignature')) return 'lacks the key usage digitalSignature'
  if (!extendedKeyUsage?.has(OID.codeSigning)) return 'lacks the extended key usage codeSigning'
  return undefined
}

/**
 * Whether a certificate may issue others, at this height above the leaf.
 *
 * @param below how many intermediates stand between it and the leaf
 */
export function mayIssue(issuer: Certificate, below: number): boolean {
  const { ca, keyUsage, pathLength } = issuer.extensions
  return ca === true && (keyUsage?.has('keyCertSign') ?? true) && (pathLength ?? below) >= below
}

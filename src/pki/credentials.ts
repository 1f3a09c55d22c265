import type { KeyObject } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import { type Certificate, fingerprint } from './certificate'
import { type Chain, findChain } from './chain'
import { publicKeyOf } from './key'
import { revocationFinding, type Trust, unknownIssuer } from './trust'
import { checkDates } from './validity'

/** What signs: a private key and the certificate that goes with it. */
export interface Credentials {
  readonly key: KeyObject
  readonly leaf: Certificate
}

/**
 * Makes sure, before anything is written, that servers will accept what these credentials sign: the key belongs to the
 * certificate, which is for this app, is issued by an authority that counts, not revoked, and valid now.
 *
 * @param appId the `<id>` of info.xml
 * @returns the chain, and what is worth saying all the same
 * @throws AppsignError KEY_MISMATCH or CERTIFICATE_REFUSED
 */
export function assertCredentials(
  { key, leaf }: Credentials,
  appId: string,
  trust: Trust,
): { chain: Chain; findings: Finding[] } {
  assertKeyBelongs(key, leaf)
  assertScope(leaf, appId)
  const chain = findChain(leaf, trust.authorities)
  if (!chain) throw refused(unknownIssuer(leaf, trust))
  const findings = [revocationFinding(chain), checkDates(leaf, trust.now, trust.expiryWarningDays)].filter(
    (finding) => finding !== undefined,
  )
  for (const finding of findings) {
    // Servers would let an expired certificate pass; a release signed with one could never be uploaded.
    const dates = finding.code === 'CERTIFICATE_EXPIRED' || finding.code === 'CERTIFICATE_NOT_YET_VALID'
    if (finding.severity === 'error' || dates) throw refused(finding)
  }
  return { chain, findings }
}

function assertKeyBelongs(key: KeyObject, leaf: Certificate): void {
  const ofKey = fingerprint(publicKeyOf(key))
  const ofLeaf = fingerprint(leaf.publicKey)
  if (ofKey === ofLeaf) return
  throw new AppsignError(
    'KEY_MISMATCH',
    `private-key does not belong to certificate: the public key of private-key has the SHA-256 fingerprint ${ofKey}, that of certificate ${ofLeaf}. Take the key that made the CSR, or request a new certificate.`,
  )
}

function assertScope(leaf: Certificate, appId: string): void {
  const { commonNames } = leaf.subject
  if (commonNames.length === 1 && commonNames[0] === appId) return
  throw new AppsignError(
    'CERTIFICATE_REFUSED',
    `certificate is for "${commonNames.join('", "')}", and appinfo/info.xml says that the app is "${appId}". Use the certificate of "${appId}", or correct <id>.`,
  )
}

function refused(finding: Finding): AppsignError {
  const sentence = `${finding.message} ${finding.hint ?? ''}`.trim()
  return new AppsignError('CERTIFICATE_REFUSED', `certificate can not be used. ${sentence}`)
}

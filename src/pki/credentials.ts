import type { KeyObject } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Format } from '../findings/server'
import { type Certificate, fingerprint } from './certificate'
import { type Chain, findChain } from './chain'
import { assertChainInput } from './chain-input'
import { commonNameOf, v2IdentityProblem } from './identity'
import { publicKeyOf } from './key'
import { leafProfileProblem } from './leaf-profile'
import { checkRevocation, type RevocationCheck } from './revocation-check'
import { authoritiesOf, revocationFindings, type Trust, unknownIssuer } from './trust'
import { expiryWarning, formatDate, validityOf } from './validity'

/** What signs: a private key, the certificate that goes with it, and the intermediates above that. */
export interface Credentials {
  readonly key: KeyObject
  readonly leaf: Certificate
  /** From the input certificate-chain; the leaf's issuer first. Only format v2 has any. */
  readonly intermediates: readonly Certificate[]
}

/** Credentials that servers will accept, and what is worth saying all the same. */
export interface AcceptedCredentials {
  readonly chain: Chain
  readonly revocation: RevocationCheck
  readonly findings: readonly Finding[]
}

/**
 * Makes sure, before anything is written, that servers will accept what these credentials sign: the key belongs to the
 * certificate, which is for this app and for signing, is issued by an authority that counts, not revoked, and valid now.
 *
 * @param appId the `<id>` of info.xml
 * @throws AppsignError KEY_MISMATCH, CERTIFICATE_REFUSED, or CERTIFICATE_INVALID for certificate-chain
 */
export async function acceptCredentials(
  { key, leaf, intermediates }: Credentials,
  appId: string,
  format: Format,
  trust: Trust,
): Promise<AcceptedCredentials> {
  assertKeyBelongs(key, leaf)
  assertScope(leaf, appId, format)
  if (format === 'v2') {
    const problem = leafProfileProblem(leaf)
    if (problem) throw refused(`it ${problem}. Use the certificate that ownCloud issued for this app.`)
  }
  const chain = findChain(leaf, authoritiesOf(trust), format === 'v2' ? intermediates : [])
  if (!chain && format === 'legacy' && findChain(leaf, authoritiesOf(trust), intermediates))
    throw refused('an intermediate issued it, and the legacy format has no place for that one. Set format: v2.')
  if (!chain) throw refusedFor(unknownIssuer(leaf, trust.server))
  if (format === 'v2') assertChainInput(intermediates, chain)
  assertDates(format === 'v2' ? [leaf, ...chain.issuers] : [leaf], trust.now)
  const revocation = await checkRevocation(chain, trust.revocation)
  const findings = revocationFindings(revocation, chain.authority)
  for (const finding of findings) if (finding.severity === 'error') throw refusedFor(finding)
  const unused = format === 'legacy' && intermediates.length > 0 ? CHAIN_NOT_USED : undefined
  const advice = [unused, expiryWarning(leaf, trust.now, trust.expiryWarningDays)].filter((one) => one !== undefined)
  return { chain, revocation, findings: [...findings, ...advice] }
}

const CHAIN_NOT_USED: Finding = {
  code: 'CHAIN_NOT_USED',
  severity: 'notice',
  message: 'certificate-chain is not used: the legacy format carries the certificate of the app alone.',
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

/** The id itself in the legacy format; its folded form, which must look like an id, in format v2 (SPEC 4). */
function assertScope(leaf: Certificate, appId: string, format: Format): void {
  const problem = format === 'v2' ? v2IdentityProblem(appId, leaf) : undefined
  if (format === 'v2' ? !problem : commonNameOf(leaf) === appId) return
  const named = leaf.subject.commonNames.join('", "')
  const reason = problem ? ` (${problem})` : ''
  throw new AppsignError(
    'CERTIFICATE_REFUSED',
    `certificate is for "${named}", and appinfo/info.xml says that the app is "${appId}"${reason}. Use the certificate of "${appId}", or correct <id>.`,
  )
}

/** Servers let some of these pass; a release that was signed with one could never be uploaded. */
function assertDates(certificates: readonly Certificate[], now: Date): void {
  for (const [index, certificate] of certificates.entries()) {
    const name = index === 0 ? 'it' : `its issuer "${certificate.subject.text}"`
    const validity = validityOf(certificate, now)
    if (validity === 'expired')
      throw refused(
        `${name} expired on ${formatDate(certificate.notAfter)}. Request a new certificate from the vendor with a new CSR.`,
      )
    if (validity === 'not-yet-valid')
      throw refused(
        `${name} is valid only from ${formatDate(certificate.notBefore)}. Wait until then, and check the clock of this machine.`,
      )
  }
}

function refusedFor(finding: Finding): AppsignError {
  return refused(`${finding.message} ${finding.hint ?? ''}`.trim())
}

function refused(why: string): AppsignError {
  return new AppsignError('CERTIFICATE_REFUSED', `certificate can not be used: ${why}`)
}

import { cnMismatch } from './cn-mismatch'
import { permitAlgorithm } from './envelope/algorithm'
import type { V2Envelope } from './envelope/envelope'
import { verifyWith } from './envelope/scheme'
import { exception } from './findings/exceptions'
import type { Finding } from './findings/finding'
import type { Certificate } from './pki/certificate'
import type { Chain } from './pki/chain'
import { CORE, commonNameOf, identitySentence, v2IdentityProblem } from './pki/identity'
import { leafProfileProblem } from './pki/leaf-profile'
import { checkRevocation } from './pki/revocation-check'
import { revocationFindings, type Trust, unknownIssuer } from './pki/trust'
import { checkOwnCloudDates } from './pki/validity'
import type { Signer } from './signer'
import { type EnvelopeSubject, isInOwnCloud10 } from './subject'
import { type EnvelopeVerdict, unreadableLeaf } from './verdict'

/**
 * Asks of an envelope in format v2 what ownCloud 11 asks, in its order (SPEC 4): does the leaf lead to a trusted root, is it
 * for signing, is the algorithm permitted, does the signature fit the bytes in the file, is the leaf valid now, is the
 * chain revoked, is the leaf for this app. A step that can not be taken without an earlier one is left out.
 *
 * @param subject its id is the app's as info.xml has it, or `core`
 */
export async function verifyV2(
  envelope: V2Envelope,
  { leaf, chain }: Signer,
  subject: EnvelopeSubject,
  trust: Trust,
): Promise<EnvelopeVerdict> {
  if (!leaf) return unreadableLeaf('Failed to load leaf certificate.')
  const permitted = permitAlgorithm(envelope.algorithm, leaf.publicKey, chain?.authority, trust.now)
  const revocation = chain && (await checkRevocation(chain, trust.revocation))
  const findings = [
    trust.server === 'nextcloud' ? notForNextcloud() : undefined,
    isInOwnCloud10(subject, trust.server) ? notForOwnCloud10() : undefined,
    chain
      ? checkProfile(leaf, chain)
      : unknownIssuer(leaf, 'owncloud', 'Leaf certificate does not chain to a trusted root.'),
    'finding' in permitted ? permitted.finding : checkSignature(envelope, leaf, permitted.algorithm),
    checkOwnCloudDates(leaf, trust.now, trust.expiryWarningDays, isLegacyScheme(permitted)),
    ...(chain && revocation ? revocationFindings(revocation, chain.authority) : []),
    checkIdentity(leaf, chain, subject),
  ]
  return { leaf, chain, revocation, findings: findings.filter((finding) => finding !== undefined) }
}

function notForNextcloud(): Finding {
  return exception(
    'BAD_CHAIN',
    'signature.json is in format v2, which no Nextcloud server reads.',
    'Sign in the legacy format for Nextcloud.',
  )
}

function notForOwnCloud10(): Finding {
  return exception(
    'BAD_CHAIN',
    'signature.json is in format v2, which ownCloud 10 does not read.',
    'Take the release that is signed for ownCloud 10.',
    'App Certificate is not valid.',
  )
}

/** G1's leaves have no extensions, and are exempt (SPEC 4). */
function checkProfile(leaf: Certificate, chain: Chain): Finding | undefined {
  const problem = isG1(chain) ? undefined : leafProfileProblem(leaf)
  if (!problem) return undefined
  return exception('BAD_CHAIN', `The certificate ${problem}.`, 'Use the certificate that ownCloud issued for this app.')
}

function checkSignature(
  envelope: V2Envelope,
  leaf: Certificate,
  algorithm: Parameters<typeof verifyWith>[0],
): Finding | undefined {
  if (verifyWith(algorithm, envelope.signedBytes, leaf.publicKey, envelope.signature)) return undefined
  return exception(
    'BAD_SIGNATURE',
    'The signature does not belong to the hashes, as they are written, and the certificate.',
    'signature.json was edited, reformatted, or made with a key that does not belong to its certificate. Sign again.',
    'Signature could not be verified.',
  )
}

function checkIdentity(leaf: Certificate, chain: Chain | undefined, subject: EnvelopeSubject): Finding | undefined {
  const { id } = subject
  const commonName = commonNameOf(leaf)
  const sentence =
    id === CORE
      ? commonName === CORE
        ? undefined
        : `Invalid core CN: ${commonName ?? ''} (expected "${CORE}")`
      : !chain || !isG1(chain)
        ? v2IdentityProblem(id, leaf)
        : commonName === id
          ? undefined
          : identitySentence(id, commonName ?? '')
  return sentence === undefined ? undefined : cnMismatch(subject, leaf.subject.commonNames.join(', CN='), sentence)
}

/** G1 may use the legacy scheme in this format, too, until the sunset; then its expired leaves pass as well (SPEC 4). */
function isLegacyScheme(permitted: ReturnType<typeof permitAlgorithm>): boolean {
  return 'algorithm' in permitted && permitted.algorithm === 'rsa-pss-sha1'
}

function isG1(chain: Chain): boolean {
  return chain.authority.id === 'owncloud-g1'
}

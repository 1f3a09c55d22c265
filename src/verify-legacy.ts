import { cnMismatch } from './cn-mismatch'
import { isLegacyAuthority, permitAlgorithm } from './envelope/algorithm'
import type { LegacyEnvelope } from './envelope/envelope'
import { verifyLegacyEnvelope } from './envelope/legacy'
import { AppsignError } from './findings/errors'
import { exception, scopeSentence } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { isFor11 } from './format'
import type { Certificate } from './pki/certificate'
import { CORE, commonNameOf, identitySentence } from './pki/identity'
import { checkRevocation } from './pki/revocation-check'
import { revocationFindings, type Trust, unknownIssuer } from './pki/trust'
import { checkLegacyDates, checkOwnCloudDates } from './pki/validity'
import { chooseServer } from './server'
import type { Signer } from './signer'
import { type EnvelopeSubject, isInOwnCloud11 } from './subject'
import { type EnvelopeVerdict, unreadableLeaf } from './verdict'

/**
 * Asks of a legacy envelope what the servers ask, in their order (SPEC 3, steps 2 to 5): who issued the leaf, is it revoked,
 * is it for this app, does the signature fit; for ownCloud also what version 11 asks on top (SPEC 4): is the scheme
 * permitted, and is the leaf valid now. An app that is for ownCloud 10 only outlives the sunset. A step that can not be taken without an earlier one is left out.
 */
export async function verifyLegacy(
  envelope: LegacyEnvelope,
  { leaf, chain }: Signer,
  subject: EnvelopeSubject,
  trust: Trust,
): Promise<EnvelopeVerdict> {
  if (!leaf) return unreadableLeaf()
  const revocation = chain && (await checkRevocation(chain, trust.revocation))
  const { server } = chooseServer(trust.server, chain?.authority, subject, 'legacy')
  const onOwnCloud = server === 'owncloud'
  const asks11 = onOwnCloud && isFor11(subject)
  // ownCloud 10 knows no authority of version 2, and 11 lets none of them sign in the legacy scheme.
  const asksScheme = asks11 || (onOwnCloud && chain !== undefined && !isLegacyAuthority(chain.authority))
  const permitted = asksScheme
    ? permitAlgorithm('rsa-pss-sha1', leaf.publicKey, chain?.authority, trust.now)
    : undefined
  const refused = permitted && 'finding' in permitted ? permitted.finding : undefined
  const findings = [
    chain ? undefined : unknownIssuer(leaf, trust.server),
    refused,
    ...(chain && revocation ? revocationFindings(revocation, chain.authority) : []),
    checkScope(leaf, subject, isInOwnCloud11(subject, server)),
    checkSignature(envelope, leaf),
    asks11
      ? checkOwnCloudDates(leaf, trust.now, trust.expiryWarningDays, !refused)
      : checkLegacyDates(leaf, trust.now, trust.expiryWarningDays),
  ]
  return { leaf, chain, revocation, findings: findings.filter((finding) => finding !== undefined) }
}

/** The leaf speaks for one app only; CN `core` is trusted for everything (SPEC 3, step 4), but not by ownCloud 11 (SPEC 4). */
function checkScope(leaf: Certificate, subject: EnvelopeSubject, isIn11: boolean): Finding | undefined {
  const { id } = subject
  const commonName = commonNameOf(leaf)
  if (commonName !== undefined && (commonName === id || (commonName === CORE && !isIn11))) return undefined
  const shown = leaf.subject.commonNames.join(', CN=')
  return cnMismatch(subject, shown, isIn11 ? identitySentence(id, shown) : scopeSentence(id, shown))
}

function checkSignature(envelope: LegacyEnvelope, leaf: Certificate): Finding | undefined {
  const hint =
    'signature.json was edited, merged, or made with a key that does not belong to its certificate. Sign again.'
  try {
    if (verifyLegacyEnvelope(envelope.hashes, envelope.signature, leaf)) return undefined
    return exception('BAD_SIGNATURE', 'The signature does not belong to the hashes and the certificate.', hint)
  } catch (error) {
    if (!(error instanceof AppsignError)) throw error
    return exception('BAD_SIGNATURE', `The signature can not be verified. ${error.message}`, hint)
  }
}

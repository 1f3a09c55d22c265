import type { KeyObject } from 'node:crypto'
import { exception } from '../findings/exceptions'
import type { Finding } from '../findings/finding'
import { LEGACY_SUNSET } from '../findings/server'
import type { Authority } from '../pki/authorities'
import { type Algorithm, keyKind, v2Algorithm } from './scheme'

/** The two that format v2 is for; they are always permitted (SPEC 4). */
const V2_ALGORITHMS: readonly string[] = ['ecdsa-p384-sha384', 'rsa-pss-sha384']
const LEGACY_ALGORITHM = 'rsa-pss-sha1'

/**
 * Whether ownCloud 11 permits an algorithm (SPEC 4): those of v2 always, the legacy scheme only below G1 and before the
 * sunset.
 *
 * @param name as the envelope says, undefined when it says nothing; `rsa-pss-sha1` for the legacy format
 * @param key the leaf's public key
 * @param authority who vouches for the leaf, if anyone does
 * @returns the algorithm, or the finding that refuses it
 */
export function permitAlgorithm(
  name: string | undefined,
  key: KeyObject,
  authority: Authority | undefined,
  now: Date,
): { algorithm: Algorithm } | { finding: Finding } {
  if (name === LEGACY_ALGORITHM) {
    if (authority && !isLegacyAuthority(authority))
      return refuse(
        `The signature is made with the legacy scheme, and ${authority.name} is not permitted to use that.`,
        'Sign in format v2.',
        'legacy algorithm is not permitted on non-G1 chains',
      )
    if (now >= LEGACY_SUNSET)
      return refuse(
        `The signature is made with the legacy scheme, which ownCloud 11 refuses since ${LEGACY_SUNSET.toISOString().replace('.000', '')}.`,
        'Request a certificate of ownCloud G2, and sign in format v2.',
        'legacy algorithm is not permitted after sunset',
      )
    return { algorithm: LEGACY_ALGORITHM }
  }
  if (name === undefined || !V2_ALGORITHMS.includes(name))
    return refuse(
      name === undefined
        ? 'signature.json does not say with which algorithm it was signed.'
        : `The algorithm "${name}" is not known.`,
      'Sign again.',
      `algorithm "${name ?? ''}" is not permitted`,
    )
  const ofKind = name.startsWith('ecdsa') ? key.asymmetricKeyType === 'ec' : key.asymmetricKeyType === 'rsa'
  // A key of the right kind and the wrong size; one of another kind makes the signature wrong, which is said there.
  if (ofKind && v2Algorithm(key) === undefined)
    return refuse(`The certificate is for ${keyKind(key)}, which format v2 does not take.`, 'Use an EC key on P-384.')
  return { algorithm: name as Algorithm }
}

/** Whose leaves may sign in the legacy scheme. What the user trusts on top of the vendors may do what G1 may. */
export function isLegacyAuthority(authority: Authority): boolean {
  return authority.format !== 'v2'
}

function refuse(message: string, hint: string, sentence?: string): { finding: Finding } {
  return { finding: exception('BAD_ALGORITHM', message, hint, sentence) }
}

import { Buffer } from 'node:buffer'
import { constants, createPrivateKey, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import { makeDer, readDer, TAG, writeDer } from '../pki/der'

/**
 * AlgorithmIdentifier of *id-RSASSA-PSS* with hash SHA-1 (the default), MGF1 with SHA-512 and salt length 0: the legacy
 * scheme (SPEC 3). `crypto.sign` takes one hash for both, unless the key itself carries these parameters.
 */
const LEGACY_PSS = Buffer.from(
  '303006092a864886f70d01010a3023a11c301a06092a864886f70d010108300d06096086480165030402030500a203020100',
  'hex',
)
const SALT_LENGTH = 0

/** What is signed: bytes, or text in pieces, which is signed in UTF-8. */
export type Signed = Uint8Array | Iterable<string>

/**
 * Signs in the legacy scheme: RSASSA-PSS, digest SHA-1, MGF1 with SHA-512, no salt. Deterministic.
 *
 * @param signed the manifest in PHP's JSON (`encodePhpJson`)
 * @param key an RSA private key
 * @returns the raw signature, as long as the modulus
 * @throws AppsignError KEY_INVALID for any other kind of key
 */
export function signLegacy(signed: Signed, key: KeyObject): Buffer {
  assertLegacyKey(key)
  const pkcs8 = makeDer(TAG.SEQUENCE, [
    makeDer(TAG.INTEGER, Buffer.from([0])),
    readDer(LEGACY_PSS),
    makeDer(TAG.OCTETSTRING, key.export({ type: 'pkcs1', format: 'der' })),
  ])
  const pssKey = createPrivateKey({ key: writeDer(pkcs8), format: 'der', type: 'pkcs8' })
  return feed(createSign('sha1'), signed).sign({ key: pssKey, saltLength: SALT_LENGTH })
}

/**
 * Verifies a signature of the legacy scheme.
 *
 * @param key the leaf's public key
 * @returns false for a wrong signature and for a key that is not RSA; never throws for bad input
 */
export function verifyLegacy(signed: Signed, key: KeyObject, signature: Uint8Array): boolean {
  if (key.asymmetricKeyType !== 'rsa' || !isAsLong(signature, key)) return false
  const spki = makeDer(TAG.SEQUENCE, [
    readDer(LEGACY_PSS),
    makeDer(TAG.BITSTRING, Buffer.concat([Buffer.from([0]), key.export({ type: 'pkcs1', format: 'der' })])),
  ])
  try {
    const pssKey = createPublicKey({ key: writeDer(spki), format: 'der', type: 'spki' })
    return feed(createVerify('sha1'), signed).verify({ key: pssKey, saltLength: SALT_LENGTH }, signature)
  } catch {
    // OpenSSL refuses a key that is too small for the scheme: no server could verify that signature either.
    return false
  }
}

/**
 * @throws AppsignError KEY_INVALID when the legacy format can not be signed with this kind of key
 */
export function assertLegacyKey(key: KeyObject): void {
  if (key.asymmetricKeyType === 'rsa') return
  throw new AppsignError(
    'KEY_INVALID',
    `private-key is ${keyKind(key)}, and the legacy format takes RSA keys only. Nextcloud and ownCloud 10 issue certificates for RSA-4096 keys: use the key that made the certificate request.`,
  )
}

/** The algorithms of format v2, and the legacy scheme under the name that ownCloud 11 has for it (SPEC 4). */
export type Algorithm = 'ecdsa-p384-sha384' | 'rsa-pss-sha384' | 'rsa-pss-sha1'

/** Modulus lengths in bits that format v2 takes (SPEC 4). */
const V2_RSA_BITS = [2048, 4096]
const V2_DIGEST = 'sha384'
const V2_SALT_LENGTH = 48

/**
 * The v2 algorithm that follows from a key (SPEC 4).
 *
 * @returns undefined for a key that format v2 does not take
 */
export function v2Algorithm(key: KeyObject): Exclude<Algorithm, 'rsa-pss-sha1'> | undefined {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (type === 'ec' && details?.namedCurve === 'secp384r1') return 'ecdsa-p384-sha384'
  if (type === 'rsa' && V2_RSA_BITS.includes(details?.modulusLength ?? 0)) return 'rsa-pss-sha384'
  return undefined
}

/**
 * @returns the algorithm with which this key signs
 * @throws AppsignError KEY_INVALID when format v2 does not take this kind of key
 */
export function assertV2Key(key: KeyObject): Exclude<Algorithm, 'rsa-pss-sha1'> {
  const algorithm = v2Algorithm(key)
  if (algorithm) return algorithm
  throw new AppsignError(
    'KEY_INVALID',
    `private-key is ${keyKind(key)}, and format v2 takes EC keys on P-384 and RSA keys of 2048 or 4096 bits only. Make a new key (openssl ecparam -name secp384r1 -genkey -noout) and request a certificate for it.`,
  )
}

/**
 * Signs in format v2 (SPEC 4): ECDSA over SHA-384 in ASN.1 DER, or RSASSA-PSS with SHA-384 throughout and a salt of 48.
 *
 * @param signed M (`encodeCanonicalJson`)
 * @throws AppsignError KEY_INVALID
 */
export function signV2(signed: Signed, key: KeyObject): Buffer {
  const algorithm = assertV2Key(key)
  return feed(createSign(V2_DIGEST), signed).sign(algorithm === 'rsa-pss-sha384' ? pss(key) : key)
}

/**
 * Verifies a signature under a named algorithm.
 *
 * @param key the leaf's public key
 * @returns false for a wrong signature and for a key of another kind than the algorithm's; never throws for bad input
 */
export function verifyWith(algorithm: Algorithm, signed: Signed, key: KeyObject, signature: Uint8Array): boolean {
  if (algorithm === 'rsa-pss-sha1') return verifyLegacy(signed, key, signature)
  if (v2Algorithm(key) !== algorithm || !isAsLong(signature, key)) return false
  try {
    return feed(createVerify(V2_DIGEST), signed).verify(algorithm === 'rsa-pss-sha384' ? pss(key) : key, signature)
  } catch {
    // OpenSSL refuses some shapes of a wrong signature instead of saying no.
    return false
  }
}

/** OpenSSL takes a signature whose leading zeros were cut off; the standard does not (RFC 8017, 8.1.2), nor does PHP. */
function isAsLong(signature: Uint8Array, { asymmetricKeyDetails: details }: KeyObject): boolean {
  return details?.modulusLength === undefined || signature.length === Math.ceil(details.modulusLength / 8)
}

function feed<Taker extends { update(piece: string | Uint8Array): unknown }>(taker: Taker, signed: Signed): Taker {
  if (signed instanceof Uint8Array) taker.update(signed)
  else for (const piece of signed) taker.update(piece)
  return taker
}

function pss(key: KeyObject) {
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: V2_SALT_LENGTH }
}

/** What kind of key this is, for messages: `an EC key (prime256v1)`. */
export function keyKind(key: KeyObject): string {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (type === 'ec') return `an EC key (${details?.namedCurve})`
  if (type === 'rsa') return `an RSA key of ${details?.modulusLength} bits`
  return `a key of the kind ${type}`
}

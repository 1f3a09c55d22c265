import { Buffer } from 'node:buffer'
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
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

/**
 * Signs in the legacy scheme: RSASSA-PSS, digest SHA-1, MGF1 with SHA-512, no salt. Deterministic.
 *
 * @param bytes what is signed: the manifest in PHP's JSON (`encodePhpJson`)
 * @param key an RSA private key
 * @returns the raw signature, as long as the modulus
 * @throws AppsignError KEY_INVALID for any other kind of key
 */
export function signLegacy(bytes: Uint8Array, key: KeyObject): Buffer {
  assertLegacyKey(key)
  const pkcs8 = makeDer(TAG.SEQUENCE, [
    makeDer(TAG.INTEGER, Buffer.from([0])),
    readDer(LEGACY_PSS),
    makeDer(TAG.OCTETSTRING, key.export({ type: 'pkcs1', format: 'der' })),
  ])
  const pssKey = createPrivateKey({ key: writeDer(pkcs8), format: 'der', type: 'pkcs8' })
  return sign('sha1', bytes, { key: pssKey, saltLength: SALT_LENGTH })
}

/**
 * Verifies a signature of the legacy scheme.
 *
 * @param key the leaf's public key
 * @returns false for a wrong signature and for a key that is not RSA; never throws for bad input
 */
export function verifyLegacy(bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  if (key.asymmetricKeyType !== 'rsa') return false
  const spki = makeDer(TAG.SEQUENCE, [
    readDer(LEGACY_PSS),
    makeDer(TAG.BITSTRING, Buffer.concat([Buffer.from([0]), key.export({ type: 'pkcs1', format: 'der' })])),
  ])
  try {
    const pssKey = createPublicKey({ key: writeDer(spki), format: 'der', type: 'spki' })
    return verify('sha1', bytes, { key: pssKey, saltLength: SALT_LENGTH }, signature)
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

function keyKind(key: KeyObject): string {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  return type === 'ec' ? `an EC key (${details?.namedCurve})` : `of the kind ${type}`
}

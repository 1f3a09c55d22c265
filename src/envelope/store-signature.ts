import { createHash, createSign, type KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { AppsignError, reasonOf } from '../findings/errors'
import { keyKind } from './scheme'

/** An archive's signature for the Nextcloud App Store, and the bytes for which it speaks. */
export interface StoreSignature {
  /** RSA PKCS#1 v1.5 with SHA-512, base64 in one line. */
  readonly signature: string
  /** SHA-256 of the same bytes, lower-case hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/**
 * Signs an archive as the Nextcloud App Store wants it (SPEC 6): RSA PKCS#1 v1.5 with SHA-512 over its bytes. Deterministic.
 * The file is read once, so that hash and size are of exactly the bytes that were signed.
 *
 * @param path absolute
 * @param key the app's RSA private key, whose certificate is registered in the store
 * @throws AppsignError KEY_INVALID for any other kind of key, PAYLOAD_UNREADABLE when the file can not be read
 */
export async function signForStore(path: string, key: KeyObject): Promise<StoreSignature> {
  assertStoreKey(key)
  const signer = createSign('sha512')
  const digest = createHash('sha256')
  let size = 0
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
      signer.update(piece)
      digest.update(piece)
      size += piece.length
    }
  } catch (error) {
    throw new AppsignError(
      'PAYLOAD_UNREADABLE',
      `The archive "${path}" can not be read: ${reasonOf(error)}. Keep it where it is until the step ends.`,
      error,
    )
  }
  return { signature: signer.sign(key, 'base64'), sha256: digest.digest('hex'), size }
}

function assertStoreKey(key: KeyObject): void {
  if (key.asymmetricKeyType === 'rsa') return
  throw new AppsignError(
    'KEY_INVALID',
    `private-key is ${keyKind(key)}, and the App Store takes signatures by RSA keys only. Use the key that made the certificate request to Nextcloud.`,
  )
}

import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import { encodePhpJson, prettyPhpJson } from '../manifest/php-json'
import { sortLikePhp } from '../manifest/php-order'
import type { Certificate } from '../pki/certificate'
import { formatPem } from '../pki/pem'
import type { EnvelopeHash } from './envelope'
import { signLegacy, verifyLegacy } from './scheme'

/**
 * The bytes of a legacy signature.json for a manifest: exactly what `occ integrity:sign-app` would write (SPEC 3).
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @param key the RSA private key
 * @param leaf its certificate
 * @returns UTF-8, no newline at the end
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE when PHP's order of the names is ambiguous, KEY_INVALID for a key of another kind
 */
export function makeLegacyEnvelope(hashes: ReadonlyMap<string, string>, key: KeyObject, leaf: Certificate): Buffer {
  const sorted = sortLikePhp(hashes)
  const signature = signLegacy(Buffer.from(encodePhpJson(sorted)), key)
  const certificate = formatPem({ label: 'CERTIFICATE', headers: [], base64: leaf.der.toString('base64') }, '\r\n')
  return Buffer.from(prettyPhpJson({ hashes: sorted, signature: signature.toString('base64'), certificate }))
}

/**
 * Verifies the signature over the hashes of an envelope: they are sorted and encoded anew, the bytes in the file do not
 * matter (SPEC 3, step 5).
 *
 * @returns false for a wrong signature
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE when PHP's order of the names is ambiguous, so that nobody can tell
 */
export function verifyLegacyEnvelope(
  hashes: ReadonlyMap<string, EnvelopeHash>,
  signature: Uint8Array,
  leaf: Certificate,
): boolean {
  return verifyLegacy(Buffer.from(encodePhpJson(sortLikePhp(hashes))), leaf.publicKey, signature)
}

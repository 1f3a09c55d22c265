import type { KeyObject } from 'node:crypto'
import { encodePhpJson, prettyPhpJson } from '../manifest/php-json'
import { sortLikePhp } from '../manifest/php-order'
import type { Certificate } from '../pki/certificate'
import { formatPem } from '../pki/pem'
import type { EnvelopeHash } from './envelope'
import { signLegacy, verifyLegacy } from './scheme'

/**
 * A legacy signature.json for a manifest: exactly what `occ integrity:sign-app` would write (SPEC 3).
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @param key the RSA private key
 * @param leaf its certificate
 * @returns the text in pieces, ASCII, no newline at the end; a server's is too long to have it in one
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE when PHP's order of the names is ambiguous, KEY_INVALID for a key of another kind
 */
export function makeLegacyEnvelope(
  hashes: ReadonlyMap<string, string>,
  key: KeyObject,
  leaf: Certificate,
): Iterable<string> {
  const paths = sortLikePhp(hashes.keys())
  const signature = signLegacy(encodePhpJson(paths, hashes), key)
  const certificate = formatPem({ label: 'CERTIFICATE', headers: [], base64: leaf.der.toString('base64') }, '\r\n')
  return prettyPhpJson(paths, hashes, signature.toString('base64'), certificate)
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
  return verifyLegacy(encodePhpJson(sortLikePhp(hashes.keys()), hashes), leaf.publicKey, signature)
}

import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import { encodeCanonicalJson } from '../manifest/canonical-json'
import type { Certificate } from '../pki/certificate'
import { formatPem } from '../pki/pem'
import { assertV2Key, signV2 } from './scheme'

/**
 * The bytes of a signature.json in format v2 for a manifest (SPEC 4). M is built once, signed, and written as it is.
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @param key EC P-384, or RSA with 2048 or 4096 bits
 * @param leaf its certificate
 * @param intermediates between leaf and root, the leaf's issuer first
 * @returns UTF-8, no newline at the end
 * @throws AppsignError KEY_INVALID for a key of another kind
 */
export function makeV2Envelope(
  hashes: ReadonlyMap<string, string>,
  key: KeyObject,
  leaf: Certificate,
  intermediates: readonly Certificate[],
): Buffer {
  const signedBytes = encodeCanonicalJson(hashes)
  const algorithm = assertV2Key(key)
  const signature = signV2(signedBytes, key).toString('base64')
  const certificates = { leaf: pemOf(leaf), chain: intermediates.map(pemOf) }
  return Buffer.concat([
    Buffer.from(`{"v":2,"alg":"${algorithm}","hashes":`),
    signedBytes,
    Buffer.from(`,"signature":"${signature}","certificates":${JSON.stringify(certificates)}}`),
  ])
}

/** LF line ends, one at the end too (SPEC 4). */
function pemOf(certificate: Certificate): string {
  return `${formatPem({ label: 'CERTIFICATE', headers: [], base64: certificate.der.toString('base64') })}\n`
}

import type { KeyObject } from 'node:crypto'
import { sortByBytes } from '../manifest/byte-order'
import { encodeCanonicalJson } from '../manifest/canonical-json'
import type { Certificate } from '../pki/certificate'
import { formatPem } from '../pki/pem'
import { assertV2Key, signV2 } from './scheme'

/**
 * A signature.json in format v2 for a manifest (SPEC 4). What is signed and what is written come from one place.
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @param key EC P-384, or RSA with 2048 or 4096 bits
 * @param leaf its certificate
 * @param intermediates between leaf and root, the leaf's issuer first
 * @returns the text in pieces, no newline at the end; a server's is too long to have it in one
 * @throws AppsignError KEY_INVALID for a key of another kind
 */
export function makeV2Envelope(
  hashes: ReadonlyMap<string, string>,
  key: KeyObject,
  leaf: Certificate,
  intermediates: readonly Certificate[],
): Iterable<string> {
  const paths = sortByBytes(hashes.keys())
  const algorithm = assertV2Key(key)
  const signature = signV2(encodeCanonicalJson(paths, hashes), key).toString('base64')
  const certificates = { leaf: pemOf(leaf), chain: intermediates.map(pemOf) }
  return layOut(paths, hashes, algorithm, signature, JSON.stringify(certificates))
}

function* layOut(
  paths: readonly string[],
  hashes: ReadonlyMap<string, string>,
  algorithm: string,
  signature: string,
  certificates: string,
): Generator<string> {
  yield `{"v":2,"alg":"${algorithm}","hashes":`
  yield* encodeCanonicalJson(paths, hashes)
  yield `,"signature":"${signature}","certificates":${certificates}}`
}

/** LF line ends, one at the end too (SPEC 4). */
function pemOf(certificate: Certificate): string {
  return `${formatPem({ label: 'CERTIFICATE', headers: [], base64: certificate.der.toString('base64') })}\n`
}

import { Buffer } from 'node:buffer'
import { APP_SIGNATURE, type Envelope, type EnvelopeHash, type EnvelopeHashes } from './envelope'
import { decodeJsonObject, hashesSpan, isObject, type JsonObject, rawMember } from './json'

/** An envelope, or why the servers find no signature data in the file. */
export type ParsedEnvelope = { readonly envelope: Envelope } | { readonly problem: string }

/** The only version that there is; the member may be left out beside `certificates` (SPEC 4). */
const VERSION = '2'

/**
 * Reads a signature.json as the servers would: it is in format v2 when it has `v` or `certificates`, else in the legacy
 * format (SPEC 4). A member that is null counts as missing.
 *
 * @param bytes the file's raw bytes
 * @param name the file's name, for the message
 */
export function parseEnvelope(bytes: Uint8Array, name = APP_SIGNATURE): ParsedEnvelope {
  if (bytes.length === 0) return { problem: `${name} is empty` }
  const json = decodeJsonObject(bytes)
  if (!json) return { problem: `${name} is not a JSON object that PHP can read` }
  for (const field of ['hashes', 'signature']) if (!has(json, field)) return { problem: `${name} has no "${field}"` }
  if (!isObject(json.members.hashes)) return { problem: `${name}: "hashes" is not an object` }
  if (typeof json.members.signature !== 'string') return { problem: `${name}: "signature" is not a string` }
  const parsed = has(json, 'v') || has(json, 'certificates') ? parseV2(json) : parseLegacy(json)
  return typeof parsed === 'string' ? { problem: `${name}${parsed}` } : { envelope: parsed }
}

/** The layout of the file does not matter; a key that stands twice has its last value (SPEC 3, step 1). */
function parseLegacy({ members }: JsonObject): Envelope | string {
  const { certificate, hashes, signature } = members
  if (certificate === undefined || certificate === null) return ' has no "certificate"'
  if (typeof certificate !== 'string') return ': "certificate" is not a string'
  for (const hash of Object.values(hashes as object))
    if (typeof hash !== 'string' && hash !== false) return ': a value in "hashes" is neither a string nor false'
  return { format: 'legacy', hashes: mapOf(hashes), signature: decodeLoosely(String(signature)), certificate }
}

/** What is signed is the text of `hashes`, and the hashes are those that stand in that text (SPEC 4). */
function parseV2({ text, members }: JsonObject): Envelope | string {
  const { certificates, alg } = members
  const span = hashesSpan(text)
  if (span === undefined) return ': "hashes" can not be found as the servers look for it'
  const signature = decodeStrictly(String(members.signature))
  if (!signature) return ': "signature" is not base64'
  if (!isObject(certificates)) return ': "certificates" is not an object'
  const { leaf, chain } = certificates
  if (typeof leaf !== 'string') return ': "certificates" has no "leaf" that is a string'
  const version = members.v === undefined || members.v === null ? VERSION : rawMember(text, 'v')
  if (version !== VERSION) return ` has a version that is not known ("v": ${version?.slice(0, 20)})`
  return {
    format: 'v2',
    hashes: mapOf(JSON.parse(span)),
    signedBytes: Buffer.from(span),
    algorithm: typeof alg === 'string' ? alg : undefined,
    signature,
    leaf,
    // What is no text can be no certificate; what is no list has none.
    chain: Object.values(typeof chain === 'object' && chain ? chain : {}).filter((pem) => typeof pem === 'string'),
  }
}

function mapOf(hashes: unknown): EnvelopeHashes {
  return new Map(
    Object.entries(hashes as object).map(([path, hash]): [string, EnvelopeHash] => [
      path,
      typeof hash === 'string' ? hash : false,
    ]),
  )
}

function has({ members }: JsonObject, key: string): boolean {
  return Object.hasOwn(members, key) && members[key] !== null
}

/** PHP's `base64_decode` without its strict flag: what is not of the alphabet is passed over. */
function decodeLoosely(base64: string): Buffer {
  return Buffer.from(base64.replace(/[^A-Za-z0-9+/]/g, ''), 'base64')
}

/** PHP's `base64_decode` with its strict flag: white space is passed over, padding may be left out. */
function decodeStrictly(base64: string): Buffer | undefined {
  const bare = base64.replace(/[ \t\r\n]/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return undefined
  const digits = bare.replace(/=/g, '').length
  if (digits % 4 === 1 || (bare.length > digits && bare.length % 4 !== 0)) return undefined
  return Buffer.from(bare, 'base64')
}

import { Buffer } from 'node:buffer'
import { isObject } from '../findings/json-value'
import type { HashTable } from '../manifest/hash-table'
import { boundMemory, LARGE_SIGNATURE } from '../payload/memory'
import { APP_SIGNATURE, type Envelope } from './envelope'
import type { HashesReader } from './hashes'
import { hashesSpan, rawMember } from './json'
import { readSignatureText, type SignatureText } from './signature-text'

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
 * @param like hashes whose paths are probably the same, for memory
 */
export function parseEnvelope(bytes: Uint8Array, name = APP_SIGNATURE, like?: HashTable): ParsedEnvelope {
  if (bytes.length === 0) return { problem: `${name} is empty` }
  if (bytes.length >= LARGE_SIGNATURE) boundMemory()
  const json = readSignatureText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), like)
  if (!json) return { problem: `${name} is not a JSON object that PHP can read` }
  for (const field of ['hashes', 'signature']) if (!has(json, field)) return { problem: `${name} has no "${field}"` }
  if (!isObject(json.members.hashes)) return { problem: `${name}: "hashes" is not an object` }
  if (typeof json.members.signature !== 'string') return { problem: `${name}: "signature" is not a string` }
  const parsed = has(json, 'v') || has(json, 'certificates') ? parseV2(json, bytes) : parseLegacy(json)
  return typeof parsed === 'string' ? { problem: `${name}${parsed}` } : { envelope: parsed }
}

/** The layout of the file does not matter; a key that stands twice has its last value (SPEC 3, step 1). */
function parseLegacy({ members, hashes: texts }: SignatureText): Envelope | string {
  const { certificate, hashes, signature } = members
  if (certificate === undefined || certificate === null) return ' has no "certificate"'
  if (typeof certificate !== 'string') return ': "certificate" is not a string'
  const read = hashesOf(texts, hashes)
  if (!read || read.odd.size > 0) return ': a value in "hashes" is neither a string nor false'
  return { format: 'legacy', hashes: read.table.build(), signature: decodeLoosely(String(signature)), certificate }
}

/** What is signed is the text of `hashes`, and the hashes are those that stand in that text (SPEC 4). */
function parseV2({ text, members, hashes: texts }: SignatureText, bytes: Uint8Array): Envelope | string {
  const { certificates, alg } = members
  const span = hashesSpan(text)
  const read = span && hashesOf(texts, JSON.parse(span))
  if (!read) return ': "hashes" can not be found as the servers look for it'
  const signature = decodeStrictly(String(members.signature))
  if (!signature) return ': "signature" is not base64'
  if (!isObject(certificates)) return ': "certificates" is not an object'
  const { leaf, chain } = certificates
  if (typeof leaf !== 'string') return ': "certificates" has no "leaf" that is a string'
  const version = members.v === undefined || members.v === null ? VERSION : rawMember(text, 'v')
  if (version !== VERSION) return ` has a version that is not known ("v": ${version?.slice(0, 20)})`
  return {
    format: 'v2',
    hashes: read.table.build(),
    signedBytes: Buffer.from(bytes.buffer, bytes.byteOffset + read.start, read.end - read.start),
    algorithm: typeof alg === 'string' ? alg : undefined,
    signature,
    leaf,
    // What is no text can be no certificate; what is no list has none.
    chain: Object.values(typeof chain === 'object' && chain ? chain : {}).filter((pem) => typeof pem === 'string'),
  }
}

/** What a number stands for (`SignatureText`). */
function hashesOf(texts: SignatureText['hashes'], value: unknown): HashesReader | undefined {
  return texts[Number(Object.keys(value as object)[0])]
}

function has({ members }: SignatureText, key: string): boolean {
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

import { Buffer } from 'node:buffer'
import { APP_SIGNATURE, type EnvelopeHash, type LegacyEnvelope } from './envelope'

/** An envelope, or why the servers find no signature data in the file. */
export type ParsedEnvelope = { readonly envelope: LegacyEnvelope } | { readonly problem: string }

/**
 * Reads a signature.json as the servers' `json_decode` would (SPEC 3, step 1): the layout of the file does not matter,
 * a key that stands twice has its last value.
 *
 * @param bytes the file's raw bytes
 * @param name the file's name, for the message
 */
export function parseEnvelope(bytes: Uint8Array, name = APP_SIGNATURE): ParsedEnvelope {
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    // What JSON.parse says would quote the file.
    if (bytes.length === 0) return { problem: `${name} is empty` }
    return { problem: `${name} is not JSON` }
  }
  if (!isObject(data)) return { problem: `${name} is not a JSON object` }
  if (has(data, 'v') || has(data, 'certificates'))
    return { problem: `${name} is in the format v2 of ownCloud 11, which this version of appsign does not read` }
  for (const field of ['hashes', 'signature', 'certificate'])
    if (!has(data, field)) return { problem: `${name} has no "${field}"` }
  const { hashes, signature, certificate } = data
  if (!isObject(hashes)) return { problem: `${name}: "hashes" is not an object` }
  if (typeof signature !== 'string') return { problem: `${name}: "signature" is not a string` }
  if (typeof certificate !== 'string') return { problem: `${name}: "certificate" is not a string` }
  const entries = new Map<string, EnvelopeHash>()
  for (const path of Object.keys(hashes)) {
    const hash = hashes[path]
    if (typeof hash !== 'string' && hash !== false)
      return { problem: `${name}: a value in "hashes" is neither a string nor false` }
    // PHP refuses such text as a whole; it can not stand in a file name either.
    if (!path.isWellFormed() || !(hash || '').isWellFormed())
      return { problem: `${name} holds half of a surrogate pair, which is not Unicode` }
    entries.set(path, hash)
  }
  return { envelope: { format: 'legacy', hashes: entries, signature: decodeLoosely(signature), certificate } }
}

/** PHP's `base64_decode` without its strict flag: what is not of the alphabet is passed over. */
function decodeLoosely(base64: string): Buffer {
  return Buffer.from(base64.replace(/[^A-Za-z0-9+/]/g, ''), 'base64')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function has(object: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(object, key)
}

import { Buffer, isUtf8 } from 'node:buffer'
import type { HashTable } from '../manifest/hash-table'
import { HashesReader } from './hashes'
import { decodeJsonObject, type JsonObject, MAX_DEPTH } from './json'
import { closes, endOfString, opens, SIGN, skipBlanks } from './json-bytes'

/** A signature file as JSON, without what can be large. */
export interface SignatureText extends JsonObject {
  /** The objects that are the value of a member `hashes` at the top. In text and members, `{"0":0}` stands for the first. */
  readonly hashes: readonly HashesReader[]
}

/** How often the key may stand there: servers read it as often as it comes, but nobody writes it twice, and each takes memory. */
const MAX_HASHES = 1000

/** Characters of the longest way to spell the key, each letter as an escape, with its quotes. */
const LONGEST_KEY = 6 * 'hashes'.length + 2

/**
 * Reads a signature file as JSON, as PHP would (`decodeJsonObject`).
 *
 * @param like hashes whose paths are probably the same, for memory
 * @returns undefined when it is no object
 */
export function readSignatureText(bytes: Buffer, like?: HashTable): SignatureText | undefined {
  if (!isUtf8(bytes)) return undefined
  const rest: Uint8Array[] = []
  const hashes: HashesReader[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (opens(byte)) depth++
    else if (closes(byte)) depth--
    else if (byte === SIGN.quote) {
      const end = endOfString(bytes, at)
      const value = depth === 1 && isHashes(bytes, at, end) ? valueBehind(bytes, end) : undefined
      if (value !== undefined && bytes[value] === SIGN.open) {
        const reader = new HashesReader(bytes, value, like)
        if (!reader.read() || reader.depth + 1 >= MAX_DEPTH || hashes.length === MAX_HASHES) return undefined
        rest.push(bytes.subarray(from, value), Buffer.from(`{"${hashes.length}":0}`))
        hashes.push(reader)
        from = reader.end
      }
      at = Math.max(end, from) - 1
    }
  }
  rest.push(bytes.subarray(from))
  const json = decodeJsonObject(Buffer.concat(rest))
  return json && { ...json, hashes }
}

function isHashes(bytes: Buffer, start: number, end: number): boolean {
  if (end - start > LONGEST_KEY) return false
  try {
    return JSON.parse(bytes.toString('utf8', start, end)) === 'hashes'
  } catch {
    return false
  }
}

/** Where the value of a member stands, if this is the end of its key. */
function valueBehind(bytes: Buffer, end: number): number | undefined {
  const colon = skipBlanks(bytes, end)
  return bytes[colon] === SIGN.colon ? skipBlanks(bytes, colon + 1) : undefined
}

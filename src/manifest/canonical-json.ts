import { Buffer } from 'node:buffer'
import { sortByBytes } from './byte-order'

const PLAIN = /^[^"\\\x00-\x1f]*$/
const SPECIAL = /["\\\x00-\x1f]/g
const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}

/**
 * M, the signed bytes of format v2 (SPEC 4): compact JSON, names by their UTF-8 bytes, only `"`, `\` and control
 * characters escaped.
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @returns UTF-8; these very bytes are signed and written, and never made a second time
 */
export function encodeCanonicalJson(hashes: ReadonlyMap<string, string>): Buffer {
  const members = sortByBytes(hashes.keys()).map((path) => `${quote(path)}:${quote(hashes.get(path) ?? '')}`)
  return Buffer.from(`{${members.join(',')}}`)
}

function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  const escaped = text.replace(
    SPECIAL,
    (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"${escaped}"`
}

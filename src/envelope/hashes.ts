import type { Buffer } from 'node:buffer'
import type { HashTable } from '../manifest/hash-table'
import { HashTableBuilder } from '../manifest/hash-table-builder'
import { isUnicode } from './json'
import { closes, endOfString, opens, SIGN, skipBlanks } from './json-bytes'

/** Digits of a SHA-512 digest in hex. */
const DIGITS = 128

/**
 * Reads the value of `hashes` in a signature file member by member, so that a file of 60 MB does not become several times
 * that in memory. What is not a plain path and digest is left to JSON's own parser.
 */
export class HashesReader {
  /** What it says; `false` for every value that is no string. */
  readonly table: HashTableBuilder
  /** Paths whose value is neither a string nor `false`. */
  readonly odd = new Set<string>()
  /** How deep it is nested: 1 when no value is an object or a list. */
  depth = 1
  /** How far it was read; behind the closing brace in the end. */
  end: number

  /**
   * @param bytes valid UTF-8
   * @param start where the opening brace stands
   * @param like hashes whose paths are probably the same
   */
  constructor(
    private readonly bytes: Buffer,
    readonly start: number,
    like?: HashTable,
  ) {
    this.table = new HashTableBuilder(like)
    this.end = start + 1
  }

  /** @returns whether this is an object of JSON, and one that PHP does not refuse for half a surrogate pair */
  read(): boolean {
    this.skipBlanks()
    if (this.bytes[this.end] === SIGN.close) {
      this.end++
      return true
    }
    for (;;) {
      this.skipBlanks()
      if (!this.readPlain() && !this.readAny()) return false
      this.skipBlanks()
      const sign = this.bytes[this.end++]
      if (sign !== SIGN.comma) return sign === SIGN.close
    }
  }

  /** A path, and 128 digits of hex. @returns false for anything else, which is not passed over */
  private readPlain(): boolean {
    const { bytes } = this
    const behindPath = this.endOfPath()
    if (behindPath === undefined) return false
    const colon = skipBlanks(bytes, behindPath)
    const open = skipBlanks(bytes, colon + 1)
    const close = open + 1 + DIGITS
    if (bytes[colon] !== SIGN.colon || bytes[open] !== SIGN.quote || bytes[close] !== SIGN.quote) return false
    const path = bytes.toString('utf8', this.end + 1, behindPath - 1).replaceAll('\\/', '/')
    if (!this.table.addDigits(path, bytes, open + 1)) return false
    this.odd.delete(path)
    this.end = close + 1
    return true
  }

  /** Where a string ends that has neither control characters nor any escape but that of the slash, as PHP writes it. */
  private endOfPath(): number | undefined {
    const { bytes, end } = this
    if (bytes[end] !== SIGN.quote) return undefined
    for (let at = end + 1; ; at++) {
      const byte = bytes[at]
      if (byte === SIGN.quote) return at + 1
      if (byte === undefined || byte < 0x20) return undefined
      if (byte === SIGN.backslash && bytes[++at] !== SIGN.slash) return undefined
    }
  }

  /** Any member of JSON at all. */
  private readAny(): boolean {
    const end = this.endOfMember()
    const text = this.bytes.toString('utf8', this.end, end)
    const member = parseMember(text)
    if (!member || !isUnicode(text)) return false
    const [path, value] = member
    this.table.add(path, typeof value === 'string' ? value : false)
    if (typeof value === 'string' || value === false) this.odd.delete(path)
    else this.odd.add(path)
    this.end = end
    return true
  }

  /** Where the next comma or closing brace stands that is in no string, and in nothing deeper. */
  private endOfMember(): number {
    let depth = 0
    let at = this.end
    for (let byte = this.bytes[at]; byte !== undefined; byte = this.bytes[++at]) {
      if (byte === SIGN.quote) at = endOfString(this.bytes, at) - 1
      else if (depth === 0 && (byte === SIGN.comma || closes(byte))) break
      else if (opens(byte)) this.depth = Math.max(this.depth, ++depth + 1)
      else if (closes(byte)) depth--
    }
    return at
  }

  private skipBlanks(): void {
    this.end = skipBlanks(this.bytes, this.end)
  }
}

/** @returns undefined when this is not one member of an object */
function parseMember(text: string): [string, unknown] | undefined {
  try {
    const members = Object.entries(JSON.parse(`{${text}}`) as Record<string, unknown>)
    return members.length === 1 ? members[0] : undefined
  } catch {
    return undefined
  }
}

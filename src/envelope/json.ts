import { isObject } from '../findings/json-value'
/** Nesting at which PHP's `json_decode` gives up. */
export const MAX_DEPTH = 512

/** A JSON object that the servers would read, and its text. */
export interface JsonObject {
  readonly text: string
  readonly members: Readonly<Record<string, unknown>>
}

/**
 * Decodes a file as PHP's `json_decode` would, or more strictly: UTF-8 without a byte order mark, no half surrogate pair,
 * not nested deeper than PHP goes.
 *
 * @returns undefined when that is no object
 */
export function decodeJsonObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const members: unknown = JSON.parse(text)
    if (!isObject(members) || depthOf(text) >= MAX_DEPTH || !isUnicode(text)) return undefined
    return { text, members }
  } catch {
    // What the parser says would quote the file; that it is no JSON is all that the servers say.
    return undefined
  }
}

/** A string of JSON with its quotes, a brace or a bracket, and where it stands. */
interface Token {
  readonly token: string
  readonly start: number
  readonly end: number
}

function* tokensOf(text: string, from = 0): Generator<Token> {
  const signs = /["{}[\]]/g
  signs.lastIndex = from
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const end = match[0] === '"' ? endOfString(text, match.index) : match.index + 1
    if (end === undefined) return
    yield { token: text.slice(match.index, end), start: match.index, end }
    signs.lastIndex = end
  }
}

/**
 * Where a string of JSON ends. By hand, because a regular expression fills its stack after some million escapes.
 *
 * @param open the index of its opening quote
 * @returns the index behind its closing quote, undefined when there is none
 */
export function endOfString(text: string, open: number): number | undefined {
  for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let first = quote
    while (first > open + 1 && text[first - 1] === '\\') first--
    if ((quote - first) % 2 === 0) return quote + 1
  }
  return undefined
}

function depthOf(text: string): number {
  // Most files open three braces in all; only one that opens many is looked at.
  if ((text.match(/[{[]/g)?.length ?? 0) < MAX_DEPTH) return 0
  let depth = 0
  let deepest = 0
  for (const { token } of tokensOf(text)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth)
    else if (token === '}' || token === ']') depth--
  }
  return deepest
}

/** JavaScript lets `"\ud800"` pass, PHP refuses the whole file. */
export function isUnicode(text: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return true
  for (const { token } of tokensOf(text)) {
    if (token.startsWith('"') && !(JSON.parse(token) as string).isWellFormed()) return false
  }
  return true
}

/**
 * The text of the value of `hashes`, found as ownCloud 11 finds it (SPEC 4): the first string that is spelled exactly
 * `"hashes"`, letter by letter, where one brace is open (brackets do not count), and behind it an object up to its
 * balancing brace. What JSON itself would take for the key, with escapes or a second time, does not matter.
 *
 * @param text valid JSON
 * @returns undefined when there is no such object: then the server says that there is no signature data
 */
export function hashesSpan(text: string): string | undefined {
  let depth = 0
  for (const { token, end } of tokensOf(text)) {
    if (token === '{') depth++
    else if (token === '}') depth--
    else if (depth === 1 && token === '"hashes"') {
      const value = matchAt(/[ \t\n\r\v\f]*:?[ \t\n\r\v\f]*(?=\{)/y, text, end)
      return value ? balanced(text, end + value[0].length) : undefined
    }
  }
  return undefined
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

function balanced(text: string, start: number): string | undefined {
  let depth = 0
  for (const { token, end } of tokensOf(text, start)) {
    if (token === '{') depth++
    if (token === '}' && --depth === 0) return text.slice(start, end)
  }
  return undefined
}

/**
 * The text of a member's value at the top of an object, as it is spelled: `2`, `2.0` and `"2"` are different there.
 *
 * @param text valid JSON, an object
 * @returns undefined when there is no such member; of several the last, as in every decoder
 */
export function rawMember(text: string, key: string): string | undefined {
  let depth = 0
  let found: string | undefined
  for (const { token, end } of tokensOf(text)) {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    else if (depth === 1 && JSON.parse(token) === key) {
      const colon = matchAt(/\s*:\s*/y, text, end)
      if (colon) found = scalarAt(text, end + colon[0].length)
    }
  }
  return found
}

/** A string with its quotes, or a word as it is spelled; empty where an object or a list begins. */
function scalarAt(text: string, index: number): string {
  if (text[index] === '"') return text.slice(index, endOfString(text, index))
  return matchAt(/[^\s,{}[\]]*/y, text, index)?.[0] ?? ''
}

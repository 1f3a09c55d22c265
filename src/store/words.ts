import { printable } from '../report/printable'

/** Characters of the store's own words that a message repeats. */
const MAX_WORDS = 400

/** Where there are none. */
export const SILENCE = 'it says nothing about why'

/** How deep a JSON answer is read; the store's have one or two levels. */
const MAX_DEPTH = 8

/**
 * The store's own words, in one line that is safe to show: the texts of a JSON answer, what kind of thing it is otherwise.
 */
export function wordsOf(body: string, token: string): string {
  const text = body.trim()
  if (isHtml(text)) return 'it sent an HTML page instead of an answer'
  const words = textsOf(parse(text), 0).join('; ').replace(/\s+/g, ' ').trim()
  if (words === '') return SILENCE
  const clean = printable(withoutToken(words, token))
  return clean.length > MAX_WORDS ? `${clean.slice(0, MAX_WORDS)}…` : clean
}

/** True for a web page, or what begins like one: the store's API answers in JSON, or with nothing. */
export function isHtml(body: string): boolean {
  return /^\s*</.test(body)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the text is what it says.
    return text
  }
}

function textsOf(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  if (depth === MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((inner) => textsOf(inner, depth + 1))
  return Object.entries(value).flatMap(([name, inner]) =>
    textsOf(inner, depth + 1).map((text) => (name === 'detail' ? text : `${name}: ${text}`)),
  )
}

function withoutToken(text: string, token: string): string {
  const literal = token.replace(/[^A-Za-z0-9]/g, '\\$&')
  return text.replace(new RegExp(literal, 'gi'), '***')
}

import { printable } from './printable'

/** Characters of a name or message where nothing else is said. */
const MAX_TEXT = 500

/** What makes GitHub look for a mention, a reference, a formula, an emoji or an address: an empty element cuts it in two. */
const CUT = '<span></span>'

/**
 * Untrusted text as text in Markdown: in a line, a heading, a table's cell or inline HTML. Nothing in it is obeyed as
 * Markdown or HTML, and nothing becomes a link, a mention, a formula or an emoji.
 *
 * @param limit characters; a longer text is cut, and says how long it was
 * @returns one line
 */
export function escapeText(text: string, limit = MAX_TEXT): string {
  return printable(cutText(text, limit))
    .replace(
      /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[\\`*[\]#!|<>&~$@"]|:(?=\S)|^[^\p{L}\p{N}]|^\d+(?=[.)](?:\s|$))/gu,
      escapeSign,
    )
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}${CUT}.`)
}

function escapeSign(signs: string): string {
  const coded = Array.from(signs, (sign) => `&#${sign.codePointAt(0)};`).join('')
  return /^[@#$:]$/.test(signs) ? coded + CUT : coded
}

/** Untrusted text in the look of code, for paths and hashes: `escapeText` within an element, since backticks have no escape. */
export function escapeCode(text: string, limit = MAX_TEXT): string {
  return `<code>${escapeText(text, limit)}</code>`
}

/** Untrusted lines as they are, to be read and copied: HTML in which Markdown does not look until its end tag. */
export function preformat(lines: readonly string[], limit = MAX_TEXT): string {
  const safe = lines.map((line) => printable(cutText(line, limit)).replace(/[&<>]/g, escapeSign))
  return `<pre>${safe.join('\n')}</pre>`
}

/** Text of at most so many characters; what is cut says how long it was. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`
}

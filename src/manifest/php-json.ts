import { isIntegerKey } from './php-number'

const PLAIN = /^[\x20-\x21\x23-\x2e\x30-\x5b\x5d-\x7f]*$/
const SPECIAL = /["\\/\x00-\x1f]|[^\x00-\x7f]/g
const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** What PHP's JSON is made of here: hashes are strings, or `false` for a dangling link. */
type PhpHash = string | false

/**
 * A string as PHP's `json_encode` writes it (SPEC 3): slashes escaped, every UTF-16 unit above 0x7f as `\uxxxx`.
 *
 * @returns ASCII, with its quotes
 */
export function encodePhpString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  // Without the u flag: surrogate pairs come as two units, as PHP writes them.
  return `"${text.replace(SPECIAL, (unit) => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`
}

/**
 * The signed bytes of the legacy format: PHP's `json_encode` of an array.
 *
 * @param entries in PHP's order (`sortLikePhp`)
 * @returns compact JSON, ASCII
 */
export function encodePhpJson(entries: ReadonlyMap<string, PhpHash>): string {
  if (isList(entries.keys())) return `[${Array.from(entries.values(), encodeHash).join(',')}]`
  const members: string[] = []
  for (const [key, hash] of entries) members.push(`${encodePhpString(key)}:${encodeHash(hash)}`)
  return `{${members.join(',')}}`
}

/** PHP writes an array whose keys count up from 0 as a list. */
function isList(keys: Iterable<string>): boolean {
  let index = 0
  for (const key of keys) if (!isIntegerKey(key) || key !== String(index++)) return false
  return true
}

function encodeHash(hash: PhpHash): string {
  return hash === false ? 'false' : encodePhpString(hash)
}

/**
 * A whole legacy envelope as PHP's `json_encode` with `JSON_PRETTY_PRINT` writes it (SPEC 3, "File as written").
 *
 * @param envelope hashes in PHP's order; signature in base64; certificate as PEM
 * @returns ASCII, four spaces of indentation, no newline at the end
 */
export function prettyPhpJson(envelope: {
  hashes: ReadonlyMap<string, string>
  signature: string
  certificate: string
}): string {
  const hashes = [...envelope.hashes].map(
    ([path, hash]) => `        ${encodePhpString(path)}: ${encodePhpString(hash)}`,
  )
  return [
    '{',
    '    "hashes": {',
    hashes.join(',\n'),
    '    },',
    `    "signature": ${encodePhpString(envelope.signature)},`,
    `    "certificate": ${encodePhpString(envelope.certificate)}`,
    '}',
  ].join('\n')
}

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

/** Members that are put together before they are handed on. */
const PER_PIECE = 256

/**
 * M, the signed bytes of format v2 (SPEC 4): compact JSON, names by their UTF-8 bytes, only `"`, `\` and control
 * characters escaped.
 *
 * @param paths in the order of their bytes (`sortByBytes`)
 * @param hashes of these paths: SHA-512 in hex
 * @yields M in pieces, to be written in UTF-8; these very bytes are signed and written
 */
export function* encodeCanonicalJson(paths: readonly string[], hashes: ReadonlyMap<string, string>): Generator<string> {
  yield '{'
  for (let from = 0; from < paths.length; from += PER_PIECE) {
    const members = paths.slice(from, from + PER_PIECE).map((path) => `${quote(path)}:${quote(hashes.get(path) ?? '')}`)
    yield (from > 0 ? ',' : '') + members.join(',')
  }
  yield '}'
}

function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  const escaped = text.replace(
    SPECIAL,
    (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"${escaped}"`
}

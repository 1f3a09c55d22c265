import { isIntegerKey } from './php-number'

const PLAIN = /^[\x20-\x21\x23-\x5b\x5d-\x7f]*$/
const SPECIAL = /["\\\x00-\x1f]|[^\x00-\x7f]/g
const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** Members that are put together before they are handed on. */
const PER_PIECE = 256

/** What PHP's JSON is made of here: hashes are strings, or `false` for a dangling link. */
type PhpHashes = ReadonlyMap<string, string | false>

/** How the members of an object are laid out. */
interface Layout {
  readonly before: string
  readonly colon: string
  readonly comma: string
}
const COMPACT: Layout = { before: '', colon: ':', comma: ',' }
const PRETTY: Layout = { before: '        ', colon: ': ', comma: ',\n' }

/**
 * A string as PHP's `json_encode` writes it (SPEC 3): slashes escaped, every UTF-16 unit above 0x7f as `\uxxxx`.
 *
 * @returns ASCII, with its quotes
 */
export function encodePhpString(text: string): string {
  return escapeSlashes(quote(text))
}

/**
 * The signed bytes of the legacy format: PHP's `json_encode` of an array.
 *
 * @param paths in PHP's order (`sortLikePhp`)
 * @param hashes of these paths
 * @yields compact JSON in pieces, ASCII
 */
export function* encodePhpJson(paths: readonly string[], hashes: PhpHashes): Generator<string> {
  if (isList(paths)) {
    yield `[${paths.map((path) => escapeSlashes(quoteHash(hashes, path))).join(',')}]`
    return
  }
  yield '{'
  yield* encodeMembers(paths, hashes, COMPACT)
  yield '}'
}

/**
 * A whole legacy envelope as PHP's `json_encode` with `JSON_PRETTY_PRINT` writes it (SPEC 3, "File as written").
 *
 * @param paths in PHP's order
 * @param signature in base64
 * @param certificate as PEM
 * @yields ASCII in pieces, four spaces of indentation, no newline at the end
 */
export function* prettyPhpJson(
  paths: readonly string[],
  hashes: PhpHashes,
  signature: string,
  certificate: string,
): Generator<string> {
  yield '{\n    "hashes": {\n'
  yield* encodeMembers(paths, hashes, PRETTY)
  yield '\n    },\n'
  yield `    "signature": ${encodePhpString(signature)},\n`
  yield `    "certificate": ${encodePhpString(certificate)}\n}`
}

function* encodeMembers(paths: readonly string[], hashes: PhpHashes, layout: Layout): Generator<string> {
  for (let from = 0; from < paths.length; from += PER_PIECE) {
    const members = paths
      .slice(from, from + PER_PIECE)
      .map((path) => layout.before + quote(path) + layout.colon + quoteHash(hashes, path))
    // Slashes stand in strings only, so all of them may be escaped at once.
    yield (from > 0 ? layout.comma : '') + escapeSlashes(members.join(layout.comma))
  }
}

/** PHP writes an array whose keys count up from 0 as a list. */
function isList(paths: readonly string[]): boolean {
  return paths.every((path, index) => isIntegerKey(path) && path === String(index))
}

/** All escapes but that of the slash. */
function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  // Without the u flag: surrogate pairs come as two units, as PHP writes them.
  return `"${text.replace(SPECIAL, (unit) => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`
}

function quoteHash(hashes: PhpHashes, path: string): string {
  const hash = hashes.get(path) ?? false
  return hash === false ? 'false' : quote(hash)
}

function escapeSlashes(json: string): string {
  return json.replaceAll('/', '\\/')
}

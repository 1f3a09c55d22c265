import { Buffer } from 'node:buffer'
import { isObject } from '../findings/json-value'
import type { Entry } from '../payload/entry'
import type { Payload } from '../payload/payload'
import { OWN_ALIASES, SHIPPED_ALIASES } from '../payload/server-tree'
import { namesIconsOf } from './mimetype-icons'
import { encodePhpString } from './php-json'

/** Bytes of each of the three files; theirs have 10 KB. */
const MAX_SIZE = 1024 * 1024

const BEGIN = '\taliases: '
const END = ',\n\tfiles: '

type Aliases = ReadonlyMap<string, string>

/**
 * What Nextcloud hashes in place of its list of MIME types when that was made anew with the owner's aliases, as
 * `occ maintenance:mimetype:update-js` does: the same list with its own aliases only (`generateHashes` in
 * lib/private/IntegrityCheck/Checker.php).
 *
 * @returns undefined where the file counts as it is: the owner has no aliases, or other ones or other icons than the file
 */
export function originalMimetypeList(payload: Payload, { path, resolved }: Entry): Buffer | undefined {
  const own = readAliases(payload, OWN_ALIASES)
  const shipped = own && readAliases(payload, SHIPPED_ALIASES)
  const content = shipped && payload.read(resolved ?? path, MAX_SIZE)
  if (!own || !shipped || typeof content !== 'object') return undefined
  const text = content.toString('latin1')
  const merged = new Map([...shipped, ...own])
  const start = text.indexOf(BEGIN) + BEGIN.length
  const end = text.indexOf(END, start)
  if (start < BEGIN.length || end < 0 || text.slice(start, end) !== encode(merged)) return undefined
  if (!namesIconsOf(payload, text.slice(end))) return undefined
  return Buffer.from(text.slice(0, start) + encode(shipped) + text.slice(end), 'latin1')
}

/** An alias of another kind than text is nothing that can be compared here; the file counts as it is. */
function readAliases(payload: Payload, path: string): Aliases | undefined {
  const bytes = payload.read(path, MAX_SIZE)
  if (typeof bytes !== 'object') return undefined
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
  if (!isObject(json)) return undefined
  const entries = Object.entries(json)
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? new Map(entries)
    : undefined
}

/** PHP's `json_encode` with `JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES`, without what begins with `_`: a comment. */
function encode(aliases: Aliases): string {
  const members = [...aliases]
    .filter(([type]) => !type.startsWith('_'))
    .map(([type, alias]) => `    ${encodeString(type)}: ${encodeString(alias)}`)
  return members.length > 0 ? `{\n${members.join(',\n')}\n}` : '[]'
}

function encodeString(text: string): string {
  return encodePhpString(text).replace(/\\([\\/])/g, (escaped, character) => (character === '/' ? '/' : escaped))
}

import type { FileCode, Finding } from '../findings/finding'
import type { Scope } from '../findings/server'
import { OTHER_APP_FOLDERS } from '../payload/server-tree'
import { sortByBytes } from './byte-order'

type Hashes = ReadonlyMap<string, string | false>
type Words = { message: string; hint: string }

const APP: Record<FileCode, (path: string) => Words> = {
  INVALID_HASH: (path) => ({
    message: `"${path}" was changed after the app was signed.`,
    hint: 'Sign again after the last change, or undo the change.',
  }),
  FILE_MISSING: (path) => ({
    message: `"${path}" is in the signature, but not in the app.`,
    hint: 'Put the file back, or sign again without it.',
  }),
  EXTRA_FILE: (path) => ({
    message: `"${path}" is in the app, but not in the signature.`,
    hint: 'Remove the file, or sign again with it.',
  }),
}
const SERVER: Record<FileCode, (path: string) => Words> = {
  INVALID_HASH: (path) => ({
    message: `"${path}" was changed after the server was signed.`,
    hint: 'Take the file from the release of this very version.',
  }),
  FILE_MISSING: (path) => ({
    message: `"${path}" is in the signature, but not in the server.`,
    hint: 'Take the file from the release of this very version.',
  }),
  EXTRA_FILE: (path) => ({
    message: `"${path}" is in the server, but not in the signature.`,
    hint: OTHER_APP_FOLDERS.includes(path.split('/', 1)[0] ?? '')
      ? `Remove it, unless config.php names the folder ${path.split('/', 1)[0]} in apps_paths: such a server passes over it.`
      : 'Remove the file: it is of another version, or nobody knows what it does.',
  }),
}
const MESSAGES = { app: APP, server: SERVER }
const ORDER: readonly FileCode[] = ['INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE']

/**
 * Compares what was signed with what is there, path by path (SPEC 3, step 6).
 *
 * @param expected the envelope's hashes; `false` where the signer met a dangling link
 * @param current the payload's manifest; `false` for a dangling link
 * @param scope whose words are used
 * @returns INVALID_HASH, FILE_MISSING, EXTRA_FILE, each by the bytes of its path. `unseenByValue` marks the paths that a
 *   server which compares by value would not show
 */
export function compareManifests(expected: Hashes, current: Hashes, scope: Scope = 'app'): Finding[] {
  const differing = differingPaths(expected, current)
  const shown = shownByValue(expected, current, differing)
  const found = new Map<FileCode, Finding[]>(ORDER.map((code) => [code, []]))
  for (const path of sortByBytes(differing)) {
    const code = difference(expected.get(path), current.get(path))
    found.get(code)?.push({
      code,
      severity: 'error',
      path,
      expected: expected.get(path) || '',
      current: current.get(path) || '',
      ...MESSAGES[scope][code](path),
      ...(current.get(path) === false ? { hint: 'It is a link to a file that does not exist.' } : {}),
      ...(shown.has(path) ? {} : { unseenByValue: true }),
    })
  }
  return ORDER.flatMap((code) => found.get(code) ?? [])
}

/** The expected ones first, in their order. */
function differingPaths(expected: Hashes, current: Hashes): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const path of expected.keys()) if (expected.get(path) !== current.get(path)) paths.add(path)
  for (const path of current.keys()) if (!expected.has(path)) paths.add(path)
  return paths
}

function difference(expected: string | false | undefined, current: string | false | undefined): FileCode {
  if (expected === undefined) return 'EXTRA_FILE'
  return current === undefined ? 'FILE_MISSING' : 'INVALID_HASH'
}

/**
 * The paths that `array_unique(array_merge(array_diff(A, B), array_diff(B, A)))` leaves: hashes that the other side has
 * nowhere, each hash once. Two new files of one content depend on the order of the disk; the first by name is taken.
 */
function shownByValue(expected: Hashes, current: Hashes, differing: ReadonlySet<string>): ReadonlySet<string> {
  const merged = new Map<string, string>()
  const collect = (from: Hashes, other: Hashes, paths: Iterable<string>) => {
    const lacking = new Map<string, string>()
    for (const path of paths) if (from.has(path)) lacking.set(path, from.get(path) || '')
    if (lacking.size === 0) return
    const known = intersection(new Set(lacking.values()), other)
    for (const [path, hash] of lacking) if (!known.has(hash)) merged.set(path, hash)
  }
  collect(expected, current, differing)
  collect(current, expected, sortByBytes(differing))
  const seen = new Set<string>()
  const paths = new Set<string>()
  for (const [path, hash] of merged) {
    if (seen.has(hash)) continue
    seen.add(hash)
    paths.add(path)
  }
  return paths
}

/** Those of the values that a manifest has somewhere. */
function intersection(values: ReadonlySet<string>, hashes: Hashes): ReadonlySet<string> {
  const known = new Set<string>()
  for (const hash of hashes.values()) if (values.has(hash || '')) known.add(hash || '')
  return known
}

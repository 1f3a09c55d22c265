import { Buffer } from 'node:buffer'
import { createReadStream, statSync } from 'node:fs'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Scope } from '../findings/server'
import { formatOf } from './archive-format'
import { type ArchiveContent, ArchiveIndex } from './archive-index'
import { chooseTop, forServerArchive, withoutTop } from './archive-top'
import { type ArchiveTree, classifyArchiveLink } from './archive-tree'
import { bunzip2 } from './bzip2'
import type { Entry } from './entry'
import { gunzip } from './gzip'
import { type Inspect, lookForKeys } from './inspect'
import { KEPT } from './kept'
import { ARCHIVE_LIMITS, type ArchiveFormat, type ArchiveLimits } from './member'
import { boundMemory } from './memory'
import { partOf } from './part'
import type { Payload } from './payload'
import type { Progress } from './progress'
import { TarReader } from './tar'
import { readZip } from './zip'

/** Bytes read from the file at once. */
const PIECE = 256 * 1024

/**
 * Opens an archive as a payload: one pass over its bytes hashes every file on the way through. Nothing is written to disk.
 *
 * @param path absolute path of the file
 * @param name the path as the user gave it, for messages
 * @param limits how much it may unpack to
 * @param scope whether it holds an app or a whole server
 * @throws AppsignError ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, or PAYLOAD_UNREADABLE when it is no archive or holds no app
 */
export async function openArchive(
  path: string,
  name = path,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
  scope: Scope = 'app',
  progress?: Progress,
): Promise<Payload> {
  const format = formatOf(path, name)
  boundMemory()
  const keys: Finding[] = []
  const isServer = scope === 'server'
  const content = await readArchive(
    path,
    name,
    format,
    limits,
    KEPT[scope],
    isServer ? PASS : lookForKeys(keys),
    progress,
  )
  const { top, findings } = chooseTop(content, name, scope)
  const prefix = top === '' ? '' : `${top}/`
  const sizes = below(content.sizes, prefix)
  const kept = below(content.kept, prefix)
  const digests = below(content.digests, prefix)
  const tree = treeOf(content, prefix, digests)
  const entries = entriesOf(content, prefix, tree)
  for (const { path: link, resolved } of entries) if (resolved) digests.set(link, digests.get(resolved) ?? '')
  const all = [...content.findings, ...keys, ...findings].map((finding) => withoutTop(finding, prefix))
  const payload: Payload = {
    kind: 'archive',
    name,
    root: path,
    archive: { top, format, size: statSync(path).size },
    isCheckout: false,
    list: () => ({ entries, leftOut: [] }),
    folders: (folder) => {
      assertNoLink(tree, folder, name)
      return foldersIn(tree, entries, folder)
    },
    below: (folder) => {
      assertNoLink(tree, folder, name)
      const inside = entries.filter((entry) => entry.path.startsWith(`${folder}/`))
      return partOf(payload, folder, () => inside)
    },
    read: (file, limit) => ((sizes.get(file) ?? 0) > limit ? 'too-large' : kept.get(file)),
    reread: async (paths) => {
      const contents = new Map<string, Buffer>()
      // A server's archive is read once: half a gigabyte is not unpacked again for better words.
      if (isServer) return contents
      await readArchive(path, name, format, limits, KEPT[scope], (whole, bytes) => {
        const file = whole.slice(prefix.length)
        if (whole.startsWith(prefix) && paths.has(file)) contents.set(file, Buffer.from(bytes))
      })
      return contents
    },
    sizeOf: (file) => sizes.get(file.resolved ?? file.path) ?? 0,
    digests,
    findings: isServer ? forServerArchive(all) : all,
  }
  return payload
}

/** In a server nobody looks for keys: its own tests have some, and nobody but its makers could remove them. */
const PASS: Inspect = () => {}

/** What lies below the top folder, by its path there. */
function below<Value>(values: ReadonlyMap<string, Value>, prefix: string): Map<string, Value> {
  const inside = new Map<string, Value>()
  for (const [path, value] of values) if (path.startsWith(prefix)) inside.set(path.slice(prefix.length), value)
  return inside
}

function treeOf(content: ArchiveContent, prefix: string, files: ReadonlyMap<string, string>) {
  return { files, folders: pathsBelow(content.folders, prefix), links: below(content.links, prefix) }
}

function pathsBelow(paths: Iterable<string>, prefix: string): Set<string> {
  const inside = new Set<string>()
  for (const path of paths) if (path.startsWith(prefix)) inside.add(path.slice(prefix.length))
  return inside
}

function entriesOf(content: ArchiveContent, prefix: string, tree: ReturnType<typeof treeOf>): Entry[] {
  return [
    ...Array.from(tree.files.keys(), (path): Entry => ({ path, kind: 'file' })),
    ...Array.from(tree.links.keys(), (path) => classifyArchiveLink(tree, path)),
    ...Array.from(pathsBelow(content.special, prefix), (path): Entry => ({ path, kind: 'special' })),
  ]
}

/** The folders directly below one, and links that may lead to a folder. */
function foldersIn({ folders }: ArchiveTree, entries: readonly Entry[], folder: string): string[] {
  const prefix = folder === '' ? '' : `${folder}/`
  const links = entries.filter(({ kind }) => kind === 'folder-link' || kind === 'leaving-link').map(({ path }) => path)
  return [...pathsBelow([...folders, ...links], prefix)].filter((name) => name !== '' && !name.includes('/'))
}

function assertNoLink({ links }: ArchiveTree, folder: string, name: string): void {
  if (!folder.split('/').some((_, depth, steps) => links.has(steps.slice(0, depth + 1).join('/')))) return
  throw new AppsignError(
    'PAYLOAD_UNREADABLE',
    `"${folder}" in "${name}" is a link to a folder, and was not entered. Unpack the archive and verify the folder.`,
  )
}

/** Runs an archive by a sink of one's own: once to index it, again to look at files that failed. */
export async function readArchive(
  path: string,
  name: string,
  format: ArchiveFormat,
  limits: ArchiveLimits,
  keeps: RegExp,
  inspect: Inspect,
  progress?: Progress,
): Promise<ArchiveContent> {
  const index = new ArchiveIndex(name, limits, format === 'zip', keeps, inspect, progress)
  if (format === 'zip') await readZip(path, name, index)
  else {
    const reader = new TarReader(index, name)
    for await (const piece of unpacked(path, name, format)) {
      index.tally(piece.length)
      reader.push(piece)
    }
    reader.finish()
  }
  index.finish()
  return index
}

function unpacked(path: string, name: string, format: ArchiveFormat): AsyncIterable<Buffer> {
  const file: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: PIECE })
  if (format === 'tar.gz') return gunzip(file, name)
  return format === 'tar.bz2' ? bunzip2(file, name) : file
}

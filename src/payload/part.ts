import type { Buffer } from 'node:buffer'
import { join, posix } from 'node:path'
import type { Entry } from './entry'
import type { OnFile, Payload } from './payload'

/**
 * A folder of a payload as a payload of its own, such as an app in a server. It reads through the whole, so that a link in
 * it may lead to anywhere in the whole, as it does on a server.
 *
 * @param folder relative to the whole's root
 * @param list what is below it, with paths relative to the whole's root
 */
export function partOf(whole: Payload, folder: string, list: (onFile?: OnFile) => readonly Entry[]): Payload {
  const prefix = `${folder}/`
  const inside = (entry: Entry): Entry => ({
    ...entry,
    path: entry.path.slice(prefix.length),
    ...(entry.resolved === undefined ? {} : { resolved: posix.relative(folder, entry.resolved) }),
  })
  const outside = (entry: Entry): Entry => ({
    ...entry,
    path: prefix + entry.path,
    ...(entry.resolved === undefined ? {} : { resolved: posix.join(folder, entry.resolved) }),
  })
  const { digests } = whole
  return {
    kind: whole.kind,
    name: `${whole.name}/${folder}`,
    root: whole.kind === 'folder' ? join(whole.root, folder) : whole.root,
    isCheckout: false,
    list: (_, onFile) => ({ entries: list(onFile).map(inside), leftOut: [] }),
    folders: (path) => whole.folders(prefix + path),
    below: (path) => whole.below(prefix + path),
    read: (path, limit) => whole.read(prefix + path, limit),
    reread: (paths) => rereadPart(whole, prefix, paths),
    sizeOf: (file) => whole.sizeOf(outside(file)),
    ...(digests ? { digests: digestsBelow(digests, prefix, list()) } : {}),
    findings: [],
  }
}

async function rereadPart(
  whole: Payload,
  prefix: string,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = await whole.reread(new Set(Array.from(paths, (path) => prefix + path)))
  return new Map(Array.from(contents, ([path, content]) => [path.slice(prefix.length), content]))
}

function digestsBelow(
  digests: ReadonlyMap<string, string>,
  prefix: string,
  entries: readonly Entry[],
): Map<string, string> {
  const below = new Map<string, string>()
  for (const { path } of entries) {
    const digest = digests.get(path)
    if (digest !== undefined) below.set(path.slice(prefix.length), digest)
  }
  return below
}

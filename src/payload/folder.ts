import type { Buffer } from 'node:buffer'
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppsignError, errnoOf, quoted, reasonOf } from '../findings/errors'
import type { Scope } from '../findings/server'
import { SERVER_FOLDERS } from './exclusions'
import { assertFolder, foldersIn, seeFolders } from './folder-part'
import { INSPECTED_SIZE } from './inspect'
import { isInside } from './link'
import { partOf } from './part'
import type { Payload } from './payload'
import { VCS_NAMES } from './vcs'
import { walk } from './walk'

/**
 * Opens a folder as a payload.
 *
 * @param root path of the folder
 * @param name the path as the user gave it, for messages
 * @param isCheckout whether this is the checkout that the run is for, whose own `.git` never ships
 * @param scope of a server, what its own signature leaves out is not even looked at, such as its data
 * @throws AppsignError PAYLOAD_UNREADABLE when there is no such folder; its `list` throws the same when a part of it can
 *   not be listed
 */
export function openFolder(root: string, name = root, isCheckout = true, scope: Scope = 'app'): Payload {
  const real = realFolder(root, name)
  const payload: Payload = {
    kind: 'folder',
    name,
    root: real,
    isCheckout,
    list: (signed = [], onFile) => {
      // A server that is installed is compared with everything that lies there.
      const leftOut = scope === 'server' && !isCheckout ? [] : vcsFolders(real, signed)
      const entries = walk(real, '', {
        leftOut: new Set(leftOut),
        passedOver: scope === 'server' ? SERVER_FOLDERS : undefined,
        onFile,
      })
      return { entries: scope === 'server' ? seeFolders(real, entries) : entries, leftOut }
    },
    folders: (path) => foldersIn(real, path, name),
    below: (folder) => {
      assertFolder(real, folder, name)
      return partOf(payload, folder, (onFile) => seeFolders(real, walk(real, folder, { onFile })))
    },
    read: (path, limit) => readSmall(real, path, limit),
    reread: async (paths) => rereadFiles(real, paths),
    sizeOf: (file) => statSync(join(real, file.path)).size,
    findings: [],
  }
  return payload
}

function vcsFolders(root: string, signed: Iterable<string>): string[] {
  const present = VCS_NAMES.filter((name) => lstatSync(join(root, name), { throwIfNoEntry: false }))
  if (present.length === 0) return []
  const kept = new Set<string>()
  for (const path of signed) kept.add(path.split('/', 1)[0] ?? '')
  return present.filter((name) => !kept.has(name))
}

function realFolder(root: string, name: string): string {
  const fail = (what: string, cause?: unknown) =>
    new AppsignError('PAYLOAD_UNREADABLE', `path "${quoted(name)}" ${what}`, cause)
  try {
    if (!statSync(root).isDirectory())
      throw fail('is a file. It must be the folder of an app: the one that holds appinfo/info.xml.')
    return realpathSync.native(root)
  } catch (error) {
    if (error instanceof AppsignError) throw error
    if (errnoOf(error) === 'ENOENT')
      throw fail(
        'does not exist. It is relative to the workspace; does actions/checkout (and the build) run before this step?',
        error,
      )
    throw fail(`can not be read: ${reasonOf(error)}`, error)
  }
}

/** An app in a server: nothing in it is passed over, and a link may lead to anywhere in the server. */
function rereadFiles(root: string, paths: Iterable<string>): Map<string, Buffer> {
  const contents = new Map<string, Buffer>()
  for (const path of paths) {
    const content = readSmall(root, path, INSPECTED_SIZE)
    if (typeof content === 'object') contents.set(path, content)
  }
  return contents
}

function readSmall(root: string, path: string, limit: number): Buffer | undefined | 'too-large' {
  let file: number
  try {
    const real = realpathSync.native(join(root, path))
    // What a link outside points to is not the payload's, and must not show up in a message.
    if (!isInside(root, real)) return undefined
    // Without waiting: opening a fifo would never return.
    file = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(errnoOf(error) ?? '')) return undefined
    throw new AppsignError('PAYLOAD_UNREADABLE', `"${path}" can not be opened: ${reasonOf(error)}`, error)
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return undefined
    return stat.size > limit ? 'too-large' : readFileSync(file)
  } finally {
    closeSync(file)
  }
}

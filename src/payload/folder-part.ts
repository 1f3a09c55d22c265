import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppsignError, errnoOf, reasonOf } from '../findings/errors'
import { type Child, readChildren } from './children'
import type { Entry } from './entry'
import { isInside } from './link'

/**
 * Names of the folders directly below a folder on disk, and of links to folders.
 *
 * @param root absolute path of the payload, without links in it
 * @param path relative to the root
 * @param name of the payload, for messages
 * @returns none where there is no such folder
 * @throws AppsignError PAYLOAD_UNREADABLE when it can not be listed, or is a link to outside of the payload
 */
export function foldersIn(root: string, path: string, name: string): string[] {
  const absolute = join(root, path)
  let children: Child[]
  try {
    assertInside(root, path, name)
    children = readChildren(absolute)
  } catch (error) {
    if (error instanceof AppsignError) throw error
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return []
    throw new AppsignError(
      'PAYLOAD_UNREADABLE',
      `The folder "${path}" can not be listed: ${reasonOf(error)}. Make it readable for this step.`,
      error,
    )
  }
  return children
    .filter(({ type, text }) => type.isDirectory() || (type.isSymbolicLink() && isFolder(join(absolute, text))))
    .map(({ text }) => text)
}

/** Links to folders outside of a server: the servers do not enter them, wherever they lead (SPEC 2). */
export function seeFolders(root: string, entries: readonly Entry[]): Entry[] {
  return entries.map((entry) =>
    entry.kind === 'leaving-link' && isFolder(join(root, entry.path)) ? { ...entry, kind: 'folder-link' } : entry,
  )
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // A dangling link, or one to where nobody may look.
    return false
  }
}

/**
 * Makes sure that a folder of a payload can be entered.
 *
 * @throws AppsignError PAYLOAD_UNREADABLE when it is a link to outside of the payload, when nobody may look into it, or when
 *   its name is not UTF-8, so that no path leads to it
 */
export function assertFolder(root: string, path: string, name: string): void {
  try {
    assertInside(root, path, name)
  } catch (error) {
    if (error instanceof AppsignError) throw error
    throw new AppsignError(
      'PAYLOAD_UNREADABLE',
      `The folder "${path}" in "${name}" can not be entered: ${reasonOf(error)}. Rename it in UTF-8, or make it readable.`,
      error,
    )
  }
}

function assertInside(root: string, path: string, name: string): void {
  if (isInside(root, realpathSync.native(join(root, path)))) return
  throw new AppsignError(
    'PAYLOAD_UNREADABLE',
    `"${path}" in "${name}" is a link to a folder outside of it, and was not entered. Verify that folder by itself.`,
  )
}

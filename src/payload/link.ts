import { readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Entry } from './entry'

/** More hops than this is a loop; Linux stops at 40 as well. */
const MAX_HOPS = 40

/**
 * What a symbolic link in a folder is to the servers (SPEC 2): they follow it to a file, pass it over when it leads to a
 * folder, and write `false` when it dangles. One that leaves the payload is never read: what it points to does not ship.
 *
 * @param root absolute path of the payload, without links in it
 * @param path the link's path relative to the root
 * @param leftOut top-level names that do not ship: what points into them leaves the payload
 */
export function classifyLink(root: string, path: string, leftOut: ReadonlySet<string>): Entry {
  const absolute = join(root, path)
  const target = readlinkSync(absolute)
  const link = { path, target }
  if (!staysInside(root, absolute)) return { ...link, kind: 'leaving-link' }
  let real: string
  try {
    real = realpathSync(absolute)
  } catch {
    // ENOENT, or ELOOP for a link that leads to itself: no server finds a file there.
    return { ...link, kind: 'dangling-link' }
  }
  if (!isInside(root, real)) return { ...link, kind: 'leaving-link' }
  const resolved = relative(root, real).split(sep).join('/')
  if (leftOut.has(resolved.split('/')[0] ?? '')) return { ...link, kind: 'leaving-link' }
  const stat = statSync(real)
  if (stat.isDirectory()) return { ...link, kind: 'folder-link' }
  if (!stat.isFile()) return { ...link, kind: 'special' }
  return { ...link, kind: 'file', resolved }
}

/** Follows a chain of links by their text: an absolute target leaves, even one that points back inside. */
function staysInside(root: string, link: string): boolean {
  let current = link
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    let target: string
    try {
      target = readlinkSync(current)
    } catch {
      return true
    }
    if (isAbsolute(target)) return false
    let folder = dirname(current)
    try {
      folder = realpathSync(folder)
    } catch {
      // A folder that does not exist: the link dangles, and its text alone decides.
    }
    current = resolve(folder, target)
    if (!isInside(root, current)) return false
  }
  return true
}

/** True when an absolute path is the root or below it. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

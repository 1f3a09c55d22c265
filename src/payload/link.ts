import { readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
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
    real = realpathSync.native(absolute)
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

/**
 * Follows a link step by step, as the kernel does: an absolute target leaves, and so does a way that goes through a folder
 * above, even one that comes back.
 */
function staysInside(root: string, link: string): boolean {
  let current = dirname(link)
  const steps = [basename(link)]
  for (let hops = 0; steps.length > 0; ) {
    const step = steps.shift()
    if (step === undefined || step === '' || step === '.') continue
    const next = step === '..' ? dirname(current) : join(current, step)
    if (!isInside(root, next)) return false
    let target: string
    try {
      target = readlinkSync(next)
    } catch {
      // No link; where there is nothing at all the link dangles, and the rest of its text decides.
      current = next
      continue
    }
    if (isAbsolute(target)) return false
    if (++hops > MAX_HOPS) return true
    steps.unshift(...target.split('/'))
  }
  return true
}

/** True when an absolute path is the root or below it. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

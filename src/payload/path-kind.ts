import type { Buffer } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'

/**
 * What is at a path, links followed. `throwIfNoEntry` is not enough: a loop of links, a name that is too long or a file where
 * a folder should be throw all the same.
 *
 * @param path absolute path
 * @returns undefined where nothing is, or nobody can tell
 */
export function kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
  try {
    const stat = statSync(path)
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other'
  } catch {
    return undefined
  }
}

/**
 * A file's content, where it is a file and small enough: a pipe or a device would never end.
 *
 * @param path absolute path
 * @param limit bytes
 * @returns undefined for everything else, and for what can not be read
 */
export function readSmallFile(path: string, limit: number): Buffer | undefined {
  try {
    const stat = statSync(path)
    return stat.isFile() && stat.size <= limit ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

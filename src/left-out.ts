import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { type LeftOut, readIgnored } from './payload/ignore'
import type { Payload } from './payload/payload'

/**
 * What is not signed because it does not ship: what the user says, and what the run itself writes, which may lie in the
 * app's folder from an earlier one and is no part of the app.
 *
 * @param exclude lines in the syntax of .gitignore, on top of .nextcloudignore
 * @param written absolute paths of the package and the reports
 */
export async function whatIsLeftOut(
  payload: Payload,
  exclude: string | undefined,
  written: readonly string[],
): Promise<LeftOut> {
  const ignored = await readIgnored(payload, exclude)
  const own = new Set(written.map((path) => relative(payload.root, realPath(path)).split(sep).join('/')))
  return (path) => own.has(path) || ignored(path)
}

/** A path without links on its way, as far as it exists. */
function realPath(path: string): string {
  const folder = dirname(path)
  if (folder === path) return path
  try {
    return join(realpathSync.native(folder), basename(path))
  } catch {
    return join(realPath(folder), basename(path))
  }
}

import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { AppInfo } from './payload/app-info'
import { type LeftOut, readIgnored } from './payload/ignore'
import { type PackageRequest, packagePath } from './payload/package-path'
import type { Payload } from './payload/payload'

/**
 * What is not signed because it does not ship: what the user says, and the package itself, which may lie in the app's
 * folder from an earlier run and is no part of the app.
 *
 * @param exclude lines in the syntax of .gitignore, on top of .nextcloudignore
 * @throws AppsignError INPUT_INVALID for a package's name
 */
export async function whatIsLeftOut(
  payload: Payload,
  app: AppInfo,
  exclude: string | undefined,
  request: PackageRequest | undefined,
): Promise<LeftOut> {
  const ignored = await readIgnored(payload, exclude)
  const own =
    request &&
    relative(payload.root, realPath(packagePath(request.path, app)))
      .split(sep)
      .join('/')
  return (path) => path === own || ignored(path)
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

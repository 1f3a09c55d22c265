import { existsSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { AppsignError } from '../findings/errors'
import { APP_INFO, MAX_APP_INFO_SIZE, parseAppInfo } from '../payload/app-info'
import { readSmallFile } from '../payload/path-kind'
import { askGit } from './git'

/** The checkout that annotations are relative to. */
export interface Repository {
  /** Absolute path of its top folder, without links in it. */
  readonly root: string
  /** Whether a file is in the commit. `path` relative to the root, forward slashes. */
  has(path: string): boolean
  /** The folder of the app with this id, relative to the root (`''` for the root itself); undefined when there is none. */
  folderOf(appId: string): string | undefined
}

/**
 * The repository at the workspace, or that of a checkout in a folder below it.
 *
 * @param folder absolute path that lies in the checkout
 * @param workspace absolute path of what stands for the checkout where there is no git
 */
export function openRepository(folder: string, workspace: string, env: NodeJS.ProcessEnv): Repository {
  const top = topOf(folder, workspace, env)
  const root = realFolder(top ?? workspace)
  const listed = top === undefined ? undefined : askGit(root, ['ls-files', '-z'], env)
  const tracked = listed === undefined ? undefined : new Set(listed.split('\0'))
  let apps: Map<string, string> | undefined
  return {
    root,
    has: (path) => (tracked ? tracked.has(path) : existsSync(join(root, path))),
    folderOf: (appId) => {
      apps ??= findApps(root, tracked ?? [APP_INFO])
      return apps.get(appId)
    },
  }
}

/** The top of a checkout; of a submodule, that of the repository which has it, for that one's commit is annotated. */
function topOf(folder: string, workspace: string, env: NodeJS.ProcessEnv): string | undefined {
  const ask = (from: string, what: string) => askGit(from, ['rev-parse', what], env)?.replace(/\n$/, '') || undefined
  const top = ask(folder, '--show-toplevel')
  const above = top && ask(top, '--show-superproject-working-tree')
  return above && pathBelow(workspace, above) !== undefined ? topOf(above, workspace, env) : top
}

/** A path below a folder as seen from there, forward slashes, `''` for itself; undefined when it lies elsewhere. */
export function pathBelow(folder: string, path: string): string | undefined {
  const below = relative(realFolder(folder), realFolder(path)).split(sep).join('/')
  return below === '..' || below.startsWith('../') || /^([A-Za-z]:|\/)/.test(below) ? undefined : below
}

/** A path without links on its way, where that can be known. */
function realFolder(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

/** Id → folder. Where two folders hold one app, the one nearer to the top. */
function findApps(root: string, files: Iterable<string>): Map<string, string> {
  const infos = [...files].filter((file) => file === APP_INFO || file.endsWith(`/${APP_INFO}`))
  const apps = new Map<string, string>()
  for (const info of infos.sort((a, b) => a.split('/').length - b.split('/').length)) {
    const id = readId(join(root, info))
    if (id !== undefined && !apps.has(id)) apps.set(id, info.slice(0, -APP_INFO.length).replace(/\/$/, ''))
  }
  return apps
}

function readId(path: string): string | undefined {
  // In the commit, but not on the disk, or no file there.
  const bytes = readSmallFile(path, MAX_APP_INFO_SIZE)
  try {
    return bytes && parseAppInfo(bytes).id
  } catch (error) {
    // One that does not say which app it is.
    if (error instanceof AppsignError) return undefined
    throw error
  }
}

import { resolve } from 'node:path'
import { AppsignError } from '../findings/errors'
import { kindOf } from '../payload/path-kind'

const MAGIC = /[*?[\]]/

/** A file or folder that an input named: its absolute path, and what to call it in messages. */
export interface Match {
  readonly path: string
  readonly name: string
}

/**
 * What an input of paths and globs stands for: one a line, `!` takes out what earlier lines brought in.
 *
 * @param lines the input's text
 * @param input its name, for messages
 * @param workspace absolute path that relative ones start from
 * @param expand finds what globs stand for; without it they are taken by the letter, as on a command line
 * @returns at least one match, sorted by name where globs found them; a plain path is there whether it exists or not
 * @throws AppsignError ARTIFACT_MISSING when nothing matches
 */
export async function matchPaths(lines: string, input: string, workspace: string, expand?: Expand): Promise<Match[]> {
  const patterns = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const matches =
    expand && patterns.some((pattern) => pattern.startsWith('!') || MAGIC.test(pattern))
      ? await expand(patterns, workspace)
      : patterns.map((name) => ({ path: resolve(workspace, name), name }))
  if (matches.length > 0) return matches
  throw new AppsignError(
    'ARTIFACT_MISSING',
    `${input} matches nothing: ${patterns.map((pattern) => `"${pattern}"`).join(', ') || 'it is empty'}. Is it built before this step? Paths are relative to the workspace.`,
  )
}

/**
 * The folders that an input of paths and globs stands for. A file that a glob finds beside them is passed over.
 *
 * @throws AppsignError ARTIFACT_MISSING when nothing matches
 */
export async function matchFolders(lines: string, input: string, workspace: string, expand?: Expand): Promise<Match[]> {
  const matches = await matchPaths(lines, input, workspace, expand)
  if (matches.length === 1) return matches
  const folders = matches.filter(({ path }) => kindOf(path) !== 'file')
  return folders.length > 0 ? folders : matches
}

/** Finds what globs stand for. */
export type Expand = (patterns: readonly string[], workspace: string) => Promise<Match[]>

/** Globs as every action has them. The toolkit is loaded only here, because it brings all of its network along. */
export const expandGlobs: Expand = async (patterns, workspace) => {
  const { create } = await import('@actions/glob')
  const rooted = patterns.map((pattern) =>
    pattern.startsWith('!') ? `!${resolve(workspace, pattern.slice(1))}` : resolve(workspace, pattern),
  )
  const globber = await create(rooted.join('\n'), { implicitDescendants: false, followSymbolicLinks: false })
  const found = await globber.glob()
  return found
    .sort()
    .map((path) => ({ path, name: path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path }))
}

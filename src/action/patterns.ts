import { resolve } from 'node:path'
import { AppsignError } from '../findings/errors'
import { kindOf } from '../payload/path-kind'

const MAGIC = /[*?[\]]/

/** A file or folder that an input named: its absolute path, and what to call it in messages. */
export interface Match {
  readonly path: string
  readonly name: string
}

/** Finds what globs stand for, sorted by name: patterns one after the other, `!` takes out what came before. */
export type Expand = (patterns: readonly string[], workspace: string) => Promise<Match[]>

/** What one line of an input stands for. */
interface Line {
  readonly isGlob: boolean
  readonly matches: readonly Match[]
}

/**
 * What an input of paths and globs stands for: one a line, `!` takes out what earlier lines brought in. A line that is the
 * name of something is that, whatever signs are in it.
 *
 * @param lines the input's text
 * @param input its name, for messages
 * @param workspace absolute path that relative ones start from
 * @param expand finds what globs stand for; without it they are taken by the letter, as on a command line
 * @returns at least one match, each once, in the order of the lines; a plain path is there whether it exists or not
 * @throws AppsignError ARTIFACT_MISSING when a glob, or all lines together, match nothing
 */
export async function matchPaths(lines: string, input: string, workspace: string, expand?: Expand): Promise<Match[]> {
  return once(await readLines(lines, input, workspace, expand))
}

/**
 * The folders that an input of paths and globs stands for. A file that a glob finds beside them is passed over; one that a
 * line names is not.
 *
 * @throws AppsignError ARTIFACT_MISSING when a glob, or all lines together, match nothing
 */
export async function matchFolders(lines: string, input: string, workspace: string, expand?: Expand): Promise<Match[]> {
  const all = await readLines(lines, input, workspace, expand)
  const folders = all.map((line) => ({
    ...line,
    matches: line.isGlob ? line.matches.filter(({ path }) => kindOf(path) !== 'file') : line.matches,
  }))
  const found = once(folders)
  return found.length > 0 ? found : once(all)
}

async function readLines(text: string, input: string, workspace: string, expand?: Expand): Promise<Line[]> {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const lines: Line[] = []
  for (const [index, pattern] of patterns.entries()) {
    if (expand && pattern.startsWith('!')) continue
    const takenOut = expand ? patterns.slice(index + 1).filter((later) => later.startsWith('!')) : []
    lines.push(await readLine(pattern, takenOut, input, workspace, expand))
  }
  if (lines.every(({ matches }) => matches.length === 0)) throw missing(input, patterns)
  return lines
}

async function readLine(
  pattern: string,
  takenOut: readonly string[],
  input: string,
  workspace: string,
  expand: Expand | undefined,
): Promise<Line> {
  const path = resolve(workspace, pattern)
  const exists = kindOf(path) !== undefined
  const isGlob = expand !== undefined && MAGIC.test(pattern) && !exists
  if (isGlob) {
    const found = await expand([pattern], workspace)
    // Said even if other lines match: whoever names it waits for it.
    if (found.length === 0) throw missing(input, [pattern])
    return { isGlob, matches: takenOut.length > 0 ? await expand([pattern, ...takenOut], workspace) : found }
  }
  const isTakenOut =
    expand && exists && takenOut.length > 0 && (await expand([byLetter(pattern), ...takenOut], workspace)).length === 0
  return { isGlob, matches: isTakenOut ? [] : [{ path, name: pattern }] }
}

/** A glob that stands for one name. */
function byLetter(name: string): string {
  return name.replace(/[*?[]/g, '[$&]')
}

/** What the first of several lines calls it. */
function once(lines: readonly Line[]): Match[] {
  const matches = new Map<string, Match>()
  for (const match of lines.flatMap((line) => line.matches))
    if (!matches.has(match.path)) matches.set(match.path, match)
  return [...matches.values()]
}

function missing(input: string, patterns: readonly string[]): AppsignError {
  const shown = patterns.map((pattern) => `"${pattern}"`).join(', ') || 'it is empty'
  return new AppsignError(
    'ARTIFACT_MISSING',
    `${input} matches nothing: ${shown}. Is it built before this step? Paths are relative to the workspace.`,
  )
}

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

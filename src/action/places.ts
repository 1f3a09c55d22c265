import { basename, dirname, join } from 'node:path'
import { APP_SIGNATURE, MAX_ENVELOPE_SIZE } from '../envelope/envelope'
import type { Finding, FindingCode } from '../findings/finding'
import { APP_INFO } from '../payload/app-info'
import { kindOf, readSmallFile } from '../payload/path-kind'
import type { Locate, Place } from '../report/place'
import { printable } from '../report/printable'
import { isRefusal, type Outcome } from '../report/report'
import { lineOfKeys } from './key-lines'
import { openRepository, pathBelow, type Repository } from './repository'

/** What info.xml says about what was found; everything else that has no file of its own goes to `<id>`. */
const ELEMENTS: Partial<Record<FindingCode, string>> = {
  LEGACY_SUNSET: 'dependencies',
  V2_LEAVES_OUT_10: 'dependencies',
  SERVER_GUESSED: 'dependencies',
  CERTIFICATE_EXPIRES: 'version',
  CERTIFICATE_EXPIRED: 'version',
  CERTIFICATE_NOT_YET_VALID: 'version',
}

/** What is wrong with signature.json as such. */
const OF_SIGNATURE: readonly FindingCode[] = ['BAD_SIGNATURE', 'BAD_ALGORITHM']

/**
 * Finds where in the repository each finding is shown: on its file, when that is in the commit; else on its line of
 * signature.json, when that is; else in info.xml, on the line of what it is about. The app may live in a subfolder, be built
 * elsewhere, or be in an archive: it is known by its id.
 *
 * @param workspace absolute path
 */
export function makeLocate(workspace: string, env: NodeJS.ProcessEnv): Locate {
  const repositories = new Map<string, Repository>()
  const homes = new Map<Outcome, Home>()
  const homeOf = (outcome: Outcome) => {
    const home = homes.get(outcome) ?? openHome(outcome, workspace, env, repositories)
    homes.set(outcome, home)
    return home
  }
  return (outcome, finding) => placeOf(homeOf(outcome), finding)
}

/** Where the app of an outcome lives in the repository. */
interface Home {
  readonly repository: Repository
  /** The app's folder there; undefined when it has none. */
  readonly folder: string | undefined
  /** What is shown when nothing of the app is in the repository. */
  readonly fallback: string
  readonly signatureLine: (path: string) => number | undefined
  readonly elementLine: (element: string) => number
}

function openHome(
  outcome: Outcome,
  workspace: string,
  env: NodeJS.ProcessEnv,
  repositories: Map<string, Repository>,
): Home {
  const inside = pathBelow(workspace, outcome.root) !== undefined
  const start = inside ? folderOf(outcome.root) : workspace
  const repository = repositories.get(start) ?? openRepository(start, workspace, env)
  repositories.set(start, repository)
  const folder = findFolder(outcome, repository)
  const read = (path: string) =>
    folder === undefined
      ? ''
      : (readSmallFile(join(repository.root, folder, path), MAX_ENVELOPE_SIZE)?.toString() ?? '')
  const signed = once(() => {
    const wanted = new Set(outcome.findings.flatMap(({ path }) => (path === undefined ? [] : [path])))
    return lineOfKeys(read(APP_SIGNATURE), wanted)
  })
  const info = once(() => withoutComments(read(APP_INFO)))
  return {
    repository,
    folder,
    fallback: printable(pathBelow(repository.root, outcome.root) || basename(outcome.root) || APP_INFO),
    signatureLine: (path) => signed().get(path),
    elementLine: (element) => {
      const at = info().search(new RegExp(`<${element}[\\s>/]`))
      return at < 0 ? 1 : info().slice(0, at).split('\n').length
    },
  }
}

/** The payload's own folder, when that is in the commit; else the one of the app with that id. */
function findFolder(outcome: Outcome, repository: Repository): string | undefined {
  const own = pathBelow(repository.root, outcome.root)
  if (own !== undefined && repository.has(join(own, APP_INFO))) return own
  return isRefusal(outcome) ? undefined : repository.folderOf(outcome.appId)
}

function placeOf({ repository, folder, fallback, signatureLine, elementLine }: Home, finding?: Finding): Place {
  if (folder === undefined) return { path: fallback, line: 1 }
  const inRepository = (path: string) => (folder === '' ? path : `${folder}/${path}`)
  const isShown = (path: string) => repository.has(inRepository(path)) && printable(path) === path
  const path = finding?.path
  if (path !== undefined && isShown(path)) return { path: inRepository(path), line: 1 }
  if (repository.has(inRepository(APP_SIGNATURE))) {
    if (path !== undefined) return { path: inRepository(APP_SIGNATURE), line: signatureLine(path) ?? 1 }
    if (finding && OF_SIGNATURE.includes(finding.code)) return { path: inRepository(APP_SIGNATURE), line: 1 }
  }
  const element = path === undefined && finding ? (ELEMENTS[finding.code] ?? 'id') : 'id'
  return { path: inRepository(APP_INFO), line: elementLine(element) }
}

function folderOf(path: string): string {
  let folder = path
  while (kindOf(folder) !== 'folder' && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The same lines, with nothing where comments were. */
function withoutComments(xml: string): string {
  const [first = '', ...parts] = xml.split('<!--')
  return parts.reduce((text, part) => {
    const end = part.indexOf('-->')
    const comment = end < 0 ? part : part.slice(0, end)
    return text + comment.replace(/[^\n]/g, '') + (end < 0 ? '' : part.slice(end + 3))
  }, first)
}

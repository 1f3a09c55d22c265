import type { Scope, Server } from '../findings/server'

interface Table {
  /** Exact base names, of files only: a folder of that name is walked. */
  readonly names: ReadonlySet<string>
  /** Base names by pattern. PCRE's `$` also matches before a newline at the end, hence `\n?`. */
  readonly namePatterns: readonly RegExp[]
  /** The file's own absolute path by pattern: `/` and the relative path serve, since the rule is about its end. */
  readonly pathPatterns: readonly RegExp[]
}

/** Exact relative paths that are never signed, on any server (SPEC 2). */
const SIGNATURE_FILES: ReadonlySet<string> = new Set(['appinfo/signature.json', 'core/signature.json'])

/** What a server's own signature leaves out at the top, whatever it is: a folder, a link or a file (SPEC 2). */
export const SERVER_FOLDERS: ReadonlySet<string> = new Set(['data', 'themes', 'config', 'apps', 'assets', 'lost+found'])

/**
 * What Nextcloud leaves out besides, because its updater is replaced after the check. The list from which it signs is the
 * one with which it verifies (lib/private/IntegrityCheck/Iterator/ExcludeFoldersByPathFilterIterator.php).
 */
const UPDATER_FOLDERS: ReadonlySet<string> = new Set(['updater', '_oc_upgrade'])

/** Paths in a server's envelope that begin so are not compared by Nextcloud (SPEC 2). */
const UPDATER = 'updater/'

/** What is left out only by recent Nextcloud servers: an older one reports it as EXTRA_FILE (SPEC 2). */
const RECENT_NAMES: ReadonlySet<string> = new Set(['nextcloud-init-sync.lock'])

/** The first version that does so (nextcloud/server pull request 48268, of stable30). */
const RECENT_MAJOR = 30

/** The first ownCloud that leaves out its list of MIME types; an older one signs and compares it (owncloud/core 29048, 29316). */
const PATH_PATTERNS_SINCE = [10, 0, 4] as const

/** The server whose rules are asked for, where it is known. */
export interface RulesOf {
  /** The first number of its version. */
  readonly major: number | undefined
  /** As the server says it. */
  readonly version?: string
  /** Top folders from which it takes apps besides `apps`. */
  readonly appRoots?: ReadonlySet<string>
}

const TABLES: Record<Server, Table> = {
  nextcloud: {
    names: new Set(['.DS_Store', '.directory', '.rnd', '.webapp', 'Thumbs.db', ...RECENT_NAMES]),
    namePatterns: [/^\.webapp-nextcloud-(\d+\.){2}(\d+)(-r\d+)?\n?$/],
    pathPatterns: [],
  },
  owncloud: {
    names: new Set(['.DS_Store', 'Thumbs.db', '.directory', '.webapp']),
    namePatterns: [/^\.webapp-owncloud-/],
    // The dots are the servers' own, unescaped: any character but a newline stands for them.
    pathPatterns: [/\/core\/js\/mimetypelist.js\n?$/],
  },
}

/**
 * Whether a server leaves this file out of its manifest, when signing and when verifying (SPEC 2).
 *
 * @param path of a file or of a link to one, relative to the root, forward slashes; compared case-sensitively
 * @param within the server that does so, where it is known
 */
export function isExcluded(path: string, server: Server, scope: Scope, within?: RulesOf): boolean {
  if (isSignatureFile(path) || isPassedOver(path, server, scope, within)) return true
  const name = path.slice(path.lastIndexOf('/') + 1)
  const table = TABLES[server]
  if (within?.major !== undefined && within.major < RECENT_MAJOR && RECENT_NAMES.has(name)) return false
  return (
    table.names.has(name) ||
    table.namePatterns.some((pattern) => pattern.test(name)) ||
    (table.pathPatterns.some((pattern) => pattern.test(`/${path}`)) && !isBeforePathPatterns(within?.version))
  )
}

function isBeforePathPatterns(version = ''): boolean {
  const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number)
  const at = numbers?.findIndex((number, place) => number !== PATH_PATTERNS_SINCE[place]) ?? -1
  return at >= 0 && (numbers?.[at] ?? 0) < (PATH_PATTERNS_SINCE[at] ?? 0)
}

/**
 * Whether a server does not look at this at all, whatever it is: not even at where a link leads.
 *
 * @param path relative to the root
 */
export function isPassedOver(path: string, server: Server, scope: Scope, within?: RulesOf): boolean {
  if (scope === 'app') return false
  const top = path.split('/', 1)[0] ?? ''
  if (within?.appRoots?.has(top)) return true
  return SERVER_FOLDERS.has(top) || (server === 'nextcloud' && UPDATER_FOLDERS.has(top))
}

/** Whether what an envelope says of this path is compared with what is there. */
export function isCompared(path: string, server: Server, scope: Scope): boolean {
  return scope === 'app' || server === 'owncloud' || !path.startsWith(UPDATER)
}

/** Whether this path holds a signature, of an app or of a server. */
export function isSignatureFile(path: string): boolean {
  return SIGNATURE_FILES.has(path)
}

/** Whether this file is left out by recent servers only, so that not every server agrees with the signature. */
export function isRecentlyExcluded(path: string, server: Server): boolean {
  return server === 'nextcloud' && RECENT_NAMES.has(path.slice(path.lastIndexOf('/') + 1))
}

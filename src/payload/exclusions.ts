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

/** Top folders that a server's own signature leaves out (SPEC 2). */
const SERVER_FOLDERS = ['data', 'themes', 'config', 'apps', 'assets', 'lost+found']

/** What is left out only by recent Nextcloud servers: an older one reports it as EXTRA_FILE (SPEC 2). */
const RECENT_NAMES: ReadonlySet<string> = new Set(['nextcloud-init-sync.lock'])

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
 */
export function isExcluded(path: string, server: Server, scope: Scope): boolean {
  if (isSignatureFile(path)) return true
  if (scope === 'server' && SERVER_FOLDERS.some((folder) => path.startsWith(`${folder}/`))) return true
  const name = path.slice(path.lastIndexOf('/') + 1)
  const table = TABLES[server]
  return (
    table.names.has(name) ||
    table.namePatterns.some((pattern) => pattern.test(name)) ||
    table.pathPatterns.some((pattern) => pattern.test(`/${path}`))
  )
}

/** Whether this path holds a signature, of an app or of a server. */
export function isSignatureFile(path: string): boolean {
  return SIGNATURE_FILES.has(path)
}

/** Whether this file is left out by recent servers only, so that not every server agrees with the signature. */
export function isRecentlyExcluded(path: string, server: Server): boolean {
  return server === 'nextcloud' && RECENT_NAMES.has(path.slice(path.lastIndexOf('/') + 1))
}

import type { Finding, FindingCode, Severity } from '../findings/finding'
import { APP_INFO, type AppInfo } from './app-info'
import type { Entry } from './entry'
import type { Payload } from './payload'
import { VCS_NAMES } from './vcs'

/** One thing that must not, or should not, be in what is shipped. */
interface Row {
  readonly code: FindingCode
  readonly severity: Severity
  /** Names of files or folders. */
  readonly names: RegExp
  /** Where: at any depth, or directly in the app. */
  readonly depth: 'any' | 'top'
  readonly says: (path: string) => string
  readonly hint: string
  /** Where the rule comes from. */
  readonly source: string
}

const OUT = 'Leave it out: name it in exclude or .nextcloudignore, or remove it before signing.'

/** The table. One finding a folder or file is enough, however much is in it. */
const TABLE: readonly Row[] = [
  {
    code: 'VCS_SHIPPED',
    severity: 'error',
    names: new RegExp(`^(?:${VCS_NAMES.map((name) => name.replace('.', '\\.')).join('|')})$`),
    depth: 'any',
    says: (path) => `"${path}" is a repository inside the app: its whole history would be shipped.`,
    hint: OUT,
    source: 'thirteen published apps at once; SPEC 6 (no .git)',
  },
  {
    code: 'MAC_METADATA',
    severity: 'error',
    names: /^(?:__MACOSX|\._.*)$/,
    depth: 'any',
    says: (path) => `"${path}" is what macOS packs beside the files; the server's installer refuses it.`,
    hint: 'Pack on Linux, or with COPYFILE_DISABLE=1 tar.',
    source: 'SPEC 6 (no ._*, no __MACOSX)',
  },
  {
    code: 'DEVELOPMENT_FILES',
    severity: 'warning',
    names: /^(?:tests?|\.github|node_modules|build|vendor-bin|\.idea|\.vscode)$/,
    depth: 'top',
    says: (path) => `"${path}" is for developing the app, not for running it.`,
    hint: OUT,
    source: 'the app template of Nextcloud excludes it when packing',
  },
  {
    code: 'BUILD_SCRATCH',
    severity: 'warning',
    names:
      /^(?:composer\.(?:json|lock)|package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|Makefile|krankerl\.toml|webpack\.[\w.]+|vite\.config\.\w+|tsconfig\.json|phpunit[\w.]*\.xml(?:\.dist)?|psalm\.xml|\.php-cs-fixer[\w.]*|\.eslintrc[\w.]*|\.gitignore|\.gitattributes)$/,
    depth: 'top',
    says: (path) => `"${path}" serves building the app, not running it.`,
    hint: OUT,
    source: 'the app template of Nextcloud excludes it when packing',
  },
]

/** Every name that is looked for at any depth. */
const ANYWHERE = new RegExp(
  TABLE.filter(({ depth }) => depth === 'any')
    .map(({ names }) => names.source)
    .join('|'),
)

/** Bytes (SPEC 6). */
const STORE_INFO_SIZE = 512 * 1024
const STORE_ARCHIVE_SIZE = 20 * 1024 * 1024
/** What the store takes for the name of a folder (SPEC 6). */
export const STORE_ID = /^[a-z]+[a-z0-9_]*$/

/**
 * What is in a payload that must never ship, or should not.
 *
 * @param entries what the payload holds; a checkout's own top-level `.git` is not among them
 */
export function neverShip(entries: readonly Entry[]): Finding[] {
  const found = new Map<string, Finding>()
  // Most files share their folder with others, which is looked at once.
  const folders = new Map<string, boolean>([['', false]])
  const isInFound = (folder: string): boolean => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const isFound = isInFound(folderOf(folder)) || look(folder)
    folders.set(folder, isFound)
    return isFound
  }
  const look = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (name !== path && !ANYWHERE.test(name)) return false
    const row = TABLE.find((one) => (one.depth === 'any' || name === path) && one.names.test(name))
    if (row) found.set(path, { code: row.code, severity: row.severity, path, message: row.says(path), hint: row.hint })
    return row !== undefined
  }
  for (const { path } of entries) if (!isInFound(folderOf(path))) look(path)
  return [...found.values()]
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** Source maps that are larger than the code they are for. */
export function largeSourceMaps(payload: Payload, entries: readonly Entry[]): Finding[] {
  const maps = entries.filter(({ kind, path }) => kind === 'file' && path.endsWith('.map'))
  const wanted = new Set(maps.map(({ path }) => path.slice(0, -'.map'.length)))
  const codes = new Map<string, Entry>()
  if (maps.length > 0)
    for (const entry of entries) if (entry.kind === 'file' && wanted.has(entry.path)) codes.set(entry.path, entry)
  return maps.flatMap((map): Finding[] => {
    const code = codes.get(map.path.slice(0, -'.map'.length))
    if (!code || payload.sizeOf(map) <= payload.sizeOf(code)) return []
    return [
      {
        code: 'SOURCE_MAP',
        severity: 'warning',
        path: map.path,
        message: `"${map.path}" is larger than the code that it is for.`,
        hint: OUT,
      },
    ]
  })
}

/** What the Nextcloud App Store does not take (SPEC 6): worth a warning, since not every app goes there. */
export function storeLimits(payload: Payload, app: AppInfo): Finding[] {
  const limits: [boolean, string, string][] = [
    [
      !STORE_ID.test(app.id),
      `The App Store takes no app with the id "${app.id}".`,
      'It may have small letters, digits and underscores, and begins with a letter.',
    ],
    [
      infoSize(payload) > STORE_INFO_SIZE,
      `${APP_INFO} is larger than 512 KB, and the App Store refuses it.`,
      'Shorten it.',
    ],
    [
      (payload.archive?.size ?? 0) > STORE_ARCHIVE_SIZE,
      'The archive is larger than 20 MB, and the App Store refuses it.',
      'Leave out what is not needed to run the app.',
    ],
    [
      payload.archive !== undefined && payload.archive.format !== 'tar.gz',
      `The archive is a ${payload.archive?.format} file; the App Store takes tar.gz only.`,
      'Pack it with package, or with tar -czf.',
    ],
  ]
  return limits
    .filter(([exceeded]) => exceeded)
    .map(([, message, hint]) => ({ code: 'STORE_LIMIT', severity: 'warning', message, hint }))
}

function infoSize(payload: Payload): number {
  const bytes = payload.read(APP_INFO, STORE_INFO_SIZE)
  return bytes === 'too-large' ? STORE_INFO_SIZE + 1 : 0
}

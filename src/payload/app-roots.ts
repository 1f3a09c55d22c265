import { AppsignError } from '../findings/errors'
import type { Payload } from './payload'
import { OTHER_APP_FOLDERS } from './server-tree'

/** Bytes of one file of settings; theirs have 5 KB. */
const MAX_SIZE = 1024 * 1024

const CONFIG = /^(?:config\.php|.+\.config\.php)$/

/** A comment, but not what follows the colon of an address in a string. */
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|[\s;,()[\]])(?:\/\/|#).*$/gm

/** The last text of what a path is made of: `OC::$SERVERROOT.'/custom_apps'`. */
const PATHS = /['"]path['"]\s*=>[^,\n]*?['"]([^'"\n]*)['"]\s*(?=[,\n\])])/g

/**
 * The folders besides `apps` from which an installed server takes apps, by `apps_paths` in its settings: its own check does
 * not look there (`OC::$APPSROOTS` in lib/private/IntegrityCheck/Iterator/ExcludeFoldersByPathFilterIterator.php).
 *
 * @returns top folders of the usual names only; none where the server is not installed, or its settings can not be read
 */
export function readAppRoots(payload: Payload): ReadonlySet<string> {
  const roots = new Set<string>()
  for (const text of readableSettings(payload))
    for (const [, path = ''] of text.matchAll(PATHS)) roots.add(path.replace(/\/+$/, '').replace(/^.*\//, ''))
  return new Set(OTHER_APP_FOLDERS.filter((folder) => roots.has(folder)))
}

/** They hold passwords, so that others than the server may not read them; what lies in such a folder is a finding then. */
function readableSettings(payload: Payload): string[] {
  try {
    return settingsOf(payload)
  } catch (error) {
    if (error instanceof AppsignError) return []
    throw error
  }
}

function settingsOf(payload: Payload): string[] {
  if (!payload.folders('').includes('config')) return []
  return payload
    .below('config')
    .list()
    .entries.filter(({ kind, path }) => kind === 'file' && CONFIG.test(path) && !path.includes('/'))
    .map(({ path }) => payload.read(`config/${path}`, MAX_SIZE))
    .map((bytes) => (typeof bytes === 'object' ? bytes.toString().replace(COMMENTS, '') : ''))
    .filter((text) => /['"]apps_paths['"]/.test(text))
}

import { AppsignError } from '../findings/errors'
import type { Payload } from '../payload/payload'
import { sortByBytes } from './byte-order'
import { encodePhpString } from './php-json'

const FILES = ',\n\tfiles: '
const THEMES = ',\n\tthemes: '

/**
 * Whether a list of MIME types names the icons that are there now, of the server and of its themes: else Nextcloud takes it
 * for a file that somebody changed (`generateFile` in core/Command/Maintenance/Mimetype/GenerateMimetypeFileBuilder.php).
 *
 * @param text what stands in the list behind the aliases, each byte as a character
 */
export function namesIconsOf(payload: Payload, text: string): boolean {
  const themesAt = text.indexOf(THEMES)
  if (!text.startsWith(FILES) || themesAt < 0) return false
  const icons = iconsIn(payload, 'core/img')
  if (!icons || text.slice(FILES.length, themesAt) !== encodeList(icons, '')) return false
  const themes = text.slice(themesAt + THEMES.length)
  return themes.startsWith(encodeThemes(themesOf(payload), themes))
}

/** They stand there in the order in which the disk listed them. */
function encodeThemes(themes: ReadonlyMap<string, readonly string[]>, like: string): string {
  if (themes.size === 0) return '[]'
  const members = Array.from(themes, ([name, icons]) => `    ${name}: ${encodeList(icons, '    ')}`)
  return `{\n${members.sort((a, b) => like.indexOf(a) - like.indexOf(b)).join(',\n')}\n}`
}

/** Icons by the name of their theme in JSON. */
function themesOf(payload: Payload): Map<string, readonly string[]> {
  const themes = new Map<string, readonly string[]>()
  for (const name of foldersOf(payload, 'themes')) {
    const icons = iconsIn(payload, `themes/${name}/core/img`)
    if (icons) themes.set(encodePhpString(name), icons)
  }
  return themes
}

/** The names of the icons without their endings; undefined where there is no folder for them. */
function iconsIn(payload: Payload, folder: string): string[] | undefined {
  if (!foldersOf(payload, folder).includes('filetypes')) return undefined
  const names = filesIn(payload, `${folder}/filetypes`)
  return names && sortByBytes([...new Set(names.map((name) => name.replace(/.[^.]*$/, '')))])
}

function foldersOf(payload: Payload, folder: string): readonly string[] {
  return whereOneMayLook(() => payload.folders(folder)) ?? []
}

function filesIn(payload: Payload, folder: string): string[] | undefined {
  const entries = whereOneMayLook(() => payload.below(folder).list().entries)
  return entries?.filter(({ kind, path }) => kind === 'file' && !path.includes('/')).map(({ path }) => path)
}

/** A link out of the server is nothing that can be compared here, and no reason to stop. */
function whereOneMayLook<Result>(look: () => Result): Result | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof AppsignError) return undefined
    throw error
  }
}

/** PHP's `json_encode` with `JSON_PRETTY_PRINT`. */
function encodeList(names: readonly string[], indent: string): string {
  if (names.length === 0) return '[]'
  return `[\n${names.map((name) => `${indent}    ${encodePhpString(name)}`).join(',\n')}\n${indent}]`
}

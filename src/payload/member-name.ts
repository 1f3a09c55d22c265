import type { Buffer } from 'node:buffer'
import { decodeName } from './name'

/** Bytes. No disk takes a longer path (PATH_MAX of Linux). */
const MAX_PATH = 4096

/** A member's name as a path, or why it must not be unpacked. */
export type MemberName =
  | { readonly path: string; readonly dotPrefix: boolean }
  | { readonly shown: string; readonly problem: string }

/**
 * Makes a path of a name in an archive.
 *
 * @param bytes as they stand in the archive
 * @param backslashes whether a backslash separates folders, as in zip files that break their own rules
 */
export function readMemberName(bytes: Buffer, backslashes: boolean): MemberName {
  if (bytes.length > MAX_PATH)
    return { shown: `${decodeName(bytes.subarray(0, 100)).text}…`, problem: 'is longer than any disk takes' }
  const { text, valid } = decodeName(bytes)
  const bad = (problem: string) => ({ shown: text, problem })
  if (!valid) return bad('is not valid UTF-8')
  if (text === '' || /^(\.?\/)*\.?$/.test(text))
    return text.startsWith('.') ? { path: '', dotPrefix: true } : bad('is empty')
  if (text.includes('\0')) return bad('has a NUL in it, where some tools cut it off')
  if (text.startsWith('/')) return bad('is absolute')
  if (/^[A-Za-z]:/.test(text)) return bad('begins with a drive letter')
  if (backslashes && text.includes('\\')) return bad('has backslashes, which unpack as one odd name or as folders')
  const dotPrefix = text.startsWith('./')
  const steps = text
    .replace(/\/+$/, '')
    .split('/')
    .filter((step) => step !== '.' && step !== '')
  if (steps.includes('..')) return bad('goes to a folder above (..)')
  return { path: steps.join('/'), dotPrefix }
}

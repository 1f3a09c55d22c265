import { Buffer } from 'node:buffer'
import type { TarHeader } from '../../node_modules/tar-stream/headers.js'
import type { Member } from './member'

const TYPES: Record<string, Member['type']> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'folder',
  symlink: 'link',
  link: 'hard-link',
  fifo: 'special',
  'character-device': 'special',
  'block-device': 'special',
}

/** What an entry of a tar archive is, from tar-stream's word for it. */
export function memberType(type: string): Member['type'] {
  return TYPES[type] ?? 'unknown'
}

/** Whether a decoded size is one. tar-stream makes -0 of -1. */
export function isSize(size: number): boolean {
  return size >= 0 && Number.isSafeInteger(size) && !Object.is(size, -0)
}

/** A copy of the bytes of a name, up to its NUL. */
export function untilNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0)
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end))
}

/** Where a link points; headers are decoded as Latin-1, targets are UTF-8. */
export function decodeTarget({ linkname }: TarHeader): string | undefined {
  return linkname === null ? undefined : Buffer.from(linkname, 'latin1').toString()
}

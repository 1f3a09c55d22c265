import { Buffer } from 'node:buffer'

const BLOCK = 512
const NAME_SIZE = 100
const PREFIX_SIZE = 155

/** An entry to be written. */
export interface TarEntry {
  /** Relative, forward slashes; a folder's ends in one. */
  readonly name: string
  readonly size: number
  readonly mode: number
  /** Seconds since 1970. */
  readonly mtime: number
}

/**
 * The header blocks of an entry: ustar, and a GNU long name in front where a name does not fit. No library writes the
 * latter; they all write pax headers, which the servers' installer takes for further folders (SPEC 6).
 */
export function tarHeader(entry: TarEntry): Buffer {
  const name = Buffer.from(entry.name)
  const cut = splitName(name)
  if (cut) return header(entry, entry.name.endsWith('/') ? '5' : '0', cut.name, cut.prefix)
  const content = Buffer.concat([name, Buffer.from([0])])
  const long = { name: '././@LongLink', size: content.length, mode: 0o644, mtime: 0 }
  return Buffer.concat([
    header(long, 'L', Buffer.from(long.name), Buffer.alloc(0)),
    content,
    Buffer.alloc(padding(content.length)),
    header(entry, entry.name.endsWith('/') ? '5' : '0', name.subarray(0, NAME_SIZE), Buffer.alloc(0)),
  ])
}

/** Bytes of zeros that fill up the last block of a content. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

/** Two blocks of zeros: the end of an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

/** Name and prefix of ustar, divided at a slash; undefined when there is no way to do so. */
function splitName(name: Buffer): { name: Buffer; prefix: Buffer } | undefined {
  if (name.length <= NAME_SIZE) return { name, prefix: Buffer.alloc(0) }
  for (let at = name.indexOf('/'); at >= 0 && at <= PREFIX_SIZE; at = name.indexOf('/', at + 1)) {
    const rest = name.subarray(at + 1)
    if (at > 0 && rest.length > 0 && rest.length <= NAME_SIZE) return { name: rest, prefix: name.subarray(0, at) }
  }
  return undefined
}

function header(entry: TarEntry, type: string, name: Buffer, prefix: Buffer): Buffer {
  const block = Buffer.alloc(BLOCK)
  name.copy(block, 0)
  octal(block, 100, 8, entry.mode)
  octal(block, 108, 8, 0)
  octal(block, 116, 8, 0)
  octal(block, 124, 12, entry.size)
  octal(block, 136, 12, entry.mtime)
  block.write('        ', 148, 'latin1')
  block.write(type, 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  octal(block, 329, 8, 0)
  octal(block, 337, 8, 0)
  prefix.copy(block, 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function octal(block: Buffer, at: number, length: number, value: number): void {
  block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
}

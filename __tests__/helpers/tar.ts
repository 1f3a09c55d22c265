import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'

/** What stands in a tar header; every field as the test wants it, sensible or not. */
export interface TarParts {
  readonly name: string | Uint8Array
  /** The type flag: `0` file, `1` hard link, `2` link, `5` folder, … */
  readonly type?: string
  readonly content?: string | Uint8Array
  /** The size as the header gives it; a string is written as it is. */
  readonly size?: number | string | Uint8Array
  readonly link?: string | Uint8Array
  readonly prefix?: string
  /** `ustar\0` and `00` unless something else is wanted. */
  readonly magic?: string
  /** Added to the right checksum. */
  readonly checksumError?: number
}

const BLOCK = 512

/** One entry, header and padded content, byte by byte. */
export function tarEntry(parts: TarParts): Buffer {
  const content = Buffer.from(parts.content ?? '')
  const block = Buffer.alloc(BLOCK)
  const { size = content.length } = parts
  Buffer.from(parts.name).copy(block, 0, 0, 100)
  block.write('0000644\0', 100, 'latin1')
  block.write('0000000\x000000000\0', 108, 'latin1')
  if (typeof size === 'number') block.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 12, 'latin1')
  else Buffer.from(size).copy(block, 124, 0, 12)
  block.write('00000000000\0', 136, 'latin1')
  block.write('        ', 148, 'latin1')
  block.write(parts.type ?? '0', 156, 'latin1')
  if (parts.link !== undefined) Buffer.from(parts.link).copy(block, 157, 0, 100)
  block.write(parts.magic ?? 'ustar\x0000', 257, 'latin1')
  if (parts.prefix) block.write(parts.prefix, 345, 155)
  const sum = block.reduce((total, byte) => total + byte, 0) + (parts.checksumError ?? 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return Buffer.concat([block, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)])
}

/** The two blocks of zeros. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

/** A pax header with these records, for the entry behind it (`x`) or for all (`g`). */
export function paxHeader(records: readonly (readonly [string, string | Uint8Array])[], type: 'x' | 'g' = 'x'): Buffer {
  return tarEntry({ name: 'PaxHeaders/x', type, content: Buffer.concat(records.map(paxRecord)) })
}

/** One record: its own length in decimal, a blank, `key=value`, a newline. */
export function paxRecord([key, value]: readonly [string, string | Uint8Array]): Buffer {
  const body = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')])
  let length = body.length
  while (String(length).length + body.length !== length) length = String(length).length + body.length
  return Buffer.concat([Buffer.from(String(length)), body])
}

/** A GNU long name (`L`) or long link target (`K`) for the entry behind it. */
export function gnuLong(type: 'L' | 'K', text: string | Uint8Array): Buffer {
  return tarEntry({ name: '././@LongLink', type, content: Buffer.concat([Buffer.from(text), Buffer.from([0])]) })
}

/** A whole tar: entries, then the end. */
export function tarOf(...entries: readonly Buffer[]): Buffer {
  return Buffer.concat([...entries, TAR_END])
}

/** The same, packed with gzip. */
export function tarGzOf(...entries: readonly Buffer[]): Buffer {
  return gzipSync(tarOf(...entries))
}

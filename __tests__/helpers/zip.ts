import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** What stands in one header of a zip entry. */
interface ZipHeader {
  readonly name: string | Uint8Array
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly extra: Uint8Array
}

/** An entry: what is given, and sensible values for the rest. `local` and `central` override one side only. */
export interface ZipParts {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method?: 0 | 8
  readonly flags?: number
  /** 3 is Unix, whose mode stands in the upper half of the attributes. */
  readonly madeBy?: number
  readonly attributes?: number
  readonly extra?: Uint8Array
  readonly local?: Partial<ZipHeader>
  readonly central?: Partial<ZipHeader>
  /** Left out of the central directory. */
  readonly hidden?: boolean
}

export interface ZipEnd {
  /** How many entries the end says that there are. */
  readonly count?: number
  /** Bytes behind the end. */
  readonly after?: Uint8Array
  /** With a zip64 record of the end, and 32 ones in the old one. */
  readonly zip64?: boolean
}

export const ENCRYPTED = 1
export const DESCRIPTOR = 8
export const UTF8 = 0x800
/** A symbolic link in the attributes of Unix. */
export const LINK_MODE = 0o120777

/** Attributes as Unix writes them. */
export function unixMode(mode: number): Pick<ZipParts, 'madeBy' | 'attributes'> {
  return { madeBy: 3, attributes: (mode << 16) >>> 0 }
}

/** One field of an extra. */
export function extraField(id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

/** 64-bit numbers for a zip64 extra. */
export function zip64Extra(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(8 * values.length)
  for (const [index, value] of values.entries()) data.writeBigUInt64LE(BigInt(value), 8 * index)
  return extraField(1, data)
}

/** A whole zip file, byte by byte. */
export function zipOf(entries: readonly ZipParts[], end: ZipEnd = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '')
    const packed = entry.method === 8 ? deflateRawSync(content) : content
    const header: ZipHeader = {
      name: entry.name,
      method: entry.method ?? 0,
      flags: entry.flags ?? UTF8,
      crc: crc32(content),
      packedSize: packed.length,
      size: content.length,
      extra: entry.extra ?? Buffer.alloc(0),
    }
    const local = Buffer.concat([localHeader({ ...header, ...entry.local }), packed])
    if (!entry.hidden) centrals.push(centralHeader({ ...header, ...entry.central }, entry, offset))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  return Buffer.concat([...locals, central, endOf(end, centrals.length, central.length, offset)])
}

function localHeader({ name, method, flags, crc, packedSize, size, extra }: ZipHeader): Buffer {
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt16LE(0x21, 12)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(packedSize, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(bytes.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, bytes, extra])
}

function centralHeader(header: ZipHeader, { madeBy = 0, attributes = 0 }: ZipParts, offset: number): Buffer {
  const { name, method, flags, crc, packedSize, size, extra } = header
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE((madeBy << 8) | 20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(method, 10)
  head.writeUInt16LE(0x21, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packedSize, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(bytes.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(attributes, 38)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, bytes, extra])
}

function endOf({ count, after, zip64 }: ZipEnd, entries: number, centralSize: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : (count ?? entries), 8)
  end.writeUInt16LE(zip64 ? 0xffff : (count ?? entries), 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : centralSize, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16)
  const wide = zip64 ? zip64End(count ?? entries, centralSize, offset) : Buffer.alloc(0)
  return Buffer.concat([wide, end, after ?? Buffer.alloc(0)])
}

function zip64End(entries: number, centralSize: number, offset: number): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(entries), 24)
  record.writeBigUInt64LE(BigInt(entries), 32)
  record.writeBigUInt64LE(BigInt(centralSize), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + centralSize), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator])
}

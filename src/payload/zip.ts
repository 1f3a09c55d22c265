import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { LocalFileHeader, Entry as ZipEntry, ZipFile } from 'yauzl'
import { AppsignError, reasonOf } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Member, MemberSink } from './member'
import { decodeName } from './name'
import type { WindowedFile } from './windowed-file'
import { type OpenZip, openZip, readSmall } from './zip-file'

const ENCRYPTED = 1
const UTF8 = 0x800
const UNIX = 3
const MACOS = 19
/** Sizes and checksum stand behind the data. */
const DESCRIPTOR = 8
/** Bytes: signature, checksum, two sizes of 64 bits. */
const MAX_DESCRIPTOR = 24
/** Extra fields. */
const ZIP64 = 1
const UNICODE_PATH = 0x7075
/** What may follow the last entry of the directory: its end, that of zip64, or a signature. */
const END_MARKS = [0x06054b50, 0x06064b50, 0x05054b50]
const FILE_TYPE = 0o170000
/** The file types of stat(2), as Unix writes them into a zip file. */
const TYPES = new Map<number, Member['type']>([
  [0, 'file'],
  [0o100000, 'file'],
  [0o040000, 'folder'],
  [0o120000, 'link'],
])

/** Characters of a link's target that are read. */
const MAX_TARGET = 4096

/**
 * Reads a zip file, entry by entry, in the order of its central directory.
 *
 * @param path absolute
 * @param name the file, for messages
 * @throws AppsignError ARCHIVE_DAMAGED, also for what is encrypted or where local and central directory disagree
 */
export async function readZip(path: string, name: string, sink: MemberSink): Promise<void> {
  const fail = (what: string, cause?: unknown) =>
    new AppsignError('ARCHIVE_DAMAGED', `"${name}" ${what}. Pack it again, or download it again.`, cause)
  let open: OpenZip | undefined
  try {
    open = await openZip(path)
    const { zip } = open
    const directory = cursorOf(zip)
    const extents: Extent[] = []
    for await (const entry of zip.eachEntry()) extents.push(await readEntry(open, entry, sink, fail))
    if (!isEnd(open.file, cursorOf(zip))) throw fail('has more entries than it says')
    if (hasHidden(extents, directory)) throw fail('has something between its entries that its directory does not list')
  } catch (error) {
    if (error instanceof AppsignError) throw error
    throw fail(`is damaged or cut off (${reasonOf(error)})`, error)
  } finally {
    open?.file.close()
  }
}

async function readEntry(
  { zip, file }: OpenZip,
  entry: ZipEntry,
  sink: MemberSink,
  fail: (what: string) => AppsignError,
): Promise<Extent> {
  // With decodeStrings off, names are bytes, whatever the types say.
  const raw = entry.fileNameRaw
  const shown = raw.toString()
  if (entry.generalPurposeBitFlag & ENCRYPTED) throw fail(`has an encrypted entry, "${shown}"`)
  const local = await zip.readLocalFileHeaderPromise(entry)
  if ([entry.extraFieldRaw, local.extraField].some((extra) => hasOtherName(extra, raw)))
    throw fail(`has two names for "${shown}": tools differ in which they take`)
  const difference = disagreement(entry, local)
  if (difference)
    throw fail(`says two things of "${shown}": its local header and the central directory differ in ${difference}`)
  if (isInCodePage(entry, raw)) sink.report(codePage(shown))
  const extent = {
    start: entry.relativeOffsetOfLocalHeader,
    end: local.fileDataStart + entry.compressedSize,
    descriptor: (local.generalPurposeBitFlag & DESCRIPTOR) !== 0,
  }
  const type = typeOf(entry, raw)
  const empty = entry.uncompressedSize === 0 && entry.compressedSize === 0 && entry.crc32 === 0
  if (type === 'folder' || (empty && type !== 'link')) {
    sink.begin({ name: raw, type, size: 0 })
    sink.end()
    return extent
  }
  const small = readSmall(file, entry, local)
  const content = small ? [small] : ((await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
  let checksum = 0
  if (type === 'link') {
    const pieces: Buffer[] = []
    for await (const piece of content) {
      checksum = crc32(piece, checksum)
      sink.tally(piece.length)
      if (pieces.length * piece.length <= MAX_TARGET) pieces.push(piece)
    }
    sink.begin({ name: raw, type, size: 0, target: Buffer.concat(pieces).toString() })
  } else {
    sink.begin({ name: raw, type, size: entry.uncompressedSize })
    for await (const piece of content) {
      checksum = crc32(piece, checksum)
      sink.tally(piece.length)
      sink.data(piece)
    }
  }
  sink.end()
  if (checksum !== entry.crc32) throw fail(`is damaged: the checksum of "${shown}" is wrong`)
  return extent
}

/** Programs differ in which of the two they believe; so both must say the same. */
function disagreement(entry: ZipEntry, local: LocalFileHeader): string | undefined {
  const later = (local.generalPurposeBitFlag & DESCRIPTOR) !== 0
  const wide = [...extraFields(local.extraField)].some(([id]) => id === ZIP64)
  if (!local.fileName.equals(entry.fileNameRaw)) return 'the name'
  if (local.compressionMethod !== entry.compressionMethod) return 'the compression'
  if ((local.generalPurposeBitFlag & UTF8) !== (entry.generalPurposeBitFlag & UTF8)) return "the name's encoding"
  // Sizes of 32 ones stand in the extra field of zip64; zeros are given behind the data.
  const same = (a: number, b: number) => a === b || (wide && a === 0xffffffff) || (later && a === 0)
  if (!same(local.uncompressedSize, entry.uncompressedSize)) return 'the size'
  if (!same(local.compressedSize, entry.compressedSize)) return 'the packed size'
  return local.crc32 === entry.crc32 || (later && local.crc32 === 0) ? undefined : 'the checksum'
}

/** Where an entry lies in the file: its header, its data, and perhaps its sizes behind them. */
interface Extent {
  readonly start: number
  readonly end: number
  readonly descriptor: boolean
}

/** Whoever reads the file as a stream unpacks what the directory does not list. */
function hasHidden(extents: Extent[], directory: number): boolean {
  let at = 0
  let slack = 0
  for (const { start, end, descriptor } of extents.sort((a, b) => a.start - b.start)) {
    if (start < at || start > at + slack) return true
    at = end
    slack = descriptor ? MAX_DESCRIPTOR : 0
  }
  return directory < at || directory > at + slack
}

/** yauzl's place in the central directory; it has no other name for it. */
function cursorOf(zip: ZipFile): number {
  return (zip as unknown as { readEntryCursor: number }).readEntryCursor
}

/** Whether the central directory ends here. */
function isEnd(file: WindowedFile, at: number): boolean {
  const bytes = file.read(at, 4)
  return bytes.length === 4 && END_MARKS.includes(bytes.readUInt32LE(0))
}

/** Info-ZIP's second name, which unzip and libarchive prefer. */
function hasOtherName(extra: Buffer, raw: Buffer): boolean {
  return [...extraFields(extra)].some(([id, data]) => id === UNICODE_PATH && !data.subarray(5).equals(raw))
}

/** A name that is no ASCII, does not say that it is UTF-8, and is not of a system where it is all the same. */
function isInCodePage(entry: ZipEntry, raw: Buffer): boolean {
  if (entry.generalPurposeBitFlag & UTF8 || raw.every((byte) => byte < 0x80) || !decodeName(raw).valid) return false
  const marked = [...extraFields(entry.extraFieldRaw)].some(([id]) => id === UNICODE_PATH)
  return !marked && ![UNIX, MACOS].includes(entry.versionMadeBy >> 8)
}

function codePage(shown: string): Finding {
  return {
    code: 'UNSAFE_NAME',
    severity: 'error',
    path: shown,
    message: `The name "${shown}" in the archive does not say that it is UTF-8: tools unpack it under other names.`,
    hint: 'Pack the app with a tool that marks names as UTF-8, or without such names.',
  }
}

function* extraFields(extra: Buffer): Generator<[id: number, data: Buffer]> {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    yield [extra.readUInt16LE(at), extra.subarray(at + 4, end)]
    at = end
  }
}

function typeOf(entry: ZipEntry, raw: Buffer): Member['type'] {
  if (raw.at(-1) === 0x2f) return 'folder'
  const madeBy = entry.versionMadeBy >> 8
  const mode = madeBy === UNIX ? (entry.externalFileAttributes >>> 16) & FILE_TYPE : 0
  return TYPES.get(mode) ?? 'special'
}

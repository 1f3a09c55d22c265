import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { LocalFileHeader, Entry as ZipEntry, ZipFile } from 'yauzl'
import { AppsignError, reasonOf } from '../findings/errors'
import type { Member, MemberSink } from './member'

const ENCRYPTED = 1
const UTF8 = 0x800
const UNIX = 3
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
  const { default: yauzl } = await import('yauzl')
  let zip: ZipFile | undefined
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false })
    for await (const entry of zip.eachEntry()) await readEntry(zip, entry, sink, fail)
  } catch (error) {
    if (error instanceof AppsignError) throw error
    throw fail(`is damaged or cut off (${reasonOf(error)})`, error)
  } finally {
    zip?.close()
  }
}

async function readEntry(
  zip: ZipFile,
  entry: ZipEntry,
  sink: MemberSink,
  fail: (what: string) => AppsignError,
): Promise<void> {
  // With decodeStrings off, names are bytes, whatever the types say.
  const raw = entry.fileNameRaw
  const shown = raw.toString()
  if (entry.generalPurposeBitFlag & ENCRYPTED) throw fail(`has an encrypted entry, "${shown}"`)
  const local = await zip.readLocalFileHeaderPromise(entry)
  const difference = disagreement(entry, local)
  if (difference)
    throw fail(`says two things of "${shown}": its local header and the central directory differ in ${difference}`)
  const type = typeOf(entry, raw)
  if (type === 'folder' || entry.uncompressedSize === 0) {
    sink.begin({ name: raw, type, size: 0 })
    sink.end()
    return
  }
  const stream = await zip.openReadStreamPromise(entry)
  let checksum = 0
  if (type === 'link') {
    const pieces: Buffer[] = []
    for await (const piece of stream as AsyncIterable<Buffer>) {
      checksum = crc32(piece, checksum)
      if (pieces.length * piece.length <= MAX_TARGET) pieces.push(piece)
    }
    sink.begin({ name: raw, type, size: 0, target: Buffer.concat(pieces).toString() })
  } else {
    sink.begin({ name: raw, type, size: entry.uncompressedSize })
    for await (const piece of stream as AsyncIterable<Buffer>) {
      checksum = crc32(piece, checksum)
      sink.data(piece)
    }
  }
  sink.end()
  if (checksum !== entry.crc32) throw fail(`is damaged: the checksum of "${shown}" is wrong`)
}

/** Programs differ in which of the two they believe; so both must say the same. */
function disagreement(entry: ZipEntry, local: LocalFileHeader): string | undefined {
  const later = (local.generalPurposeBitFlag & 8) !== 0
  if (!local.fileName.equals(entry.fileNameRaw)) return 'the name'
  if (local.compressionMethod !== entry.compressionMethod) return 'the compression'
  if ((local.generalPurposeBitFlag & UTF8) !== (entry.generalPurposeBitFlag & UTF8)) return "the name's encoding"
  // Sizes of 32 ones stand in the extra field of zip64; zeros are given behind the data.
  const same = (a: number, b: number) => a === b || a === 0xffffffff || (later && a === 0)
  if (!same(local.uncompressedSize, entry.uncompressedSize)) return 'the size'
  if (!same(local.compressedSize, entry.compressedSize)) return 'the packed size'
  return same(local.crc32, entry.crc32) ? undefined : 'the checksum'
}

function typeOf(entry: ZipEntry, raw: Buffer): Member['type'] {
  if (raw.at(-1) === 0x2f) return 'folder'
  const madeBy = entry.versionMadeBy >> 8
  const mode = madeBy === UNIX ? (entry.externalFileAttributes >>> 16) & FILE_TYPE : 0
  return TYPES.get(mode) ?? 'special'
}

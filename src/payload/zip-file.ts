import type { Buffer } from 'node:buffer'
import { statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import type { LocalFileHeader, RandomAccessReader, Entry as ZipEntry, ZipFile } from 'yauzl'
import { INSPECTED_SIZE } from './inspect'
import { WindowedFile } from './windowed-file'

/** Bytes of a large entry that are read at once. */
const PIECE = 256 * 1024
const STORED = 0
const DEFLATED = 8

/** A zip file whose headers and small entries are read without waiting: to wait for each of 24,000 takes longer than all else. */
export interface OpenZip {
  readonly zip: ZipFile
  readonly file: WindowedFile
}

/**
 * Opens a zip file by its central directory.
 *
 * @param path absolute
 * @throws Error when it is none
 */
export async function openZip(path: string): Promise<OpenZip> {
  const { default: yauzl } = await import('yauzl')
  const { size } = statSync(path)
  const file = new WindowedFile(path)
  try {
    const reader = readerOf(new (class extends yauzl.RandomAccessReader {})(), file)
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false }
    return { zip: await yauzl.fromRandomAccessReaderPromise(reader, size, options), file }
  } catch (error) {
    file.close()
    throw error
  }
}

/**
 * All of a small entry's content.
 *
 * @returns undefined for a large entry, and for one that is packed in another way
 * @throws Error when the file is cut off, or does not hold what its headers say
 */
export function readSmall(file: WindowedFile, entry: ZipEntry, local: LocalFileHeader): Buffer | undefined {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  if (Math.max(compressedSize, uncompressedSize) >= INSPECTED_SIZE) return undefined
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) return undefined
  const packed = file.read(local.fileDataStart, compressedSize)
  if (packed.length < compressedSize) throw new Error('the data end too early')
  const content =
    compressionMethod === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(uncompressedSize, 1) }) : packed
  if (content.length !== uncompressedSize) throw new Error('an entry has another size than its header says')
  return content
}

function readerOf(reader: RandomAccessReader, file: WindowedFile): RandomAccessReader {
  reader.read = (buffer, offset, length, position, done: (error: Error | null, read?: number) => void) => {
    let bytes: Buffer
    try {
      bytes = file.read(position, length)
    } catch (error) {
      done(error as Error)
      return
    }
    done(null, bytes.copy(buffer, offset))
  }
  reader._readStreamForRange = (start, end) => Readable.from(piecesOf(file, start, end), { objectMode: false })
  return reader
}

function* piecesOf(file: WindowedFile, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += PIECE) yield file.read(at, Math.min(PIECE, end - at))
}

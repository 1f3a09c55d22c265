import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppsignError, reasonOf } from '../findings/errors'

type Crc32 = typeof import('node:zlib').crc32

/** Bytes read at once. */
const PIECE = 256 * 1024

/**
 * Writes a file so that a failure leaves what was there before: a temporary file beside it, fsync, rename.
 *
 * @param path absolute path of the file
 * @param pieces what it shall hold, text in UTF-8
 * @param name the path for messages
 * @param check reads back what is on the disk before that takes its place; when it throws, nothing has changed
 * @throws AppsignError WRITE_FAILED, or what `check` throws
 */
export async function writeAtomically(
  path: string,
  pieces: Iterable<string>,
  name: string,
  check: (readBack: () => Buffer) => Promise<void>,
): Promise<void> {
  // Only here: whoever verifies does not need it.
  const { crc32 } = await import('node:zlib')
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const checksum = writeThrough(temporary, pieces, crc32)
    if (checksumOf(temporary, crc32) !== checksum) throw new Error('the disk returned other bytes than were written')
    await check(() => readFileSync(temporary))
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    if (error instanceof AppsignError) throw error
    throw new AppsignError(
      'WRITE_FAILED',
      `"${name}" can not be written: ${reasonOf(error)}. Make the folder writable for this step.`,
      error,
    )
  }
}

/** @returns the checksum of what was written */
function writeThrough(path: string, pieces: Iterable<string>, crc32: Crc32): number {
  const file = openSync(path, 'wx', 0o644)
  let checksum = 0
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      checksum = crc32(bytes, checksum)
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return checksum
}

/** In pieces: whoever checks reads it whole. */
function checksumOf(path: string, crc32: Crc32): number {
  const file = openSync(path, 'r')
  const buffer = Buffer.allocUnsafe(PIECE)
  let checksum = 0
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      checksum = crc32(buffer.subarray(0, read), checksum)
  } finally {
    closeSync(file)
  }
  return checksum
}

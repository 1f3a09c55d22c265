import { Buffer } from 'node:buffer'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppsignError, reasonOf } from '../findings/errors'

/**
 * Writes a file so that a failure leaves what was there before: a temporary file beside it, fsync, rename.
 *
 * @param path absolute path of the file
 * @param pieces what it shall hold, text in UTF-8
 * @param name the path for messages
 * @param check looks at what is on the disk before that takes its place, given a function that reads it back and makes sure
 *   that it is what was written; when it throws, nothing has changed
 * @throws AppsignError WRITE_FAILED, or what `check` throws
 */
export async function writeAtomically(
  path: string,
  pieces: Iterable<string>,
  name: string,
  check: (readBack: () => Buffer) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const checksum = writeThrough(temporary, pieces)
    await check(() => readBack(temporary, checksum))
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
function writeThrough(path: string, pieces: Iterable<string>): string {
  const file = openSync(path, 'wx', 0o644)
  const checksum = createHash('sha256')
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      checksum.update(bytes)
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return checksum.digest('hex')
}

/** @returns what the disk holds, when that is what was written */
function readBack(path: string, checksum: string): Buffer {
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') !== checksum)
    throw new Error('the disk returned other bytes than were written')
  return bytes
}

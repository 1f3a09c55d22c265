import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppsignError, reasonOf } from '../findings/errors'

/**
 * Writes a file so that a failure leaves what was there before: a temporary file beside it, fsync, rename.
 *
 * @param path absolute path of the file
 * @param bytes what it shall hold
 * @param name the path for messages
 * @param check is given what was read back from disk before it takes its place; when it throws, nothing has changed
 * @throws AppsignError WRITE_FAILED, or what `check` throws
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  name: string,
  check: (readBack: Buffer) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeThrough(temporary, bytes)
    const readBack = readFileSync(temporary)
    if (!readBack.equals(bytes)) throw new Error('the disk returned other bytes than were written')
    await check(readBack)
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

function writeThrough(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o644)
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(file, Buffer.from(bytes), written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

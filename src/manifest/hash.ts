import { Buffer } from 'node:buffer'
import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { AppsignError, reasonOf } from '../findings/errors'

/** Bytes read at once: most files of an app fit, and the buffer is used again for the next. */
const BUFFER_SIZE = 1024 * 1024

/** A file to hash: its name for messages, its absolute path for reading. */
export interface HashJob {
  readonly name: string
  readonly path: string
}

/**
 * SHA-512 of the raw bytes of each file.
 *
 * @returns 128 lower-case hex digits each, in the jobs' order
 * @throws AppsignError PAYLOAD_UNREADABLE naming the file that could not be read
 */
export function hashFiles(jobs: readonly HashJob[]): string[] {
  const buffer = Buffer.allocUnsafe(BUFFER_SIZE)
  return jobs.map((job) => {
    try {
      return hashFile(job.path, buffer)
    } catch (error) {
      throw new AppsignError('PAYLOAD_UNREADABLE', `The file "${job.name}" can not be read: ${reasonOf(error)}`, error)
    }
  })
}

function hashFile(path: string, buffer: Buffer): string {
  const file = openSync(path, 'r')
  try {
    const length = fill(file, buffer)
    if (length < buffer.length) return hash('sha512', buffer.subarray(0, length), 'hex')
    const digest = createHash('sha512').update(buffer)
    for (let read = fill(file, buffer); read > 0; read = fill(file, buffer)) digest.update(buffer.subarray(0, read))
    return digest.digest('hex')
  } finally {
    closeSync(file)
  }
}

/** Reads until the buffer is full or the file ends: a short read is not the end. */
function fill(file: number, buffer: Buffer): number {
  let length = 0
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, null)
    if (read === 0) break
    length += read
  }
  return length
}

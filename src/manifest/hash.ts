import { Buffer } from 'node:buffer'
import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { AppsignError, reasonOf } from '../findings/errors'
import { INSPECTED_SIZE, type Inspect } from '../payload/inspect'

/** Bytes read at once: most files of an app fit, and the buffer is used again for the next. */
const BUFFER_SIZE = INSPECTED_SIZE

/** A file to hash: its name for messages, its absolute path for reading. */
export interface HashJob {
  readonly name: string
  readonly path: string
}

/** What became of the files. */
export interface Hashed {
  /** 128 lower-case hex digits each, in the jobs' order. */
  readonly digests: readonly string[]
  /** Bytes of all files together. */
  readonly bytes: number
}

/**
 * SHA-512 of the raw bytes of each file.
 *
 * @param inspect is shown each file that is small enough
 * @throws AppsignError PAYLOAD_UNREADABLE naming the file that could not be read
 */
export async function hashFiles(jobs: readonly HashJob[], inspect?: Inspect): Promise<Hashed> {
  const buffer = Buffer.allocUnsafe(BUFFER_SIZE)
  let bytes = 0
  const digests = jobs.map((job) => {
    try {
      const { digest, size } = hashFile(job, buffer, inspect)
      bytes += size
      return digest
    } catch (error) {
      throw new AppsignError('PAYLOAD_UNREADABLE', `The file "${job.name}" can not be read: ${reasonOf(error)}`, error)
    }
  })
  return { digests, bytes }
}

function hashFile({ name, path }: HashJob, buffer: Buffer, inspect?: Inspect): { digest: string; size: number } {
  const file = openSync(path, 'r')
  try {
    const length = fill(file, buffer)
    if (length < buffer.length) {
      const content = buffer.subarray(0, length)
      inspect?.(name, content)
      return { digest: hash('sha512', content, 'hex'), size: length }
    }
    const digest = createHash('sha512').update(buffer)
    let size = length
    for (let read = fill(file, buffer); read > 0; read = fill(file, buffer)) {
      digest.update(buffer.subarray(0, read))
      size += read
    }
    return { digest: digest.digest('hex'), size }
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

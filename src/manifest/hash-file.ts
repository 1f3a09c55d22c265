import type { Buffer } from 'node:buffer'
import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { INSPECTED_SIZE } from '../payload/inspect'

/** Bytes read at once: most files of an app fit, and the buffer is used again for the next. */
export const BUFFER_SIZE = INSPECTED_SIZE

/**
 * SHA-512 of the raw bytes of a file.
 *
 * @param path absolute
 * @param buffer of BUFFER_SIZE, to read into
 * @param look is shown the content of a file that is smaller than the buffer
 * @yields how many bytes it read, again and again
 * @returns the raw digest, a character for each byte
 * @throws the file system's error
 */
export function* hashFile(path: string, buffer: Buffer, look: (content: Buffer) => void): Generator<number, string> {
  const file = openSync(path, 'r')
  try {
    const first = buffer.subarray(0, fill(file, buffer))
    yield first.length
    if (first.length < buffer.length) {
      look(first)
      return hash('sha512', first, 'binary')
    }
    const digest = createHash('sha512').update(first)
    for (let read = fill(file, buffer); read > 0; read = fill(file, buffer)) {
      digest.update(buffer.subarray(0, read))
      yield read
    }
    return digest.digest('binary')
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

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
 * @param onPiece is given each piece of the content, which lies in the buffer; `whole` when there is only this one
 * @returns the raw digest, a character for each byte
 * @throws the file system's error
 */
export function hashFile(path: string, buffer: Buffer, onPiece: (piece: Buffer, whole: boolean) => void): string {
  const file = openSync(path, 'r')
  try {
    const first = buffer.subarray(0, fill(file, buffer))
    onPiece(first, first.length < buffer.length)
    if (first.length < buffer.length) return hash('sha512', first, 'binary')
    const digest = createHash('sha512').update(first)
    for (let read = fill(file, buffer); read > 0; read = fill(file, buffer)) {
      const piece = buffer.subarray(0, read)
      onPiece(piece, false)
      digest.update(piece)
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

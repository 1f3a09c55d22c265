import { Buffer } from 'node:buffer'
import { findKey, type KeySamples } from '../payload/inspect'
import { BUFFER_SIZE, hashFile } from './hash-file'
import { DIGEST_SIZE } from './hash-table'
import { type HashWork, nameAt, STATE, stopTaking, takeNext } from './hash-work'

/** The file at which a thread stopped. */
export interface Failure {
  readonly index: number
  readonly error: unknown
}

/**
 * What every thread does: hashes file after file until all are taken, and looks for keys in those that are small enough.
 *
 * @param thread this thread's number, from 0
 * @param samples of the key that signs; undefined when nobody looks for keys
 * @param onRead is called now and then, at least once in every few MiB
 * @returns the file that could not be read, at which all threads stop
 */
export function hashShare(
  work: HashWork,
  thread: number,
  samples: KeySamples | undefined,
  onRead: () => void,
): Failure | undefined {
  const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE)
  const digests = Buffer.from(work.digests.buffer)
  const names = Buffer.from(work.names.buffer)
  for (let index = takeNext(work); index !== undefined; index = takeNext(work)) {
    let state: number = STATE.hashed
    const look = (piece: Buffer, whole: boolean) => {
      work.bytes[thread] = (work.bytes[thread] ?? 0) + piece.length
      const key = whole && samples ? findKey(piece, samples) : undefined
      if (key) state = key === 'SIGNING_KEY' ? STATE.holdsSigningKey : STATE.holdsPrivateKey
      onRead()
    }
    try {
      const digest = hashFile(`${work.root}/${nameAt(work, names, index)}`, buffer, look)
      digests.write(digest, index * DIGEST_SIZE, 'latin1')
    } catch (error) {
      stopTaking(work)
      return { index, error }
    }
    work.files[thread] = (work.files[thread] ?? 0) + 1
    // Atomic, so that whoever sees it sees the digest, too.
    Atomics.store(work.states, index, state)
  }
  return undefined
}

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
 * @yields after each piece that was read, of BUFFER_SIZE at most
 * @returns the file that could not be read, at which all threads stop
 */
export function* hashShare(
  work: HashWork,
  thread: number,
  samples: KeySamples | undefined,
): Generator<void, Failure | undefined> {
  const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE)
  const digests = Buffer.from(work.digests.buffer)
  const names = Buffer.from(work.names.buffer)
  let state: number = STATE.hashed
  const look = (content: Buffer) => {
    const key = samples && findKey(content, samples)
    if (key) state = key === 'SIGNING_KEY' ? STATE.holdsSigningKey : STATE.holdsPrivateKey
  }
  for (let index = takeNext(work); index !== undefined; index = takeNext(work)) {
    state = STATE.hashed
    try {
      const reading = hashFile(`${work.root}/${nameAt(work, names, index)}`, buffer, look)
      let step = reading.next()
      for (; !step.done; step = reading.next()) {
        work.bytes[thread] = (work.bytes[thread] ?? 0) + step.value
        yield
      }
      digests.write(step.value, index * DIGEST_SIZE, 'latin1')
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

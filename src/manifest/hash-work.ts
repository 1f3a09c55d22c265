import { Buffer } from 'node:buffer'
import { DIGEST_SIZE } from './hash-table'

/** What became of a file: nobody has finished it, it was hashed, or it was hashed and a key was found in it. */
export const STATE = { open: 0, hashed: 1, holdsSigningKey: 2, holdsPrivateKey: 3 } as const

/** What the threads that hash have in common: plain memory that they all see, so that nothing needs to be sent about a file. */
export interface HashWork {
  /** Absolute path of the folder in which the files are. */
  readonly root: string
  readonly count: number
  /** The names, relative to the root: UTF-8, one behind the other, and where each ends. */
  readonly names: Uint8Array
  readonly ends: Uint32Array
  /** Raw digests, in the order of the names. */
  readonly digests: Uint8Array
  /** One of `STATE` for each file. */
  readonly states: Uint8Array
  /** The index of the first file that no thread has taken yet. Taking them one by one balances the threads by bytes. */
  readonly next: Int32Array
  /** Files and bytes that each thread has read; nobody else writes there. */
  readonly files: Float64Array
  readonly bytes: Float64Array
}

/**
 * Lays out the work for a number of threads.
 *
 * @param names relative to the root, forward slashes
 */
export function layOutWork(root: string, names: readonly string[], threads: number): HashWork {
  const count = names.length
  const text = names.join('')
  const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(text)))
  bytes.write(text)
  // Most often each character is a byte.
  const lengthOf = bytes.length === text.length ? (name: string) => name.length : Buffer.byteLength
  const ends = new Uint32Array(new SharedArrayBuffer(count * 4))
  let end = 0
  for (let index = 0; index < count; index++) {
    end += lengthOf(names[index] ?? '')
    ends[index] = end
  }
  return {
    root,
    count,
    names: bytes,
    ends,
    digests: new Uint8Array(new SharedArrayBuffer(count * DIGEST_SIZE)),
    states: new Uint8Array(new SharedArrayBuffer(count)),
    next: new Int32Array(new SharedArrayBuffer(4)),
    files: new Float64Array(new SharedArrayBuffer(threads * 8)),
    bytes: new Float64Array(new SharedArrayBuffer(threads * 8)),
  }
}

/** The name of a file, from the names' bytes. */
export function nameAt({ ends }: HashWork, names: Buffer, index: number): string {
  return names.toString('utf8', ends[index - 1] ?? 0, ends[index])
}

/** Takes the next file. @returns its index, or undefined when all are taken */
export function takeNext({ next, count }: HashWork): number | undefined {
  const index = Atomics.add(next, 0, 1)
  return index < count ? index : undefined
}

/** Lets nobody take any further file; those that were taken before this are finished. */
export function stopTaking({ next, count }: HashWork): void {
  Atomics.store(next, 0, count)
}

/** Whether every file was hashed, by whichever thread. */
export function isComplete(work: HashWork): boolean {
  return firstOpen(work) === undefined
}

/** The first file that was not hashed. */
export function firstOpen({ states }: HashWork): number | undefined {
  // Atomic, so that the digests of those that were are seen as well.
  for (let index = 0; index < states.length; index++) if (Atomics.load(states, index) === STATE.open) return index
  return undefined
}

/** What all threads together have read. */
export function sumRead({ files, bytes }: HashWork): { files: number; bytes: number } {
  const sum = (values: Float64Array) => values.reduce((one, other) => one + other, 0)
  return { files: sum(files), bytes: sum(bytes) }
}

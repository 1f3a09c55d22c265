import { availableParallelism } from 'node:os'
import { AppsignError, reasonOf } from '../findings/errors'
import type { KeyCode, KeySamples } from '../payload/inspect'
import type { Progress } from '../payload/progress'
import { type Failure, hashShare } from './hash-share'
import { firstOpen, type HashWork, isComplete, layOutWork, STATE, sumRead } from './hash-work'
import { HashWorkers } from './hash-workers'

/** Files from which on workers are started at once. */
const MANY_FILES = 2000
/** Bytes after which they are started for what is left, when the files are few but large. */
const MANY_BYTES = 32 * 1024 * 1024

/** How files are hashed. */
export interface HashOptions {
  /** Of the key that signs, so that its own file is found; left out, nobody looks for keys. */
  readonly samples?: KeySamples | undefined
  readonly progress?: Progress | undefined
  /** How many threads there may be; left out, as many as the machine runs at once. */
  readonly threads?: number
  /** Files from which on, or bytes after which, there is more than one thread. */
  readonly manyFiles?: number
  readonly manyBytes?: number
  /** Another worker than our own, for tests. */
  readonly worker?: URL
}

/** What became of the files. */
export interface Hashed {
  /** 64 raw bytes each, side by side, in the order of the names. */
  readonly digests: Uint8Array
  /** Bytes of all files together. */
  readonly bytes: number
  /** In which files keys were found: their indices, in the order of the names. */
  readonly keys: readonly { readonly index: number; readonly code: KeyCode }[]
}

/**
 * SHA-512 of the raw bytes of each file, in as many threads as it pays for. They begin at once, the main thread when it is
 * waited for.
 *
 * @param root absolute path of the folder in which the files are
 * @param names relative to it, forward slashes
 * @throws AppsignError PAYLOAD_UNREADABLE naming the first file that could not be read, INTERNAL naming one that a thread
 *   left behind
 */
export async function hashFiles(root: string, names: readonly string[], options: HashOptions = {}): Promise<Hashed> {
  const { samples, threads = availableParallelism(), progress } = options
  const { manyFiles = MANY_FILES, manyBytes = MANY_BYTES } = options
  const work = layOutWork(root, names, threads)
  const workers = new HashWorkers(() => progress?.(sumRead(work)), options.worker)
  const startWorkers = () => workers.start(threads - 1, work, samples)
  if (names.length >= manyFiles) startWorkers()
  await undefined
  const failure = hashShare(work, 0, samples, () => {
    if (sumRead(work).bytes >= manyBytes) startWorkers()
    progress?.(sumRead(work))
  })
  if (isComplete(work)) workers.release()
  else {
    const { failures, reason } = await workers.finish()
    assertRead(names, failure ? [failure, ...failures] : failures)
    assertComplete(names, work, reason)
  }
  return { digests: work.digests, bytes: sumRead(work).bytes, keys: keysIn(work) }
}

function assertRead(names: readonly string[], failures: readonly Failure[]): void {
  const [first] = failures.toSorted((a, b) => a.index - b.index)
  if (!first) return
  const { index, error } = first
  throw new AppsignError('PAYLOAD_UNREADABLE', `The file "${names[index]}" can not be read: ${reasonOf(error)}`, error)
}

/** A thread that ends early leaves its file behind; the others go on with the rest. */
function assertComplete(names: readonly string[], work: HashWork, reason = 'nothing was said of it'): void {
  const index = firstOpen(work)
  if (index === undefined) return
  throw new AppsignError(
    'INTERNAL',
    `The file "${names[index]}" was not hashed: the thread that had it ended early (${reason}). Please report this.`,
  )
}

function keysIn({ states, count }: HashWork): Hashed['keys'] {
  const keys: { index: number; code: KeyCode }[] = []
  for (let index = 0; index < count; index++) {
    if (states[index] === STATE.holdsSigningKey) keys.push({ index, code: 'SIGNING_KEY' })
    if (states[index] === STATE.holdsPrivateKey) keys.push({ index, code: 'PRIVATE_KEY' })
  }
  return keys
}

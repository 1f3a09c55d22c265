import { availableParallelism } from 'node:os'
import { AppsignError, reasonOf } from '../findings/errors'
import type { KeyCode, KeySamples } from '../payload/inspect'
import type { Progress } from '../payload/progress'
import { type Failure, hashShare } from './hash-share'
import { firstOpen, type HashWork, isComplete, layOutWork, STATE, sumRead } from './hash-work'
import { HashWorkers } from './hash-workers'

/**
 * Files from which on workers are started at once. One costs 35 ms of a processor and 20 MiB: 2,000 files of 16 KB take as long
 * with it as without, 4,000 take 189 ms instead of 215, the whole run included (measured, Node 24, 2 processors).
 */
export const MANY_FILES = 2000
/** Bytes after which they are started for what is left, when the files are few but large: 40 ms of hashing. */
const MANY_BYTES = 32 * 1024 * 1024
/** Bytes after which the main thread looks after other things, such as a list that is being fetched. */
const BREATH = 32 * 1024 * 1024

/** The number of the thread that everything else runs in. */
const MAIN_THREAD = 0

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

/** Hashes files, in as many threads as it pays for. */
export class Hashing {
  private workers: HashWorkers | undefined
  private work: HashWork | undefined
  private readonly threads: number

  constructor(private readonly options: HashOptions = {}) {
    this.threads = options.threads ?? availableParallelism()
  }

  /** Says that there will be so many files at least, so that the threads are up when all names are known. */
  expect(count: number): void {
    if (count >= (this.options.manyFiles ?? MANY_FILES)) this.startWorkers()
  }

  /** @returns whether they had not been started before */
  private startWorkers(): boolean {
    if (this.workers || this.threads < 2) return false
    this.workers = new HashWorkers(this.threads - 1, () => this.tell(), this.options.worker)
    return true
  }

  /**
   * SHA-512 of the raw bytes of each file. The other threads begin at once, this one when it is waited for.
   *
   * @param root absolute path of the folder in which the files are
   * @param names relative to it, forward slashes
   * @throws AppsignError PAYLOAD_UNREADABLE naming the first file that could not be read, INTERNAL naming one that a
   *   thread left behind
   */
  async hash(root: string, names: readonly string[]): Promise<Hashed> {
    const { samples } = this.options
    const work = layOutWork(root, names, this.threads)
    this.work = work
    this.expect(names.length)
    this.workers?.give(work, samples)
    await breathe()
    const failure = await this.hashOwnShare(work)
    if (!isComplete(work)) {
      const { failures, reason } = (await this.workers?.finish()) ?? { failures: [] }
      assertRead(names, failure ? [failure, ...failures] : failures)
      assertComplete(names, work, reason)
    }
    return { digests: work.digests, bytes: sumRead(work).bytes, keys: keysIn(work) }
  }

  private async hashOwnShare(work: HashWork): Promise<Failure | undefined> {
    const { samples, manyBytes = MANY_BYTES } = this.options
    const share = hashShare(work, MAIN_THREAD, samples)
    let breathed = 0
    let step = share.next()
    for (; !step.done; step = share.next()) {
      this.tell()
      const read = work.bytes[MAIN_THREAD] ?? 0
      if (read >= manyBytes && this.startWorkers()) this.workers?.give(work, samples)
      if (read - breathed < BREATH) continue
      breathed = read
      await breathe()
    }
    return step.value
  }

  private tell(): void {
    if (this.work) this.options.progress?.(sumRead(this.work))
  }
}

/** Lets everything else go first that is ready to go on. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function assertRead(names: readonly string[], failures: readonly Failure[]): void {
  const [first] = failures.toSorted((a, b) => a.index - b.index)
  if (!first) return
  const { index, error } = first
  throw new AppsignError(
    'PAYLOAD_UNREADABLE',
    `The file "${names[index]}" can not be read: ${reasonOf(error)}. Make it readable for this step, and let nothing change the folder meanwhile.`,
    error,
  )
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

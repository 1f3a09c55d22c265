import type { Worker } from 'node:worker_threads'
import { reasonOf } from '../findings/errors'
import type { KeySamples } from '../payload/inspect'
import type { Failure } from './hash-share'
import type { HashWork } from './hash-work'

/** What a worker is told, once. */
export interface WorkerOrder {
  readonly work: HashWork
  /** Its number among the threads; 0 is the main thread. */
  readonly thread: number
  readonly samples: KeySamples | undefined
}

/** What a worker says: at which file it stopped; nothing but that it goes on, so that whoever waits can look how far. */
export type WorkerMessage = Failure | undefined

// In a variable, because ncc takes a file that is named beside import.meta.url for an asset and renames it.
const here = import.meta.url
const CODE = new URL('./hash-worker.js', here)

/** The threads that hash beside the main thread. */
export class HashWorkers {
  private readonly workers: Worker[] = []
  private readonly ends: Promise<void>[] = []
  private readonly failures: Failure[] = []
  private reason: string | undefined

  /**
   * Starts them; they come up while the main thread does other things. As long as they have no work, the process does not
   * wait for them.
   *
   * @param count how many at most: fewer when the machine gives no more
   * @param onRead is called now and then while the main thread waits for them
   * @param code of another worker than our own, for tests
   */
  constructor(
    count: number,
    private readonly onRead: () => void,
    code = CODE,
  ) {
    // Only here, because to load it takes 1 ms of every run's 50.
    const threads = process.getBuiltinModule('node:worker_threads')
    while (this.workers.length < count) {
      let worker: Worker
      try {
        worker = new threads.Worker(code, { env: threads.SHARE_ENV })
      } catch {
        // The machine gives no more threads: those that there are do all of the work.
        break
      }
      this.workers.push(worker)
      this.ends.push(this.watch(worker))
      // Behind the listeners: one for messages makes the process wait again.
      worker.unref()
    }
  }

  /** Gives them their work, once. They take it up by themselves, also while the main thread is busy. */
  give(work: HashWork, samples: KeySamples | undefined): void {
    for (const [index, worker] of this.workers.entries())
      worker.postMessage({ work, thread: index + 1, samples } satisfies WorkerOrder)
  }

  /**
   * Waits until all have ended.
   *
   * @returns at which files they stopped, and why one ended early if one did
   */
  async finish(): Promise<{ failures: readonly Failure[]; reason: string | undefined }> {
    for (const worker of this.workers) worker.ref()
    await Promise.all(this.ends)
    const { failures, reason } = this
    return { failures, reason }
  }

  private watch(worker: Worker): Promise<void> {
    return new Promise((resolve) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message) this.failures.push(message)
        else this.onRead()
      })
      worker.on('error', (error) => {
        this.reason ??= reasonOf(error)
      })
      worker.on('exit', (code) => {
        if (code !== 0) this.reason ??= `exit code ${code}`
        // Node keeps what has ended, and all that its listeners see.
        worker.removeAllListeners()
        resolve()
      })
    })
  }
}

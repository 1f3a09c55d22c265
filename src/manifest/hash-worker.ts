// What runs in a worker thread: a bundle of its own (scripts/build.mjs), so that it starts fast.
import { parentPort } from 'node:worker_threads'
import { hashShare } from './hash-share'
import type { WorkerMessage, WorkerOrder } from './hash-workers'

/** Bytes after which the main thread is told that there is progress. */
const TOLD_AFTER = 64 * 1024 * 1024

parentPort?.once('message', ({ work, thread, samples }: WorkerOrder) => {
  const share = hashShare(work, thread, samples)
  let told = 0
  let step = share.next()
  for (; !step.done; step = share.next()) {
    const read = work.bytes[thread] ?? 0
    if (read - told < TOLD_AFTER) continue
    told = read
    say(undefined)
  }
  if (step.value) say(step.value)
})

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

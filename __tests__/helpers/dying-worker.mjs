// A hashing thread that takes the second file and dies with it, in the way that the file's name says.
import { Buffer } from 'node:buffer'
import { closeSync, openSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

parentPort?.once('message', ({ work }) => {
  const index = Atomics.add(work.next, 0, 1)
  // The first file is a fifo, at which the main thread waits until somebody writes.
  closeSync(openSync(`${work.root}/fifo`, 'w'))
  const name = Buffer.from(work.names.buffer).toString('utf8', work.ends[index - 1], work.ends[index])
  if (name === 'exit') process.exit(3)
  if (name === 'leave') process.exit(0)
  if (name === 'throw') throw new Error('out of luck')
})

// Loaded into a run by NODE_OPTIONS: writes down each thread that is started beside the main one.
const { appendFileSync } = require('node:fs')
const threads = require('node:worker_threads')

const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(...given) {
    super(...given)
    appendFileSync(process.env.THREAD_LOG, 'started\n')
  }
}

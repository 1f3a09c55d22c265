// Loaded into a run and its threads by NODE_OPTIONS: writes down with what code each thread beside the main one ended.
const { appendFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

if (!isMainThread) process.on('exit', (code) => appendFileSync(process.env.THREAD_LOG, `${code}\n`))

// Lets a child process wait two minutes in about one second: pauses of half a second and more take a hundredth of it, and
// Date.now has gone on by the rest. In a child process: NODE_OPTIONS=--require=<this file>.
const { syncBuiltinESMExports } = require('node:module')
const promises = require('node:timers/promises')

const { setTimeout: wait } = globalThis
const { now } = Date
let skipped = 0

Date.now = () => now() + skipped
globalThis.setTimeout = Object.assign((then, milliseconds = 0, ...rest) => {
  if (milliseconds < 500) return wait(then, milliseconds, ...rest)
  return wait(() => {
    skipped += milliseconds * 0.99
    then(...rest)
  }, milliseconds / 100)
}, wait)
promises.setTimeout = (milliseconds, value) =>
  new Promise((resolve) => {
    globalThis.setTimeout(resolve, milliseconds, value)
  })
syncBuiltinESMExports()

// Loaded into a run to learn its peak of memory and what it loads: `node --require bench/inspect.cjs …` with
// APPSIGN_INSPECT naming a file.
const { writeFileSync } = require('node:fs')
const { registerHooks } = require('node:module')
const { isMainThread } = require('node:worker_threads')

// Worker threads load this too, and would write over it.
if (isMainThread) {
  // Node has had registerHooks since 22.15.
  const loaded = registerHooks ? [] : null
  registerHooks?.({
    load(url, context, nextLoad) {
      loaded.push(url)
      return nextLoad(url, context)
    },
  })
  process.on('exit', () => {
    const peak = process.resourceUsage().maxRSS / 1024
    writeFileSync(process.env.APPSIGN_INSPECT, JSON.stringify({ peak, loaded }))
  })
}

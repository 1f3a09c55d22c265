// Loaded into a run to learn its peak: `node --require bench/memory.cjs …` with APPSIGN_MEMORY naming a file.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  writeFileSync(process.env.APPSIGN_MEMORY, String(process.resourceUsage().maxRSS / 1024))
})

// Loaded into a run to learn which of Node's own modules it loads: MODULE_LOG names the file to write.
const { writeFileSync } = require('node:fs')
const before = new Set(process.moduleLoadList)

process.on('exit', () => {
  const loaded = process.moduleLoadList.filter((name) => !before.has(name) && name.startsWith('NativeModule '))
  writeFileSync(process.env.MODULE_LOG, loaded.map((name) => name.slice('NativeModule '.length)).join('\n'))
})

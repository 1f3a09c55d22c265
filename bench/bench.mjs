// `npm run bench`: what a run costs as a whole process, beside what a user would run instead, in the same rounds.
// APPSIGN_NODE names the Node to use (runners have 24). `-- --quick` leaves out 300,000 files and 2 GB; `-- --write` keeps
// the results in bench/RESULTS.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureApp, measureLargeApp } from './app.mjs'
import { measureBytes, measureFiles } from './growth.mjs'
import { describeMachine } from './machine.mjs'
import { measureStartup } from './startup.mjs'
import { makeWorkspace } from './workspace.mjs'

const { quick, write } = parseArgs({ options: { quick: { type: 'boolean' }, write: { type: 'boolean' } } }).values
const rounds = quick ? { app: 5, startup: 3, large: 3, growth: 3 } : { app: 21, startup: 9, large: 5, growth: 5 }

const parts = []
function show(text) {
  parts.push(text)
  console.log(text)
}

show(describeMachine(process.argv.slice(2)))
const workspace = makeWorkspace()
for (const measure of [
  () => measureApp(workspace, rounds.app),
  () => measureStartup(workspace, rounds.startup),
  () => measureLargeApp(workspace, rounds.large),
  () => measureFiles(workspace, rounds.growth, quick),
  () => measureBytes(workspace, rounds.growth, quick),
]) {
  for (const table of measure()) show(table)
}
if (write) writeFileSync(new URL('RESULTS.md', import.meta.url), parts.join('\n'))

// `npm run bench`: what a run costs as a whole process, beside what it can not be faster than, in the same run.
// APPSIGN_NODE names the Node to use (runners have 24).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { medians, printRatios } from './measure.mjs'
import { makeTree } from './tree.mjs'

const ROUNDS = 21
const node = process.env.APPSIGN_NODE || process.execPath
const bundle = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))
const workspace = mkdtempSync(join(tmpdir(), 'appsign-bench-'))
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }))

execFileSync(node, [bundle('cli/index.js'), 'throwaway', 'bench', 'keys'], { cwd: workspace })
writeFileSync(join(workspace, 'out'), '')
writeFileSync(join(workspace, 'summary'), '')

/** The environment of one run of the action. */
function runner(inputs) {
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: join(workspace, 'out'),
    GITHUB_STEP_SUMMARY: join(workspace, 'summary'),
  }
  const all = { 'trusted-authorities': 'keys/root.crt', path: 'app', ...inputs }
  for (const [name, value] of Object.entries(all)) env[`INPUT_${name.toUpperCase()}`] = value
  return { file: node, args: [bundle('index.js')], env, cwd: workspace }
}

const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
console.log(`Node ${version}, ${cpus().length} x ${cpus()[0]?.model}, medians of ${ROUNDS} rounds in turn\n`)

const bytes = makeTree(join(workspace, 'app'), 300)
const credentials = {
  'private-key': readFileSync(join(workspace, 'keys/bench.key'), 'utf8'),
  certificate: 'keys/bench.crt',
}
printRatios(
  `An app of 300 files, ${(bytes / 1e6).toFixed(1)} MB:`,
  medians(
    {
      'node -e 0': { file: node, args: ['-e', '0'], cwd: workspace },
      sign: runner({ mode: 'sign', ...credentials }),
      verify: runner({ mode: 'verify' }),
    },
    ROUNDS,
  ),
)

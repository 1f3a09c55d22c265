// `npm run bench`: what a run costs as a whole process, beside what it can not be faster than, in the same run.
// APPSIGN_NODE names the Node to use (runners have 24).
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { medians, peakMemory, printRatios } from './measure.mjs'
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

// An archive of a server's size, beside what merely unpacks it.
makeTree(join(workspace, 'bench'), 24_000)
runOnce({ ...credentials, mode: 'sign', path: 'bench' })
execFileSync('tar', ['-czf', 'release.tar.gz', 'bench'], { cwd: workspace })
const verifyRelease = runner({ mode: 'verify', path: 'release.tar.gz' })
printRatios(
  '\nA tar.gz of 24,000 files, 385 MB unpacked:',
  medians(
    {
      'gzip -dc > /dev/null': { file: 'sh', args: ['-c', 'gzip -dc release.tar.gz > /dev/null'], cwd: workspace },
      verify: verifyRelease,
    },
    5,
  ),
)
console.log(`  peak memory of verify: ${peakMemory(verifyRelease).toFixed(0)} MiB`)

// One file of 2 GB.
rmSync(join(workspace, 'bench'), { recursive: true })
mkdirSync(join(workspace, 'bench/appinfo'), { recursive: true })
makeTree(join(workspace, 'bench'), 2)
const large = openSync(join(workspace, 'bench/large.bin'), 'w')
const megabyte = Buffer.alloc(1_000_000, 'appsign ')
for (let written = 0; written < 2000; written++) writeSync(large, megabyte)
closeSync(large)
runOnce({ ...credentials, mode: 'sign', path: 'bench' })
execFileSync('tar', ['-czf', 'large.tar.gz', 'bench'], { cwd: workspace })
console.log('\nA tar.gz with one file of 2 GB:')
console.log(`  peak memory of verify: ${peakMemory(runner({ mode: 'verify', path: 'large.tar.gz' })).toFixed(0)} MiB`)

function runOnce(inputs) {
  const { file, args, env, cwd } = runner(inputs)
  execFileSync(file, args, { env, cwd })
}

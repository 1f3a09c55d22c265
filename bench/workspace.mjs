import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspectRun, run } from './measure.mjs'

/** The Node that is measured: runners have 24. */
export const node = process.env.APPSIGN_NODE || process.execPath

/** Absolute path of a file of the bundle. */
export const bundlePath = (path = '') => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

/**
 * A temporary folder with throw-away keys, which is gone when the process ends.
 *
 * @returns its absolute path and the commands that run the action in it
 */
export function makeWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'appsign-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
  run({ file: node, args: [bundlePath('cli/index.js'), 'throwaway', 'bench', 'keys'], cwd: folder })
  mkdirSync(join(folder, 'runner'))
  for (const name of ['out', 'summary']) writeFileSync(join(folder, 'runner', name), '')
  const key = readFileSync(join(folder, 'keys/bench.key'), 'utf8')
  const command = (inputs) => ({
    file: node,
    args: [bundlePath('index.js')],
    env: makeEnv(folder, inputs),
    cwd: folder,
  })
  const commands = {
    sign: (path) => command({ mode: 'sign', path, 'private-key': key, certificate: 'keys/bench.crt' }),
    verify: (path) => command({ mode: 'verify', path }),
    node: { file: node, args: ['-e', '0'], cwd: folder },
  }
  return { folder, ...commands, inspect: (measured) => inspectRun(measured, join(folder, 'runner/inspected')) }
}

/** The environment of one run of the action. */
function makeEnv(folder, inputs) {
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(folder, 'runner/out'),
    GITHUB_STEP_SUMMARY: join(folder, 'runner/summary'),
  }
  const all = { 'trusted-authorities': 'keys/root.crt', ...inputs }
  for (const [name, value] of Object.entries(all)) env[`INPUT_${name.toUpperCase()}`] = value
  return env
}

// Runs the bundle as GitHub's runner would: the inputs as INPUT_* variables, files for outputs and summary.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const BUNDLE = fileURLToPath(new URL('../dist/index.js', import.meta.url))

/**
 * What one run of the bundle needs: its environment, and how to read what it left.
 *
 * @param {Record<string, string>} inputs by their names in action.yml
 * @param {{ workspace: string, env?: Record<string, string> }} options
 */
export function prepareRun(inputs, { workspace, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'appsign-runner-'))
  chmodSync(folder, 0o755)
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  for (const file of Object.values(files)) {
    writeFileSync(file, '')
    chmodSync(file, 0o666)
  }
  /** @type {Record<string, string>} */
  const variables = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: folder,
    ...files,
    ...env,
  }
  for (const [name, value] of Object.entries(inputs)) variables[`INPUT_${name.toUpperCase()}`] = value
  const collect = () => {
    /** @type {Record<string, string>} */
    const outputs = {}
    for (const [, name, , value] of readFileSync(files.GITHUB_OUTPUT, 'utf8').matchAll(
      /^(.+)<<(\S+)\n([\s\S]*?)\n\2$/gm,
    ))
      outputs[name ?? ''] = value ?? ''
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
    rmSync(folder, { recursive: true, force: true })
    return { outputs, summary }
  }
  return { variables, collect }
}

/**
 * @param {Record<string, string>} inputs by their names in action.yml
 * @param {{ workspace: string, node?: string, env?: Record<string, string>, bundle?: string, uid?: number }} options `uid`: run as that user
 * @returns {{ code: number | null, stdout: string, stderr: string, outputs: Record<string, string>, summary: string }}
 */
export function runAction(inputs, { workspace, node = process.execPath, env = {}, bundle = BUNDLE, uid }) {
  const { variables, collect } = prepareRun(inputs, { workspace, env })
  const { status, stdout, stderr } = spawnSync(node, [bundle], {
    cwd: workspace,
    env: variables,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(uid === undefined ? {} : { uid }),
  })
  return { code: status, stdout, stderr, ...collect() }
}

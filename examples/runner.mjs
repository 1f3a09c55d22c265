// Runs the bundle as GitHub's runner would: the inputs as INPUT_* variables, files for outputs and summary.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BUNDLE = fileURLToPath(new URL('../dist/index.js', import.meta.url))

/**
 * @param {Record<string, string>} inputs by their names in action.yml
 * @param {{ workspace: string, node?: string, env?: Record<string, string>, bundle?: string, uid?: number }} options `uid`: run as that user
 * @returns {{ code: number | null, stdout: string, stderr: string, outputs: Record<string, string>, summary: string }}
 */
export function runAction(inputs, { workspace, node = process.execPath, env = {}, bundle = BUNDLE, uid }) {
  const folder = mkdtempSync(join(tmpdir(), 'appsign-runner-'))
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  chmodSync(folder, 0o755)
  for (const file of Object.values(files)) {
    writeFileSync(file, '')
    chmodSync(file, 0o666)
  }
  const variables = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: folder,
    ...files,
    ...env,
  }
  for (const [name, value] of Object.entries(inputs)) variables[`INPUT_${name.toUpperCase()}`] = value
  try {
    const { status, stdout, stderr } = spawnSync(node, [bundle], {
      cwd: workspace,
      env: variables,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      ...(uid === undefined ? {} : { uid }),
    })
    const outputs = Object.fromEntries(
      [...readFileSync(files.GITHUB_OUTPUT, 'utf8').matchAll(/^(.+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map((match) => [
        match[1],
        match[3],
      ]),
    )
    return { code: status, stdout, stderr, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

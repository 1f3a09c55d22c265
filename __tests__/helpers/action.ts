import { spawn } from 'node:child_process'
import { BUNDLE, prepareRun, runAction } from '../../examples/runner.mjs'

/** The Node that runs the bundle in end-to-end tests: CI runs them on each Node that a runner may have. */
export const NODE = process.env.APPSIGN_NODE || process.execPath

/** Runs the built `dist/index.js` as a runner would. */
export function action(inputs: Record<string, string>, workspace: string, env: Record<string, string> = {}) {
  return runAction(inputs, { workspace, node: NODE, env })
}

/** The same while this process goes on, for tests whose servers must answer. */
export async function actionBeside(
  inputs: Record<string, string>,
  workspace: string,
  env: Record<string, string> = {},
) {
  const { variables, collect } = prepareRun(inputs, { workspace, env })
  const child = spawn(NODE, [BUNDLE], { cwd: workspace, env: variables })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, ...output, ...collect() }
}

/** What a person sees of a log: without the masks, which the runner takes out. */
export function visible(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n')
}

/** The workflow commands of one kind in a log: their properties and messages as printed. */
export function commands(stdout: string, name: string): { properties: string; message: string }[] {
  return [...stdout.matchAll(new RegExp(`^::${name}(?: (.*?))?::(.*)$`, 'gm'))].map((match) => ({
    properties: match[1] ?? '',
    message: match[2] ?? '',
  }))
}

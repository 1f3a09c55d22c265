import { runAction } from '../../examples/runner.mjs'

/** The Node that runs the bundle in end-to-end tests: CI runs them on each Node that a runner may have. */
export const NODE = process.env.APPSIGN_NODE || process.execPath

/** Runs the built `dist/index.js` as a runner would. */
export function action(inputs: Record<string, string>, workspace: string, env: Record<string, string> = {}) {
  return runAction(inputs, { workspace, node: NODE, env })
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

import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { run } from './measure.mjs'
import { explanation, missing } from './rivals.mjs'
import { node } from './workspace.mjs'

/**
 * The head of the results: when, where and by which command.
 *
 * @param {string[]} args those of `npm run bench --`
 */
export function describeMachine(args) {
  const lines = [
    `- ${new Date().toISOString().slice(0, 10)}, \`${['npm run bench', ...(args.length ? ['--', ...args] : [])].join(' ')}\``,
    `- ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, load ${loadavg()[0].toFixed(1)} at the start`,
    `- Node ${run({ file: node, args: ['--version'] }).trim()}, ${process.platform} ${process.arch}`,
    ...missing.map((tool) => `- left out, because it is not installed: ${tool}`),
  ]
  return `# Results

Whole processes, page cache warm, each command in turn, round after round. Ratios are of medians; in brackets is the limit
that we set ourselves ("over" when it is not kept).
${explanation}

${lines.join('\n')}
`
}

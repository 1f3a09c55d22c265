import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Runs each command in turn, round after round, so that they share whatever the machine is doing.
 *
 * @param {Record<string, { file: string, args: string[], env?: Record<string, string>, cwd?: string }>} commands
 * @returns {Record<string, number>} the median of each in milliseconds
 */
export function medians(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { file, args, env, cwd }] of Object.entries(commands)) {
      const start = process.hrtime.bigint()
      const { status, stderr, stdout } = spawnSync(file, args, {
        cwd,
        env: env ?? process.env,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      const time = Number(process.hrtime.bigint() - start) / 1e6
      if (status !== 0) throw new Error(`${name} failed: ${stderr}${stdout}`)
      // The first round only warms the page cache.
      if (round > 0) times[name].push(time)
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, list.sort((a, b) => a - b)[list.length >> 1]]),
  )
}

/** Prints what each took, and how that compares with the first. */
export function printRatios(title, result) {
  console.log(title)
  const [first] = Object.values(result)
  for (const [name, time] of Object.entries(result))
    console.log(`  ${name.padEnd(44)} ${time.toFixed(1).padStart(9)} ms   ${(time / first).toFixed(2)} x`)
}

/**
 * The most memory that a run of Node had at once.
 *
 * @param {{ file: string, args: string[], env?: Record<string, string>, cwd?: string }} command
 * @returns {number} MiB
 */
export function peakMemory({ file, args, env, cwd }) {
  const hook = fileURLToPath(new URL('memory.cjs', import.meta.url))
  const place = join(tmpdir(), `appsign-memory-${process.pid}`)
  const { status, stdout } = spawnSync(file, ['--require', hook, ...args], {
    cwd,
    env: { ...(env ?? process.env), APPSIGN_MEMORY: place },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout)
  return Number(readFileSync(place, 'utf8'))
}

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * A process to run: `answer` is what it has to print, `before` is done first and not measured.
 *
 * @typedef {{ file: string, args: string[], env?: Record<string, string>, cwd?: string, input?: string, answer?: string,
 *   before?: () => void }} Command
 */

/**
 * Runs each command in turn, round after round, so that they share whatever the machine is doing.
 *
 * @param {Record<string, Command>} commands
 * @param {number} rounds
 * @param {boolean} [warm] whether the page cache is warm; else a round more comes first, and does not count
 * @returns {Record<string, { median: number, fastest: number }>} milliseconds, whole processes
 */
export function measureTimes(commands, rounds, warm = false) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = warm ? 1 : 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      command.before?.()
      const start = process.hrtime.bigint()
      run(command)
      if (round > 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, { median: medianOf(list), fastest: Math.min(...list) }]),
  )
}

/** The one in the middle; of an even number, the upper of the two. */
export function medianOf(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1]
}

/**
 * Runs a command to its end.
 *
 * @param {Command} command
 * @returns {string} what it printed
 * @throws when it fails: a run that does less than it should is no measurement
 */
export function run({ file, args, env, cwd, input, answer }) {
  const options = { cwd, env: env ?? process.env, input, encoding: 'utf8', maxBuffer: 1 << 28 }
  const { status, signal, error, stderr, stdout } = spawnSync(file, args, options)
  if (status !== 0) {
    // What a runner masks is the throw-away key.
    const printed = `${stderr}${stdout}`.replace(/^::add-mask::.*\n?/gm, '')
    throw new Error(
      `${file} ${args.join(' ')} failed: ${error?.message ?? signal ?? `exit code ${status}`}\n${printed}`,
    )
  }
  if (answer !== undefined && stdout !== answer) throw new Error(`${file} ${args.join(' ')} printed ${stdout}`)
  return stdout
}

/**
 * What a run of Node needed: the most memory that it had at once, threads included, and the bundle's files that it loaded.
 *
 * @param {Command} command
 * @param {string} place a file to write to
 * @returns {{ peak: number, loaded: string[] | null }} MiB, and addresses; null from a Node that can not tell
 */
export function inspectRun(command, place) {
  const hook = fileURLToPath(new URL('inspect.cjs', import.meta.url))
  const env = { ...(command.env ?? process.env), APPSIGN_INSPECT: place }
  run({ ...command, args: ['--require', hook, ...command.args], env })
  return JSON.parse(readFileSync(place, 'utf8'))
}

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A checkout's own configuration could name programs that git would start; and a container's user need not own it. */
const SAFE = [
  ...['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '-c', 'core.pager=cat'],
  ...['-c', 'safe.directory=*'],
  // Files of an app that look like a repository are none.
  ...['-c', 'safe.bareRepository=explicit'],
]

/** Bytes. The names of a million files. */
const MAX_OUTPUT = 128 * 1024 * 1024

/**
 * Asks git about a checkout.
 *
 * @param folder absolute path in it
 * @returns what git printed; undefined without git, without a repository, or without one that this user may read
 */
export function askGit(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  // To start git takes longer than to see that it would find nothing.
  if (!isBelowRepository(folder)) return undefined
  try {
    // Only here, because to load it takes 2 ms of every run's 50.
    const { execFileSync } = process.getBuiltinModule('node:child_process')
    return execFileSync('git', [...SAFE, '-C', folder, ...args], {
      encoding: 'utf8',
      // Nothing of the step's own environment, where the key is.
      env: { PATH: env.PATH, HOME: env.HOME },
      maxBuffer: MAX_OUTPUT,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

/** Git looks for a folder or file of this name in a folder, and in those above it. */
function isBelowRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  const above = dirname(folder)
  return above !== folder && isBelowRepository(above)
}

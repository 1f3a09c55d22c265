import { execFileSync } from 'node:child_process'
import { AppsignError } from '../findings/errors'

/** Midnight of 2000-01-01, UTC: for what is neither dated nor in a repository. */
const FIXED = 946_684_800

/** Eleven octal digits: all that a tar header has room for. */
const LATEST = 8 ** 11 - 1

/** A checkout's own configuration could name programs that git would start. */
const SAFE = ['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '-c', 'core.pager=cat']

/**
 * The one time that all entries of a package have: `SOURCE_DATE_EPOCH`, else the time of the commit, else a fixed one.
 *
 * @param folder absolute path of the app
 * @returns seconds since 1970
 * @throws AppsignError INPUT_INVALID when SOURCE_DATE_EPOCH is no number of seconds
 */
export function packageTime(folder: string, env: NodeJS.ProcessEnv): number {
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch) {
    if (/^\d{1,11}$/.test(epoch) && Number(epoch) <= LATEST) return Number(epoch)
    throw new AppsignError(
      'INPUT_INVALID',
      `SOURCE_DATE_EPOCH is "${epoch}". It must be a number of seconds since 1970, up to ${LATEST}.`,
    )
  }
  try {
    const time = execFileSync('git', [...SAFE, '-C', folder, 'log', '-1', '--no-show-signature', '--format=%ct'], {
      encoding: 'utf8',
      // Nothing of the step's own environment, where the key is.
      env: { PATH: env.PATH, HOME: env.HOME },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    return /^\d+$/.test(time) ? Number(time) : FIXED
  } catch {
    // No git, no repository, or none that this user may read: the package is reproducible all the same.
    return FIXED
  }
}

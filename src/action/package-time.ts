import { AppsignError } from '../findings/errors'
import { askGit } from './git'

/** Midnight of 2000-01-01, UTC: for what is neither dated nor in a repository. */
const FIXED = 946_684_800

/** Eleven octal digits: all that a tar header has room for. */
const LATEST = 8 ** 11 - 1

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
  // Without git or a repository the package is reproducible all the same.
  const time = askGit(folder, ['log', '-1', '--no-show-signature', '--format=%ct'], env)?.trim() ?? ''
  return /^\d+$/.test(time) ? Number(time) : FIXED
}

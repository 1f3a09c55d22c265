import type { Scope } from '../findings/server'
import { openFolder } from './folder'
import type { ArchiveLimits } from './member'
import { kindOf } from './path-kind'
import type { Payload } from './payload'
import type { Progress } from './progress'

/** How a payload is opened, where it matters. */
export interface OpenOptions {
  /** What it is expected to be; an app if not said. */
  readonly scope?: Scope | undefined
  /** How much an archive may unpack to. */
  readonly limits?: ArchiveLimits | undefined
  /** Is told how far reading has come. */
  readonly progress?: Progress | undefined
}

/**
 * Opens what is to be verified: a folder, or an archive.
 *
 * @param path absolute
 * @param name the path as the user gave it, for messages
 * @param isCheckout whether a folder is the checkout that the run is for
 * @throws AppsignError PAYLOAD_UNREADABLE, ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE
 */
export async function openPayload(
  path: string,
  name: string,
  isCheckout: boolean,
  { scope = 'app', limits, progress }: OpenOptions = {},
): Promise<Payload> {
  if (kindOf(path) !== 'file') return { ...openFolder(path, name, isCheckout, scope), progress }
  // Only some runs need the readers of archives and the libraries behind them.
  const { openArchive } = await import('./archive')
  return openArchive(path, name, limits, scope, progress)
}

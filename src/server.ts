import type { Finding } from './findings/finding'
import { type Format, SERVER_NAMES, type Server } from './findings/server'
import type { AppInfo } from './payload/app-info'
import type { Authority } from './pki/authorities'

/**
 * Whose rules decide what is signed: what the user said, else who issued the leaf, else ownCloud for
 * format v2, else what info.xml depends on.
 *
 * @returns the server, and a notice when it had to be guessed
 */
export function chooseServer(
  wanted: Server | undefined,
  authority: Authority | undefined,
  app: AppInfo,
  format: Format,
): { server: Server; finding?: Finding } {
  const known = wanted ?? authority?.server ?? (format === 'v2' ? 'owncloud' : undefined)
  if (known) return { server: known }
  const only = onlyServer(app)
  if (only) return { server: only }
  return {
    server: 'nextcloud',
    finding: {
      code: 'SERVER_GUESSED',
      severity: 'notice',
      message: `The rules of ${SERVER_NAMES.nextcloud} are used: neither the certificate's issuer nor <dependencies> in info.xml names one server.`,
      hint: 'Set server: nextcloud or server: owncloud.',
    },
  }
}

/** The one server that `<dependencies>` in info.xml names; undefined when it names both or none. */
export function onlyServer(app: Pick<AppInfo, 'dependencies'>): Server | undefined {
  const { nextcloud, owncloud } = app.dependencies
  if ((nextcloud === undefined) === (owncloud === undefined)) return undefined
  return owncloud ? 'owncloud' : 'nextcloud'
}

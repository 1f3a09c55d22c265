import type { Finding } from './findings/finding'
import { SERVER_NAMES, type Server } from './findings/server'
import type { AppInfo } from './payload/app-info'
import type { Authority } from './pki/authorities'

/**
 * Whose rules decide what is signed: what the user said, else who issued the leaf, else what info.xml depends on.
 *
 * @returns the server, and a notice when it had to be guessed
 */
export function chooseServer(
  wanted: Server | undefined,
  authority: Authority | undefined,
  app: AppInfo,
): { server: Server; finding?: Finding } {
  const known = wanted ?? authority?.server
  if (known) return { server: known }
  const { nextcloud, owncloud } = app.dependencies
  if (nextcloud !== owncloud) return { server: owncloud ? 'owncloud' : 'nextcloud' }
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

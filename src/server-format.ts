import { AppsignError } from './findings/errors'
import type { Finding } from './findings/finding'
import { type Format, LEGACY_SUNSET, type Server } from './findings/server'
import type { ServerInfo } from './payload/server-info'

/**
 * What the server that is signed will say of the format (SPEC 4): of an app the versions are in info.xml, a server has one.
 *
 * @throws AppsignError INPUT_INVALID for a signature that the server itself could not read
 */
export function serverFormatFindings(format: Format, server: Server, info: ServerInfo, now: Date): Finding[] {
  const { version, major } = info
  if (server !== 'owncloud') return []
  if (format === 'v2') {
    if (major === undefined || major >= 11) return []
    throw new AppsignError(
      'INPUT_INVALID',
      `The format is v2, and the server is ownCloud ${version}, which does not read it. Sign with a certificate of ownCloud G1, or set format: legacy.`,
    )
  }
  if (major !== undefined && major < 11) return []
  const sunset = LEGACY_SUNSET.toISOString().replace('.000', '')
  if (major !== undefined && now >= LEGACY_SUNSET)
    throw new AppsignError(
      'INPUT_INVALID',
      `The format is legacy, and the server is ownCloud ${version}, which does not accept it since ${sunset}. Sign in format v2, with a certificate of ownCloud G2.`,
    )
  return [
    {
      code: 'LEGACY_SUNSET',
      severity: 'warning',
      message: `Legacy signatures stop on ownCloud 11 at ${sunset}: from then on ownCloud 11 finds this server altered.`,
      hint: 'Request a certificate of ownCloud G2 for the server, and sign in format v2.',
    },
  ]
}

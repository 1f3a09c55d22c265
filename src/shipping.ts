import type { Finding } from './findings/finding'
import type { Server } from './findings/server'
import type { AppInfo } from './payload/app-info'
import { storeLimits } from './payload/never-ship'
import type { Payload } from './payload/payload'

/** What the App Store and the installers would say of a payload as a whole (SPEC 6). */
export function shippingFindings(payload: Payload, app: AppInfo, server: Server): Finding[] {
  return [...topFolder(payload, app), ...(server === 'nextcloud' ? storeLimits(payload, app) : [])]
}

function topFolder({ archive }: Payload, app: AppInfo): Finding[] {
  if (!archive || archive.top === app.id) return []
  return [
    {
      code: 'TOP_FOLDER',
      severity: 'error',
      message: `The folder in the archive is "${archive.top}", and info.xml says that the app is "${app.id}".`,
      hint: `Name the folder "${app.id}" before packing.`,
    },
  ]
}

/** Rules of the Nextcloud App Store are advice where the app goes to ownCloud. */
export function forServer(server: Server, findings: readonly Finding[]): Finding[] {
  if (server === 'nextcloud') return [...findings]
  return findings.map((finding) => (finding.code === 'DOT_PREFIX' ? { ...finding, severity: 'warning' } : finding))
}

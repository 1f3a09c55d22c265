import type { Buffer } from 'node:buffer'
import { AppsignError } from '../findings/errors'
import { isServer, type Server } from '../findings/server'
import type { Payload } from './payload'
import { SHIPPED_FILE, VERSION_FILE } from './server-tree'

/** Bytes of version.php and of shipped.json; theirs have 1 KB. */
const MAX_SIZE = 1024 * 1024

/** What a server says of itself. Untrusted text. */
export interface ServerInfo {
  /** As it is shown to people; empty when nobody knows. */
  readonly version: string
  /** Its first number. */
  readonly major: number | undefined
  readonly vendor: Server | undefined
  /** Top folders from which it takes apps besides `apps`, where it is installed (`readAppRoots`). */
  readonly appRoots?: ReadonlySet<string>
}

/**
 * Reads a server's version.php.
 *
 * @returns what is known: a file that is missing or odd is a finding of the comparison, and no reason to stop
 * @throws AppsignError PAYLOAD_UNREADABLE when there is neither that file nor a folder core
 */
export function readServerInfo(payload: Payload): ServerInfo {
  const bytes = payload.read(VERSION_FILE, MAX_SIZE)
  if (bytes === undefined && !payload.folders('').includes('core'))
    throw new AppsignError(
      'PAYLOAD_UNREADABLE',
      `"${payload.name}" is no server: it has neither ${VERSION_FILE} nor a folder core. The path must be the folder of a whole server; set scope: app for an app.`,
    )
  return typeof bytes === 'object' ? parseServerInfo(bytes) : { version: '', major: undefined, vendor: undefined }
}

/** Reads the bytes of a version.php: of several assignments the last one counts, as in PHP. */
export function parseServerInfo(bytes: Buffer): ServerInfo {
  const php = bytes.toString()
  const assigned = (name: string) =>
    [...php.matchAll(new RegExp(String.raw`^(?:<\?php)?[ \t]*\$${name}[ \t]*=[ \t]*(['"])([^'"\r\n]*)\1`, 'gm'))].at(
      -1,
    )?.[2]
  const version = assigned('OC_VersionString') ?? ''
  const major = /^\d+/.exec(version)?.[0]
  const vendor = assigned('vendor')
  return {
    version,
    major: major === undefined ? undefined : Number(major),
    vendor: vendor !== undefined && isServer(vendor) ? vendor : undefined,
  }
}

/**
 * The apps that a server ships, and that must be signed: `shippedApps` in core/shipped.json.
 *
 * @returns undefined when nobody can tell
 */
export function readShipped(payload: Payload): ReadonlySet<string> | undefined {
  const bytes = payload.read(SHIPPED_FILE, MAX_SIZE)
  if (typeof bytes !== 'object') return undefined
  try {
    const { shippedApps } = JSON.parse(bytes.toString()) as { shippedApps?: unknown }
    return Array.isArray(shippedApps) ? new Set(shippedApps.filter((id) => typeof id === 'string')) : undefined
  } catch {
    return undefined
  }
}

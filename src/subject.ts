import { APP_SIGNATURE } from './envelope/envelope'
import type { Scope, Server } from './findings/server'
import type { AppInfo } from './payload/app-info'
import type { ServerInfo } from './payload/server-info'
import { CORE_SIGNATURE } from './payload/server-tree'
import { CORE } from './pki/identity'

/** What a signature is for: one app, or a server's own files (SPEC 1). */
export interface Subject extends AppInfo {
  readonly scope: Scope
  /** Where its envelope stands, relative to its root. */
  readonly signaturePath: string
  /** The server that it is, or is part of, when a whole server is looked at. */
  readonly within?: ServerInfo
}

/** What verifying an envelope depends on: who the payload says that it is. */
export type EnvelopeSubject = Pick<Subject, 'id' | 'version' | 'dependencies' | 'within'>

/** An app by itself, for every server that its info.xml names. */
export function appSubject(app: AppInfo): Subject {
  return { ...app, scope: 'app', signaturePath: APP_SIGNATURE }
}

/** A server's own files. */
export function coreSubject(info: ServerInfo): Subject {
  return {
    scope: 'server',
    id: CORE,
    version: info.version,
    dependencies: onlyOn(info, info.vendor),
    signaturePath: CORE_SIGNATURE,
    within: info,
  }
}

/**
 * An app in a server, as that very server sees it, whatever others its info.xml names.
 *
 * @param id the name of its folder, or what info.xml says, whichever that server takes
 * @param server whose it is
 */
export function subjectInServer(id: string, version: string, info: ServerInfo, server: Server | undefined): Subject {
  return {
    scope: 'app',
    id,
    version,
    dependencies: onlyOn(info, server),
    signaturePath: APP_SIGNATURE,
    within: info,
  }
}

/** Whether it is, or is part of, a server that asks what ownCloud 11 asks (SPEC 4). */
export function isInOwnCloud11({ within }: EnvelopeSubject, server: Server | undefined): boolean {
  return within !== undefined && server === 'owncloud' && (within.major ?? 0) >= 11
}

/** Whether it is, or is part of, an ownCloud that reads the legacy format only. */
export function isInOwnCloud10({ within }: EnvelopeSubject, server: Server | undefined): boolean {
  return within !== undefined && server === 'owncloud' && within.major !== undefined && within.major < 11
}

function onlyOn({ version }: ServerInfo, server: Server | undefined): AppInfo['dependencies'] {
  if (!server) return {}
  const range = version === '' ? undefined : version
  return { [server]: { min: range, max: range } }
}

import { APP_SIGNATURE } from './envelope/envelope'
import { AppsignError } from './findings/errors'
import { exception } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import { APP_INFO, type AppInfo, readAppInfo } from './payload/app-info'
import type { Payload } from './payload/payload'
import type { ServerInfo } from './payload/server-info'
import { SHIPPED_FILE } from './payload/server-tree'
import type { Trust } from './pki/trust'
import type { Report } from './report/report'
import { isInOwnCloud11, subjectInServer } from './subject'
import { verifySubject } from './verify-subject'

/** What verifying the apps of a server depends on. */
export interface AppsOfServer {
  readonly info: ServerInfo
  /** The ids of what the server ships; undefined when nobody can tell. */
  readonly shipped: ReadonlySet<string> | undefined
  readonly trust: Trust
}

/**
 * Verifies an app where it lies in a server, as that server does: for it, an app is what its folder is called, and only
 * ownCloud 11 looks into info.xml for the id. One that is not signed fails if the server ships it.
 *
 * @param payload the app's folder
 * @param name of that folder
 * @returns undefined when the folder holds no app: neither info.xml nor a signature, and the server ships none of that name
 * @throws AppsignError PAYLOAD_UNREADABLE
 */
export async function verifyAppInServer(
  payload: Payload,
  name: string,
  { info, shipped, trust }: AppsOfServer,
): Promise<Report | undefined> {
  const isSigned = has(payload, APP_SIGNATURE)
  const mustBe = shipped?.has(name) ?? true
  if (!isSigned && !has(payload, APP_INFO) && !shipped?.has(name)) return undefined
  const app = appOf(payload)
  const isIn11 = isInOwnCloud11({ id: name, version: '', dependencies: {}, within: info }, trust.server)
  const problem = 'problem' in app ? badInfo(app.problem, has(payload, APP_INFO), isIn11) : undefined
  const { id, version } = 'problem' in app ? { id: name, version: '' } : app
  const report = await verifySubject(payload, subjectInServer(isIn11 ? id : name, version, info, trust.server), trust)
  if (!isSigned && !mustBe) return { ...report, findings: [notSigned(name)] }
  const own = [problem, id === name ? undefined : otherName(name, id), shipped ? undefined : nobodyKnows(isSigned)]
  return { ...report, findings: sortFindings([...report.findings, ...own.filter((one) => one !== undefined)]) }
}

function has(payload: Payload, path: string): boolean {
  return payload.read(path, 0) !== undefined
}

/** Nothing in it stops a server, so nothing in it stops this. */
function appOf(payload: Payload): AppInfo | { readonly problem: string } {
  try {
    return readAppInfo(payload)
  } catch (error) {
    if (error instanceof AppsignError && error.code === 'APP_INFO_INVALID') return { problem: error.message }
    throw error
  }
}

function badInfo(problem: string, isThere: boolean, isIn11: boolean): Finding {
  const hint = 'Take the file from the release of this very version.'
  const sentence = isThere ? `Failed to parse ${APP_INFO}` : `Failed to read or empty ${APP_INFO}`
  if (isIn11) return exception('CN_MISMATCH', problem, hint, sentence)
  return { code: 'APP_INFO_INVALID', severity: 'warning', path: APP_INFO, message: problem, hint }
}

function notSigned(name: string): Finding {
  return {
    code: 'NOT_SIGNED',
    severity: 'notice',
    message: `The app "${name}" is not signed, and the server does not ask for it: it does not ship this app.`,
    hint: 'Nobody can tell whether its files are those of its makers. ownCloud from 10.16.7 does not enable such an app.',
  }
}

function otherName(name: string, id: string): Finding {
  return {
    code: 'APP_FOLDER',
    severity: 'warning',
    path: APP_INFO,
    message: `The folder of the app is "${name}", and info.xml says that the app is "${id}".`,
    hint: `Name the folder "${id}", or take the app from its release.`,
  }
}

/** Said of each app that would need it, because each has a verdict of its own. */
function nobodyKnows(isSigned: boolean): Finding | undefined {
  if (isSigned) return undefined
  return {
    code: 'SHIPPED_UNKNOWN',
    severity: 'warning',
    message: `Whether the server ships this app can not be told: ${SHIPPED_FILE} is missing or can not be read.`,
    hint: `Take ${SHIPPED_FILE} from the release of this very version.`,
  }
}

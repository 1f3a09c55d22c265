import { readAppInfo } from './payload/app-info'
import type { Payload } from './payload/payload'
import type { Trust } from './pki/trust'
import type { Report } from './report/report'
import { appSubject } from './subject'
import { verifySubject } from './verify-subject'

export { describe, verifyEnvelope } from './verify-subject'

/**
 * Verifies an app as the servers do (SPEC 3 and 4), with all findings instead of the first only.
 *
 * @param payload the app
 * @throws AppsignError when the payload can not be read, or is no app
 */
export async function verify(payload: Payload, trust: Trust): Promise<Report> {
  return verifySubject(payload, appSubject(readAppInfo(payload)), trust)
}

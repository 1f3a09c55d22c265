import type { JsonPayload } from './json-payload'
import { readPayloads } from './json-report'
import type { Outcome, Report, ReportedCertificate, ReportedRevocation } from './report'

/** What a JSON report says of a payload that was looked at, as `reportJson` writes it. */
interface JsonPayloadReport
  extends JsonPayload,
    Pick<Report, 'mode' | 'scope' | 'kind' | 'server' | 'format' | 'fileCount' | 'bytes'> {
  readonly app: { readonly id: string; readonly version: string }
  readonly formats: Report['formats'] | null
  readonly signaturePath: string | null
  readonly chain: readonly (Omit<ReportedCertificate, 'notAfter'> & { readonly notAfter: string })[]
  readonly authority: string | null
  readonly revocation: JsonRevocation | null
  readonly package: { readonly name: string; readonly sha256: string; readonly size: number } | null
  readonly milliseconds: number | null
}

interface JsonRevocation {
  readonly state: ReportedRevocation['state']
  readonly list:
    | (Omit<NonNullable<ReportedRevocation['list']>, 'thisUpdate' | 'number'> & {
        readonly number: string | null
        readonly thisUpdate: string
      })
    | null
}

/**
 * The outcomes that a JSON report tells of, so that those of several machines can be told as one. What the machine knew and
 * did not write, such as absolute paths, is gone: a payload's root is its name.
 *
 * @param which how messages call the report
 * @throws AppsignError INPUT_INVALID when it is no report of version 1, or not whole
 */
export function readOutcomes(text: string, which: string): Outcome[] {
  return readPayloads(text, which).map((payload) => {
    const { name, error, findings } = payload
    return error ? { name, root: name, error, findings } : readPayload(payload as JsonPayloadReport)
  })
}

function readPayload(payload: JsonPayloadReport): Report {
  const { mode, scope, kind, name, app, server, format, formats, fileCount, bytes, milliseconds } = payload
  return {
    ...{ mode, scope, kind, name, server, format, fileCount, bytes },
    root: name,
    appId: app.id,
    appVersion: app.version,
    ...(formats ? { formats } : {}),
    signaturePath: payload.signaturePath ?? undefined,
    chain: payload.chain.map((certificate) => ({ ...certificate, notAfter: new Date(certificate.notAfter) })),
    authority: payload.authority ?? undefined,
    revocation: payload.revocation ? readRevocation(payload.revocation) : undefined,
    ...(payload.package ? { package: { path: payload.package.name, ...payload.package } } : {}),
    ...(milliseconds === null ? {} : { milliseconds }),
    findings: payload.findings,
  }
}

function readRevocation({ state, list }: JsonRevocation): ReportedRevocation {
  if (!list) return { state }
  return { state, list: { ...list, number: list.number ?? undefined, thisUpdate: new Date(list.thisUpdate) } }
}

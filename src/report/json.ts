import { basename } from 'node:path'
import { type Finding, serverCategory } from '../findings/finding'
import { verdictOf } from '../findings/verdict'
import { countAll } from './counts'
import { jsonText } from './json-text'
import { isRefusal, type Outcome, type Refusal, type Report, type ReportedRevocation, type RunFacts } from './report'

/** Of the report's form, `schemas/report-1.schema.json`. It rises when a reader of the old form would be misled. */
export const REPORT_VERSION = 1

/**
 * Everything that a run found out, for programs: `schemas/report-1.schema.json` describes it. No path of the machine is in it
 * but what users wrote themselves. Keys always come in the same order; what is not known is null, and what a finding does
 * not have is left out.
 *
 * @returns JSON with raw names, dates in ISO form (UTC), a newline at the end
 */
export function reportJson(outcomes: readonly Outcome[], { version, now, verdict }: RunFacts): string {
  return jsonText({
    version: REPORT_VERSION,
    appsign: version,
    date: now.toISOString(),
    verdict,
    counts: countAll(outcomes),
    payloads: outcomes.map((outcome) => (isRefusal(outcome) ? describeRefusal(outcome) : describeReport(outcome))),
  })
}

function describeRefusal({ name, error, findings }: Refusal) {
  return {
    verdict: 'failed',
    name,
    error: { code: error.code, message: error.message },
    findings: findings.map(describeFinding),
  }
}

function describeReport(report: Report) {
  return {
    verdict: verdictOf(report.findings),
    mode: report.mode,
    scope: report.scope,
    kind: report.kind,
    name: report.name,
    app: { id: report.appId, version: report.appVersion },
    server: report.server,
    format: report.format,
    formats: report.formats ?? null,
    signaturePath: report.signaturePath ?? null,
    chain: report.chain.map(({ subject, issuer, serial, notAfter }) => ({
      subject,
      issuer,
      serial,
      notAfter: notAfter.toISOString(),
    })),
    authority: report.authority ?? null,
    revocation: report.revocation ? describeRevocation(report.revocation) : null,
    package: report.package ? describePackage(report.package) : null,
    fileCount: report.fileCount,
    bytes: report.bytes,
    milliseconds: report.milliseconds ?? null,
    findings: report.findings.map(describeFinding),
  }
}

function describeRevocation({ state, list }: ReportedRevocation) {
  if (!list) return { state, list: null }
  const { source, issuer, number, thisUpdate } = list
  return { state, list: { source, issuer, number: number ?? null, thisUpdate: thisUpdate.toISOString() } }
}

/** The archive's own name: where it lies on this machine says nothing to whoever reads the report on another one. */
function describePackage({ path, sha256, size }: NonNullable<Report['package']>) {
  return { name: basename(path), sha256, size }
}

function describeFinding(finding: Finding) {
  const { code, severity, path, expected, current, message, hint, exception, unseenByValue } = finding
  const category = serverCategory(finding)
  return { code, severity, category, path, expected, current, message, hint, exception, unseenByValue }
}

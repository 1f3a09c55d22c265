import { basename } from 'node:path'
import { type Finding, type Severity, serverCategory } from '../findings/finding'
import { type Verdict, verdictOf } from '../findings/verdict'
import { encodeJson } from './json-text'
import { isRefusal, type Outcome, type Refusal, type Report, type RunFacts } from './report'

/** Of the form that `schemas/report-1.schema.json` describes; another form gets another number and another file. */
export const REPORT_VERSION = 1

/** One payload in a report file, as far as a whole report depends on it. */
export interface ReportedPayload {
  readonly verdict: Verdict
  /** There when the payload could not be looked at. */
  readonly error?: unknown
  readonly findings: readonly { readonly severity: Severity }[]
}

/**
 * The report for programs (`schemas/report-1.schema.json`). What is not known is left out; keys always come in one order.
 * No path of the machine is in it, but names as the user gave them.
 *
 * @returns JSON with a line feed at its end; names are as they are, and untrusted
 */
export function reportJson(outcomes: readonly Outcome[], facts: RunFacts): string {
  return encodeReport(
    outcomes.map((outcome) => (isRefusal(outcome) ? refusalOf(outcome) : payloadOf(outcome))),
    facts,
  )
}

/** A report file of payloads that are in its form already. */
export function encodeReport(payloads: readonly ReportedPayload[], { version, now, verdict }: RunFacts): string {
  return encodeJson({
    version: REPORT_VERSION,
    tool: { name: 'appsign', version },
    generatedAt: now.toISOString(),
    verdict,
    counts: {
      payloads: payloads.length,
      refused: payloads.filter(({ error }) => error !== undefined).length,
      ...countFindings(payloads.flatMap(({ findings }) => findings)),
    },
    payloads,
  })
}

function countFindings(findings: readonly { readonly severity: Severity }[]) {
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length
  return { errors: count('error'), warnings: count('warning'), notices: count('notice') }
}

function refusalOf({ name, error, findings }: Refusal): ReportedPayload & { readonly name: string } {
  return {
    name,
    verdict: 'failed',
    error: { code: error.code, message: error.message },
    findings: findings.map(findingOf),
  }
}

function payloadOf(report: Report) {
  const { findings, package: written } = report
  return {
    name: report.name,
    verdict: verdictOf(findings),
    mode: report.mode,
    scope: report.scope,
    kind: report.kind,
    app: { id: report.appId, version: report.appVersion },
    server: report.server,
    format: report.format,
    formats: report.formats,
    signaturePath: report.signaturePath,
    chain: report.chain.map(({ subject, issuer, serial, notAfter }) => ({
      subject,
      issuer,
      serial,
      notAfter: notAfter.toISOString(),
    })),
    authority: report.authority,
    revocation: report.revocation && revocationOf(report.revocation),
    package: written && { name: basename(written.path), sha256: written.sha256, size: written.size },
    fileCount: report.fileCount,
    bytes: report.bytes,
    milliseconds: report.milliseconds,
    counts: countFindings(findings),
    findings: findings.map(findingOf),
  }
}

function revocationOf({ state, list }: NonNullable<Report['revocation']>) {
  if (!list) return { state }
  const { source, issuer, number, thisUpdate } = list
  return { state, list: { source, issuer, number, thisUpdate: thisUpdate.toISOString() } }
}

function findingOf(finding: Finding) {
  const { code, severity, path, expected, current, message, hint, exception, unseenByValue } = finding
  const category = serverCategory(finding)
  return { code, severity, category, path, expected, current, message, hint, exception, unseenByValue }
}

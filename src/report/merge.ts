import { AppsignError } from '../findings/errors'
import type { FindingCode, Severity } from '../findings/finding'
import type { Verdict } from '../findings/verdict'
import { countAll } from './counts'
import { REPORT_VERSION } from './json'
import { jsonText } from './json-text'

/** From the best to the worst. */
const VERDICTS: readonly Verdict[] = ['passed', 'passed-with-warnings', 'failed']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice']

/** What merging has to know of a JSON report; the rest of a payload is handed on as it is. */
export interface JsonReport {
  readonly appsign: string
  readonly date: string
  readonly verdict: Verdict
  readonly payloads: readonly JsonPayload[]
}
export interface JsonPayload {
  readonly verdict: Verdict
  readonly error?: unknown
  readonly findings: readonly { readonly code: FindingCode; readonly severity: Severity }[]
}

/**
 * One JSON report of the reports of several machines: their payloads in the given order, counted anew, under the worst of
 * their verdicts. Date and version of appsign are those of the latest.
 *
 * @param texts what `reportJson` or this function made
 * @throws AppsignError INPUT_INVALID when there is none, or naming the one that is no report of version 1
 */
export function mergeReports(texts: readonly string[]): string {
  const reports = texts.map((text, index) => readReport(text, `report ${index + 1} of ${texts.length}`))
  const latest = reports.reduce<JsonReport | undefined>(
    (a, b) => (a && Date.parse(a.date) >= Date.parse(b.date) ? a : b),
    undefined,
  )
  if (!latest)
    throw new AppsignError('INPUT_INVALID', 'There is no report to merge. Did the jobs before upload theirs?')
  const payloads = reports.flatMap((report) => report.payloads)
  return jsonText({
    version: REPORT_VERSION,
    appsign: latest.appsign,
    date: latest.date,
    verdict: worstOf([...reports, ...payloads].map(({ verdict }) => verdict)),
    counts: countAll(payloads),
    payloads,
  })
}

function worstOf(verdicts: readonly Verdict[]): Verdict | undefined {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict))
}

/**
 * Reads one JSON report.
 *
 * @param which how messages call it
 * @throws AppsignError INPUT_INVALID when it is no report of version 1
 */
export function readReport(text: string, which: string): JsonReport {
  const report = parse(text, which)
  if (!isObject(report)) throw invalid(which, 'it is not a JSON object')
  if (report.version !== REPORT_VERSION)
    throw invalid(which, `its version is not ${REPORT_VERSION}, which is the only one that this appsign reads`)
  if (!isReport(report)) throw invalid(which, INCOMPLETE)
  return report
}

function parse(text: string, which: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid(which, 'it is not JSON', error)
  }
}

/** Why a report is not merged that has the right form only at first sight. */
export const INCOMPLETE = 'it is cut off, or something else than appsign wrote it'

/** The error that says why a report can not be merged. */
export function invalid(which: string, what: string, cause?: unknown): AppsignError {
  // What the parser says quotes the text, and that may be anything, even a key.
  const remedy = 'Give the .json files that the input report wrote, unchanged.'
  return new AppsignError('INPUT_INVALID', `The ${which} can not be merged: ${what}. ${remedy}`, cause)
}

function isReport(report: Record<string, unknown>): report is Record<string, unknown> & JsonReport {
  const { appsign, date, verdict, payloads } = report
  const isNamed = typeof appsign === 'string' && typeof date === 'string' && !Number.isNaN(Date.parse(date))
  return isNamed && isOneOf(VERDICTS, verdict) && Array.isArray(payloads) && payloads.every(isPayload)
}

function isPayload(payload: unknown): payload is JsonPayload {
  if (!isObject(payload) || !isOneOf(VERDICTS, payload.verdict)) return false
  return Array.isArray(payload.findings) && payload.findings.every(isFinding)
}

function isFinding(finding: unknown): boolean {
  return isObject(finding) && typeof finding.code === 'string' && isOneOf(SEVERITIES, finding.severity)
}

/** Whether a JSON value is one of a few words. */
export function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value)
}

/** Whether a JSON value has names and values. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

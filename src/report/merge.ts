import { AppsignError, reasonOf } from '../findings/errors'
import { type Verdict, verdictOf } from '../findings/verdict'
import { encodeReport, REPORT_VERSION, type ReportedPayload } from './json'
import type { RunFacts } from './report'

/** From good to bad. */
const VERDICTS: readonly Verdict[] = ['passed', 'passed-with-warnings', 'failed']
const SEVERITIES: readonly unknown[] = ['error', 'warning', 'notice']

/**
 * One report of the reports of several machines, in the order in which they are given. Payloads are taken over as they are;
 * only what the verdict depends on is looked at. The verdict is the worst that any of them has, at its top, for a payload,
 * or by a finding.
 *
 * @param texts report files, JSON; untrusted
 * @param facts of the run that merges
 * @throws AppsignError INPUT_INVALID when there is none, or one is not such a report: which one, counted from 1
 */
export function mergeReports(texts: readonly string[], { version, now }: Omit<RunFacts, 'verdict'>): string {
  if (texts.length === 0)
    throw new AppsignError('INPUT_INVALID', 'There is no report to merge. Give at least one report file (.json).')
  const reports = texts.map((text, index) => readReport(text, `Report ${index + 1} of ${texts.length}`))
  const payloads = reports.flatMap((report) => report.payloads)
  return encodeReport(payloads, { version, now, verdict: worstOf(reports) })
}

interface ReadReport {
  readonly verdict: Verdict
  readonly payloads: readonly ReportedPayload[]
}

function worstOf(reports: readonly ReadReport[]): Verdict {
  const verdicts = reports.flatMap(({ verdict, payloads }) => [
    verdict,
    ...payloads.map((payload) => payload.verdict),
    ...payloads.map(({ findings }) => verdictOf(findings)),
    ...payloads.map(({ error }): Verdict => (error === undefined ? 'passed' : 'failed')),
  ])
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'failed'
}

function readReport(text: string, name: string): ReadReport {
  const value = parse(text, name)
  if (!isObject(value) || !isObject(value.tool) || value.tool.name !== 'appsign')
    throw invalid(name, 'is not a report of appsign')
  if (value.version !== REPORT_VERSION) throw invalid(name, `is not of version ${REPORT_VERSION}`)
  const { verdict, payloads } = value
  if (!isVerdict(verdict)) throw invalid(name, 'has no verdict')
  if (!Array.isArray(payloads) || payloads.length === 0) throw invalid(name, 'has no payloads')
  const wrong = payloads.findIndex((payload) => !isPayload(payload))
  if (wrong >= 0) throw invalid(name, `has a payload (number ${wrong + 1}) that is not one`)
  return { verdict, payloads }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's own words repeat what it read.
    throw new AppsignError('INPUT_INVALID', `${name} is not JSON. ${REMEDY}`, reasonOf(error))
  }
}

const REMEDY = 'Give a file that "report" wrote with the ending .json, as it was written.'

function invalid(name: string, what: string): AppsignError {
  return new AppsignError('INPUT_INVALID', `${name} ${what}. ${REMEDY}`)
}

function isPayload(value: unknown): value is ReportedPayload {
  if (!isObject(value) || typeof value.name !== 'string' || !isVerdict(value.verdict)) return false
  return (
    Array.isArray(value.findings) && value.findings.every((one) => isObject(one) && SEVERITIES.includes(one.severity))
  )
}

function isVerdict(value: unknown): value is Verdict {
  return (VERDICTS as readonly unknown[]).includes(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

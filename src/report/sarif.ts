import { createHash } from 'node:crypto'
import type { ErrorCode } from '../findings/errors'
import type { Finding, FindingCode, Severity } from '../findings/finding'
import { encodeJson } from './json-text'
import type { Locate, Place } from './place'
import { printable } from './printable'
import { isRefusal, type Outcome, type RunFacts } from './report'
import { MEANINGS } from './rules'
import { plural } from './text'

/** Results in one run: GitHub refuses a file with more (docs.github.com, "SARIF support for code scanning"). */
export const MAX_RESULTS = 25_000

/** The name under which GitHub looks for what makes two results the same; it hashes the line itself where it is missing. */
const FINGERPRINT = 'primaryLocationLineHash'

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', notice: 'note' }
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice']

/** One result before it is known which rules there are. */
interface Result {
  readonly code: FindingCode | ErrorCode
  readonly severity: Severity
  /** Untrusted. */
  readonly text: string
  readonly place: Place
  /** The app's id; the payload's name where there is none. */
  readonly app: string
  readonly payload: string
  readonly finding?: Finding
}

/**
 * The report for code scanning: SARIF 2.1.0, one result for each finding and for each payload that could not be looked at.
 * Of more than GitHub takes, the worst are kept, and a notification says how many are missing.
 *
 * @param locate finds the place in the repository
 * @returns JSON with a line feed at its end
 */
export function reportSarif(outcomes: readonly Outcome[], { version, now }: RunFacts, locate: Locate): string {
  const all = outcomes.flatMap((outcome) => resultsOf(outcome, locate))
  const kept = chooseResults(all)
  const codes = [...new Set(kept.map(({ code }) => code))]
  const indexes = new Map(codes.map((code, index) => [code, index]))
  return encodeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'appsign',
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/OWNER/appsign',
            rules: codes.map((code) => ruleOf(code, kept)),
          },
        },
        invocations: [
          {
            executionSuccessful: !outcomes.some(isRefusal),
            endTimeUtc: now.toISOString(),
            toolExecutionNotifications: notify(all.length - kept.length),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: kept.map((result) => encodeResult(result, indexes)),
      },
    ],
  })
}

function resultsOf(outcome: Outcome, locate: Locate): Result[] {
  const payload = outcome.name
  const app = isRefusal(outcome) ? outcome.name : outcome.appId
  const results = outcome.findings.map((finding): Result => {
    const { code, severity, exception, message, hint } = finding
    const text = [exception, message, hint].filter((part) => part !== undefined).join(' ')
    return { code, severity, text, place: locate(outcome, finding), app, payload, finding }
  })
  if (!isRefusal(outcome)) return results
  const { code, message } = outcome.error
  return [{ code, severity: 'error', text: message, place: locate(outcome), app, payload }, ...results]
}

/** As many as GitHub takes, errors first where it takes not all. */
function chooseResults(all: readonly Result[]): readonly Result[] {
  if (all.length <= MAX_RESULTS) return all
  return SEVERITIES.flatMap((wanted) => all.filter(({ severity }) => severity === wanted)).slice(0, MAX_RESULTS)
}

function notify(left: number) {
  if (left === 0) return []
  const text = `${plural(left, 'result')} more left out: code scanning takes ${MAX_RESULTS} a run. The reports in other forms have all.`
  return [{ level: 'warning', message: { text } }]
}

function ruleOf(code: Result['code'], results: readonly Result[]) {
  const text = MEANINGS[code]
  const worst = SEVERITIES.find((wanted) => results.some((one) => one.code === code && one.severity === wanted))
  return {
    id: code,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: `Each result says what to do. README.md of appsign explains ${code}.` },
    defaultConfiguration: { level: LEVELS[worst ?? 'error'] },
  }
}

function encodeResult(
  { code, severity, text, place, app, payload, finding }: Result,
  indexes: ReadonlyMap<string, number>,
) {
  return {
    ruleId: code,
    ruleIndex: indexes.get(code),
    level: LEVELS[severity],
    message: { text: plainText(text) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(place.path), uriBaseId: '%SRCROOT%' },
          region: { startLine: place.line },
        },
      },
    ],
    partialFingerprints: { [FINGERPRINT]: fingerprintOf([code, app, finding?.path ?? '']) },
    properties: { app, payload, path: finding?.path, expected: finding?.expected, current: finding?.current },
  }
}

/** Text in which no name can make a link: SARIF takes `[words](address)` for one. */
function plainText(text: string): string {
  return printable(text).replaceAll('](', ']\\u{28}')
}

/** A relative reference. What is not UTF-16 becomes U+FFFD, and what leads out of the repository is cut off. */
function encodePath(path: string): string {
  const parts = path.split('/').filter((part) => !['', '.', '..'].includes(part))
  return parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/') || '.'
}

/** The same for the same problem in every run, wherever it is shown; parts can not run into each other. */
function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

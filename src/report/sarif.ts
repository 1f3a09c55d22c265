import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { jsonText } from './json-text'
import type { Locate } from './place'
import { isRefusal, type Outcome, type RunFacts } from './report'
import { type RuleCode, ruleOf } from './rules'
import { resultsOf, type SarifResult } from './sarif-result'
import { plural } from './text'

/** Results of one run that GitHub takes; it shows 5,000 of them (its document "SARIF support for code scanning"). */
const MAX_RESULTS = 25_000

/** Bytes of a file in gzip that GitHub takes (the same document: 10 MB). */
const MAX_GZIP = 10_000_000

/** Bytes of JSON. Our own: more takes memory only, for gzip makes a fifth of it at best where hashes are in it. */
const MAX_JSON = 64 * 1024 * 1024

/** How far below the limit the next attempt aims, because results differ in length. */
const MARGIN = 0.9

/** Where appsign is described. */
const INFORMATION = 'https://github.com/OWNER/appsign'

/**
 * SARIF 2.1.0 for GitHub's code scanning: a rule for each code that occurs, a result for each finding and each refusal. What
 * is more than GitHub takes is cut, notices first and errors last, and a notification says so.
 *
 * @param locate finds where in the repository a finding is shown
 * @returns JSON with a newline at the end
 */
export function reportSarif(outcomes: readonly Outcome[], facts: RunFacts, locate: Locate): string {
  const results = resultsOf(outcomes, locate)
  const format = (count: number) => jsonText(logOf(outcomes, facts, results.slice(0, count), results.length))
  let count = countFitting(results)
  let text = format(count)
  for (let size = sizeOf(text); size > MAX_GZIP && count > 0; size = sizeOf(text)) {
    count = Math.floor(((count * MAX_GZIP) / size) * MARGIN)
    text = format(count)
  }
  return text
}

/** How many results, from the first on, are within the limits on their number and on JSON. */
function countFitting(results: readonly SarifResult[]): number {
  let bytes = 0
  const end = results.findIndex((result, index) => {
    bytes += Buffer.byteLength(jsonText(result))
    return index === MAX_RESULTS || bytes > MAX_JSON
  })
  return end < 0 ? results.length : end
}

/** Bytes in gzip; of a short text its own, which is never much less. */
function sizeOf(text: string): number {
  const bytes = Buffer.from(text)
  return bytes.length <= MAX_GZIP ? bytes.length : gzipSync(bytes).length
}

function logOf(outcomes: readonly Outcome[], facts: RunFacts, results: readonly SarifResult[], found: number) {
  const codes = [...new Set(results.map(({ ruleId }) => ruleId))]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(facts, codes) },
        invocations: [
          {
            executionSuccessful: !outcomes.some(isRefusal),
            endTimeUtc: facts.now.toISOString(),
            toolExecutionNotifications: cutNotifications(found, results.length),
          },
        ],
        columnKind: 'utf16CodeUnits',
        properties: { verdict: facts.verdict },
        results: results.map(({ ruleId, ...result }) => ({ ruleId, ruleIndex: codes.indexOf(ruleId), ...result })),
      },
    ],
  }
}

function driverOf({ version }: RunFacts, codes: readonly RuleCode[]) {
  return { name: 'appsign', version, semanticVersion: version, informationUri: INFORMATION, rules: codes.map(ruleOf) }
}

function cutNotifications(found: number, kept: number) {
  if (found === kept) return []
  const text = `${plural(found - kept, 'result')} of ${found} left out: GitHub takes ${MAX_RESULTS} and ${MAX_GZIP} bytes in gzip. The log and the report in JSON have all.`
  return [{ level: 'warning', message: { text } }]
}

import { createHash } from 'node:crypto'
import type { Finding, Severity } from '../findings/finding'
import type { Locate, Place } from './place'
import { printable } from './printable'
import { isRefusal, type Outcome } from './report'
import type { RuleCode } from './rules'

/** A result of SARIF, without its place among the rules. */
export interface SarifResult {
  readonly ruleId: RuleCode
  readonly level: 'error' | 'warning' | 'note'
  readonly [key: string]: unknown
}

const LEVELS: Record<Severity, SarifResult['level']> = { error: 'error', warning: 'warning', notice: 'note' }

/** What is shown when a place is not in the repository: GitHub refuses the whole file for one result without a place. */
const FALLBACK = 'appinfo/info.xml'

/**
 * Every finding and every refusal as a result of SARIF, errors first. Messages are `printable`; names in `properties` are raw.
 *
 * @param locate finds where in the repository a result is shown
 */
export function resultsOf(outcomes: readonly Outcome[], locate: Locate): SarifResult[] {
  const seen = new Map<string, number>()
  const results = outcomes.flatMap((outcome) => [
    ...(isRefusal(outcome) ? [refusalResult(outcome, outcome.error, locate, seen)] : []),
    ...outcome.findings.map((finding) => findingResult(outcome, finding, locate, seen)),
  ])
  const levels = Object.values(LEVELS)
  return results.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

function refusalResult(
  outcome: Outcome,
  { code, message }: { readonly code: RuleCode; readonly message: string },
  locate: Locate,
  seen: Map<string, number>,
): SarifResult {
  return {
    ruleId: code,
    level: 'error',
    message: { text: messageText(message) },
    locations: [locationOf(locate(outcome))],
    partialFingerprints: fingerprintOf(code, outcome, '', seen),
    properties: { payload: outcome.name },
  }
}

function findingResult(outcome: Outcome, finding: Finding, locate: Locate, seen: Map<string, number>): SarifResult {
  const { code, severity, message, hint, path, expected, current, unseenByValue } = finding
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: messageText(hint === undefined ? message : `${message} ${hint}`) },
    locations: [locationOf(locate(outcome, finding))],
    partialFingerprints: fingerprintOf(code, outcome, path ?? '', seen),
    properties: { payload: outcome.name, app: appOf(outcome), path, expected, current, unseenByValue },
  }
}

function appOf(outcome: Outcome): string | undefined {
  return isRefusal(outcome) ? undefined : outcome.appId
}

/** One line in which no name is a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function messageText(text: string): string {
  return printable(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (')
}

function locationOf({ path, line }: Place) {
  const uri = isRelative(path) ? encodePath(path) : FALLBACK
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: uri === FALLBACK && path !== FALLBACK ? 1 : line },
    },
  }
}

/** Whether a path stays in the repository and names something there. */
function isRelative(path: string): boolean {
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
}

function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}

/**
 * What makes a result the same in the next run, wherever it is shown then: its code, the app and the path. GitHub looks at
 * this key only, and shows results that agree in it, in rule and in line as one; so equals are numbered.
 */
function fingerprintOf(code: RuleCode, outcome: Outcome, path: string, seen: Map<string, number>) {
  const identity = JSON.stringify([code, appOf(outcome) ?? outcome.name, path])
  const hash = createHash('sha256').update(identity).digest('hex')
  const count = (seen.get(hash) ?? 0) + 1
  seen.set(hash, count)
  return { primaryLocationLineHash: `${hash}:${count}` }
}

import { type Finding, serverCategory } from '../findings/finding'
import { isRefusal, type Outcome, type Report, verdictOfAll } from './report'
import { EXCEPTION_CLASS, layoutResults } from './results'

/**
 * The findings in the layout of the servers' own results: `- app`, below it each category, below that each path with a
 * slash in front. Findings on a path that no server has come behind, under codes of our own. Advice is not a result. What
 * a server would say, and no more, is in `resultDocument`.
 *
 * @returns lines without their ends, indented by tabs as in the servers; empty when there is nothing to say. Raw names
 */
export function resultLines(report: Pick<Report, 'appId' | 'findings'>): string[] {
  const findings = report.findings.filter(
    ({ severity, exception, path }) =>
      severity === 'error' || (severity === 'warning' && (exception ?? path) !== undefined),
  )
  if (findings.length === 0) return []
  const categories = new Map<string, string[]>()
  for (const finding of findings) {
    const category = serverCategory(finding)
    const entries = categories.get(category) ?? (category === 'EXCEPTION' ? [EXCEPTION_CLASS] : [])
    entries.push(resultOf(finding))
    categories.set(category, entries)
  }
  return layoutResults(report.appId, categories)
}

function resultOf(finding: Finding): string {
  return finding.exception ?? (finding.path === undefined ? finding.message : `/${finding.path}`)
}

/** What a payload without errors is. */
export const DONE: Record<Report['mode'], string> = {
  sign: 'is signed and verified',
  verify: 'passed',
  check: 'can be signed',
}

/** One sentence on what was found, for the end of the log and the error annotation. */
export function verdictLine(report: Report): string {
  const count = (severity: Finding['severity']) =>
    report.findings.filter((finding) => finding.severity === severity).length
  const archive = report.kind === 'archive' ? ` in ${report.name}` : ''
  const app = `${report.appId} ${report.appVersion}`.trim() + archive
  const errors = count('error')
  if (errors > 0) return `${app} failed: ${plural(errors, 'error')} in ${plural(report.fileCount, 'file')}.`
  const done = DONE[report.mode]
  const warnings = count('warning')
  return `${app} ${done}: ${plural(report.fileCount, 'file')}${warnings ? `, ${plural(warnings, 'warning')}` : ''}.`
}

/** One line on a whole run. Raw names. */
export function headLine(outcomes: readonly Outcome[]): string {
  const [only] = outcomes
  if (only && outcomes.length === 1) return isRefusal(only) ? only.error.message : verdictLine(only)
  const failed = outcomes.filter((outcome) => verdictOfAll([outcome]) === 'failed').length
  return failed > 0 ? `${failed} of ${outcomes.length} failed` : `All ${outcomes.length} passed`
}

/** What was written besides the signature. Raw names. */
export function packageLines(report: Pick<Report, 'package'>): string[] {
  const { package: written } = report
  return written ? [`Package: ${written.path} (${written.size} bytes, SHA-256 ${written.sha256})`] : []
}

/** Who vouches for the leaf, certificate by certificate, for the log. Raw names. */
export function chainLines(report: Pick<Report, 'chain' | 'authority' | 'revocation'>): string[] {
  if (report.chain.length === 0) return []
  return [
    `Certificates, up to ${report.authority ?? 'nobody that is trusted here'}:`,
    ...report.chain.map(
      ({ subject, serial, notAfter }) =>
        `\t${subject} (serial ${serial}, valid until ${notAfter.toISOString().slice(0, 10)})`,
    ),
    `Revocation: ${revocationLine(report)}`,
  ]
}

const STATES: Record<NonNullable<Report['revocation']>['state'], string> = {
  good: 'not revoked',
  revoked: 'revoked',
  unchecked: 'not checked',
  'no-list': 'not checked, the authority has no list',
  off: 'not checked, it is off',
}

/** What is known of revocation, and by which list of which day. */
export function revocationLine({ revocation }: Pick<Report, 'revocation'>): string {
  if (!revocation) return 'not checked, nobody vouches for the certificate'
  const { state, list } = revocation
  if (!list) return STATES[state]
  const number = list.number === undefined ? '' : ` number ${list.number}`
  return `${STATES[state]}, by the ${list.source} list${number} of ${list.thisUpdate.toISOString().slice(0, 10)}`
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

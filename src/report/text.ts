import { type Finding, serverCategory } from '../findings/finding'
import type { Report } from './report'

/** The class that the servers name with an exception in their results. */
const EXCEPTION_CLASS = 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException'

/**
 * The findings in the layout of the servers' own results: `- app`, below it each category, below that each path with a
 * slash in front. Findings that no server has come behind, under codes of our own; notices are not results.
 *
 * @returns lines without their ends, indented by tabs as in the servers; empty when there is nothing to say. Raw names
 */
export function resultLines(report: Pick<Report, 'appId' | 'findings'>): string[] {
  const findings = report.findings.filter((finding) => finding.severity !== 'notice')
  if (findings.length === 0) return []
  const lines = [`- ${report.appId}`]
  const categories = new Map<string, Finding[]>()
  for (const finding of findings) {
    const category = serverCategory(finding)
    const members = categories.get(category)
    if (members) members.push(finding)
    else categories.set(category, [finding])
  }
  for (const [category, members] of categories) {
    lines.push(`\t- ${category}`)
    if (category === 'EXCEPTION') lines.push(`\t\t- ${EXCEPTION_CLASS}`)
    for (const finding of members) lines.push(`\t\t- ${resultOf(finding)}`)
  }
  return lines
}

function resultOf(finding: Finding): string {
  if (finding.exception) return finding.exception
  return finding.path === undefined ? finding.message : `/${finding.path}`
}

/** One sentence on what was found, for the end of the log and the error annotation. */
export function verdictLine(report: Report): string {
  const count = (severity: Finding['severity']) =>
    report.findings.filter((finding) => finding.severity === severity).length
  const app = `${report.appId} ${report.appVersion}`.trim()
  const errors = count('error')
  if (errors > 0) return `${app} failed: ${plural(errors, 'error')} in ${plural(report.fileCount, 'file')}.`
  const done = report.mode === 'sign' ? 'is signed and verified' : 'passed'
  const warnings = count('warning')
  return `${app} ${done}: ${plural(report.fileCount, 'file')}${warnings ? `, ${plural(warnings, 'warning')}` : ''}.`
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

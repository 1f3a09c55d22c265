import type { Finding } from './finding'

export type Verdict = 'passed' | 'passed-with-warnings' | 'failed'

/** One word for a list of findings: any error fails, any warning is said, notices do not count. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.severity === 'error')) return 'failed'
  return findings.some((finding) => finding.severity === 'warning') ? 'passed-with-warnings' : 'passed'
}

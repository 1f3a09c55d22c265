import type { Finding } from './finding'

export type Verdict = 'passed' | 'passed-with-warnings' | 'failed'

/** From which verdict on a run fails: what cannot be done at all fails always. */
export type FailOn = 'error' | 'warning' | 'never'

/** One word for a list of findings: any error fails, any warning is said, notices do not count. */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[]): Verdict {
  if (findings.some((finding) => finding.severity === 'error')) return 'failed'
  return findings.some((finding) => finding.severity === 'warning') ? 'passed-with-warnings' : 'passed'
}

/** Whether findings make a run fail. */
export function failsOn(findings: readonly Finding[], failOn: FailOn): boolean {
  if (failOn === 'never') return false
  const verdict = verdictOf(findings)
  return verdict === 'failed' || (failOn === 'warning' && verdict === 'passed-with-warnings')
}

import type { FindingCode, Severity } from '../findings/finding'

/** What is counted of a payload: an outcome, or what a JSON report says of one. */
export interface Counted {
  readonly error?: unknown
  readonly findings: readonly { readonly code: FindingCode; readonly severity: Severity }[]
}

/** How much of what there is. A refusal counts as such, and its findings as findings. */
export interface Counts {
  readonly payloads: number
  readonly refusals: number
  readonly severity: Readonly<Record<Severity, number>>
  /** Only codes that occur, by name. */
  readonly code: Readonly<Partial<Record<FindingCode, number>>>
}

export function countAll(payloads: readonly Counted[]): Counts {
  const severity = { error: 0, warning: 0, notice: 0 }
  const codes = new Map<FindingCode, number>()
  for (const { findings } of payloads)
    for (const finding of findings) {
      severity[finding.severity]++
      codes.set(finding.code, (codes.get(finding.code) ?? 0) + 1)
    }
  return {
    payloads: payloads.length,
    refusals: payloads.filter(({ error }) => error !== undefined).length,
    severity,
    code: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

import { join } from 'node:path'
import { reasonOf } from '../findings/errors'
import type { Finding } from '../findings/finding'
import { isRefusal, type Outcome, type Report, verdictOfAll } from '../report/report'
import { annotate } from './log'
import type { Published } from './publish-run'
import { issueFileCommand, prepareKeyValueMessage } from './toolkit'

/** Every output of action.yml that this version fills. */
export type Output =
  | 'verdict'
  | 'app-id'
  | 'app-version'
  | 'server'
  | 'format'
  | 'signature-path'
  | 'file-count'
  | 'finding-count'
  | 'certificate-expires'
  | 'package'
  | 'package-sha256'
  | 'app-store-signature'
  | 'release-url'
  | 'matrix'
  | 'check-run-url'
  | 'report'

/**
 * The outputs of a run. Verdict and count are of everything; the rest is of its payload, or JSON arrays of those that could
 * be looked at when there are several. Artifacts beside what was signed have a part in the verdict only. Paths are absolute,
 * dates in ISO form.
 */
export function outputsOf(
  outcomes: readonly Outcome[],
  published: readonly Published[] = [],
): Partial<Record<Output, string>> {
  const [first] = outcomes.filter((outcome): outcome is Report => !isRefusal(outcome))
  const payloads = outcomes.filter(({ mode }) => mode === undefined || !first || mode === first.mode)
  const reports = payloads.filter((outcome): outcome is Report => !isRefusal(outcome))
  // Reports of several machines may all have the name "."; what could not be published is told beside its report.
  const several = reports.length > 1 || new Set(payloads.map(({ name }) => name)).size > 1
  const each = reports.map((report) => outputsOfReport(report, published))
  const all = several
    ? Object.fromEntries(OF_PAYLOADS.map((name) => [name, JSON.stringify(each.map((one) => one[name]))]))
    : each[0]
  return {
    ...all,
    verdict: verdictOfAll(outcomes),
    'finding-count': String(countFindings(outcomes.flatMap(({ findings }) => findings))),
    matrix: JSON.stringify({ include: reports.map(({ name, appId }) => ({ path: name, app: appId })) }),
  }
}

const OF_PAYLOADS = [
  'app-id',
  'app-version',
  'server',
  'format',
  'signature-path',
  'file-count',
  'certificate-expires',
  'package',
  'package-sha256',
  'app-store-signature',
  'release-url',
] as const satisfies readonly Output[]

function outputsOfReport(
  report: Report,
  published: readonly Published[],
): Record<(typeof OF_PAYLOADS)[number], string> {
  const own = published.find(({ root }) => root === report.root)
  return {
    'app-id': report.appId,
    'app-version': report.appVersion,
    server: report.server,
    format: report.format,
    'signature-path': report.signaturePath && report.kind === 'folder' ? join(report.root, report.signaturePath) : '',
    'file-count': String(report.fileCount),
    'certificate-expires': report.chain[0]?.notAfter.toISOString().slice(0, 10) ?? '',
    package: report.package?.path ?? '',
    'package-sha256': report.package?.sha256 ?? '',
    'app-store-signature': own?.archive.signature ?? '',
    'release-url': own?.release?.htmlUrl ?? '',
  }
}

/** Errors and warnings; notices are not findings that anyone has to act on. */
export function countFindings(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.severity !== 'notice').length
}

/** Hands outputs to the runner; nothing happens where there is none. */
export function setOutputs(outputs: Partial<Record<Output, string>>): void {
  if (!process.env.GITHUB_OUTPUT) return
  tell('outputs', () => {
    for (const [name, value] of Object.entries(outputs)) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
  })
}

/** Appends to the step's summary; nothing happens where there is none. */
export function writeSummary(markdown: string): void {
  if (process.env.GITHUB_STEP_SUMMARY) tell('summary', () => issueFileCommand('STEP_SUMMARY', markdown))
}

/** The verdict does not depend on whether it could be told: what went wrong is said, and the run goes on. */
function tell(what: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    annotate('warning', `The runner did not take the ${what} of this step: ${reasonOf(error)}`)
  }
}

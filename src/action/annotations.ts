import { realpathSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { APP_SIGNATURE, MAX_ENVELOPE_SIZE } from '../envelope/envelope'
import type { Finding } from '../findings/finding'
import { openFolder } from '../payload/folder'
import type { Report } from '../report/report'
import { plural } from '../report/text'
import { lineOfKeys } from './key-lines'
import { type AnnotationPlace, annotate, log } from './log'

/** Errors that a step may put out as commands: the runner keeps ten, and the final error is one (PLATFORM). */
const MAX_ERRORS = 9
/** Warnings and notices have ten each. */
const MAX_OTHERS = 10

/** What is needed of a report; a run that was refused has no more than this. */
export type Annotated = Pick<Report, 'kind' | 'name' | 'root' | 'appId' | 'signaturePath' | 'findings'>

/**
 * Puts an annotation on each finding, as far as the runner keeps them; what is left out is counted in the log.
 *
 * @param reports of one step, which share what the runner keeps of a step
 * @param workspace absolute path of the repository, which annotations are relative to
 */
export function annotateFindings(reports: readonly Annotated[], workspace: string): void {
  const all = reports.flatMap((report) => report.findings.map((finding) => ({ report, finding })))
  const kept = (['error', 'warning', 'notice'] as const).flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity).slice(0, severity === 'error' ? MAX_ERRORS : MAX_OTHERS),
  )
  for (const report of reports) {
    const own = kept.filter((one) => one.report === report).map(({ finding }) => finding)
    const lines = missingLines(own, report)
    for (const finding of own)
      annotate(finding.severity, messageOf(finding), placeOf(finding, report, workspace, lines))
  }
  const left = all.length - kept.length
  if (left > 0)
    log(
      `${plural(left, 'finding')} more without an annotation: the runner keeps ten of a kind a step. All are in the log or in the step summary.`,
    )
}

function messageOf(finding: Finding): string {
  const unseen = finding.unseenByValue
    ? 'Servers that compare by value (Nextcloud to 30, ownCloud to 10) do not show this one.'
    : undefined
  return [finding.message, finding.hint, unseen].filter((part) => part !== undefined).join(' ')
}

/** A missing file has no place of its own: its line in signature.json is shown instead. */
function missingLines(findings: readonly Finding[], report: Annotated): ReadonlyMap<string, number> {
  const missing = findings.filter((finding) => finding.code === 'FILE_MISSING').map((finding) => finding.path ?? '')
  if (missing.length === 0 || report.kind === 'archive') return new Map()
  const bytes = openFolder(report.root).read(APP_SIGNATURE, MAX_ENVELOPE_SIZE)
  return typeof bytes === 'object' ? lineOfKeys(bytes.toString(), new Set(missing)) : new Map()
}

function placeOf(
  finding: Finding,
  report: Annotated,
  workspace: string,
  lines: ReadonlyMap<string, number>,
): AnnotationPlace {
  const title = `${finding.code}: ${finding.exception ?? report.appId}`
  // What is in an archive has no place in the repository; the archive is named instead.
  if (report.kind === 'archive') return { title: `${title} (${report.name})` }
  const line = finding.code === 'FILE_MISSING' ? lines.get(finding.path ?? '') : undefined
  const inPayload = line === undefined ? finding.path : APP_SIGNATURE
  const file = inPayload ?? (finding.exception && report.signaturePath ? APP_SIGNATURE : undefined)
  const path = file === undefined ? undefined : repositoryPath(report.root, file, workspace)
  return { title, ...(path === undefined ? {} : { file: path }), ...(line === undefined ? {} : { line }) }
}

/** A payload's root has no links in it; a runner's workspace may. */
function realFolder(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

/** A payload's path as the repository has it; undefined when the payload lies outside of the workspace. */
function repositoryPath(root: string, path: string, workspace: string): string | undefined {
  const prefix = relative(realFolder(workspace), root).split(sep).join('/')
  if (prefix === '..' || prefix.startsWith('../') || /^([A-Za-z]:|\/)/.test(prefix)) return undefined
  return prefix === '' ? path : `${prefix}/${path}`
}

import type { Finding, Severity } from '../findings/finding'
import { SERVER_NAMES } from '../findings/server'
import { titleOf } from '../findings/titles'
import type { Locate, Place } from '../report/place'
import { printable, shortened } from '../report/printable'
import { isRefusal, type Outcome } from '../report/report'
import { plural } from '../report/text'
import { annotate, log } from './log'

/** The runner keeps ten of a kind a step; one of them is the final error, or a notice on what is left out (PLATFORM). */
const MAX_COMMANDS = 9

/** Characters of a title: enough for a code, an app and a sentence of a server. */
const MAX_TITLE = 255

/** One finding as GitHub shows it. One line of printable text each, but for the place. */
export interface Annotation {
  readonly level: Severity
  readonly title: string
  /** What is wrong and what to do about it. */
  readonly message: string
  /** What was expected and what is there; undefined where that says nothing. */
  readonly details?: string
  readonly place: Place
  /** Whether it is what stopped a payload: the step's final error says so anyway. */
  readonly stops?: boolean
}

/**
 * The annotations of a run: one for each finding, in the order of the report, and one for what stopped a payload.
 */
export function annotationsOf(outcomes: readonly Outcome[], locate: Locate): Annotation[] {
  return outcomes.flatMap((outcome) => [
    ...(isRefusal(outcome)
      ? [
          {
            level: 'error' as const,
            title: titled('Stopped', outcome.error.code, outcome.name),
            message: printable(outcome.error.message),
            place: locate(outcome),
            stops: true,
          },
        ]
      : []),
    ...outcome.findings.map((finding) => annotationOf(finding, outcome, locate)),
  ])
}

function annotationOf(finding: Finding, outcome: Outcome, locate: Locate): Annotation {
  const { expected, current } = finding
  const subject = isRefusal(outcome)
    ? outcome.name
    : `${outcome.appId}${outcome.kind === 'archive' ? ` in ${outcome.name}` : ''}`
  const details =
    expected === undefined && current === undefined
      ? {}
      : { details: `expected ${printable(expected || 'no file')}\ncurrent  ${printable(current || 'no file')}` }
  return {
    level: finding.severity,
    title: titled(
      titleOf(finding.code),
      finding.code,
      finding.exception ? `${subject}: ${finding.exception}` : subject,
    ),
    message: printable(sentenceOf(finding)),
    ...details,
    place: locate(outcome, finding),
  }
}

function titled(cause: string, code: string, subject: string): string {
  return shortened(printable(`${cause} (${code}): ${subject}`), MAX_TITLE)
}

/** Cause and remedy in one sentence: an annotation is cut short where it is shown. */
function sentenceOf({ message, hint, unseenByValue }: Finding): string {
  const unseen = unseenByValue
    ? ` Servers that compare by value (${SERVER_NAMES.nextcloud} to 30, ${SERVER_NAMES.owncloud} to 10) do not show this one.`
    : ''
  return `${hint ? `${message.replace(/\.$/, '')} → ${hint}` : message}${unseen}`
}

/** Whether commands can carry them all. */
export function fitCommands(annotations: readonly Annotation[]): boolean {
  return chooseForCommands(annotations).length === annotations.filter(({ stops }) => !stops).length
}

/**
 * Puts annotations on the run by commands, as far as the runner keeps them; what is left out is counted in the log.
 *
 * @param reserved notices that were given already
 */
export function annotateByCommands(annotations: readonly Annotation[], reserved = 0): void {
  const kept = chooseForCommands(annotations, reserved)
  for (const { level, title, message, place } of kept)
    annotate(level, message, { title, file: place.path, line: place.line })
  const left = annotations.filter(({ stops }) => !stops).length - kept.length
  if (left > 0)
    log(
      `${plural(left, 'finding')} more without an annotation: the runner keeps ten of a kind a step. All are in the step summary and in the report.`,
    )
}

function chooseForCommands(annotations: readonly Annotation[], reserved = 0): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    annotations
      .filter((annotation) => annotation.level === level && !annotation.stops)
      .slice(0, level === 'notice' ? MAX_COMMANDS - reserved : MAX_COMMANDS),
  )
}

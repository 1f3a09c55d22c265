import { printable, printableLine, shortened } from '../report/printable'
import { isRefusal, type Outcome } from '../report/report'
import { chainLines, packageLines, resultLines, verdictLine } from '../report/text'
import type { Published } from './publish-run'
import { issueCommand } from './toolkit'

/** Characters of an annotation's message that the runner keeps (PLATFORM, "command annotations"). */
const MAX_MESSAGE = 4096

/**
 * Writes lines to the job's log. Nothing in them can become a workflow command, whatever file names they hold.
 *
 * @param lines untrusted text; a tab at the start of a line stays
 */
export function log(...lines: string[]): void {
  logLines(lines)
}

/** The same for lines that may be more than a call has room for arguments. */
function logLines(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${printableLine(line)}\n`)
}

/** Says in the log what became of a payload, in the servers' own layout. */
export function logOutcome(outcome: Outcome): void {
  if (isRefusal(outcome)) logLines(resultLines({ appId: outcome.name, findings: outcome.findings }))
  else logLines([...chainLines(outcome), ...packageLines(outcome), ...resultLines(outcome), verdictLine(outcome)])
}

/** Says in the log what was published of an app, and where. */
export function logPublished({ appId, archive, release, store }: Published): void {
  if (archive.signature !== undefined) log(`Signature for the App Store: ${archive.signature}`)
  if (release)
    log(`Release of ${appId}: ${release.htmlUrl}${release.draft ? ' (a draft that somebody has to publish)' : ''}`)
  if (store) log(`App Store: ${appId} is ${store.status}, ${store.url}`)
}

/** Where an annotation goes: `file` relative to the repository, `line` from 1. */
export interface AnnotationPlace {
  readonly title?: string
  readonly file?: string
  readonly line?: number
}

/** Puts an annotation on the run. Message and title are untrusted text; so is the file's path. */
export function annotate(level: 'error' | 'warning' | 'notice', message: string, place: AnnotationPlace = {}): void {
  const text = printable(message)
  issueCommand(
    level,
    {
      title: place.title && printable(place.title),
      file: place.file && printable(place.file),
      line: place.line,
    },
    shortened(text, MAX_MESSAGE),
  )
}

/** What the runner was told already. */
const masked = new Set<string>()

/** Tells the runner to blot these strings out of the log from now on. */
export function mask(secrets: readonly string[]): void {
  // In one write: a key has a hundred forms, and each write is waited for.
  process.stdout.cork()
  for (const secret of secrets) if (!masked.has(secret)) issueCommand('add-mask', {}, secret)
  process.stdout.uncork()
  for (const secret of secrets) masked.add(secret)
}

import { Buffer } from 'node:buffer'
import type { Verdict } from '../findings/verdict'
import { printable, shortened } from '../report/printable'
import type { Annotation } from './annotations'
import type { Answer, GitHub } from './github'

/** Annotations that one request takes; later requests append (PLATFORM, "Checks API"). */
const BATCH = 50

/** Characters (PLATFORM, "Checks API"). */
const MAX_TITLE = 255

/** Bytes of a message, and of the details below it (PLATFORM, "Checks API"). */
const MAX_MESSAGE = 64 * 1024

/** Characters of the summary; its bytes are kept below, to be safe (PLATFORM, "Checks API"). */
export const MAX_SUMMARY = 65_535

/** What a check run is to show. */
export interface CheckRunContent {
  readonly name: string
  /** The commit that it belongs to: forty hex digits. */
  readonly commit: string
  readonly verdict: Verdict
  /** Whether the step fails: what is merely warned of may be made to. */
  readonly failed: boolean
  /** Untrusted text. */
  readonly title: string
  /** Markdown, at most `MAX_SUMMARY` characters. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** Where "Details" leads. */
  readonly detailsUrl?: string | undefined
}

/**
 * Puts a check run on a commit: in progress with the first 50 annotations, the others 50 at a time, the conclusion last. A
 * request whose answer was lost is not done twice.
 *
 * @returns the check run's address for people
 * @throws GitHubError; then the check run is concluded as it is, if that is possible
 */
export async function publishCheckRun(github: GitHub, content: CheckRunContent): Promise<string> {
  const { annotations } = content
  const id = crypto.randomUUID()
  const output = { title: shortened(printable(content.title), MAX_TITLE), summary: content.summary }
  const batch = (from: number) => annotations.slice(from, from + BATCH).map(describeAnnotation)
  const created = await github.request(
    'POST /repos/{owner}/{repo}/check-runs',
    {
      name: content.name,
      head_sha: content.commit,
      status: 'in_progress',
      external_id: id,
      ...(content.detailsUrl ? { details_url: content.detailsUrl } : {}),
      output: { ...output, annotations: batch(0) },
    },
    () => findCheckRun(github, content, id),
  )
  const { id: checkRun, html_url: url } = created.data as { id: number; html_url: string }
  const update = (body: Record<string, unknown>, settle?: () => Promise<Answer | undefined>) =>
    github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: checkRun, ...body }, settle)
  const conclude = (conclusion: string) => update({ status: 'completed', conclusion, output })
  try {
    for (let from = BATCH; from < annotations.length; from += BATCH)
      await update({ output: { ...output, annotations: batch(from) } }, () =>
        findAppended(github, checkRun, Math.min(from + BATCH, annotations.length)),
      )
    await conclude(conclusionOf(content))
  } catch (error) {
    // Not left spinning for ever. That this may fail as well changes nothing in what is told.
    await conclude(conclusionOf(content)).catch(() => undefined)
    throw error
  }
  return url
}

function conclusionOf({ failed, verdict }: CheckRunContent): string {
  if (failed) return 'failure'
  return verdict === 'passed' ? 'success' : 'neutral'
}

/** The check run that a request without an answer made after all. */
async function findCheckRun(
  github: GitHub,
  { commit, name }: CheckRunContent,
  id: string,
): Promise<Answer | undefined> {
  const { status, headers, data } = await github.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ref: commit,
    check_name: name,
    filter: 'all',
    per_page: 100,
  })
  const { check_runs: runs } = data as { check_runs: { external_id?: string | null }[] }
  const found = runs.find(({ external_id: external }) => external === id)
  return found && { status, headers, data: found }
}

/** The check run, if it has as many annotations as the request without an answer would have left it with. */
async function findAppended(github: GitHub, checkRun: number, count: number): Promise<Answer | undefined> {
  const answer = await github.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: checkRun })
  const { output } = answer.data as { output: { annotations_count: number } }
  return output.annotations_count >= count ? answer : undefined
}

function describeAnnotation({ level, title, message, details, place }: Annotation) {
  return {
    path: place.path,
    start_line: place.line,
    end_line: place.line,
    annotation_level: level === 'error' ? 'failure' : level,
    title: shortened(title, MAX_TITLE),
    message: cutBytes(message, MAX_MESSAGE),
    ...(details ? { raw_details: cutBytes(details, MAX_MESSAGE) } : {}),
  }
}

function cutBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  // A character in the middle of which the cut falls is taken out whole.
  return `${Buffer.from(text)
    .subarray(0, bytes - 6)
    .toString()
    .replace(/\ufffd+$/, '')}…`
}

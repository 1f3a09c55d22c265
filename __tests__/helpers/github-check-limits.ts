import type { operations } from '@octokit/openapi-types'
import { refuseFields, refuseSchema } from './github-answer'
import { integer, list, object, oneOf, type Rule, text, time } from './github-schema'

export type CreateCheckRun = operations['checks/create']['requestBody']['content']['application/json']
export type UpdateCheckRun = operations['checks/update']['requestBody']['content']['application/json']
export type Output = NonNullable<CreateCheckRun['output']>
export type Annotation = NonNullable<Output['annotations']>[number]

/** Annotations a request (PLATFORM, "Checks API"). */
const MAX_ANNOTATIONS = 50
/** Characters of an output's summary and text. GitHub says so, and refuses more bytes than that as well. */
const MAX_OUTPUT = 65_535
/** Bytes of UTF-8 in an annotation's message and raw_details. */
const MAX_MESSAGE = 64 * 1024
/** Characters of an annotation's title. */
const MAX_TITLE = 255
/** Buttons of a check run, and the characters in them. */
const [MAX_ACTIONS, MAX_LABEL, MAX_DESCRIPTION] = [3, 20, 40]

const annotation = object(
  {
    path: text(),
    start_line: integer,
    end_line: integer,
    start_column: integer,
    end_column: integer,
    annotation_level: oneOf('notice', 'warning', 'failure'),
    message: text(),
    title: text(),
    raw_details: text(),
  },
  'annotation_level',
  'end_line',
  'message',
  'path',
  'start_line',
)

const output = object(
  {
    title: text(),
    summary: text(MAX_OUTPUT),
    text: text(MAX_OUTPUT),
    annotations: list(MAX_ANNOTATIONS, annotation),
    images: list(
      Number.POSITIVE_INFINITY,
      object({ alt: text(), image_url: text(), caption: text() }, 'alt', 'image_url'),
    ),
  },
  'summary',
  'title',
)

const action = object(
  { label: text(MAX_LABEL), description: text(MAX_DESCRIPTION), identifier: text(MAX_LABEL) },
  'description',
  'identifier',
  'label',
)

const common: Readonly<Record<string, Rule>> = {
  name: text(),
  details_url: text(),
  external_id: text(),
  // The others are for GitHub Actions itself.
  status: oneOf('queued', 'in_progress', 'completed'),
  started_at: time,
  // `stale` is for GitHub alone.
  conclusion: oneOf('action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'),
  completed_at: time,
  output,
  actions: list(MAX_ACTIONS, action),
}

const create = object({ ...common, head_sha: text() }, 'head_sha', 'name')
const update = object(common)

/** @throws Refused */
export function checkCreate(body: unknown): CreateCheckRun {
  const complaints = create(body, 'body')
  if (complaints.length > 0) refuseSchema(complaints)
  checkValues(body as CreateCheckRun)
  return body as CreateCheckRun
}

/** @throws Refused */
export function checkUpdate(body: unknown): UpdateCheckRun {
  const complaints = update(body, 'body')
  if (complaints.length > 0) refuseSchema(complaints)
  checkValues(body as UpdateCheckRun)
  return body as UpdateCheckRun
}

function checkValues(body: CreateCheckRun | UpdateCheckRun): void {
  if (body.name?.trim() === '') refuseFields({ resource: 'CheckRun', code: 'missing_field', field: 'name' })
  const ends = body.status === 'completed' || body.completed_at !== undefined
  if (ends && body.conclusion === undefined)
    refuseFields({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' })
  for (const field of ['summary', 'text'] as const)
    if (Buffer.byteLength(body.output?.[field] ?? '') > MAX_OUTPUT)
      refuseFields({
        resource: 'CheckRun',
        code: 'custom',
        field,
        message: `${field} exceeds a maximum bytesize of ${MAX_OUTPUT}`,
      })
  for (const [index, one] of (body.output?.annotations ?? []).entries()) {
    const wrong = wrongWith(one)
    // GitHub does not say which annotation it is, or why.
    if (wrong) refuseFields({ resource: 'CheckRun', code: 'invalid', field: 'annotations', index, message: wrong })
  }
}

function wrongWith(one: Annotation): string | undefined {
  if (!isRepositoryPath(one.path)) return `path ${JSON.stringify(one.path)} is not relative to the repository`
  if (one.start_line < 1) return 'start_line is less than 1'
  if (one.end_line < one.start_line) return 'end_line is less than start_line'
  const columns = [one.start_column, one.end_column].filter((column) => column !== undefined)
  if (columns.length > 0 && one.start_line !== one.end_line) return 'columns are for one line only'
  if (columns.some((column) => column < 1)) return 'a column is less than 1'
  if (one.message.trim() === '') return 'message is empty'
  if (Buffer.byteLength(one.message) > MAX_MESSAGE) return 'message is over 64 KB'
  if (Buffer.byteLength(one.raw_details ?? '') > MAX_MESSAGE) return 'raw_details is over 64 KB'
  if ([...(one.title ?? '')].length > MAX_TITLE) return 'title is over 255 characters'
  return undefined
}

/** Steps that Git can not have in a path: none, `.`, `..`. */
function isRepositoryPath(path: string): boolean {
  return !path.includes('\0') && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')
}

import type { components } from '@octokit/openapi-types'
import { type Answer, paginate, type Received, type Route, refuse, refuseFields } from './github-answer'
import {
  type Annotation,
  type CreateCheckRun,
  checkCreate,
  checkUpdate,
  type Output,
  type UpdateCheckRun,
} from './github-check-limits'
import type { Repository } from './github-repository'

/** A check run with everything that was put into it, in the order in which it came. */
export interface CheckRun {
  readonly id: number
  readonly head_sha: string
  name: string
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: CreateCheckRun['conclusion'] | null
  output: Omit<Output, 'annotations'> | null
  readonly annotations: Annotation[]
  details_url: string | null
  external_id: string | null
  started_at: string | null
  completed_at: string | null
}

/** The Checks API over its own list of check runs. */
export function serveChecks(repository: Repository) {
  const runs: CheckRun[] = []
  const find = (id = '') => runs.find((run) => String(run.id) === id) ?? refuse(404, 'Not Found')
  const show = (run: CheckRun) => showRun(run, repository)
  const routes: Route[] = [
    {
      method: 'POST',
      path: /^\/check-runs$/,
      needs: ['checks', 'write'],
      handle: ({ body }) => {
        const run = createRun(checkCreate(body), repository)
        runs.push(run)
        return { status: 201, body: show(run) }
      },
    },
    {
      method: 'PATCH',
      path: /^\/check-runs\/(\d+)$/,
      needs: ['checks', 'write'],
      handle: ({ body }, [id]) => {
        const run = find(id)
        updateRun(run, checkUpdate(body))
        return { status: 200, body: show(run) }
      },
    },
    {
      method: 'GET',
      path: /^\/check-runs\/(\d+)$/,
      needs: ['checks', 'read'],
      handle: (_, [id]) => ({ status: 200, body: show(find(id)) }),
    },
    {
      method: 'GET',
      path: /^\/check-runs\/(\d+)\/annotations$/,
      needs: ['checks', 'read'],
      handle: (request, [id]) => paginate(find(id).annotations.map(showAnnotation), request, repository.apiUrl),
    },
    {
      method: 'GET',
      path: /^\/commits\/([^/]+)\/check-runs$/,
      needs: ['checks', 'read'],
      handle: (request, [sha = '']) => listRuns(runs, sha, request, repository, show),
    },
  ]
  return { runs: runs as readonly CheckRun[], routes }
}

function createRun(body: CreateCheckRun, { commits, nextId }: Repository): CheckRun {
  if (!commits.includes(body.head_sha)) refuse(422, `No commit found for SHA: ${body.head_sha}`)
  const run: CheckRun = {
    id: nextId(),
    head_sha: body.head_sha,
    name: body.name,
    status: 'queued',
    conclusion: null,
    output: null,
    annotations: [],
    details_url: null,
    external_id: null,
    started_at: body.started_at ?? new Date().toISOString(),
    completed_at: null,
  }
  updateRun(run, body)
  return run
}

/** What is not given stays; annotations are added; a conclusion completes. */
function updateRun(run: CheckRun, body: CreateCheckRun | UpdateCheckRun): void {
  const { annotations = [], ...output } = body.output ?? {}
  // Stricter than GitHub: whoever watches a check believes that a completed one is complete.
  if (annotations.length > 0 && run.conclusion !== null)
    refuseFields({
      resource: 'CheckRun',
      code: 'custom',
      field: 'annotations',
      message: 'the check run has a conclusion already',
    })
  run.annotations.push(...annotations)
  if (body.output) run.output = { ...run.output, ...(output as Output) }
  for (const key of ['name', 'details_url', 'external_id', 'started_at', 'completed_at'] as const)
    if (body[key] !== undefined) run[key] = body[key]
  if (body.status !== undefined) run.status = body.status as CheckRun['status']
  if (body.conclusion !== undefined) {
    run.conclusion = body.conclusion
    run.status = 'completed'
    run.completed_at ??= new Date().toISOString()
  }
}

function listRuns(
  runs: readonly CheckRun[],
  sha: string,
  request: Received,
  { commits, apiUrl }: Repository,
  show: (run: CheckRun) => unknown,
): Answer {
  if (!commits.includes(sha)) refuse(422, `No commit found for SHA: ${sha}`)
  const name = request.query.get('check_name')
  const status = request.query.get('status')
  const found = runs
    .filter((run) => run.head_sha === sha)
    .filter((run) => (name === null || run.name === name) && (status === null || run.status === status))
    .map(show)
  const page = paginate(found.reverse(), request, apiUrl)
  return { ...page, body: { total_count: found.length, check_runs: page.body } }
}

function showRun(run: CheckRun, { apiUrl, path, htmlUrl }: Repository): components['schemas']['check-run'] {
  const url = `${apiUrl}${path}/check-runs/${run.id}`
  const { id, name, head_sha, status, details_url, external_id, started_at, completed_at } = run
  return {
    ...{ id, name, head_sha, status, external_id, started_at, completed_at, url },
    conclusion: run.conclusion as components['schemas']['check-run']['conclusion'],
    node_id: `CR_${id}`,
    html_url: `${htmlUrl}/runs/${id}`,
    details_url: details_url ?? `${htmlUrl}/runs/${id}`,
    output: {
      title: run.output?.title ?? null,
      summary: run.output?.summary ?? null,
      text: run.output?.text ?? null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: 1 },
    app: null,
    pull_requests: [],
  }
}

function showAnnotation(annotation: Annotation): components['schemas']['check-annotation'] {
  return { start_column: null, end_column: null, title: null, raw_details: null, blob_href: '', ...annotation }
}

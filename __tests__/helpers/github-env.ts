import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './tree'

/** The parts of an event's payload that decide on variables. */
export interface Payload {
  /** push: `refs/heads/main` or `refs/tags/v1.2.3` */
  readonly ref?: string
  /** push: the commit */
  readonly after?: string
  readonly release?: { readonly tag_name: string }
  readonly pull_request?: {
    readonly number: number
    readonly head: { readonly ref?: string; readonly sha: string; readonly repo?: unknown }
    readonly base?: { readonly ref?: string; readonly repo?: unknown }
  }
  readonly [key: string]: unknown
}

/**
 * The variables that a runner sets for an event; the token is no part of them.
 *
 * @param sha of a pull request this is the merge commit, not the payload's `head.sha`
 */
export function runnerVariables(
  server: { readonly apiUrl: string; readonly serverUrl: string; readonly repository: string; readonly sha: string },
  eventName: string,
  payload: Payload,
): Record<string, string> {
  const eventPath = join(temporaryFolder(), 'event.json')
  const [owner = '', name = ''] = server.repository.split('/')
  writeFileSync(eventPath, JSON.stringify({ repository: { full_name: server.repository, name }, ...payload }))
  const ref = refOf(payload)
  return {
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_API_URL: server.apiUrl,
    GITHUB_SERVER_URL: server.serverUrl,
    GITHUB_GRAPHQL_URL: `${server.apiUrl}/graphql`,
    GITHUB_REPOSITORY: server.repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_SHA: payload.after ?? server.sha,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_HEAD_REF: payload.pull_request?.head.ref ?? '',
    GITHUB_BASE_REF: payload.pull_request?.base?.ref ?? '',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKFLOW: 'Release',
    GITHUB_JOB: 'release',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_RUN_ID: '9000000001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
  }
}

function refOf(payload: Payload): string {
  if (payload.pull_request) return `refs/pull/${payload.pull_request.number}/merge`
  if (payload.release) return `refs/tags/${payload.release.tag_name}`
  return payload.ref ?? 'refs/heads/main'
}

import { AppsignError, reasonOf } from '../findings/errors'

/** Tries in all, for answers that another try may change. */
const TRIES = 5

/** Milliseconds before the second try; doubled each time. */
const FIRST_PAUSE = 1000

/** Milliseconds. A limit that lasts longer than this is not waited for: the job has better things to do. */
const MAX_WAIT = 120_000

/** Milliseconds. What GitHub asks to wait for at least when its headers name no time. */
const UNNAMED_LIMIT = 60_000

/** Milliseconds for an answer, and for one with a file in it or before it. Our own: the runtime waits five minutes. */
const TIMEOUT = 30_000
const FILE_TIMEOUT = 600_000

/** Milliseconds between requests that change something, when there are many (PLATFORM, "pacing"). */
export const PACE = 1000

/** Requests that may follow each other at once. */
const UNPACED = 3

/** An answer of GitHub's API. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: Octokit types each route; here any of them may stand.
  readonly data: any
}

/** GitHub's API, or what else answers at its address. */
export type Send = (route: string, parameters: Record<string, unknown>) => Promise<Answer>

/** A request that GitHub did not do. `status` is 0 when there was no answer at all. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  constructor(
    readonly status: number,
    message: string,
    cause: unknown,
  ) {
    super(message, { cause })
  }
}

/** How a client waits. */
export interface Waiting {
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>
  /** Milliseconds between requests that change something, from the fourth on. */
  readonly pace: number
  readonly now: () => number
  /** Milliseconds for an answer; left out: as long as GitHub takes at most. */
  readonly timeout?: number
}

/** One client a run: one request at a time, paced, and tried again where that may help. */
export class GitHub {
  private writes = 0

  constructor(
    private readonly send: Send,
    private readonly waiting: Waiting,
    /** `owner/name`. */
    readonly repository: string,
  ) {}

  /**
   * Sends one request, and again after 5xx, a broken connection, or a limit that the headers say will end soon.
   *
   * @param route such as `GET /repos/{owner}/{repo}/releases`; owner and repo are filled in
   * @param settle is asked before another try whether the last one was done after all; what it returns is the answer then
   * @throws GitHubError
   */
  async request(
    route: string,
    parameters: Record<string, unknown> = {},
    settle?: () => Promise<Answer | undefined>,
  ): Promise<Answer> {
    const [owner = '', repo = ''] = this.repository.split('/')
    if (!route.startsWith('GET ') && ++this.writes > UNPACED) await this.waiting.pause(this.waiting.pace)
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.send(route, { owner, repo, ...parameters })
      } catch (error) {
        const wait = waitFor(error, attempt, this.waiting.now())
        if (wait === undefined || attempt === TRIES) throw new GitHubError(statusOf(error), whyOf(error), error)
        await this.waiting.pause(wait)
      }
      const done = await settle?.()
      if (done) return done
    }
  }
}

/**
 * A client for the repository that the run is for.
 *
 * @param token from the input github-token
 * @param env for the API's address (`GITHUB_API_URL`) and the repository
 * @throws AppsignError INPUT_INVALID when there is no token or no repository
 */
export async function connect(token: string, env: NodeJS.ProcessEnv, waiting: Waiting): Promise<GitHub> {
  if (!token)
    throw new AppsignError('INPUT_INVALID', 'github-token is empty. Leave it out, or pass ${{ github.token }}.')
  const repository = env.GITHUB_REPOSITORY ?? ''
  if (!/^[^/]+\/[^/]+$/.test(repository))
    throw new AppsignError('INPUT_INVALID', 'GITHUB_REPOSITORY is not set: this is no run of GitHub Actions.')
  // Brings its network along, which most runs do not need.
  const { getOctokit } = await import('@actions/github')
  const silent = () => undefined
  const octokit = getOctokit(token, {
    baseUrl: env.GITHUB_API_URL || 'https://api.github.com',
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  const send: Send = (route, { request, ...parameters }) => {
    const timeout = request || 'data' in parameters ? FILE_TIMEOUT : (waiting.timeout ?? TIMEOUT)
    return octokit.request(route, {
      ...parameters,
      request: { ...(request ?? {}), signal: AbortSignal.timeout(timeout) },
    })
  }
  return new GitHub(send, waiting, repository)
}

interface Failure {
  readonly status?: number
  readonly response?: { readonly headers: Answer['headers']; readonly data?: unknown }
}

/** Octokit says 500 as well when there was no answer. */
function statusOf(error: unknown): number {
  const { status = 0, response } = error as Failure
  return response ? status : 0
}

/** Milliseconds until another try makes sense; undefined when none does. */
function waitFor(error: unknown, attempt: number, now: number): number | undefined {
  const status = statusOf(error)
  const headers = (error as Failure).response?.headers ?? {}
  const asked = retryAfter(headers['retry-after'], now)
  if (status === 429 || status === 403) {
    const limit = asked ?? limitOf(headers, now) ?? (status === 429 || isSecondary(error) ? UNNAMED_LIMIT : undefined)
    return limit === undefined || limit > MAX_WAIT ? undefined : limit
  }
  if (status !== 0 && status < 500) return undefined
  return asked !== undefined && asked <= MAX_WAIT ? asked : FIRST_PAUSE * 2 ** (attempt - 1)
}

/** Seconds or a date, as milliseconds from now. */
function retryAfter(value: string | number | undefined, now: number): number | undefined {
  if (value === undefined || value === '') return undefined
  const wait = Number.isFinite(Number(value)) ? Number(value) * 1000 : Date.parse(String(value)) - now
  return Number.isFinite(wait) ? Math.max(wait, 0) : undefined
}

function limitOf(headers: Answer['headers'], now: number): number | undefined {
  if (headers['x-ratelimit-remaining'] !== '0') return undefined
  const reset = Number(headers['x-ratelimit-reset']) * 1000
  return Number.isFinite(reset) ? Math.max(reset - now, 0) : undefined
}

/** A limit that the headers do not name. */
function isSecondary(error: unknown): boolean {
  return /secondary rate limit/i.test(messageOf((error as Failure).response?.data))
}

function messageOf(data: unknown): string {
  const message = typeof data === 'object' && data !== null && 'message' in data ? data.message : ''
  return typeof message === 'string' ? message : ''
}

/** Characters of an answer that a message repeats. */
const MAX_SAID = 300

/** What GitHub said, in one line: its message and its list of errors, nothing of what was sent. */
function whyOf(error: unknown): string {
  const { data } = (error as Failure).response ?? {}
  const status = statusOf(error)
  if (status === 0) return `no answer (${reasonOf(error)})`
  const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : []
  const more = Array.isArray(errors) && errors.length > 0 ? `: ${JSON.stringify(errors).slice(0, MAX_SAID)}` : ''
  return `${status} ${messageOf(data).slice(0, MAX_SAID)}${more}`.trim()
}

import type { IncomingHttpHeaders } from 'node:http'
import type { components } from '@octokit/openapi-types'

/** Where GitHub's answers send a reader who does not know better. */
const DOCUMENTATION = 'https://docs.github.com/rest'

/** A request as the local GitHub got it. */
export interface Received {
  readonly method: string
  /** without the query */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** parsed JSON; a Buffer for uploads and for what is no JSON; undefined when there was none or it broke off */
  body: unknown
  /** milliseconds of `performance.now()` when the head of the request was there */
  readonly receivedAt: number
  /** what it was answered with; undefined when it got no answer */
  status: number | undefined
}

/** What is sent back. A body that is no string and no bytes goes out as JSON. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What a token may be allowed: a workflow's `permissions`. */
export type Permissions = Readonly<Record<'checks' | 'contents', 'none' | 'read' | 'write'>>

/** One operation of the API. */
export interface Route {
  readonly method: string
  /** matched on the path below `/repos/{owner}/{repo}`, uploads having `/uploads` before it; its groups, decoded, go to `handle` */
  readonly path: RegExp
  readonly needs: readonly [keyof Permissions, 'read' | 'write']
  /** the raw body is wanted, and a media type that is not JSON may be asked for */
  readonly raw?: boolean
  readonly handle: (request: Received, ids: readonly string[]) => Answer
  /** what is left behind by a request that broke off, or that failed inside GitHub */
  readonly breakOff?: (request: Received, ids: readonly string[]) => void
}

/** A request that the real API refuses. */
export class Refused extends Error {
  constructor(readonly answer: Answer) {
    super(JSON.stringify(answer.body))
  }
}

/** @throws Refused always, with GitHub's body for errors */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): never {
  const body = { message, documentation_url: DOCUMENTATION, status: String(status) }
  throw new Refused({ status, headers, body })
}

/** @throws Refused with 422 for a body that is not of the operation's schema */
export function refuseSchema(complaints: readonly string[]): never {
  refuse(422, `Invalid request.\n\n${complaints.join('\n')}`)
}

type FieldError = NonNullable<components['schemas']['validation-error']['errors']>[number]

/** @throws Refused with 422 for values that are of the right type and yet wrong */
export function refuseFields(...errors: readonly FieldError[]): never {
  const body = { message: 'Validation Failed', errors, documentation_url: DOCUMENTATION, status: '422' }
  throw new Refused({ status: 422, body })
}

/** One page of a list, and the Link header to the others. */
export function paginate(items: readonly unknown[], { path, query }: Received, root: string): Answer {
  const size = Math.min(Number(query.get('per_page')) || 30, 100)
  const page = Math.max(Number(query.get('page')) || 1, 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const link = (to: number, rel: string) => {
    const target = new URLSearchParams(query)
    target.set('page', String(to))
    return `<${root}${path}?${target}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ]
  const body = items.slice((page - 1) * size, page * size)
  return { status: 200, headers: links.length > 0 ? { link: links.join(', ') } : {}, body }
}

import type { Answer } from './github-answer'

/**
 * What goes wrong:
 * an answer of our choice, the request not being handled;
 * the connection closed after reading the request, `before` handling it or `after` (its answer is lost);
 * no answer until the server is closed;
 * the connection closed after so many bytes of the request's body, or of the answer's.
 */
export type Fault =
  | Answer
  | { readonly close: 'before' | 'after' }
  | { readonly hang: true }
  | { readonly truncate: number }
  | { readonly cut: number }

/** When it goes wrong. Rules are asked in the order in which they were given; the first that fits is taken. */
export interface FaultRule {
  readonly method?: string
  /** a part of the path, or what it matches; the query is no part of it */
  readonly path?: string | RegExp
  /** how many of the requests fail; default: one. `Infinity`: all */
  readonly times?: number
  /** how many that fit pass first; default: none */
  readonly after?: number
  readonly what: Fault
}

/** The rules of one server, each with its count. */
export function collectFaults() {
  const rules: { rule: FaultRule; seen: number }[] = []
  return {
    add: (rule: FaultRule) => void rules.push({ rule, seen: 0 }),
    clear: () => void rules.splice(0),
    /** The fault for this request, if any; counts it. */
    take(method: string, path: string): Fault | undefined {
      for (const entry of rules) {
        const { rule } = entry
        if (!fits(rule, method, path)) continue
        const turn = entry.seen++ - (rule.after ?? 0)
        if (turn >= 0 && turn < (rule.times ?? 1)) return rule.what
      }
      return undefined
    },
  }
}

function fits(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false
  if (rule.path === undefined) return true
  return typeof rule.path === 'string' ? path.includes(rule.path) : rule.path.test(path)
}

const error = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
})

/** The answers that GitHub is known for. */
export const faults = {
  /** a fork's or Dependabot's token, or a workflow without the permission */
  forbidden: error(403, 'Resource not accessible by integration'),
  badCredentials: error(401, 'Bad credentials'),
  notFound: error(404, 'Not Found'),
  unprocessable: error(422, 'Validation Failed'),
  /** @param reset when it ends, in seconds since 1970 */
  rateLimit: (reset: number, status: 403 | 429 = 403) =>
    error(status, 'API rate limit exceeded for installation ID 1.', {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '1000',
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    }),
  /** @param retryAfter seconds, or a date; GitHub sometimes leaves it out */
  secondaryLimit: (retryAfter: string | undefined, status: 403 | 429 = 403) =>
    error(
      status,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    ),
  serverError: error(500, 'Server Error'),
  badGateway: error(502, 'Server Error'),
  /** the page that stands before the API when it is down */
  html: (status: number): Answer => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body></body></html>',
  }),
  /** an answer with nothing in it */
  empty: (status: number): Answer => ({ status, headers: { 'content-type': 'text/plain' }, body: '' }),
} as const

import { type Answer, type Permissions, type Received, Refused, type Route, refuse } from './github-answer'

/** What decides on every request, whatever it asks for. */
export interface House {
  /** `/repos/{owner}/{name}` */
  readonly path: string
  readonly token: string
  readonly permissions: Permissions
  readonly routes: readonly Route[]
}

const LEVELS = ['none', 'read', 'write'] as const
/** Requests an hour that a workflow's token has. */
const RATE_LIMIT = 1000

/**
 * One request, ready to be answered.
 *
 * @param bytes of its body; undefined when it broke off
 */
export function handleCall(house: House, received: Received, bytes: Buffer | undefined) {
  const found = findRoute(house, received)
  if (bytes !== undefined && bytes.length > 0) received.body = found?.route.raw ? bytes : parseBody(bytes)
  return {
    /** What is left of a request that broke off, or that GitHub itself failed at. */
    breakOff: () => {
      if (found && isAuthorized(house, received) && isPermitted(house, found.route))
        found.route.breakOff?.(received, found.ids)
    },
    answer(): Answer {
      try {
        const answer = answerTo(house, received, found)
        return { ...answer, headers: { ...rateLimit(), ...answer.headers } }
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return { ...error.answer, headers: { ...rateLimit(), ...error.answer.headers } }
      }
    },
  }
}

type Found = { readonly route: Route; readonly ids: readonly string[] } | undefined

function findRoute(house: House, { method, path }: Received): Found {
  const prefix = ['', '/uploads'].find((host) => path.startsWith(`${host}${house.path}/`))
  if (prefix === undefined) return undefined
  const below = prefix + path.slice(prefix.length + house.path.length)
  for (const route of house.routes) {
    const match = route.method === method ? route.path.exec(below) : null
    if (match) return { route, ids: match.slice(1).map(decodeURIComponent) }
  }
  return undefined
}

function answerTo(house: House, received: Received, found: Found): Answer {
  if (!received.headers['user-agent'])
    refuse(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header')
  if (!isAuthorized(house, received))
    refuse(401, received.headers.authorization === undefined ? 'Requires authentication' : 'Bad credentials')
  if (found === undefined) refuse(404, 'Not Found')
  const { route, ids } = found
  const accepted = { 'x-accepted-github-permissions': route.needs.join('=') }
  if (!isPermitted(house, route)) refuse(403, 'Resource not accessible by integration', accepted)
  if (!route.raw) checkMedia(received)
  return route.handle(received, ids)
}

function isAuthorized({ token }: House, { headers }: Received): boolean {
  return /^(?:bearer|token) (.*)$/i.exec(headers.authorization ?? '')?.[1] === token
}

function isPermitted({ permissions }: House, { needs: [scope, level] }: Route): boolean {
  return LEVELS.indexOf(permissions[scope]) >= LEVELS.indexOf(level)
}

/** JSON out, and an object in. */
function checkMedia({ method, headers, body }: Received): void {
  const accepted = (headers.accept ?? '*/*').split(',').map((type) => type.split(';')[0]?.trim() ?? '')
  if (!accepted.some((type) => /^(\*\/\*|application\/(\*|json|vnd\.github[\w.+-]*))$/.test(type)))
    refuse(415, `Unsupported 'Accept' header: ${JSON.stringify(accepted)}. Must accept 'application/json'.`)
  if (method !== 'POST' && method !== 'PATCH') return
  if (Buffer.isBuffer(body)) refuse(400, 'Problems parsing JSON')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) refuse(400, 'Body should be a JSON object')
}

/** Bytes stay bytes when they are no JSON. */
function parseBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return bytes
  }
}

function rateLimit(): Record<string, string> {
  return {
    'x-ratelimit-limit': String(RATE_LIMIT),
    'x-ratelimit-remaining': String(RATE_LIMIT - 1),
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Permissions, Received } from './github-answer'
import { handleCall } from './github-call'
import { serveChecks } from './github-checks'
import { type Payload, runnerVariables } from './github-env'
import { collectFaults, type Fault } from './github-faults'

export { type FaultRule, faults } from './github-faults'

/** A commit that exists unless a test says which ones do. */
export const COMMIT = 'c0ffee'.padEnd(40, '0')

export interface GitHubOptions {
  /** `owner/name` */
  readonly repository?: string
  readonly token?: string
  /** those left out are `write` */
  readonly permissions?: Partial<Permissions>
  /** the commits that exist, 40 hex digits each; the first is GITHUB_SHA */
  readonly commits?: readonly string[]
  /** milliseconds that each answer takes: requests that overlap are seen only while one is under way */
  readonly latency?: number
}

export type GitHub = Awaited<ReturnType<typeof startGitHub>>

/** A GitHub on this machine, with one repository in it; it refuses what the real one refuses. */
export async function startGitHub({
  repository = 'octo-org/activity',
  token = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz',
  permissions = {},
  commits = [COMMIT],
  latency = 2,
}: GitHubOptions = {}) {
  const requests: Received[] = []
  const rules = collectFaults()
  const load = { now: 0, most: 0 }
  const api = await listen(serve)
  const path = `/repos/${repository}`
  const htmlUrl = `${api.url}/${repository}`
  const checks = serveChecks({ apiUrl: api.url, path, htmlUrl, commits })
  const house = {
    path,
    token,
    permissions: { checks: 'write', contents: 'write', ...permissions } as const,
    routes: [...checks.routes],
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = receive(request)
    requests.push(received)
    load.most = Math.max(load.most, ++load.now)
    const fault = rules.take(received.method, received.path)
    const answer = await answerTo(request, received, fault)
    if (answer === 'never') return void response.once('close', () => load.now--)
    await sleep(latency)
    load.now--
    if (answer === undefined) return void response.destroy()
    received.status = answer.status
    send(response, answer, fault && 'cut' in fault ? fault.cut : undefined)
  }

  /** What goes out; nothing when the connection ends, `never` when it stays open without an answer. */
  async function answerTo(
    request: IncomingMessage,
    received: Received,
    fault: Fault | undefined,
  ): Promise<Answer | 'never' | undefined> {
    const bytes = await readBody(request, fault && 'truncate' in fault ? fault.truncate : undefined)
    const call = handleCall(house, received, bytes)
    if (bytes === undefined) return void call.breakOff()
    if (fault && 'hang' in fault) return 'never'
    if (fault && 'close' in fault && fault.close === 'before') return undefined
    if (fault && 'status' in fault) {
      if (fault.status >= 500) call.breakOff()
      return fault
    }
    const answer = call.answer()
    return fault && 'close' in fault ? undefined : answer
  }

  return {
    /** the API's root, without a slash at the end */
    url: api.url,
    token,
    repository,
    commits,
    /** everything that came, in order of arrival */
    requests: requests as readonly Received[],
    checkRuns: checks.runs,
    /** the most requests that were under way at one time */
    get maxConcurrent() {
      return load.most
    },
    fail: rules.add,
    env: (eventName = 'push', payload: Payload = {}) =>
      runnerVariables(
        { apiUrl: api.url, serverUrl: api.url, repository, sha: commits[0] ?? COMMIT },
        eventName,
        payload,
      ),
    close: api.close,
  }
}

async function listen(serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const server = createServer((request, response) => {
    // A mistake in here ends the test that met it, not only by its timeout.
    serve(request, response).catch((error) => {
      response.destroy()
      throw error
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function receive(request: IncomingMessage): Received {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const { method = '', headers } = request
  return {
    method,
    path: pathname,
    query: searchParams,
    headers,
    body: undefined,
    receivedAt: performance.now(),
    status: undefined,
  }
}

/** The whole body; undefined when it broke off, or was broken off by us after so many bytes. */
async function readBody(request: IncomingMessage, most = Number.POSITIVE_INFINITY): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= most) return undefined
    }
  } catch {
    return undefined
  }
  return most === Number.POSITIVE_INFINITY ? Buffer.concat(chunks) : undefined
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer, cut: number | undefined): void {
  const isText = typeof body === 'string' || Buffer.isBuffer(body)
  const bytes = Buffer.from(body === undefined ? '' : isText ? body : JSON.stringify(body))
  response.writeHead(status, {
    ...(isText || body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
    ...(status === 204 ? {} : { 'content-length': bytes.length }),
  })
  if (cut === undefined) response.end(bytes)
  else response.write(bytes.subarray(0, cut), () => response.destroy())
}

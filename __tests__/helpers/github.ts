import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Permissions, Received } from './github-answer'
import { serveAssets } from './github-assets'
import { type House, handleCall } from './github-call'
import { serveChecks } from './github-checks'
import { answerDownload, answerStorage, type Downloads } from './github-downloads'
import { type Payload, runnerVariables } from './github-env'
import { collectFaults, type Fault } from './github-faults'
import { serveGit } from './github-git'
import { type SeedRelease, serveReleases } from './github-releases'
import type { Repository, Tag } from './github-repository'
import { listen, readBody, receive, send } from './github-server'
import { localhostCredentials } from './https-server'

export { type FaultRule, faults } from './github-faults'

/** A commit that exists unless a test says which ones do. */
export const COMMIT = 'c0ffee'.padEnd(40, '0')

export interface GitHubOptions {
  /** `owner/name` */
  readonly repository?: string
  readonly token?: string
  /** those left out are `write` */
  readonly permissions?: Partial<Permissions>
  /** the commits that exist, 40 hex digits each; the first is GITHUB_SHA, and the branch main unless there are others */
  readonly commits?: readonly string[]
  /** name → commit; the first is the default branch */
  readonly branches?: Readonly<Record<string, string>>
  /** name → commit, or an annotated tag */
  readonly tags?: Readonly<Record<string, Tag>>
  /** what was released before, oldest first */
  readonly releases?: readonly SeedRelease[]
  /** whether the repository has immutable releases switched on */
  readonly immutable?: boolean
  readonly downloads?: Partial<Downloads>
  /** https for everything; `env()` then has the root to trust */
  readonly https?: boolean
  /** with https, the name that it goes by; any but localhost needs `helpers/names.cjs` */
  readonly host?: string
  /** milliseconds that each answer takes: requests that overlap are seen only while one is under way */
  readonly latency?: number
}

export type GitHub = Awaited<ReturnType<typeof startGitHub>>

/** A GitHub on this machine, with one repository in it; it refuses what the real one refuses. */
export async function startGitHub(options: GitHubOptions = {}) {
  const { repository: fullName = 'octo-org/activity', commits = [COMMIT], latency = 2 } = options
  const [sha = COMMIT] = commits
  const requests: Received[] = []
  const rules = collectFaults()
  const load = { now: 0, most: 0 }
  const downloads: Downloads = { misses: 0, bytes: undefined, redirect: true, ...options.downloads }
  const credentials = options.https ? localhostCredentials(options.host) : undefined
  const api = await listen(serveWith(answerCall), credentials, options.host)
  const storage = await listen(
    serveWith((received) => ({ answer: () => answerStorage(received, releases.releases, downloads) })),
    credentials,
    options.host,
  )

  let ids = 300_000_000
  const repository: Repository = {
    apiUrl: api.url,
    storageUrl: storage.url,
    htmlUrl: `${api.url}/${fullName}`,
    path: `/repos/${fullName}`,
    commits,
    branches: new Map(Object.entries(options.branches ?? { main: sha })),
    tags: new Map(Object.entries(options.tags ?? {})),
    nextId: () => ++ids,
  }
  const permissions = { checks: 'write', contents: 'write', ...options.permissions } as const
  const checks = serveChecks(repository)
  const releases = serveReleases(repository, {
    immutable: options.immutable ?? false,
    seesDrafts: permissions.contents === 'write',
    seeds: options.releases ?? [],
  })
  const assets = serveAssets(repository, releases.releases, releases.find)
  const house: House = {
    path: repository.path,
    token: options.token ?? 'ghs_0123456789abcdefghijklmnopqrstuvwxyz',
    permissions,
    routes: [...checks.routes, ...releases.routes, ...assets, ...serveGit(repository)],
  }

  function answerCall(received: Received, bytes: Buffer | undefined): Call {
    const call = handleCall(house, received, bytes)
    const download = () => answerDownload(received, repository, releases.releases, downloads)
    return { ...call, answer: () => download() ?? call.answer() }
  }

  function serveWith(call: (received: Received, bytes: Buffer | undefined) => Call) {
    return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const received = receive(request)
      requests.push(received)
      load.most = Math.max(load.most, ++load.now)
      const fault = rules.take(received.method, received.path)
      const bytes = await readBody(request, fault && 'truncate' in fault ? fault.truncate : undefined)
      const answer = decide(call(received, bytes), bytes === undefined ? { truncate: 0 } : fault)
      if (answer === 'never') return void response.once('close', () => load.now--)
      await sleep(latency)
      load.now--
      if (answer === undefined) return void response.destroy()
      received.status = answer.status
      send(response, answer, fault && 'cut' in fault ? fault.cut : undefined)
    }
  }

  return {
    /** the API's root, without a slash at the end */
    url: api.url,
    token: house.token,
    repository: fullName,
    commits,
    /** everything that came, to the API, for uploads and for downloads, in order of arrival */
    requests: requests as readonly Received[],
    checkRuns: checks.runs,
    /** newest first */
    releases: releases.releases,
    /** name → commit or annotated tag */
    tags: repository.tags,
    /** may be changed at any time */
    downloads,
    /** the most requests that were under way at one time */
    get maxConcurrent() {
      return load.most
    },
    fail: rules.add,
    /** nothing fails any more */
    heal: rules.clear,
    /** with https, the file with the root to trust */
    rootFile: credentials?.rootFile,
    env: (eventName = 'push', payload: Payload = {}): Record<string, string> => ({
      ...runnerVariables({ apiUrl: api.url, serverUrl: api.url, repository: fullName, sha }, eventName, payload),
      ...(credentials ? { NODE_EXTRA_CA_CERTS: credentials.rootFile } : {}),
    }),
    close: async () => void (await Promise.all([api.close(), storage.close()])),
  }
}

interface Call {
  readonly answer: () => Answer
  readonly breakOff?: () => void
}

/** What goes out; nothing when the connection ends, `never` when it stays open without an answer. */
function decide({ answer, breakOff }: Call, fault: Fault | undefined): Answer | 'never' | undefined {
  if (fault === undefined || 'cut' in fault) return answer()
  if ('hang' in fault) return 'never'
  if ('status' in fault) {
    if (fault.status >= 500) breakOff?.()
    return fault
  }
  if ('truncate' in fault) breakOff?.()
  else if (fault.close === 'after') answer()
  return undefined
}

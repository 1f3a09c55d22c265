import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { action, actionBeside, commands, visible } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { type FaultRule, faults, type GitHub, startGitHub } from '../helpers/github'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const authority = makeAuthority()
const trust = { 'trusted-authorities': authority.rootPem }
/** Forty hex digits that the event names; GITHUB_SHA is another commit, as for pull requests. */
const HEAD = 'feed'.padEnd(40, '0')
const MERGE = 'c0ffee'.padEnd(40, '0')

let github: GitHub
beforeAll(async () => {
  github = await startGitHub({ commits: [MERGE, HEAD], latency: 0 })
})
afterAll(() => github.close())

/** A signed app in a repository of its own, and then so many files too many. */
function brokenApp(count: number): string {
  const app = makeApp()
  const signed = action(
    { ...trust, 'private-key': authority.keyPem, certificate: authority.issue(), annotations: 'none' },
    app,
  )
  expect(signed.code, signed.stdout).toBe(0)
  execFileSync('git', ['-C', app, 'init', '-q'])
  execFileSync('git', ['-C', app, 'add', '.'])
  writeFiles(app, Object.fromEntries(Array.from({ length: count }, (_, index) => [`js/extra-${index}.js`, `${index}`])))
  return app
}

const runner = (server: GitHub = github) => ({
  ...server.env('pull_request', { pull_request: { number: 7, head: { sha: HEAD } } }),
  APPSIGN_GITHUB_PACE: '0',
})

async function verifyApp(app: string, inputs: Record<string, string> = {}, server: GitHub = github) {
  const report = join(temporaryFolder(), 'report.json')
  const result = await actionBeside(
    { mode: 'verify', ...trust, 'github-token': server.token, report, ...inputs },
    app,
    runner(server),
  )
  const findings = (JSON.parse(readFileSync(report, 'utf8')) as { payloads: { findings: Found[] }[] }).payloads.flatMap(
    (payload) => payload.findings,
  )
  return { ...result, findings }
}
interface Found {
  readonly code: string
  readonly path?: string
  readonly message: string
  readonly severity: string
}

/** An annotation's message says the cause, and the remedy behind an arrow. */
const causeOf = (message: string) => message.split(' → ')[0]?.replace(/\.$/, '')

const lastRun = (server: GitHub = github) => server.checkRuns.at(-1)

describe('a check run', () => {
  it.each([0, 1, 9, 10, 11, 50, 51, 149])('with %i files too many has each finding once, in order', async (count) => {
    const result = await verifyApp(brokenApp(count), { annotations: 'check-run' })
    const run = lastRun()
    expect(result.code).toBe(count > 0 ? 1 : 0)
    expect(result.findings.filter(({ code }) => code === 'EXTRA_FILE')).toHaveLength(count)
    expect(run).toMatchObject({
      status: 'completed',
      conclusion: count > 0 ? 'failure' : 'success',
      name: 'App signature',
      head_sha: HEAD,
    })
    expect(run?.annotations.map(({ message }) => causeOf(message))).toEqual(
      result.findings.map(({ message }) => causeOf(message)),
    )
    expect(result.outputs['check-run-url']).toBe(`${github.url}/${github.repository}/runs/${run?.id}`)
    expect(commands(result.stdout, 'error')).toHaveLength(count > 0 ? 1 : 0)
    expect(commands(result.stdout, 'notice')).toEqual([])
  })

  it('has ten thousand findings, one request at a time', async () => {
    const server = await startGitHub({ commits: [MERGE, HEAD], latency: 0 })
    const result = await verifyApp(brokenApp(10_000), { annotations: 'check-run' }, server)
    expect(result.findings.filter(({ code }) => code === 'EXTRA_FILE')).toHaveLength(10_000)
    expect(lastRun(server)?.annotations.map(({ message }) => causeOf(message))).toEqual(
      result.findings.map(({ message }) => causeOf(message)),
    )
    expect(server.maxConcurrent).toBe(1)
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024)
    await server.close()
  }, 120_000)

  it('is made of itself once commands can not carry everything', async () => {
    const before = github.requests.length
    const few = await verifyApp(brokenApp(9))
    expect(github.requests).toHaveLength(before)
    expect(commands(few.stdout, 'error')).toHaveLength(10)
    expect(few.outputs['check-run-url']).toBe('')
    const many = await verifyApp(brokenApp(10))
    expect(lastRun()?.annotations.filter(({ annotation_level }) => annotation_level === 'failure')).toHaveLength(10)
    expect(commands(many.stdout, 'error')).toHaveLength(1)
  })

  it('has the name that it was given, and is neutral on warnings', async () => {
    const app = brokenApp(0)
    const result = await verifyApp(app, {
      annotations: 'check-run',
      'check-name': 'Signature of activity',
      'expiry-warning-days': '2000',
    })
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed-with-warnings' } })
    expect(lastRun()).toMatchObject({ name: 'Signature of activity', conclusion: 'neutral' })
  })

  it('fails on warnings where fail-on says so, and on nothing where it says never', async () => {
    const strict = { annotations: 'check-run', 'expiry-warning-days': '2000', 'fail-on': 'warning' }
    const failed = await verifyApp(brokenApp(0), strict)
    expect(failed).toMatchObject({ code: 1, outputs: { verdict: 'passed-with-warnings' } })
    expect(commands(failed.stdout, 'error')[0]?.message).toContain('fail-on is warning')
    expect(lastRun()).toMatchObject({ conclusion: 'failure' })
    const lenient = await verifyApp(brokenApp(3), { annotations: 'check-run', 'fail-on': 'never' })
    expect(lenient).toMatchObject({ code: 0, outputs: { verdict: 'failed', 'finding-count': '3' } })
    expect(lastRun()).toMatchObject({ conclusion: 'neutral' })
  })
})

describe('annotations', () => {
  it('are put on the file where it is in the commit, else on signature.json', async () => {
    const app = brokenApp(1)
    appendFileSync(join(app, 'lib/a.php'), '// changed')
    await verifyApp(app, { annotations: 'check-run' })
    const paths = lastRun()?.annotations.filter(({ annotation_level }) => annotation_level === 'failure') ?? []
    expect(paths.map(({ path }) => path)).toEqual(['lib/a.php', 'appinfo/signature.json'])
    expect(paths[0]?.raw_details).toMatch(/^expected [0-9a-f]{128}\ncurrent {2}[0-9a-f]{128}$/)
  })

  it('are none where none are wanted', async () => {
    const before = github.requests.length
    const result = await verifyApp(brokenApp(60), { annotations: 'none' })
    expect(result.code).toBe(1)
    expect(github.requests).toHaveLength(before)
    expect(commands(result.stdout, 'error')).toHaveLength(1)
  })
})

/** What may go wrong, and what a person is told. */
const FAULTS: readonly (readonly [string, FaultRule, RegExp])[] = [
  ['403, as for forks and Dependabot', { what: faults.forbidden }, /permissions: checks: write/],
  ['404', { what: faults.notFound }, /permissions: checks: write/],
  ['a limit for the next hour', { what: faults.rateLimit(1e11) }, /did not take the check run: 403 API rate limit/],
  ['422', { what: faults.unprocessable }, /did not take the check run: 422/],
  ['500 for good', { what: faults.serverError, times: Number.POSITIVE_INFINITY }, /did not take the check run: 500/],
]

describe('when GitHub does not take the check run', () => {
  it.each(FAULTS)(
    '%s',
    async (_, rule, says) => {
      const server = await startGitHub({ commits: [MERGE, HEAD], latency: 0 })
      server.fail({ method: 'POST', times: Number.POSITIVE_INFINITY, ...rule })
      const result = await verifyApp(brokenApp(149), {}, server)
      expect(result).toMatchObject({
        code: 1,
        outputs: { verdict: 'failed', 'finding-count': '149', 'check-run-url': '' },
      })
      expect(commands(result.stdout, 'notice')[0]?.message).toMatch(says)
      // Nine, and the step's own.
      expect(commands(result.stdout, 'error')).toHaveLength(10)
      expect(result.findings.filter(({ code }) => code === 'EXTRA_FILE')).toHaveLength(149)
      expect(visible(result.stdout)).not.toContain(server.token.slice(4, -1))
      await server.close()
    },
    60_000,
  )

  const PASSING: readonly (readonly [string, FaultRule])[] = [
    ['429 with retry-after', { what: faults.secondaryLimit('1', 429), times: 1 }],
    ['403 with retry-after', { what: faults.secondaryLimit('1'), times: 1 }],
    ['500 once', { what: faults.serverError, times: 1 }],
    ['a connection that is closed before', { what: { close: 'before' }, times: 1 }],
    ['a connection that is closed after', { what: { close: 'after' }, times: 1 }],
  ]
  for (const method of ['POST', 'PATCH'])
    it.each(PASSING)(
      `${method}: %s: nothing is lost and nothing twice`,
      async (_, rule) => {
        const server = await startGitHub({ commits: [MERGE, HEAD], latency: 0 })
        server.fail({ method, ...rule })
        const result = await verifyApp(brokenApp(149), {}, server)
        expect(result.code).toBe(1)
        expect(server.checkRuns).toHaveLength(1)
        expect(lastRun(server)).toMatchObject({ status: 'completed', conclusion: 'failure' })
        expect(lastRun(server)?.annotations.map(({ message }) => causeOf(message))).toEqual(
          result.findings.map(({ message }) => causeOf(message)),
        )
        await server.close()
      },
      60_000,
    )

  it('and without a token or a permission the verdict is the same', async () => {
    const app = brokenApp(20)
    const none = await verifyApp(app, { 'github-token': '' })
    expect(none).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'finding-count': '20' } })
    expect(commands(none.stdout, 'notice')[0]?.message).toContain('github-token is empty')
    const wrong = await verifyApp(app, { 'github-token': 'ghs_wrong' })
    expect(wrong).toMatchObject({ code: 1, outputs: { 'finding-count': '20' } })
    expect(commands(wrong.stdout, 'notice')[0]?.message).toContain('401')
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { connect, GitHubError } from '../../src/action/github'
import { type FaultRule, faults, type GitHub, startGitHub } from '../helpers/github'

let server: GitHub | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** A client whose pauses are written down instead of being made. */
async function client(faultRule?: FaultRule, now = 0, timeout = 10_000) {
  server = await startGitHub({ latency: 0 })
  if (faultRule) server.fail(faultRule)
  const pauses: number[] = []
  const waiting = { pause: async (ms: number) => void pauses.push(ms), pace: 1000, now: () => now, timeout }
  const github = await connect(server.token, server.env(), waiting)
  return { github, pauses, server }
}
const create = { name: 'x', head_sha: 'c0ffee'.padEnd(40, '0') }
const POST = 'POST /repos/{owner}/{repo}/check-runs'
const ALWAYS = Number.POSITIVE_INFINITY

describe('a client', () => {
  it('needs a token and a repository', async () => {
    const waiting = { pause: async () => undefined, pace: 0, now: () => 0 }
    await expect(connect('', {}, waiting)).rejects.toThrow('github-token is empty')
    await expect(connect('x', {}, waiting)).rejects.toThrow('GITHUB_REPOSITORY is not set')
  })

  it('paces requests that change something, once there are many', async () => {
    const { github, pauses } = await client()
    for (let count = 0; count < 6; count++) await github.request(POST, create)
    expect(pauses).toEqual([1000, 1000, 1000])
    await github.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ref: create.head_sha })
    expect(pauses).toHaveLength(3)
  })

  it.each<[string, FaultRule, number, number[]]>([
    ['500', { what: faults.serverError }, 0, [1000]],
    ['502 three times', { what: faults.badGateway, times: 3 }, 0, [1000, 2000, 4000]],
    ['a closed connection', { what: { close: 'before' } }, 0, [1000]],
    ['retry-after in seconds', { what: faults.secondaryLimit('7', 429) }, 0, [7000]],
    ['retry-after as a date', { what: faults.secondaryLimit('Thu, 01 Jan 1970 00:00:09 GMT') }, 4000, [5000]],
    ['a secondary limit without a time', { what: faults.secondaryLimit(undefined) }, 0, [60_000]],
    ['a limit that ends soon', { what: faults.rateLimit(30) }, 10_000, [20_000]],
  ])('tries again after %s', async (_, rule, now, expected) => {
    const { github, pauses, server: stub } = await client(rule, now)
    await expect(github.request(POST, create)).resolves.toMatchObject({ status: 201 })
    expect(pauses).toEqual(expected)
    expect(stub.checkRuns).toHaveLength(1)
  })

  it.each<[string, FaultRule, RegExp, number]>([
    ['403', { what: faults.forbidden }, /^403 Resource not accessible by integration$/, 1],
    ['404', { what: faults.notFound }, /^404 Not Found$/, 1],
    ['422', { what: faults.unprocessable }, /^422 Validation Failed/, 1],
    ['500 for good', { what: faults.serverError, times: ALWAYS }, /^500 Server Error$/, 5],
    ['a limit that ends in an hour', { what: faults.rateLimit(3600) }, /^403 API rate limit exceeded/, 1],
    ['HTML', { what: faults.html(502), times: ALWAYS }, /^502$/, 5],
    ['no connection for good', { what: { close: 'before' }, times: ALWAYS }, /^no answer/, 5],
  ])('gives up on %s', async (_, rule, says, tries) => {
    const { github, server: stub } = await client(rule)
    const error: unknown = await github.request(POST, create).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(GitHubError)
    expect((error as GitHubError).message).toMatch(says)
    expect((error as GitHubError).message).not.toContain(stub.token)
    expect(stub.requests).toHaveLength(tries)
  })

  it('does not wait for ever for an answer', async () => {
    const { github, pauses, server: stub } = await client({ what: { hang: true } }, 0, 200)
    await expect(github.request(POST, create)).resolves.toMatchObject({ status: 201 })
    expect(pauses).toEqual([1000])
    expect(stub.requests).toHaveLength(2)
  })

  it('asks before another try whether the last one was done after all', async () => {
    const { github, server: stub } = await client({ what: { close: 'after' } })
    const done = { status: 201, headers: {}, data: 'done' }
    expect(await github.request(POST, create, async () => done)).toBe(done)
    expect(stub.checkRuns).toHaveLength(1)
  })
})

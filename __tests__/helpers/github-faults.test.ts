import { afterEach, describe, expect, it } from 'vitest'
import { faults, type GitHub, startGitHub } from './github'
import { clientOf, RUN, refusal } from './github-client'

let github: GitHub
afterEach(() => github.close())

async function start() {
  github = await startGitHub()
  return clientOf(github)
}

describe('faults', () => {
  it('strike the requests that they are for, as often as they are to', async () => {
    const call = await start()
    github.fail({ method: 'POST', path: /check-runs/, after: 1, times: 2, what: faults.serverError })
    const statuses = []
    for (let turn = 0; turn < 5; turn++) {
      statuses.push((await call('POST', '/check-runs', RUN)).status)
      expect((await call('GET', '/check-runs/1')).status).toBe(404)
    }
    expect(statuses).toEqual([201, 500, 500, 201, 201])
    expect(github.checkRuns).toHaveLength(3)
  })

  it('leave alone what has another path', async () => {
    const call = await start()
    for (const path of ['/releases', /releases$/])
      github.fail({ path, times: Number.POSITIVE_INFINITY, what: faults.notFound })
    expect((await call('POST', '/check-runs', RUN)).status).toBe(201)
    expect((await call('GET', '/releases?per_page=1')).status).toBe(404)
  })

  it('are the answers that GitHub gives', async () => {
    const call = await start()
    const { forbidden, notFound, unprocessable, badCredentials, serverError, badGateway } = faults
    const { html, empty, rateLimit, secondaryLimit } = faults
    for (const what of [forbidden, notFound, unprocessable, badCredentials, serverError, badGateway]) {
      github.fail({ what })
      expect(await refusal(call('POST', '/check-runs', RUN))).toEqual([what.status, (what.body as Error).message])
    }
    github.fail({ path: '/check-runs', what: html(503) })
    const page = await call('POST', '/check-runs', RUN)
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8'])
    expect(await page.text()).toMatch(/^<!DOCTYPE html>/)
    github.fail({ what: empty(200) })
    expect(await (await call('POST', '/check-runs', RUN)).text()).toBe('')
    github.fail({ what: rateLimit(1_800_000_000) })
    const limited = await call('POST', '/check-runs', RUN)
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(limited.headers.get('x-ratelimit-reset')).toBe('1800000000')
    for (const status of [403, 429] as const) {
      github.fail({ what: secondaryLimit('7', status) })
      const wait = await call('POST', '/check-runs', RUN)
      expect([wait.status, wait.headers.get('retry-after')]).toEqual([status, '7'])
    }
    expect(github.checkRuns).toEqual([])
  })

  it('close the connection before a request is handled, or after', async () => {
    const call = await start()
    for (const close of ['before', 'after'] as const) {
      github.fail({ what: { close } })
      await expect(call('POST', '/check-runs', RUN)).rejects.toThrow('fetch failed')
      expect(github.checkRuns).toHaveLength(close === 'before' ? 0 : 1)
    }
    expect(github.requests.map(({ status }) => status)).toEqual([undefined, undefined])
  })

  it('break off an answer', async () => {
    const call = await start()
    github.fail({ what: { cut: 10 } })
    const answer = await call('POST', '/check-runs', RUN)
    await expect(answer.text()).rejects.toThrow('terminated')
  })

  it('leave a request without an answer until the server closes', async () => {
    const call = await start()
    github.fail({ what: { hang: true } })
    const answer = call('POST', '/check-runs', RUN).catch((error: Error) => error.message)
    const pending = Symbol()
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50, pending))])).toBe(pending)
    await github.close()
    expect(await answer).toBe('fetch failed')
  })
})

import { readFileSync } from 'node:fs'
import { request as send } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { COMMIT, type GitHub, type GitHubOptions, startGitHub } from './github'
import { clientOf, RUN, refusal } from './github-client'

let github: GitHub
afterEach(() => github.close())

async function start(options: GitHubOptions = {}) {
  github = await startGitHub(options)
  return clientOf(github)
}

describe('the door', () => {
  it('is open to the token in both spellings, and to no other', async () => {
    const call = await start()
    for (const authorization of [`Bearer ${github.token}`, `token ${github.token}`])
      expect((await call('POST', '/check-runs', RUN, { authorization })).status).toBe(201)
    for (const authorization of ['Bearer other', `Bearer ${github.token}x`, github.token])
      expect(await refusal(call('POST', '/check-runs', RUN, { authorization }))).toEqual([401, 'Bad credentials'])
    expect(await refusal(fetch(`${github.url}/repos/${github.repository}/check-runs/1`))).toEqual([
      401,
      'Requires authentication',
    ])
    expect(github.checkRuns).toHaveLength(2)
  })

  it('asks for a user agent', async () => {
    await start()
    const { url, repository, token } = github
    const status = await new Promise((resolve) =>
      send(`${url}/repos/${repository}/check-runs/1`, { headers: { authorization: `Bearer ${token}` } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end(),
    )
    expect(status).toBe(403)
  })

  it('knows one repository, and only what there is in the API', async () => {
    const call = await start()
    for (const path of ['/check-runs/1', '/check-runs', '/nothing'])
      expect(await refusal(call('GET', path))).toEqual([404, 'Not Found'])
    const elsewhere = fetch(`${github.url}/repos/${github.repository}-2/check-runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${github.token}` },
      body: JSON.stringify(RUN),
    })
    expect(await refusal(elsewhere)).toEqual([404, 'Not Found'])
  })

  it('asks for the permission and names it', async () => {
    for (const checks of ['none', 'read'] as const) {
      const call = await start({ permissions: { checks } })
      const response = await call('POST', '/check-runs', RUN)
      expect(response.headers.get('x-accepted-github-permissions')).toBe('checks=write')
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ message: 'Resource not accessible by integration', status: '403' })
      const expected = checks === 'none' ? 403 : 200
      expect((await call('GET', `/commits/${COMMIT}/check-runs`)).status).toBe(expected)
      expect(github.checkRuns).toEqual([])
      await github.close()
    }
  })

  it('takes JSON objects only and gives JSON only', async () => {
    const call = await start()
    expect(await refusal(call('POST', '/check-runs', '{'))).toEqual([400, 'Problems parsing JSON'])
    for (const body of ['[]', '"x"', undefined])
      expect(await refusal(call('POST', '/check-runs', body))).toEqual([400, 'Body should be a JSON object'])
    const [status] = await refusal(call('POST', '/check-runs', RUN, { accept: 'text/html' }))
    expect(status).toBe(415)
    expect((await call('POST', '/check-runs', RUN, { accept: 'application/vnd.github+json' })).status).toBe(201)
  })
})

describe('what is kept', () => {
  it('is each request as it came', async () => {
    const call = await start()
    await call('POST', '/check-runs', RUN, { 'x-test': 'yes' })
    await call('GET', '/check-runs/1?a=b')
    const [first, second] = github.requests
    expect(first).toMatchObject({
      method: 'POST',
      path: `/repos/${github.repository}/check-runs`,
      body: RUN,
      status: 201,
    })
    expect(first?.headers['x-test']).toBe('yes')
    expect(second).toMatchObject({ method: 'GET', body: undefined, status: 404 })
    expect(second?.query.get('a')).toBe('b')
    expect(second?.receivedAt).toBeGreaterThan(first?.receivedAt ?? Number.NaN)
  })

  it('is how many requests were under way at one time', async () => {
    const call = await start({ latency: 200 })
    for (let turn = 0; turn < 3; turn++) await call('GET', '/check-runs/1')
    expect(github.maxConcurrent).toBe(1)
    await Promise.all([call('GET', '/check-runs/1'), call('GET', '/check-runs/1'), call('GET', '/check-runs/1')])
    expect(github.maxConcurrent).toBe(3)
  })
})

describe('the variables of a runner', () => {
  it('are those of the event', async () => {
    await start({ repository: 'me/app' })
    const push = github.env()
    expect(push).toMatchObject({
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'me/app',
      GITHUB_REPOSITORY_OWNER: 'me',
      GITHUB_SHA: COMMIT,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_ACTIONS: 'true',
    })
    expect(Object.values(push)).not.toContain(github.token)
    const tag = { GITHUB_REF: 'refs/tags/v1.2.3', GITHUB_REF_NAME: 'v1.2.3', GITHUB_REF_TYPE: 'tag' }
    const after = 'd'.repeat(40)
    const pushed = github.env('push', { ref: 'refs/tags/v1.2.3', after })
    expect(pushed).toMatchObject({ ...tag, GITHUB_SHA: after })
    expect(github.env('release', { release: { tag_name: 'v1.2.3' } })).toMatchObject(tag)
    const payload = { pull_request: { number: 7, head: { sha: 'd'.repeat(40), ref: 'fix' } } }
    const pull = github.env('pull_request', payload)
    expect(pull).toMatchObject({ GITHUB_REF: 'refs/pull/7/merge', GITHUB_REF_NAME: '7/merge', GITHUB_HEAD_REF: 'fix' })
    expect(JSON.parse(readFileSync(pull.GITHUB_EVENT_PATH ?? '', 'utf8'))).toMatchObject(payload)
  })
})

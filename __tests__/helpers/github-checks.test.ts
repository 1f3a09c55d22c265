import type { components } from '@octokit/openapi-types'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { COMMIT, type GitHub, startGitHub } from './github'
import { clientOf } from './github-client'

const HEAD = 'd'.repeat(40)
let github: GitHub
beforeEach(async () => {
  await github?.close()
  github = await startGitHub({ commits: [COMMIT, HEAD] })
})
afterAll(() => github.close())

async function call(method: string, path: string, body?: unknown) {
  const response = await clientOf(github)(method, path, body)
  return { status: response.status, link: response.headers.get('link'), body: await response.json() }
}

type Run = components['schemas']['check-run']
const RUN = { name: 'App signature', head_sha: HEAD }
const OUTPUT = { title: 'Title', summary: 'Summary' }
const ONE = { path: 'js/a.js', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'changed' }
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...ONE, message: `number ${index}` }))

describe('a check run', () => {
  it('gets annotations in requests of 50, then its conclusion', async () => {
    const output = { ...OUTPUT, annotations: many(50) }
    const created = await call('POST', '/check-runs', { ...RUN, status: 'in_progress', output })
    expect(created.status).toBe(201)
    const { id, html_url } = created.body as Run
    expect(html_url).toBe(`${github.url}/${github.repository}/runs/${id}`)
    const path = `/check-runs/${id}`
    const more = await call('PATCH', path, { output: { ...OUTPUT, summary: 'More', annotations: many(3) } })
    expect(more.body).toMatchObject({ status: 'in_progress', output: { summary: 'More', annotations_count: 53 } })
    const ended = await call('PATCH', path, { conclusion: 'failure' })
    expect(ended.body).toMatchObject({ status: 'completed', conclusion: 'failure', head_sha: HEAD })
    expect((await call('GET', path)).body).toEqual(ended.body)
    expect(github.checkRuns).toMatchObject([{ id, status: 'completed', output: { title: 'Title', summary: 'More' } }])
    expect(github.checkRuns[0]?.annotations).toEqual([...many(50), ...many(3)])
  })

  it('takes no annotation after its conclusion, but the conclusion again', async () => {
    const { body } = await call('POST', '/check-runs', { ...RUN, conclusion: 'success' })
    const path = `/check-runs/${(body as Run).id}`
    const late = await call('PATCH', path, { output: { ...OUTPUT, annotations: [ONE] } })
    expect(late).toMatchObject({ status: 422, body: { errors: [{ field: 'annotations', code: 'custom' }] } })
    expect(github.checkRuns[0]?.annotations).toEqual([])
    expect((await call('PATCH', path, { conclusion: 'success', output: OUTPUT })).status).toBe(200)
  })

  it('can be found again by commit and name, and its annotations read page by page', async () => {
    await call('POST', '/check-runs', { ...RUN, name: 'Other' })
    const { body } = await call('POST', '/check-runs', { ...RUN, output: { ...OUTPUT, annotations: many(50) } })
    const { id } = body as Run
    const found = await call('GET', `/commits/${HEAD}/check-runs?check_name=App%20signature`)
    expect(found.body).toMatchObject({ total_count: 1, check_runs: [{ id }] })
    expect((await call('GET', `/commits/${HEAD}/check-runs`)).body).toMatchObject({ total_count: 2 })
    expect((await call('GET', `/commits/${COMMIT}/check-runs`)).body).toMatchObject({ total_count: 0 })
    const second = await call('GET', `/check-runs/${id}/annotations?per_page=20&page=2`)
    expect(second.body).toHaveLength(20)
    expect((second.body as unknown[])[0]).toMatchObject({ message: 'number 20', title: null })
    expect(second.link).toMatch(/page=1>; rel="prev".*page=3>; rel="next".*page=3>; rel="last"/)
  })
})

describe('what is refused of a check run', () => {
  const schema: [string, object, string][] = [
    ['no name', { head_sha: HEAD }, '"name" wasn\'t supplied.'],
    ['neither name nor commit', {}, '"head_sha", "name" weren\'t supplied.'],
    ['a name that is no string', { ...RUN, name: 1 }, "For 'properties/name', 1 is not a string."],
    ['an unknown key', { ...RUN, annotations: [] }, '"annotations" is not a permitted key.'],
    ['an unknown status', { ...RUN, status: 'done' }, '"done" is not a member of'],
    ["GitHub Actions' own status", { ...RUN, status: 'pending' }, '"pending" is not a member of'],
    ['an unknown conclusion', { ...RUN, conclusion: 'passed' }, '"passed" is not a member of'],
    ["GitHub's own conclusion", { ...RUN, conclusion: 'stale' }, '"stale" is not a member of'],
    ['a time that is none', { ...RUN, started_at: '21.11.2026' }, '"21.11.2026" is not a valid date-time.'],
    ['an output without summary', { ...RUN, output: { title: 'x' } }, '"summary" wasn\'t supplied.'],
    ['an output without title', { ...RUN, output: { summary: 'x' } }, '"title" wasn\'t supplied.'],
    ['four buttons', { ...RUN, actions: Array(4).fill({}) }, 'No more than 3 items are allowed; 4 were supplied.'],
  ]
  for (const [what, body, message] of schema)
    it(what, async () => {
      const answer = await call('POST', '/check-runs', body)
      expect(answer.status).toBe(422)
      expect((answer.body as Error).message).toContain(`Invalid request.\n\n`)
      expect((answer.body as Error).message).toContain(message)
      expect(github.checkRuns).toEqual([])
    })

  it('more than 50 annotations, when it is made and later', async () => {
    const output = { ...OUTPUT, annotations: many(51) }
    const message = 'Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied.'
    expect(await call('POST', '/check-runs', { ...RUN, output })).toMatchObject({ status: 422, body: { message } })
    const { body } = await call('POST', '/check-runs', RUN)
    const path = `/check-runs/${(body as Run).id}`
    expect(await call('PATCH', path, { output })).toMatchObject({ status: 422, body: { message } })
    expect(github.checkRuns[0]?.annotations).toEqual([])
  })

  it('an output that is too long, in characters or in bytes', async () => {
    for (const field of ['summary', 'text']) {
      const of = (value: string) => call('POST', '/check-runs', { ...RUN, output: { ...OUTPUT, [field]: value } })
      expect((await of('x'.repeat(65_535))).status).toBe(201)
      const message = 'Invalid request.\n\nOnly 65535 characters are allowed; 65536 were supplied.'
      expect(await of('x'.repeat(65_536))).toMatchObject({ status: 422, body: { message } })
      const errors = [{ field, message: `${field} exceeds a maximum bytesize of 65535` }]
      expect(await of('é'.repeat(40_000))).toMatchObject({ status: 422, body: { errors } })
    }
  })

  it('an end without a conclusion', async () => {
    for (const end of [{ status: 'completed' }, { completed_at: '2026-11-21T03:52:00Z' }]) {
      const answer = await call('POST', '/check-runs', { ...RUN, ...end })
      const errors = [{ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' }]
      expect(answer).toMatchObject({ status: 422, body: { message: 'Validation Failed', errors } })
    }
  })

  it('a commit that does not exist', async () => {
    for (const head_sha of ['e'.repeat(40), 'main', HEAD.slice(0, 7), '']) {
      const message = `No commit found for SHA: ${head_sha}`
      expect(await call('POST', '/check-runs', { ...RUN, head_sha })).toMatchObject({ status: 422, body: { message } })
    }
  })
})

describe('what is refused of an annotation', () => {
  const post = (change: object) =>
    call('POST', '/check-runs', { ...RUN, output: { ...OUTPUT, annotations: [ONE, { ...ONE, ...change }] } })

  const wrong: [string, object][] = [
    ...['', '/js/a.js', './a.js', '../a.js', 'js/../a.js', 'js/..', 'js//a.js', 'js/', 'a\0b'].map(
      (path): [string, object] => [`the path ${JSON.stringify(path)}`, { path }],
    ),
    ['line 0', { start_line: 0 }],
    ['an end before the start', { start_line: 3, end_line: 2 }],
    ['columns over several lines', { end_line: 2, start_column: 1, end_column: 2 }],
    ['column 0', { start_column: 0 }],
    ['an empty message', { message: '' }],
    ['a message over 64 KB', { message: 'é'.repeat(32 * 1024 + 1) }],
    ['raw_details over 64 KB', { raw_details: 'x'.repeat(64 * 1024 + 1) }],
    ['a title over 255 characters', { title: 'x'.repeat(256) }],
  ]
  for (const [what, change] of wrong)
    it(what, async () => {
      const errors = [{ resource: 'CheckRun', code: 'invalid', field: 'annotations', index: 1 }]
      expect(await post(change)).toMatchObject({ status: 422, body: { message: 'Validation Failed', errors } })
      expect(github.checkRuns).toEqual([])
    })

  it('a missing key, a wrong type, an unknown level', async () => {
    const messages: [object, string][] = [
      [{ path: undefined, annotation_level: undefined }, '"annotation_level", "path" weren\'t supplied.'],
      [{ start_line: '1' }, 'For \'properties/start_line\', "1" is not an integer.'],
      [{ end_line: 1.5 }, "For 'properties/end_line', 1.5 is not an integer."],
      [{ annotation_level: 'error' }, '"error" is not a member of ["notice","warning","failure"].'],
    ]
    for (const [change, message] of messages)
      expect(await post(change)).toMatchObject({ status: 422, body: { message: `Invalid request.\n\n${message}` } })
  })

  it('nothing that is just within the limits', async () => {
    const most = { message: 'é'.repeat(32 * 1024), raw_details: 'x'.repeat(64 * 1024), title: '😀'.repeat(255) }
    expect((await post(most)).status).toBe(201)
    expect((await post({ start_column: 1, end_column: 1, path: 'a b/..c/ü' })).status).toBe(201)
  })
})

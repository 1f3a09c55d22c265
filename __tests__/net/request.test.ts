import { spawn } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchBytes } from '../../src/net/fetch-bytes'
import { readAll, request } from '../../src/net/request'
import { Refusal } from '../../src/net/retry'
import {
  breaks,
  endless,
  hangs,
  inTurn,
  packed,
  redirects,
  serves,
  stalls,
  status,
  truncates,
} from '../helpers/answers'
import { makeClock } from '../helpers/clock'
import { startDownloadHost } from '../helpers/download-host'
import { childEnvironment, useLocalInternet } from '../helpers/local-internet'

useLocalInternet()
let host: Awaited<ReturnType<typeof startDownloadHost>>
beforeAll(async () => {
  host = await startDownloadHost()
})
afterAll(() => host.close())
beforeEach(() => host.reset())

const PATIENT = { timeout: 20_000 }
const HASTY = { timeout: 300 }
const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const [settled] = await Promise.allSettled([promise])
  if (settled.status === 'fulfilled' || !(settled.reason instanceof Error)) throw new Error('no error was thrown')
  expect(settled.reason.message).not.toMatch(/[\n\r]/)
  return settled.reason
}

describe('request', () => {
  it('sends what it is given, and nothing else that is secret', async () => {
    const url = host.at('/post', status(201))
    const response = await request(url, {
      ...PATIENT,
      method: 'POST',
      body: '{}',
      headers: { authorization: 'Token abc' },
    })
    expect(response.status).toBe(201)
    const [{ line, headers } = { line: '', headers: {} }] = host.asked
    expect(line).toBe('POST /post')
    expect(headers.authorization).toBe('Token abc')
    expect(headers.cookie).toBeUndefined()
  })

  it.each([301, 302, 303, 307, 308])('gives the redirect %d as the answer', async (code) => {
    const to = host.at('/elsewhere', serves(bytes))
    const response = await request(host.at('/from', redirects(to, code)), PATIENT)
    expect(response.status).toBe(code)
    expect(response.headers.get('location')).toBe(to)
    expect(host.asked).toHaveLength(1)
  })

  it('asks nobody over http', async () => {
    const error = await errorOf(request('http://user:secret@files.example/a?b=secret', PATIENT))
    expect(error).toBeInstanceOf(Refusal)
    expect(error.message).toBe('http://files.example/a is not an https address')
  })

  it('says when nobody answers in time', async () => {
    const error = await errorOf(request(host.at('/hangs', hangs), HASTY))
    expect(error).not.toBeInstanceOf(Refusal)
    expect(error.message).toMatch(/^files\.example:\d+ can not be reached \(it takes too long\)$/)
  })

  it('never repeats a header, whatever is wrong with it', async () => {
    const url = host.at('/post', status(201))
    const error = await errorOf(request(url, { ...PATIENT, headers: { authorization: 'Token s3\ncret' } }))
    expect(error.message).not.toContain('cret')
    expect(host.asked).toEqual([])
  })
})

describe('readAll', () => {
  it('gives the bytes as they are, and what was packed on the way unpacked', async () => {
    expect(await readAll(await request(host.at('/a', serves(bytes)), PATIENT), 256)).toEqual(bytes)
    expect(await readAll(await request(host.at('/b', packed(bytes)), PATIENT), 256)).toEqual(bytes)
  })

  it('reads no more than the limit', async () => {
    const error = await errorOf(readAll(await request(host.at('/a', serves(bytes)), PATIENT), 255))
    expect(error).toBeInstanceOf(Refusal)
    const response = await request(host.at('/endless', endless), PATIENT)
    expect((await errorOf(readAll(response, 3 * 1024 * 1024))).message).toBe('the answer is larger than 3 MiB')
  })

  it('does not unpack more than the limit', async () => {
    const response = await request(host.at('/bomb', packed(Buffer.alloc(100 * 1024 * 1024))), PATIENT)
    expect((await errorOf(readAll(response, 64 * 1024))).message).toBe('the answer is larger than 64 KiB')
  })

  it('says that an answer broke off, or stands still', async () => {
    const cut = await request(host.at('/cut', truncates(Buffer.alloc(100_000))), PATIENT)
    expect((await errorOf(readAll(cut, 1 << 20))).message).toMatch(
      /^the answer of files\.example:\d+ broke off \(.+\)$/,
    )
    const stall = async () => readAll(await request(host.at('/stalls', stalls), HASTY), 1 << 20)
    expect((await errorOf(stall())).message).toMatch(/\(it takes too long\)$/)
  })
})

describe('fetchBytes', () => {
  const limits = { size: 1024, timeout: 20_000, pauses: [1_000, 4_000] }

  it('pauses between its tries, and gives what comes in the end', async () => {
    const { pause, pauses } = makeClock()
    const url = host.at('/a', inTurn(status(503), breaks, serves(bytes)))
    expect(await fetchBytes(url, limits, pause)).toEqual(bytes)
    expect(pauses).toEqual([1_000, 4_000])
    expect(host.asked).toHaveLength(3)
  })

  it('says with what status it was refused, without another try', async () => {
    const { pause, pauses } = makeClock()
    const error = await errorOf(fetchBytes(host.at('/a', status(404)), limits, pause))
    expect(error).toMatchObject({ status: 404, message: expect.stringMatching(/^files\.example:\d+ answered 404$/) })
    expect(pauses).toEqual([])
    expect(host.asked).toHaveLength(1)
  })
})

describe('the test servers', () => {
  const runScript = (script: string, env: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, ['-e', script], { env: { PATH: process.env.PATH ?? '', ...env } })
      let output = ''
      child.stdout.on('data', (text) => {
        output += text
      })
      child.on('close', () => resolve(output.trim()))
    })

  it('are found and trusted by a child process that is told so, and by no other', async () => {
    const url = host.at('/a', serves(Buffer.from('hello')))
    const script = `fetch(${JSON.stringify(url)}).then((r) => r.text()).then(console.log, (e) => console.log(e.cause?.code))`
    const environment = childEnvironment(host)
    expect(await runScript(script, environment)).toBe('hello')
    expect(await runScript(script, { NODE_OPTIONS: environment.NODE_OPTIONS ?? '' })).toMatch(/CERT|SIGNED/)
    expect(await runScript(script, {})).toMatch(/ENOTFOUND|EAI_AGAIN/)
  })

  it('are not waited for: two minutes pass in a child process within a moment', async () => {
    const script = 'const a = Date.now(); setTimeout(() => console.log(Date.now() - a), 120_000)'
    const before = Date.now()
    expect(Number(await runScript(script, childEnvironment(host)))).toBeGreaterThanOrEqual(119_990)
    expect(Date.now() - before).toBeLessThan(60_000)
  })
})

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FIRST_PAUSE, LONGEST_PAUSE, WAIT, waitForDownload } from '../../src/store/wait'
import {
  type Answer,
  breaks,
  endless,
  hangs,
  inTurn,
  packed,
  redirects,
  serves,
  status,
  truncates,
  unpacked,
} from '../helpers/answers'
import { makeClock } from '../helpers/clock'
import { startDownloadHost } from '../helpers/download-host'
import { rejectionOf } from '../helpers/errors'
import { useLocalInternet } from '../helpers/local-internet'

useLocalInternet()
let host: Awaited<ReturnType<typeof startDownloadHost>>
let objects: Awaited<ReturnType<typeof startDownloadHost>>
beforeAll(async () => {
  host = await startDownloadHost()
  objects = await startDownloadHost('objects.example')
})
afterAll(() => {
  host.close()
  objects.close()
})
beforeEach(() => {
  host.reset()
  objects.reset()
})

const archive = gzipSync(Buffer.alloc(300_000, 'what was signed '))
const stale = gzipSync(Buffer.alloc(300_000, 'what was there before '))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const signed = { sha256: sha256(archive), size: archive.length }
const PATH = '/v1/activity.tar.gz'
const waitFor = async (answer: Answer, timeout?: number) => {
  const clock = makeClock()
  await waitForDownload(host.at(PATH, answer), signed, clock, timeout)
  return clock.pauses
}
const failure = async (answer: Answer, clock = makeClock()) => {
  const url = host.at(PATH, answer)
  const error = await rejectionOf(waitForDownload(url, signed, clock))
  expect(error.message).toMatch(/^Nothing was published in the App Store: /)
  expect(error.message).not.toMatch(/[\n\r]/)
  return { error, pauses: clock.pauses }
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

describe('waitForDownload is content', () => {
  it('with the signed bytes, at once', async () => {
    expect(await waitFor(serves(archive))).toEqual([])
    expect(host.asked.map(({ line }) => line)).toEqual([`GET ${PATH}`])
  })

  it('with what is packed on the way, as the store is', async () => {
    expect(await waitFor(packed(archive))).toEqual([])
  })

  it("with GitHub's redirects, with no credentials on the way", async () => {
    const there = objects.at('/asset?signature=x', serves(archive))
    host.at('/step', redirects(there, 302))
    expect(await waitFor(redirects('/step', 301))).toEqual([])
    for (const { headers } of [...host.asked, ...objects.asked]) expect(headers.authorization).toBeUndefined()
  })

  it.each<[string, readonly Answer[]]>([
    ['404', [status(404), status(404)]],
    ["403, as S3 has it for what isn't there", [status(403), status(403)]],
    ['408, 425 and 429', [status(408), status(425), status(429)]],
    ['500, 502 and 503', [status(500), status(502, '<html>'), status(503)]],
    ['broken connections', [breaks, breaks]],
    ['cut answers', [truncates(archive), truncates(archive)]],
    ['what was there before', [serves(stale), serves(stale)]],
    ['nothing at all', [serves(Buffer.alloc(0))]],
    ['the beginning', [serves(archive.subarray(0, -1))]],
    ['more than there should be', [serves(Buffer.concat([archive, Buffer.alloc(1)]))]],
    ['far more than there should be', [endless]],
  ])('after it got %s', async (_, before) => {
    const [first = hangs, ...rest] = before
    const pauses = await waitFor(inTurn(first, ...rest, serves(archive)))
    expect(pauses).toEqual([1_000, 2_000, 4_000].slice(0, before.length))
    expect(host.asked).toHaveLength(before.length + 1)
  })

  it('after a host that does not answer in time', async () => {
    const pauses = await waitFor(inTurn(hangs, serves(archive)), 1_000)
    expect(pauses.length).toBeGreaterThan(0)
  })
})

describe('waitForDownload gives up after two minutes in all', () => {
  it('when nothing is there, and says for whom it must be', async () => {
    const { error, pauses } = await failure(status(404))
    expect(error.code).toBe('DOWNLOAD_UNAVAILABLE')
    expect(error.message).toContain(`${host.url}${PATH} (files.example:`)
    expect(error.message).toMatch(
      /answered 404, for 120 seconds\)\. Anybody must be able to do so without signing in: is the release still a draft/,
    )
    expect(sum(pauses)).toBe(WAIT)
    expect(pauses[0]).toBe(FIRST_PAUSE)
    expect(Math.max(...pauses)).toBe(LONGEST_PAUSE)
    expect(host.asked).toHaveLength(pauses.length + 1)
  })

  it('when something else is there, and says both sizes and hashes', async () => {
    const { error, pauses } = await failure(serves(stale))
    expect(error.code).toBe('DOWNLOAD_DIFFERS')
    expect(error.message).toContain(`serves ${stale.length} bytes with the SHA-256 ${sha256(stale)}`)
    expect(error.message).toContain(`${archive.length} bytes with the SHA-256 ${sha256(archive)} were signed`)
    expect(error.message).not.toContain('Content-Encoding')
    expect(sum(pauses)).toBe(WAIT)
  })

  it('when other bytes of the same size are there', async () => {
    const flipped = Buffer.from(archive)
    flipped[100] = (flipped[100] ?? 0) ^ 1
    expect(flipped.equals(archive)).toBe(false)
    expect((await failure(serves(flipped))).error.code).toBe('DOWNLOAD_DIFFERS')
  })

  it('when the host unpacks the archive, and says that it does', async () => {
    const { error } = await failure(unpacked(archive))
    expect(error.code).toBe('DOWNLOAD_DIFFERS')
    expect(error.message).toContain('serves 300000 bytes')
    expect(error.message).toContain('Content-Encoding')
  })

  it('when there is no end of it', async () => {
    const clock = makeClock()
    // All but the first and the last try would only take time.
    const { error } = await failure(endless, { ...clock, pause: (time) => clock.pause(time + WAIT) } as typeof clock)
    expect(error.code).toBe('DOWNLOAD_DIFFERS')
    expect(error.message).toContain('serves more than 31457280 bytes')
  })

  it('with what it met last', async () => {
    const { error } = await failure(inTurn(serves(stale), breaks))
    expect(error.code).toBe('DOWNLOAD_UNAVAILABLE')
    expect(error.message).toMatch(/can not be reached \(.+\), for 120 seconds/)
  })

  it('also by a clock that goes on while it downloads', async () => {
    const clock = makeClock()
    let asked = 0
    const slow = { ...clock, now: () => clock.now() + asked++ * 50_000 }
    const { error, pauses } = await failure(status(404), slow)
    expect(error.code).toBe('DOWNLOAD_UNAVAILABLE')
    expect(pauses.length).toBeLessThan(4)
  })

  it('also by a clock that stands still, or goes back', async () => {
    for (const step of [0, -60_000]) {
      const clock = makeClock()
      let now = clock.now()
      const { error, pauses } = await failure(status(404), {
        ...clock,
        now: () => {
          now += step
          return now
        },
      })
      expect(error.code).toBe('DOWNLOAD_UNAVAILABLE')
      expect(sum(pauses)).toBe(WAIT)
    }
  })
})

describe('waitForDownload does not wait', () => {
  it.each<[string, Answer, RegExp]>([
    ['for 401', status(401), /answered 401\)/],
    ['for 410', status(410), /answered 410\)/],
    ['for 204', status(204), /answered 204\)/],
    [
      'for a redirect to http',
      redirects('http://files.example/a?token=s3cret'),
      /redirects to http:\/\/files\.example\/a is not an https address/,
    ],
    [
      'for a redirect to a private host',
      redirects('https://192.168.1.1/a'),
      /redirects to https:\/\/192\.168\.1\.1\/a is on a private host/,
    ],
    ['for redirects without an end', redirects(PATH), /redirects more than 5 times/],
  ])('%s', async (_, answer, message) => {
    const { error, pauses } = await failure(answer)
    expect(error.code).toBe('DOWNLOAD_UNAVAILABLE')
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('s3cret')
    expect(pauses).toEqual([])
  })

  it.each(['http://files.example/a.tar.gz', 'https://localhost/a.tar.gz', 'https://[::1]/a.tar.gz', 'a.tar.gz', ''])(
    'for anybody at %j',
    async (url) => {
      const { pauses, ...clock } = makeClock()
      const error = await rejectionOf(waitForDownload(url, signed, clock))
      expect(error.code).toBe('INPUT_INVALID')
      expect(error.message).toMatch(/^app-store-download-url: /)
      expect(pauses).toEqual([])
    },
  )

  it('shows no query of the address', async () => {
    const url = `${host.at(PATH, status(404))}?token=s3cret`
    const error = await rejectionOf(waitForDownload(url, signed, makeClock()))
    expect(error.message).not.toContain('s3cret')
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signForStore } from '../../src/envelope/store-signature'
import { POST_PAUSES, publish, STORE_ADDRESS } from '../../src/store/publish'
import { type Answer, breaks, inTurn, redirects, says, serves, status, truncates } from '../helpers/answers'
import { issue, pem, rsaKey } from '../helpers/certificates'
import { makeClock } from '../helpers/clock'
import { startDownloadHost } from '../helpers/download-host'
import { rejectionOf } from '../helpers/errors'
import { useLocalInternet } from '../helpers/local-internet'
import { startStore } from '../helpers/store'
import { isMissing } from '../helpers/tools'
import { temporaryFolder } from '../helpers/tree'

useLocalInternet()
const TOKEN = '0123456789abcdef0123456789abcdef01234567'
const archive = gzipSync(Buffer.alloc(200_000, 'an app '))
const path = join(temporaryFolder(), 'activity-1.2.3.tar.gz')
writeFileSync(path, archive)

let host: Awaited<ReturnType<typeof startDownloadHost>>
let store: Awaited<ReturnType<typeof startStore>>
beforeAll(async () => {
  host = await startDownloadHost()
  store = await startStore({ token: TOKEN, certificate: pem(issue()), roots: [host.rootFile] })
})
afterAll(() => {
  host.close()
  store.close()
})
beforeEach(() => {
  host.reset()
  store.reset()
})

interface Wanted {
  readonly download?: string
  readonly nightly?: boolean
  readonly token?: string
  readonly address?: string
  readonly key?: string
  readonly clock?: ReturnType<typeof makeClock>
}
const publishIt = async ({ key = 'leaf', nightly = false, ...wanted }: Wanted = {}) => {
  const download = wanted.download ?? host.at('/v1/activity.tar.gz', serves(archive))
  const release = { appId: 'activity', download, signed: await signForStore(path, rsaKey(key)), nightly }
  return publish(release, wanted.token ?? TOKEN, wanted.clock ?? makeClock(), wanted.address ?? store.address)
}
const failure = async (wanted: Wanted = {}) => {
  const error = await rejectionOf(publishIt(wanted))
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(TOKEN)
  expect(JSON.stringify(error)).not.toContain(TOKEN)
  expect(error.message).not.toMatch(/[\n\r]/)
  return error
}

describe.skipIf(isMissing('openssl'))('a release that the store verifies with openssl', () => {
  it('is created, from the bytes that it downloads itself', async () => {
    const published = await publishIt()
    expect(published).toEqual({ status: 'created', url: `${store.url}/apps/activity` })
    expect(inspect(published)).not.toContain(TOKEN)
    const [{ line, headers, body } = { line: '', headers: {}, body: '' }] = store.posted
    expect(line).toBe('POST /api/v1/apps/releases')
    expect(headers.authorization).toBe(`Token ${TOKEN}`)
    expect(headers['content-type']).toBe('application/json')
    expect(headers.accept).toBe('application/json')
    expect(JSON.parse(body)).toEqual({
      download: `${host.url}/v1/activity.tar.gz`,
      signature: (await signForStore(path, rsaKey('leaf'))).signature,
      nightly: false,
    })
    for (const asked of host.asked) expect(asked.headers.authorization).toBeUndefined()
  })

  it('is updated the second time', async () => {
    expect(await publishIt()).toMatchObject({ status: 'created' })
    expect(await publishIt()).toMatchObject({ status: 'updated' })
    expect(store.taken.size).toBe(1)
  })

  it('is posted as a nightly when that is asked for', async () => {
    await publishIt({ nightly: true })
    expect(JSON.parse(store.posted[0]?.body ?? '')).toMatchObject({ nightly: true })
  })

  it('is posted only once the address serves the signed bytes', async () => {
    const clock = makeClock()
    const download = host.at('/a', inTurn(status(404), serves(Buffer.from('old')), truncates(archive), serves(archive)))
    expect(await publishIt({ download, clock })).toMatchObject({ status: 'created' })
    expect(clock.pauses).toEqual([1_000, 2_000, 4_000])
    expect(store.posted).toHaveLength(1)
  })

  it('is posted again when the answer got lost, and is there once', async () => {
    const clock = makeClock()
    store.loseAnswer()
    expect(await publishIt({ clock })).toMatchObject({ status: 'updated' })
    expect(store.posted).toHaveLength(2)
    expect(store.taken.size).toBe(1)
    expect(clock.pauses).toEqual([POST_PAUSES[0]])
  })

  it.each<[string, readonly Answer[]]>([
    ['500', [status(500)]],
    ['502 with HTML, twice', [status(502, '<html>'), status(502, '<html>')]],
    ['503 and a broken connection', [status(503), breaks]],
    ['an answer that breaks off', [truncates(Buffer.alloc(50_000))]],
  ])('is posted again after %s', async (_, answers) => {
    store.say(...answers)
    const clock = makeClock()
    expect(await publishIt({ clock })).toMatchObject({ status: 'created' })
    expect(store.posted).toHaveLength(answers.length + 1)
    expect(clock.pauses).toEqual(POST_PAUSES.slice(0, answers.length))
  })

  it('is refused when the key is not that of the registered certificate', async () => {
    const error = await failure({ key: 'other' })
    expect(error.code).toBe('STORE_REFUSED')
    expect(error.message).toMatch(
      /Signature is invalid.*private-key does not belong to the certificate that is registered/,
    )
    expect(store.posted).toHaveLength(1)
    expect(store.taken.size).toBe(0)
  })

  it('is refused until a renewed certificate is registered', async () => {
    store.register(pem(issue({ key: rsaKey('other') })))
    expect((await failure()).code).toBe('STORE_REFUSED')
    store.register(pem(issue()))
    expect(await publishIt()).toMatchObject({ status: 'created' })
  })

  it('is refused with a wrong token, which nobody gets to see', async () => {
    const wrong = TOKEN.replace('0', 'f')
    const error = await failure({ token: wrong })
    expect(error.message).toMatch(/\(401\): Invalid token\. app-store-token is not one that it knows/)
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(wrong)
    expect(store.posted).toHaveLength(1)
  })
})

describe('what the store says', () => {
  it.each<[string, Answer, RegExp]>([
    [
      '400',
      says(400, ['App activity does not exist, you need to register it first']),
      /\(400\): App activity does not exist.*Register the app first/,
    ],
    ['400 without a word', status(400), /\(400\): it says nothing about why/],
    ['400 with a page', status(400, '<html>'), /\(400\): it sent an HTML page/],
    ['401', says(401, { detail: 'Invalid token.' }), /\(401\)/],
    [
      '403',
      says(403, { detail: 'You do not have permission to perform this action.' }),
      /\(403\).*owner or of a co-maintainer/,
    ],
    ['404', status(404), /\(404\).*Is the address of the store right/],
    [
      '429',
      says(429, { detail: 'Request was throttled.' }, { 'retry-after': '3600' }),
      /\(429\).*after 2026-11-20 11:00 UTC/,
    ],
    ['200 with a page', status(200, '<!doctype html><title>Log in</title>'), /\(200\): it sent an HTML page/],
    ['201 with a page', status(201, '<html>'), /\(201\): it sent an HTML page/],
    ['204', status(204), /\(204\)/],
    ['302', redirects('https://elsewhere.example/'), /\(302\).*which is not followed/],
    ['307', redirects('/api/v1/apps/releases', 307), /\(307\).*which is not followed/],
    ['the token', says(400, { detail: `Token ${TOKEN} is ${TOKEN.toUpperCase()}` }), /\(400\): Token \*\*\* is \*\*\*/],
    ['the token in a header', status(400, '', { 'retry-after': TOKEN, location: TOKEN }), /\(400\)/],
    ['far too much', says(400, ['x'.repeat(10_000_000)]), /\(400\): \["x{398}…/],
  ])('%s: is final, and is told', async (_, answer, message) => {
    store.say(answer, answer)
    const clock = makeClock()
    const error = await failure({ clock })
    expect(error.code).toBe('STORE_REFUSED')
    expect(error.message).toMatch(message)
    expect(store.posted).toHaveLength(1)
    expect(clock.pauses).toEqual([])
  })

  it.each<[number, 'created' | 'updated', string]>([
    [200, 'updated', ''],
    [201, 'created', ''],
    [201, 'created', '{"token":"x"}'],
  ])('%d with %s for an answer', async (code, became, body) => {
    store.say(status(code, body))
    expect(await publishIt()).toEqual({ status: became, url: `${store.url}/apps/activity` })
  })

  it.each<[string, Answer, RegExp]>([
    ['500', says(500, { detail: TOKEN }), /asked 4 times \(it answered 500\)/],
    ['502 with HTML', status(502, '<html>'), /asked 4 times \(it answered 502\)/],
    ['nothing', breaks, /asked 4 times \(store\.example:\d+ can not be reached \(.+\)\)/],
  ])('%s, again and again: it is told that nobody knows', async (_, answer, message) => {
    store.say(answer, answer, answer, answer, answer)
    const clock = makeClock()
    const error = await failure({ clock })
    expect(error.code).toBe('STORE_UNREACHABLE')
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/Whether it took the release is not known\. Run this step again later/)
    expect(store.posted).toHaveLength(4)
    expect(clock.pauses).toEqual(POST_PAUSES)
  })
})

describe('nothing is posted', () => {
  it.each<[string, Answer, string]>([
    ['other bytes', serves(Buffer.from('other')), 'DOWNLOAD_DIFFERS'],
    ['nothing', status(404), 'DOWNLOAD_UNAVAILABLE'],
    ['a redirect to http', redirects('http://files.example/'), 'DOWNLOAD_UNAVAILABLE'],
  ])('while the address serves %s', async (_, answer, code) => {
    const error = await failure({ download: host.at('/a', answer) })
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^Nothing was published/)
    expect(store.posted).toEqual([])
  })

  it.each(['http://files.example/a.tar.gz', 'https://127.0.0.1/a.tar.gz', 'https://user:pw@files.example/a.tar.gz'])(
    'for the address %s',
    async (download) => {
      expect((await failure({ download })).code).toBe('INPUT_INVALID')
      expect(store.posted).toEqual([])
    },
  )

  it('with what can be no token, and nobody is asked for the archive either', async () => {
    const error = await failure({ token: `${TOKEN}\n` })
    expect(error.code).toBe('INPUT_INVALID')
    expect(host.asked).toEqual([])
  })

  it.each(['http://store.example/api', 'store.example', ''])('to the store %j', async (address) => {
    const error = await failure({ address })
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toMatch(/^The address of the App Store can not be used: .+ is not an https address/)
    expect(store.posted).toEqual([])
  })
})

it('the store is where it says it is', () => {
  expect(STORE_ADDRESS).toBe('https://apps.nextcloud.com/api/v1/apps/releases')
})

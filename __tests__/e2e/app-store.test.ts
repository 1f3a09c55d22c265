import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Answer, breaks, redirects, says, serves, status } from '../helpers/answers'
import { useLocalInternet } from '../helpers/local-internet'
import {
  ASSET,
  certificate,
  expectNothingPublished,
  RELEASE,
  release,
  startWorld,
  TOKEN,
  type World,
} from '../helpers/release-world'
import { isSignedBy } from '../helpers/store'
import { makeApp } from '../helpers/tree'

useLocalInternet()
const always = (answer: Answer) => Array.from({ length: 4 }, () => answer)

describe('an App Store', () => {
  it.each<[string, Answer[], RegExp]>([
    [
      '400, bad signature',
      [says(400, ["Signature is invalid: [('', '', 'bad signature')]"])],
      /not belong to the cert/,
    ],
    ['400, padding', [says(400, ["Signature is invalid: [('', '', 'invalid padding')]"])], /registered again/],
    ['400, revoked', [says(400, ["Certificate is invalid: [23, 0, 'certificate revoked']"])], /a new key/],
    ['400, expired', [says(400, ["Certificate is invalid: [10, 0, 'certificate has expired']"])], /has expired/],
    ['400, another CN', [says(400, ['App id activity does not match cert CN notes'])], /is for another app/],
    ['400, unknown', [says(400, ['App activity does not exist, you need to register it first'])], /Register the app/],
    ['400, folder', [says(400, ['Archive app folder is a but info.xml reports id b'])], /Name the top folder/],
    ['400, no archive', [says(400, ['a.tar.gz is not a valid tar.gz archive '])], /can not download the archive/],
    ['400, an address', [says(400, { download: ['Enter a valid HTTPS URL'] })], /https address/],
    ['400, its own words', [says(400, ['::error::no'])], /it says|Correct what it names/],
    ['401, with the token', [says(401, { detail: `Invalid token ${TOKEN}` })], /Invalid token \*\*\*.*Copy it anew/],
    ['403', [says(403, { detail: 'not yours' })], /account that may not release this app/],
    [
      '429',
      [says(429, { detail: 'throttled' }, { 'retry-after': '3600' })],
      /again after \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
    ],
    ['HTML', [status(200, '<html></html>')], /HTML page/],
    ['a redirect', [redirects('https://files.example/')], /which is not followed/],
    ['500 for good', always(status(500)), /did not answer as it should.*answered 500/],
    ['502 for good', always(status(502, '<html>Bad Gateway</html>')), /did not answer as it should.*answered 502/],
    ['nothing', always(breaks), /did not answer as it should/],
  ])('that answers %s is explained; the release stays, and the signature is there', async (_, answers, what) => {
    const world = await startWorld()
    world.store.say(...answers)
    const result = await release(world)
    expect(result.code).toBe(1)
    expect(result.error).toMatch(what)
    expect(result.error).toMatch(/The package is attached to \S+; a new run goes on from there\.$/)
    expect(world.store.posted).toHaveLength(answers.length)
    expect(world.github.releases).toMatchObject([{ draft: false, assets: [{ name: ASSET }] }])
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'release-url': expect.stringContaining('/tag/') })
    const bytes = readFileSync(join(result.app, 'build', ASSET))
    expect(isSignedBy(certificate, result.outputs['app-store-signature'] ?? '', bytes)).toBe(true)
  })

  it.each<[string, (world: World) => void]>([
    ['500 once', ({ store }) => store.say(status(500))],
    ['nothing, though it took the release', ({ store }) => store.loseAnswer()],
  ])('that answers %s is asked again', async (_, prepare) => {
    const world = await startWorld()
    prepare(world)
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    expect(world.store.posted).toHaveLength(2)
  })

  it('is told of a nightly', async () => {
    const world = await startWorld()
    expect((await release(world, { ...RELEASE, 'app-store-nightly': 'true' })).code).toBe(0)
    expect(JSON.parse(world.store.posted[0]?.body ?? '')).toMatchObject({ nightly: true })
  })
})

describe('the public address', () => {
  const DOWNLOAD = 'app-store-download-url'
  /** Publishes from the host of files what an earlier step has built there. */
  async function fromFiles(answer: (bytes: Buffer, world: World) => Answer) {
    const world = await startWorld()
    const app = makeApp()
    const built = await release(world, {}, {}, app)
    expect(built.code, built.stdout).toBe(0)
    const url = world.files.at('/a.tar.gz', answer(readFileSync(join(app, 'build', ASSET)), world))
    return { world, result: await release(world, { 'app-store-token': TOKEN, [DOWNLOAD]: url }, {}, app) }
  }

  it('may be somewhere else, and redirect', async () => {
    const { world, result } = await fromFiles((bytes, { files }) => redirects(files.at('/b.tar.gz', serves(bytes))))
    expect(result.code, result.stdout).toBe(0)
    expect(world.store.taken.size).toBe(1)
    expect(world.github.releases).toEqual([])
    expect(result.outputs['release-url']).toBe('')
  })

  it.each<[string, (bytes: Buffer) => Answer, RegExp]>([
    ['serves other bytes', () => serves(Buffer.from('other')), /serves 5 bytes with the SHA-256/],
    ['has nothing', () => status(404), /answered 404, for 120 seconds/],
    ['redirects to http', () => redirects('http://files.example/a'), /can not be downloaded/],
    ['redirects to a private host', () => redirects('https://192.168.0.1/a'), /can not be downloaded/],
  ])('that %s is not told to the store', async (_, answer, what) => {
    const { world, result } = await fromFiles(answer)
    expect(result.code).toBe(1)
    expect(result.error).toMatch(what)
    expect(result.error).toMatch(/^Nothing was published in the App Store/)
    expectNothingPublished(world)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['http', { [DOWNLOAD]: 'http://files.example/a.tar.gz' }, /app-store-download-url/],
    ['a private host', { [DOWNLOAD]: 'https://10.0.0.1/a.tar.gz' }, /app-store-download-url/],
    ['localhost', { [DOWNLOAD]: 'https://localhost/a.tar.gz' }, /app-store-download-url/],
    ['not given, without a release', { 'release-asset': 'false' }, /app-store-download-url is empty/],
    ['right and the token none', { 'app-store-token': 'a b' }, /app-store-token is no token/],
  ])('that is %s is refused before anything is signed', async (_, inputs, what) => {
    const world = await startWorld()
    const result = await release(world, { ...RELEASE, ...inputs })
    expect(result).toMatchObject({ code: 1, error: expect.stringMatching(what) })
    expect(world.github.requests).toEqual([])
    expectNothingPublished(world)
  })

  it('of a release that serves other bytes is not told to the store', async () => {
    const world = await startWorld()
    world.github.fail({
      path: '/releases/download/',
      times: Number.POSITIVE_INFINITY,
      what: { status: 200, body: 'x' },
    })
    const result = await release(world)
    expect(result.error).toMatch(/serves 1 bytes.*The package is attached to/)
    expect(world.store.posted).toEqual([])
  })
})

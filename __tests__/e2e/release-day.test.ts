import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { actionBeside, commands, visible } from '../helpers/action'
import { type Answer, says, serves, status } from '../helpers/answers'
import { makeAuthority } from '../helpers/authority'
import { keyPem, rsaKey } from '../helpers/certificates'
import { startDownloadHost } from '../helpers/download-host'
import { COMMIT, type GitHubOptions, startGitHub } from '../helpers/github'
import { childEnvironment, useLocalInternet } from '../helpers/local-internet'
import { isSignedBy, startStore } from '../helpers/store'
import { makeApp } from '../helpers/tree'

useLocalInternet()
const TOKEN = 'store-token-0123456789'
const TAG = 'v1.2.3'
const authority = makeAuthority()
const certificate = authority.issue()
const otherKey = rsaKey('another key of the app')
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** GitHub, the App Store and a host of files, all under names that look public. */
async function startWorld(options: GitHubOptions = {}) {
  const github = await startGitHub({
    ...{ https: true, host: 'github.example', latency: 0, tags: { [TAG]: COMMIT } },
    ...options,
  })
  const files = await startDownloadHost()
  const roots = [github.rootFile ?? '', files.rootFile]
  const store = await startStore({ token: TOKEN, certificate, roots })
  closing.push(github.close, files.close, store.close)
  return { github, files, store }
}
type World = Awaited<ReturnType<typeof startWorld>>

const PACKAGE = 'build/{id}-{version}.tar.gz'
const INPUTS = {
  'private-key': authority.keyPem,
  certificate,
  'trusted-authorities': authority.rootPem,
  package: PACKAGE,
}
const RELEASE = { 'release-asset': 'true', 'app-store-token': TOKEN }

function environment({ github, files, store }: World, more: Record<string, string> = {}) {
  return {
    ...github.env('push', { ref: `refs/tags/${TAG}` }),
    ...childEnvironment({ rootFile: github.rootFile ?? '' }, files, store),
    APPSIGN_APP_STORE_URL: store.address,
    APPSIGN_NEXTCLOUD_CERTIFICATES_URL: `${files.url}/certificates`,
    APPSIGN_GITHUB_PACE: '0',
    ...more,
  }
}

async function release(
  world: World,
  inputs: Record<string, string> = RELEASE,
  more: Record<string, string> = {},
  app = makeApp(),
) {
  const result = await actionBeside(
    { ...INPUTS, 'github-token': world.github.token, ...inputs },
    app,
    environment(world, more),
  )
  const said = visible(result.stdout) + result.summary + result.stderr
  expect(said).not.toContain(TOKEN)
  expect(said).not.toContain(world.github.token)
  expect(said).not.toMatch(/\n\s+at |PRIVATE KEY/)
  return { ...result, app, error: commands(result.stdout, 'error').at(-1)?.message ?? '' }
}

describe('a pushed tag', () => {
  it('is signed, packed, attached, published, and taken by the App Store', async () => {
    const world = await startWorld()
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    const bytes = readFileSync(join(result.app, 'build/activity-1.2.3.tar.gz'))
    expect(isSignedBy(certificate, result.outputs['app-store-signature'] ?? '', bytes)).toBe(true)
    const [made] = world.github.releases
    expect(made).toMatchObject({ tag_name: TAG, draft: false, prerelease: false })
    expect(world.store.posted.map(({ line }) => line)).toEqual(['POST /api/v1/apps/releases'])
    expect(world.store.taken.size).toBe(1)
    expect(result.outputs['release-url']).toContain(`/releases/tag/${TAG}`)
    expect(result.stdout).toContain('App Store: activity is created')
    expect(
      commands(result.stdout, 'notice')
        .map(({ message }) => message)
        .join(),
    ).toContain('no earlier release')
  })

  it('run again changes nothing: the release has the bytes, and the App Store updates', async () => {
    const world = await startWorld()
    const first = await release(world)
    expect(first.code, first.stdout).toBe(0)
    const again = await release(world, RELEASE, { GITHUB_RUN_ATTEMPT: '2' }, first.app)
    expect(again.code, again.stdout).toBe(0)
    expect(again.outputs['package-sha256']).toBe(first.outputs['package-sha256'])
    expect(world.github.releases).toHaveLength(1)
    expect(again.stdout).toContain('App Store: activity is updated')
  })

  it.each([2, 5, 8, 11])(
    'that is killed after request %i and run again ends in the same state',
    async (after) => {
      const world = await startWorld()
      world.github.fail({ after, times: Number.POSITIVE_INFINITY, what: { close: 'after' } })
      const app = makeApp()
      await release(world, { 'release-asset': 'true' }, {}, app)
      world.github.heal()
      const result = await release(world, RELEASE, { GITHUB_RUN_ATTEMPT: '2' }, app)
      expect(result.code, result.stdout).toBe(0)
      expect(world.github.releases.filter(({ draft }) => !draft)).toHaveLength(1)
      expect(world.store.taken.size).toBe(1)
    },
    60_000,
  )
})

describe('nothing is published', () => {
  it.each([
    ['v1.2.4', /tag is "v1\.2\.4", and appinfo\/info\.xml says that "activity" is version "1\.2\.3"/],
    ['latest', /which is no version/],
  ])('under the tag %s', async (tag, says) => {
    const world = await startWorld({ tags: { [tag]: COMMIT } })
    const result = await release(world, RELEASE, { GITHUB_REF_NAME: tag, GITHUB_REF: `refs/tags/${tag}` })
    expect(result).toMatchObject({ code: 1, error: expect.stringMatching(says) })
    expect(world.github.releases).toEqual([])
    expect(world.store.posted).toEqual([])
  })

  it('of a tag of another commit, or without the permission', async () => {
    const elsewhere = await startWorld({
      commits: [COMMIT, 'feed'.padEnd(40, '0')],
      tags: { [TAG]: 'feed'.padEnd(40, '0') },
    })
    expect((await release(elsewhere)).error).toMatch(/tag "v1\.2\.3" is of commit feed/)
    const readOnly = await startWorld({ permissions: { contents: 'read' } })
    const result = await release(readOnly)
    expect(result.error).toMatch(/contents: write/)
    expect(readOnly.store.posted).toEqual([])
  })

  it('of an artifact that fails', async () => {
    const world = await startWorld()
    const app = makeApp({ 'broken.tar.gz': 'x' })
    const result = await release(world, { ...RELEASE, artifact: 'broken.tar.gz', 'fail-on': 'never' }, {}, app)
    expect(result).toMatchObject({ code: 1, error: expect.stringContaining('Nothing was published') })
    expect(world.github.releases).toEqual([])
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['an http address', { 'app-store-download-url': 'http://files.example/a.tar.gz' }, /app-store-download-url/],
    ['a private host', { 'app-store-download-url': 'https://10.0.0.1/a.tar.gz' }, /app-store-download-url/],
    ['a token that is none', { 'app-store-token': 'a b' }, /app-store-token is no token/],
  ])('for %s', async (_, inputs, says) => {
    const world = await startWorld()
    expect((await release(world, { ...RELEASE, ...inputs })).error).toMatch(says)
    expect(world.github.releases).toEqual([])
  })
})

describe('the certificate', () => {
  const fetched = { ...RELEASE, certificate: '' }
  it.each<[string, Answer, RegExp | undefined]>([
    ['is fetched', serves(Buffer.from(certificate)), undefined],
    ['is an HTML page', serves(Buffer.from('<!doctype html><html></html>')), /HTML page/],
    ["is another app's", serves(Buffer.from(authority.issue({ commonName: 'calendar' }))), /is for "calendar"/],
    ['is not there', status(404), /has not published one/],
    ['is of another key', serves(Buffer.from(authority.issue({ key: otherKey }))), /private-key does not belong/],
  ])('%s', async (_, answer, says) => {
    const world = await startWorld()
    world.files.at('/certificates/activity/activity.crt', answer)
    const result = await release(world, fetched)
    if (says) expect(result).toMatchObject({ code: 1, error: expect.stringMatching(says) })
    else expect(result.code, result.stdout).toBe(0)
  })
})

describe('the App Store', () => {
  it.each<[string, Answer[], RegExp]>([
    ['400', [says(400, ['Signature is invalid: bad signature'])], /registered in the store/],
    ['401', [says(401, { detail: 'Invalid token.' })], /token/],
    ['403', [says(403, { detail: 'no' })], /403/],
    ['429', [says(429, { detail: 'throttled' }, { 'retry-after': '3600' })], /429/],
    ['HTML', [status(200, '<html></html>')], /App Store/],
    ['500 for good', Array.from({ length: 4 }, () => status(500)), /did not answer as it should/],
  ])(
    'that answers %s is explained, and the release stays',
    async (_, answers, says) => {
      const world = await startWorld()
      world.store.say(...answers)
      const result = await release(world)
      expect(result).toMatchObject({ code: 1, error: expect.stringMatching(says) })
      expect(result.error).toContain('The package is attached to')
      expect(world.github.releases.map(({ draft }) => draft)).toEqual([false])
    },
    30_000,
  )

  it('is told again after an answer that got lost', async () => {
    const world = await startWorld()
    world.store.loseAnswer()
    expect((await release(world)).code).toBe(0)
    expect(world.store.posted).toHaveLength(2)
  })
})

describe('once signed, always signed', () => {
  /** A world in which 1.0.0 was released, with these credentials. */
  async function afterRelease(by: Record<string, string> = {}) {
    const earlier = await release(await startWorld(), { ...by, 'release-asset': 'true' })
    expect(earlier.code, earlier.stdout).toBe(0)
    const bytes = readFileSync(join(earlier.app, 'build/activity-1.2.3.tar.gz'))
    return startWorld({
      tags: { [TAG]: COMMIT, 'v1.0.0': COMMIT },
      releases: [{ tag_name: 'v1.0.0', assets: [{ name: 'activity-1.0.0.tar.gz', bytes }] }],
    })
  }

  it('the same signer is fine', async () => {
    const world = await afterRelease()
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    expect(result.stdout).not.toMatch(/SIGNER_CHANGED|KEY_CHANGED|EARLIER_RELEASE_UNCHECKED/)
  })

  it('another key is told with both fingerprints', async () => {
    const world = await afterRelease({
      'private-key': keyPem(otherKey),
      certificate: authority.issue({ key: otherKey, serial: '2002' }),
    })
    const result = await release(world)
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed-with-warnings' } })
    const [warning] = commands(result.stdout, 'warning')
    expect(warning?.properties).toContain('KEY_CHANGED')
    expect(new Set(warning?.message.match(/[0-9a-f]{64}/g)).size).toBe(2)
  })

  it('without a signature that can be compared nobody can tell, and a notice says so', async () => {
    const world = await startWorld({
      tags: { [TAG]: COMMIT, 'v1.0.0': COMMIT },
      releases: [{ tag_name: 'v1.0.0', assets: [{ name: 'activity-1.0.0.tar.gz', bytes: Buffer.from('no archive') }] }],
    })
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    expect(result.stdout).toContain('EARLIER_RELEASE_UNCHECKED')
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../helpers/action'
import { keyPem, rsaKey } from '../helpers/certificates'
import { COMMIT } from '../helpers/github'
import { useLocalInternet } from '../helpers/local-internet'
import {
  ASSET,
  authority,
  certificate,
  expectNothingPublished,
  RELEASE,
  release,
  startWorld,
  TAG,
} from '../helpers/release-world'
import { isSignedBy } from '../helpers/store'
import { tarEntry, tarGzOf } from '../helpers/tar'
import { INFO_XML, makeApp, realPath } from '../helpers/tree'

useLocalInternet()

describe('a pushed tag', () => {
  it('is signed, packed, attached, published, and taken by the App Store', async () => {
    const world = await startWorld({ downloads: { misses: 2 } })
    const result = await release(world)
    expect(result.code, result.stdout).toBe(0)
    const bytes = readFileSync(join(result.app, 'build', ASSET))
    const signature = result.outputs['app-store-signature'] ?? ''
    expect(isSignedBy(certificate, signature, bytes)).toBe(true)
    const [made] = world.github.releases
    expect(made).toMatchObject({ tag_name: TAG, draft: false, prerelease: false, assets: [{ name: ASSET, bytes }] })
    expect(world.store.posted.map(({ line }) => line)).toEqual(['POST /api/v1/apps/releases'])
    expect(JSON.parse(world.store.posted[0]?.body ?? '')).toEqual({
      download: `${world.github.url}/octo-org/activity/releases/download/${TAG}/${ASSET}`,
      signature,
      nightly: false,
    })
    const page = `${world.github.url}/octo-org/activity/releases/tag/${TAG}`
    expect(result.outputs).toMatchObject({ verdict: 'passed', 'app-id': 'activity', 'release-url': page })
    expect(result.stdout).toContain(`Signature for the App Store: ${signature}\nRelease of activity: ${page}\n`)
    expect(result.stdout).toContain(`App Store: activity is created, ${world.store.url}/apps/activity\n`)
    expect(messages(result.stdout, 'notice')).toContain('there is no earlier release')
  })

  it('run again changes nothing: the release has the bytes, and the App Store updates', async () => {
    const world = await startWorld()
    const first = await release(world)
    expect(first.code, first.stdout).toBe(0)
    const again = await release(world)
    expect(again.code, again.stdout).toBe(0)
    expect(again.outputs).toEqual({ ...first.outputs, ...pathsOf(again.outputs) })
    expect(world.github.releases).toHaveLength(1)
    expect(again.stdout).toContain('App Store: activity is updated')
  })
})

describe('what does not pass is not published, and it is said so:', () => {
  it.each<[string, Record<string, string>]>([
    ['an artifact that fails', { artifact: 'broken.tar.gz' }],
    ['that, though fail-on is never', { artifact: 'broken.tar.gz', 'fail-on': 'never' }],
    ['a warning where fail-on is warning', { 'expiry-warning-days': '2000', 'fail-on': 'warning' }],
  ])('%s', async (_, inputs) => {
    const world = await startWorld()
    const result = await release(world, { ...RELEASE, ...inputs }, {}, makeApp({ 'broken.tar.gz': 'x' }))
    expect(result.code).toBe(1)
    expect(result.error).toContain('Nothing was published, because not everything passed')
    expect(world.github.releases).toEqual([])
    expectNothingPublished(world)
  })

  it('artifacts that are not there', async () => {
    const world = await startWorld()
    expect((await release(world, { ...RELEASE, artifact: 'none/*.tar.gz' })).error).toMatch(/artifact/)
    expectNothingPublished(world)
  })

  it('an expired certificate, which servers accept and the store does not', async () => {
    const world = await startWorld()
    const dates = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2021-01-01T00:00:00Z') }
    const result = await release(world, { ...RELEASE, certificate: authority.issue(dates) })
    expect(result.code).toBe(1)
    expect(result.error).toMatch(/certificate/)
    expect(world.github.releases).toEqual([])
    expectNothingPublished(world)
  })
})

describe('once signed, always signed', () => {
  /** A world in which 1.0.0 was released, by these credentials. */
  async function afterRelease(by: Record<string, string> = {}) {
    const earlier = await release(await startWorld(), { ...by, 'release-asset': 'true' })
    expect(earlier.code, earlier.stdout).toBe(0)
    return worldWith(readFileSync(join(earlier.app, 'build', ASSET)))
  }

  it('the same signer is fine', async () => {
    const result = await release(await afterRelease())
    expect(result.code, result.stdout).toBe(0)
    expect(result.stdout).not.toMatch(/SIGNER_CHANGED|KEY_CHANGED|EARLIER_RELEASE_UNCHECKED/)
  })

  it('another key is told with both fingerprints', async () => {
    const key = rsaKey('another key of the app')
    const by = { 'private-key': keyPem(key), certificate: authority.issue({ key, serial: '2002' }) }
    const result = await release(await afterRelease(by))
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed-with-warnings' } })
    const [warning] = commands(result.stdout, 'warning')
    expect(warning?.properties).toContain('KEY_CHANGED')
    expect(new Set(warning?.message.match(/[0-9a-f]{64}/g)).size).toBe(2)
  })

  it.each([
    ['authority', signedByVendor, /vouched for by Nextcloud.*this one is vouched for by/],
    ['CN', signedForCalendar, /was signed for CN=calendar.*this one is signed for CN=activity/],
  ])('another %s is refused before anything is published', async (_, signature, says) => {
    const world = await worldWith(archiveWith(await signature()))
    const result = await release(world)
    expect(result.code).toBe(1)
    expect(messages(result.stdout, 'error')).toMatch(says)
    expect(result.error).toContain('Nothing was published')
    expect(world.github.releases).toHaveLength(1)
    expect(world.store.posted).toEqual([])
  })

  it('what can not be compared is told', async () => {
    const result = await release(await worldWith(Buffer.from('no archive')))
    expect(result.code, result.stdout).toBe(0)
    expect(result.stdout).toContain('EARLIER_RELEASE_UNCHECKED')
  })

  it('holds for an artifact in the place of a package, too', async () => {
    const world = await worldWith(archiveWith(signedByVendor()))
    const app = makeApp()
    const built = await release(await startWorld(), { package: 'activity.tar.gz' }, {}, app)
    expect(built.code, built.stdout).toBe(0)
    const result = await release(
      world,
      {
        ...{ package: '', artifact: 'activity.tar.gz', 'app-store-token': RELEASE['app-store-token'] },
        'app-store-download-url': world.files.at('/a.tar.gz', (response) => response.end('x')),
      },
      {},
      app,
    )
    expect(result.code).toBe(1)
    expect(result.stdout).toMatch(/SIGNER_CHANGED/)
    expect(world.store.posted).toEqual([])
  })
})

/** A world in which an archive is the release 1.0.0. */
function worldWith(bytes: Buffer) {
  return startWorld({
    tags: { [TAG]: COMMIT, 'v1.0.0': COMMIT },
    releases: [{ tag_name: 'v1.0.0', assets: [{ name: 'activity-1.0.0.tar.gz', bytes }] }],
  })
}

/** A signature by Nextcloud's own authority. */
const signedByVendor = () => readFileSync(realPath('afterlogic-nextcloud.json'))

/** A signature by the same authority, for another app. */
async function signedForCalendar(): Promise<Buffer> {
  const app = makeApp({ 'appinfo/info.xml': INFO_XML.replace('>activity<', '>calendar<') })
  const done = await release(await startWorld(), { certificate: authority.issue({ commonName: 'calendar' }) }, {}, app)
  expect(done.code, done.stdout).toBe(0)
  return readFileSync(join(app, 'appinfo/signature.json'))
}

/** An archive of the app, with this signature. */
const archiveWith = (signature: Buffer) =>
  tarGzOf(
    tarEntry({ name: 'activity/appinfo/info.xml', content: INFO_XML }),
    tarEntry({ name: 'activity/appinfo/signature.json', content: signature }),
  )

const messages = (stdout: string, kind: string) =>
  commands(stdout, kind)
    .map(({ message }) => message)
    .join()

/** Outputs that name the workspace. */
const pathsOf = ({ package: written = '', 'signature-path': signature = '' }: Record<string, string>) => ({
  package: written,
  'signature-path': signature,
})

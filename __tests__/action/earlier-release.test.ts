import { readdirSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findEarlierRelease, MAX_DOWNLOADS, MAX_RELEASES } from '../../src/action/earlier-release'
import { fingerprint } from '../../src/pki/certificate'
import { COMMIT, faults, type GitHub, type GitHubOptions, startGitHub } from '../helpers/github'
import { connectTo, refusalBy } from '../helpers/github-connect'
import { credentials, type Files, signedFiles, tarGzFiles, trust, zipFiles } from '../helpers/signed-app'
import { INFO_XML, temporaryFolder } from '../helpers/tree'

const NEW = { tag: 'v2.0.0', version: '2.0.0', appId: 'activity' }
type Seeds = NonNullable<GitHubOptions['releases']>

let github: GitHub
let files: Files
let signed: Buffer
let unsigned: Buffer
let foreign: Buffer
beforeAll(async () => {
  files = await signedFiles()
  signed = tarGzFiles(files)
  unsigned = tarGzFiles(new Map([...files].filter(([path]) => path !== 'appinfo/signature.json')))
  const info = Buffer.from(INFO_XML.replace('<id>activity', '<id>calendar'))
  foreign = tarGzFiles(new Map([['appinfo/info.xml', info]]))
})
afterEach(() => github.close())

async function start(releases: Seeds, options: GitHubOptions = {}) {
  github = await startGitHub({ commits: [COMMIT], latency: 0, releases, ...options })
}

const folder = temporaryFolder()
async function find(more: Partial<typeof NEW> = {}, maxSize?: number) {
  const compare = { folder, authorities: trust.authorities, ...(maxSize === undefined ? {} : { maxSize }) }
  const client = await connectTo(github)
  try {
    return await findEarlierRelease(client, { ...NEW, ...more }, compare)
  } finally {
    expect(readdirSync(folder)).toEqual([])
  }
}
const release = (tag_name: string, bytes: Buffer, more: object = {}) => ({
  ...{ tag_name, ...more },
  assets: [{ name: `activity-${tag_name}.tar.gz`, bytes }],
})
const downloads = () => github.requests.filter(({ path }) => path.startsWith('/download/')).length
const archives = (tag: string, asset = `activity-${tag}.tar.gz`, isSigned = true) => ({
  archives: [{ tag, asset, signer: { signed: isSigned } }],
})

describe('the latest earlier release', () => {
  it('says who signed its archive', async () => {
    await start([release('v1.0.0', unsigned), release('v1.1.0', signed)])
    expect(await find()).toEqual({
      archives: [
        {
          tag: 'v1.1.0',
          asset: 'activity-v1.1.0.tar.gz',
          signer: {
            signed: true,
            commonName: 'activity',
            authority: trust.authorities[0],
            fingerprint: fingerprint(credentials.leaf.publicKey),
          },
        },
      ],
    })
    expect(downloads()).toBe(1)
  })

  it('may be one without a signature', async () => {
    await start([release('v1.0.0', signed), release('v1.1.0', unsigned)])
    expect(await find()).toEqual(archives('v1.1.0', undefined, false))
  })

  it('is not the release of this tag, no draft, and a prerelease only before another or for want of a final one', async () => {
    const beta = release('v1.5.0-beta.1', signed, { prerelease: true })
    await start([
      release('v1.0.0', signed),
      beta,
      release('v1.9.0', signed, { draft: true }),
      release('v2.0.0', unsigned),
    ])
    expect(await find()).toMatchObject(archives('v1.0.0'))
    expect(await find({ version: '2.0.0-rc.1' })).toMatchObject(archives('v1.5.0-beta.1'))
    await github.close()
    await start([beta])
    expect(await find()).toMatchObject(archives('v1.5.0-beta.1'))
  })

  it('is the one that has an archive of this app, whatever else is in it or newer', async () => {
    const zip = zipFiles(files)
    await start([
      { tag_name: 'v1.0.0', assets: [{ name: 'a.zip', bytes: zip }] },
      release('v1.1.0', foreign),
      { tag_name: 'v1.2.0', assets: [{ name: 'notes.txt', bytes: signed }] },
      { tag_name: 'v1.3.0', assets: [{ name: 'a.tar.gz', bytes: signed, state: 'starter' }] },
    ])
    expect(await find()).toMatchObject(archives('v1.0.0', 'a.zip'))
  })

  it('has every archive of this app that there is', async () => {
    const assets = [
      { name: 'calendar.tar.gz', bytes: foreign },
      { name: 'activity-11.tgz', bytes: signed },
      { name: 'activity-10.tar.gz', bytes: unsigned },
    ]
    await start([{ tag_name: 'v1', assets }])
    expect(await find()).toMatchObject({
      archives: [{ asset: 'activity-11.tgz' }, { asset: 'activity-10.tar.gz', signer: { signed: false } }],
    })
  })

  it('is asked for the archives that are named after the app first, and for so many in all', async () => {
    const others = Array.from({ length: MAX_DOWNLOADS + 3 }, (_, index) => ({ name: `a${index}.zip`, bytes: foreign }))
    await start([{ tag_name: 'v1', assets: [...others, { name: 'Activity.tgz', bytes: signed }] }])
    expect(await find()).toMatchObject(archives('v1', 'Activity.tgz'))
    expect(downloads()).toBe(MAX_DOWNLOADS)
  })

  it('is searched for among so many and no more', async () => {
    const empty = Array.from({ length: MAX_RELEASES }, (_, index) => ({ tag_name: `v1.${index}` }))
    await start([release('v1.0.0-old', signed), ...empty])
    expect(await find()).toMatchObject({ unchecked: expect.stringContaining(`latest ${MAX_RELEASES} releases`) })
    await github.close()
    await start([release('v1.0.0-old', signed), ...empty.slice(1)])
    expect(await find()).toMatchObject(archives('v1.0.0-old'))
  })
})

describe('nothing to compare with', () => {
  it('is said when there is no earlier release', async () => {
    await start([release('v2.0.0', signed)])
    expect(await find()).toEqual({ unchecked: 'there is no earlier release' })
  })

  it('is said when the archive is too large, without reading it, or is none', async () => {
    await start([release('v1.0.0', signed)])
    expect(await find({}, signed.length - 1)).toMatchObject({ unchecked: expect.stringMatching(/v1\.0\.0.*is larger/) })
    expect(downloads()).toBe(0)
    expect(await find({}, signed.length)).toMatchObject(archives('v1.0.0'))
    await github.close()
    for (const bytes of [Buffer.from('<html>'), signed.subarray(0, -20)]) {
      await start([release('v1.0.0', bytes)])
      expect(await find()).toMatchObject({ unchecked: expect.stringMatching(/v1\.0\.0 can not be read/) })
      await github.close()
    }
    await start([])
  })

  it('is said when the token may not read, or the repository is not there for it', async () => {
    await start([release('v1.0.0', signed)], { permissions: { contents: 'none' } })
    expect(await find()).toMatchObject({ unchecked: expect.stringMatching(/^GitHub answered 403 Resource/) })
    github.fail({ path: '/releases', what: faults.notFound })
    expect(await find()).toMatchObject({ unchecked: expect.stringContaining('404') })
  })
})

describe('GitHub failing', () => {
  it('is no notice: nobody knows then', async () => {
    const rules = [
      { path: '/releases', times: 5, what: faults.serverError },
      { path: '/releases', what: faults.rateLimit(Math.floor(Date.now() / 1000) + 3600) },
      { path: '/releases', what: faults.badCredentials },
      { path: '/download/', times: 3, what: { cut: 10 } },
      { path: '/releases', what: faults.empty(200) },
    ]
    for (const rule of rules) {
      await start([release('v1.0.0', signed)])
      github.fail(rule)
      expect(await refusalBy(github, find())).toContain('RELEASE_FAILED')
      expect(await find()).toMatchObject(archives('v1.0.0'))
      await github.close()
    }
    await start([])
  })

  it('for a moment is tried again', async () => {
    await start([release('v1.0.0', signed)])
    github.fail({ path: '/releases', what: faults.badGateway })
    github.fail({ path: '/download/', times: 2, what: { cut: 10 } })
    expect(await find()).toMatchObject(archives('v1.0.0'))
  })
})

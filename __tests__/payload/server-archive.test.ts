import crypto from 'node:crypto'
import fs, { cpSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openPayload } from '../../src/payload/open'
import { isMissingTool } from '../helpers/archive-tools'
import { seeded } from '../helpers/random'
import { appFiles, makeServer, reportOf, verifyAll, wrong } from '../helpers/server-tree'
import { findingsOf, readTree, refusalOf, tarEntries, writeArchive, zipEntries } from '../helpers/signed-app'
import { paxHeader, tarEntry, tarGzOf, tarOf } from '../helpers/tar'
import { runTool } from '../helpers/tools'
import { temporaryFolder, writeFiles } from '../helpers/tree'
import { zipOf } from '../helpers/zip'

const open = (path: string) => openPayload(path, 'server.archive', false, { scope: 'server' })
const original = await makeServer('nextcloud')
writeFiles(original, appFiles('mine', 'custom_apps/mine'))

/** Packs with the tools of the system, as vendors do: everything in one folder. */
function packed(kind: 'tar.bz2' | 'tar.gz' | 'zip', root = original): string {
  const folder = temporaryFolder()
  cpSync(root, join(folder, 'nextcloud'), { recursive: true, verbatimSymlinks: true })
  const archive = join(folder, `nextcloud.${kind}`)
  if (kind === 'zip') runTool('sh', ['-c', 'cd "$1" && zip -qry "$2" nextcloud', 'sh', folder, archive])
  else runTool('tar', [kind === 'tar.gz' ? '-czf' : '-cjf', archive, '-C', folder, 'nextcloud'])
  rmSync(join(folder, 'nextcloud'), { recursive: true })
  return archive
}

const { hash, createHash } = crypto
const { readSync, read } = fs
let hashed = 0
let taken = 0
afterEach(() => {
  Object.assign(crypto, { hash, createHash })
  Object.assign(fs, { readSync, read })
  syncBuiltinESMExports()
})

/** Counts the bytes that are read from files, by calls or by streams. */
function countRead(): void {
  taken = 0
  Object.assign(fs, {
    readSync: (...args: Parameters<typeof readSync>) => {
      const count = readSync(...args)
      taken += count
      return count
    },
    read: (...args: [...unknown[], (error: Error | null, count: number, buffer: Buffer) => void]) => {
      const done = args.pop() as (error: Error | null, count: number, buffer: Buffer) => void
      Reflect.apply(read, fs, [
        ...args,
        (error: Error | null, count: number, buffer: Buffer) => {
          taken += count
          done(error, count, buffer)
        },
      ])
    },
  })
  syncBuiltinESMExports()
}

/** Counts the bytes that go into SHA-512, wherever that happens. */
function countHashed(): void {
  hashed = 0
  const count = (algorithm: string, data: crypto.BinaryLike) => {
    if (algorithm === 'sha512') hashed += Buffer.from(data as Uint8Array).length
  }
  Object.assign(crypto, {
    hash: (algorithm: string, data: crypto.BinaryLike, encoding: 'hex') => {
      count(algorithm, data)
      return hash(algorithm, data, encoding)
    },
    createHash: (algorithm: string) => {
      const made = createHash(algorithm)
      const update = made.update as (data: crypto.BinaryLike) => crypto.Hash
      made.update = (data: crypto.BinaryLike) => {
        count(algorithm, data)
        return update.call(made, data)
      }
      return made
    },
  })
  syncBuiltinESMExports()
}

const bytesBelow = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

describe.each([
  ['tar.bz2', 'bzip2'],
  ['tar.gz', 'gzip'],
  ['zip', 'zip'],
] as const)('a release as %s', (kind, tool) => {
  it.skipIf(isMissingTool(tool))('is verified as its folder is, core and apps', async () => {
    const outcomes = await verifyAll(await open(packed(kind)))
    expect([...outcomes.keys()]).toEqual(['', 'apps/dav', 'apps/files', 'custom_apps/mine'])
    const core = reportOf(outcomes, '')
    expect(core).toMatchObject({ kind: 'archive', appVersion: '25.0.12', server: 'nextcloud', fileCount: 20 })
    expect(wrong(core)).toEqual([
      'EXTRA_FILE custom_apps/mine/appinfo/info.xml',
      'EXTRA_FILE custom_apps/mine/apps/nested.txt',
      'EXTRA_FILE custom_apps/mine/core/js/mimetypelist.js',
      'EXTRA_FILE custom_apps/mine/lib/Main.php',
    ])
    expect(wrong(reportOf(outcomes, 'apps/files'))).toEqual([])
    expect(reportOf(outcomes, 'custom_apps/mine').findings.map(({ code }) => code)).toEqual(['NOT_SIGNED'])
  })

  it.skipIf(isMissingTool(tool))('is read once, and each of its files is hashed once', async () => {
    const root = temporaryFolder()
    cpSync(original, root, { recursive: true })
    writeFiles(root, { 'lib/large.bin': 'x'.repeat(3_000_000), 'apps/files/lib/Main.php': 'changed' })
    const archive = packed(kind, root)
    countHashed()
    const payload = await open(archive)
    expect(hashed).toBe(bytesBelow(root))
    // Whatever is said from here on, the archive was not looked at again.
    rmSync(dirname(archive), { recursive: true })
    const outcomes = await verifyAll(payload)
    expect(wrong(reportOf(outcomes, ''))).toContain('EXTRA_FILE lib/large.bin')
    expect(wrong(reportOf(outcomes, 'apps/files'))).toEqual(['INVALID_HASH lib/Main.php'])
    expect(hashed).toBe(bytesBelow(root))
  })
})

it.skipIf(isMissingTool('zip')).each(['tar.bz2', 'zip'] as const)('each byte of a %s is read once', async (kind) => {
  const root = temporaryFolder()
  const random = seeded(7)
  const content = (bytes: number) => String.fromCharCode(...Array.from({ length: bytes }, () => 33 + random(90)))
  const sizes = Array.from({ length: 300 }, (_, index) => (index % 50 === 0 ? 90_000 : random(20_000)))
  cpSync(original, root, { recursive: true })
  writeFiles(root, Object.fromEntries(sizes.map((size, index) => [`lib/${index}.php`, content(size)])))
  const archive = packed(kind, root)
  const { size } = statSync(archive)
  countRead()
  await open(archive)
  // Its first bytes tell what it is; a zip file's directory is found from its end.
  expect(taken).toBeGreaterThan(size * 0.98)
  expect(taken).toBeLessThan(size + 150_000)
  expect(size).toBeGreaterThan(2_000_000)
})

describe('what an archive of a server may be', () => {
  const files = readTree(original)
  const clean = new Map([...files].filter(([path]) => !path.startsWith('custom_apps')))
  const tarred = (top: string, ...more: Buffer[]) => writeArchive(tarGzOf(...tarEntries(clean, top), ...more), 'tar.gz')
  const passed = async (path: string) => {
    const outcomes = await verifyAll(await open(path))
    expect([...outcomes.keys()]).toEqual(['', 'apps/dav', 'apps/files'])
    return [...outcomes.keys()].flatMap((place) => wrong(reportOf(outcomes, place)))
  }

  it('has a top folder of any name, or none, and is as tidy as tools make it', async () => {
    for (const top of ['nextcloud', 'owncloud', 'core', 'my cloud', './nextcloud'])
      expect([top, await passed(tarred(top))]).toEqual([top, []])
    const bare = [...clean].map(([path, content]) => tarEntry({ name: `./${path}`, content }))
    expect(await passed(writeArchive(tarGzOf(...bare), 'tar.gz'))).toEqual([])
    const pax = tarOf(paxHeader([['comment', 'x']], 'g'), ...tarEntries(clean, 'nextcloud'))
    expect(await passed(writeArchive(pax, 'tar'))).toEqual([])
  })

  it('keeps what would harm whoever unpacks it', async () => {
    const extra = { content: 'x' }
    const cases = [
      [tarEntry({ name: 'nextcloud/occ', ...extra }), ['INVALID_HASH occ', 'DUPLICATE_ENTRY occ']],
      [tarEntry({ name: '../evil.php', ...extra }), ['UNSAFE_NAME ../evil.php']],
      [tarEntry({ name: 'beside/evil.php', ...extra }), ['TOP_FOLDER beside']],
      [tarEntry({ name: '__MACOSX/evil.php', ...extra }), ['TOP_FOLDER __MACOSX']],
    ] as const
    for (const [entry, expected] of cases) expect(await passed(tarred('nextcloud', entry))).toEqual(expected)
    const linked = tarEntry({ name: 'nextcloud/hard.php', type: '1', link: 'nextcloud/occ' })
    const core = reportOf(await verifyAll(await open(tarred('nextcloud', linked))), '')
    expect(wrong(core)).toEqual(['EXTRA_FILE hard.php'])
    expect(findingsOf(core, 'HARD_LINK')).toMatchObject([{ severity: 'warning' }])
  })

  it('is the signed folder, whatever has a version beside it', async () => {
    const beside = tarEntry({ name: 'a/version.php', content: 'x' })
    const path = writeArchive(tarGzOf(beside, ...tarEntries(clean, 'nextcloud')), 'tar.gz')
    expect(await passed(path)).toEqual(['TOP_FOLDER a'])
  })

  it('says nothing of what users have, where no server looks', async () => {
    const user = (name: string, more = {}) => tarEntry({ name: `nextcloud/data/u/${name}`, content: 'x', ...more })
    const odd = Buffer.from('nextcloud/data/u/odd_name')
    odd[odd.length - 5] = 0xff
    const names = [
      user('a'),
      user('A'),
      user('hard', { type: '1', link: 'nextcloud/occ' }),
      user('sparse', { type: 'S' }),
    ]
    const path = tarred('nextcloud', ...names, tarEntry({ name: odd, content: 'x' }))
    const { findings } = reportOf(await verifyAll(await open(path)), '')
    expect(findings.map(({ code }) => code)).toEqual(['REVOCATION_OFF', 'HARD_LINK'])
    const away = user('../../../evil.php')
    expect(await passed(tarred('nextcloud', away))).toEqual(['UNSAFE_NAME data/u/../../../evil.php'])
    const zipped = zipEntries(new Map([...clean, ['data/u/..\\..\\..\\evil.php', Buffer.from('x')]]))
    expect(await passed(writeArchive(zipOf(zipped), 'zip'))).toEqual([expect.stringContaining('UNSAFE_NAME')])
  })

  it('is a server: an app is not', async () => {
    const app = writeArchive(zipOf(zipEntries(new Map([['appinfo/info.xml', Buffer.from('<info/>')]]))), 'zip')
    const refusal = await refusalOf(open(app))
    expect([refusal.code, refusal.message]).toEqual(['PAYLOAD_UNREADABLE', expect.stringContaining('scope: app')])
  })

  it.skipIf(isMissingTool('tar'))('may have links in place of folders, which are told and not entered', async () => {
    const root = temporaryFolder()
    cpSync(original, root, { recursive: true })
    rmSync(join(root, 'custom_apps'), { recursive: true })
    symlinkSync('/srv/apps', join(root, 'custom_apps'))
    symlinkSync('files', join(root, 'apps/link'))
    symlinkSync('/srv/data', join(root, 'data'))
    writeFileSync(join(root, 'apps/README'), 'no app')
    const outcomes = await verifyAll(await open(packed('tar.gz', root)))
    const refused = [...outcomes].map(([place, outcome]) => ('error' in outcome ? place : '')).filter(Boolean)
    expect(refused).toEqual(['apps/link', 'custom_apps'])
    expect(wrong(reportOf(outcomes, ''))).toEqual(['LINK_LEAVES_PAYLOAD custom_apps'])
  })
})

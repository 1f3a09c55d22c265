import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/payload/archive'
import { packagePath } from '../../src/payload/package-path'
import { verify } from '../../src/verify'
import { errorOf } from '../helpers/errors'
import { seeded, shuffle } from '../helpers/random'
import { errorCodes, findingsOf, readTree, refusalOf, signFolder, trust } from '../helpers/signed-app'
import { INFO_XML, makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

/** Not before 1980, which zip can not tell, and not today. */
const MTIME = 1_000_000_000
const LONG_FOLDER = `lib/${'f'.repeat(120)}`
const FILES: Record<string, string | Uint8Array> = {
  'appinfo/info.xml': INFO_XML,
  'lib/a.php': '<?php // a\n',
  'lib.php': 'sorts before lib/',
  'lib/a/b/c/deep.php': 'deep',
  'js/b.js': 'b()\n'.repeat(200_000),
  'empty.txt': '',
  'block.bin': Buffer.alloc(512, 1),
  [`${LONG_FOLDER}/short.php`]: 'in a long folder',
  [`l10n/${'n'.repeat(200)}.js`]: 'long',
  'caf\u00e9/\u65e5\u672c.txt': 'unicode',
  'a b\nc"d.txt': 'odd',
}

const package_ = async (root: string, path = join(temporaryFolder(), 'activity.tar.gz'), options = {}) => {
  const report = await signFolder(root, { ...options, package: { path, mtime: MTIME } })
  return { report, path, bytes: readFileSync(report.package?.path ?? path) }
}

interface Header {
  name: string
  type: string
  mode: string
  owner: string
  mtime: number
  size: number
  magic: string
  content: Buffer
}

/** The headers as they stand in a tar, long names as entries of their own. */
function headersOf(tarGz: Buffer): Header[] {
  const tar = gunzipSync(tarGz)
  const headers: Header[] = []
  for (let at = 0; tar[at] !== 0; ) {
    const text = (from: number, length: number) =>
      tar
        .subarray(at + from, at + from + length)
        .toString()
        .replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12), 8)
    headers.push({
      name: text(0, 100),
      type: text(156, 1),
      mode: text(100, 8),
      owner: `${text(108, 8)}:${text(116, 8)}:${text(265, 32)}:${text(297, 32)}`,
      mtime: Number.parseInt(text(136, 12), 8),
      size,
      magic: tar.subarray(at + 257, at + 265).toString('latin1'),
      content: tar.subarray(at + 512, at + 512 + size),
    })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return headers
}

/** What is in it by name, with long names put in their place, in order. */
function entriesOf(tarGz: Buffer): Map<string, Header> {
  const entries = new Map<string, Header>()
  let long: string | undefined
  const tar = gunzipSync(tarGz)
  let at = 0
  for (const header of headersOf(tarGz)) {
    const prefix = tar
      .subarray(at + 345, at + 500)
      .toString()
      .replace(/\0.*$/s, '')
    at += 512 + Math.ceil(header.size / 512) * 512
    if (header.type === 'L') long = header.content.toString().replace(/\0$/, '')
    else {
      entries.set(long ?? (prefix ? `${prefix}/${header.name}` : header.name), header)
      long = undefined
    }
  }
  return entries
}

describe('a package', () => {
  it('is the same bytes for the same tree, whatever its times, modes, folder and order of writing', async () => {
    const random = seeded(1)
    const digests: string[] = []
    for (const [round, umask] of [0o022, 0o077, 0o000].entries()) {
      const before = process.umask(umask)
      const root = temporaryFolder()
      try {
        for (const [path, content] of shuffle(Object.entries(FILES), random)) {
          writeFiles(root, { [path]: content })
          utimesSync(join(root, path), round * 1e8, round * 1e8)
          if (round === 1) chmodSync(join(root, path), 0o755)
        }
      } finally {
        process.umask(before)
      }
      const { report, bytes } = await package_(root)
      expect(report.package).toMatchObject({
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: bytes.length,
      })
      digests.push(report.package?.sha256 ?? '')
    }
    expect(new Set(digests).size).toBe(1)
  })

  it('has a gzip header without name and time, and Unix as its system', async () => {
    const { bytes } = await package_(makeApp())
    expect(bytes.subarray(0, 8).toString('hex')).toBe('1f8b080000000000')
    expect(bytes[9]).toBe(3)
  })

  it('is ustar with folders, fixed modes and one time, without owners and without pax', async () => {
    const { bytes } = await package_(makeApp(FILES))
    const headers = headersOf(bytes)
    for (const { type, mode, owner, mtime, magic } of headers) {
      expect(['0', '5', 'L']).toContain(type)
      expect(mode).toBe(type === '5' ? '0000755' : '0000644')
      expect(owner).toBe('0000000:0000000::')
      expect(mtime).toBe(type === 'L' ? 0 : MTIME)
      expect(magic).toBe('ustar\x0000')
    }
    expect(gunzipSync(bytes).length % 512).toBe(0)
    expect(gunzipSync(bytes).subarray(-1024).equals(Buffer.alloc(1024))).toBe(true)
  })

  it('has each file once, each folder before what is in it, in the order of their bytes', async () => {
    const { bytes } = await package_(makeApp(FILES))
    const names = [...entriesOf(bytes).keys()]
    const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(names).toEqual(sorted)
    expect(names[0]).toBe('activity/')
    const expected = new Set(['activity/'])
    for (const path of [...Object.keys(FILES), 'appinfo/signature.json']) {
      expected.add(`activity/${path}`)
      for (let up = dirname(path); up !== '.'; up = dirname(up)) expected.add(`activity/${up}/`)
    }
    expect(new Set(names)).toEqual(expected)
    expect(headersOf(bytes).filter(({ type }) => type === 'L').length).toBeGreaterThan(0)
  })

  it('holds the content of the files', async () => {
    const root = makeApp(FILES)
    const { bytes } = await package_(root)
    const packed = [...entriesOf(bytes)]
      .filter(([, { type }]) => type === '0')
      .map(([name, { content }]) => [name.slice(9), content] as const)
    expect(new Map(packed)).toEqual(readTree(root))
  })

  it('has the file in place of a link to it, and nothing in place of a link to a folder', async () => {
    const root = makeApp({ 'dir/x.txt': 'x' })
    symlinkSync('dir/x.txt', join(root, 'link.txt'))
    symlinkSync('dir', join(root, 'link'))
    const { bytes, path } = await package_(root)
    const entries = entriesOf(bytes)
    expect(entries.get('activity/link.txt')).toMatchObject({ type: '0', content: Buffer.from('x') })
    expect([...entries.keys()].filter((name) => name.startsWith('activity/link'))).toEqual(['activity/link.txt'])
    const report = await verify(await openArchive(path), trust)
    expect(errorCodes(report.findings)).toEqual([])
    expect(findingsOf(report, 'LINK_FOLLOWED')).toEqual([])
  })

  it('leaves out what is never signed, what the checkout is kept in, and what is excluded', async () => {
    const root = makeApp({
      '.DS_Store': 'x',
      'lib/.DS_Store': 'x',
      'Thumbs.db': 'x',
      '.git/HEAD': 'ref',
      '.hg/x': 'x',
      '.svn/x': 'x',
      'core/signature.json': '{}',
      'tests/a.php': 'x',
      'dev.txt': 'x',
      '.nextcloudignore': 'tests/\n',
    })
    const { bytes } = await package_(root, undefined, { exclude: 'dev.txt\n.nextcloudignore' })
    expect([...entriesOf(bytes).keys()]).toEqual([
      'activity/',
      'activity/appinfo/',
      'activity/appinfo/info.xml',
      'activity/appinfo/signature.json',
      'activity/js/',
      'activity/js/b.js',
      'activity/lib/',
      'activity/lib/a.php',
    ])
  })

  it.each(['.bzr', '.jj', '_darcs', '.fossil'])('leaves a top-level %s of the checkout out as well', async (name) => {
    const root = makeApp({ [`${name}/x`]: 'x' })
    const { bytes } = await package_(root)
    expect([...entriesOf(bytes).keys()].join()).not.toContain(name)
  })

  it('has nothing to do with an executable bit or a file that belongs to somebody', async () => {
    const root = makeApp({ 'bin/run.sh': '#!/bin/sh\n' })
    chmodSync(join(root, 'bin/run.sh'), 0o4755)
    expect(entriesOf((await package_(root)).bytes).get('activity/bin/run.sh')?.mode).toBe('0000644')
  })

  it('within the app is no part of the app, twice in a row', async () => {
    const root = makeApp()
    const path = join(root, 'build', 'activity.tar.gz')
    const options = { exclude: 'nothing' }
    const first = await package_(root, path, options)
    const second = await package_(root, path, options)
    expect(second.report.package?.sha256).toBe(first.report.package?.sha256)
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(second.report.fileCount).toBe(first.report.fileCount)
    expect(readdirSync(join(root, 'build'))).toEqual(['activity.tar.gz'])
  })

  it('within the app, by way of a link to it, is no part of the app either', async () => {
    const root = makeApp()
    const way = join(temporaryFolder(), 'workspace')
    symlinkSync(root, way)
    const first = await package_(root, join(way, 'activity.tar.gz'))
    const second = await package_(root, join(way, 'activity.tar.gz'))
    expect(second.report.fileCount).toBe(first.report.fileCount)
    expect(second.report.package?.sha256).toBe(first.report.package?.sha256)
  })

  it('says nothing twice', async () => {
    const root = makeApp({ 'appinfo/info.xml': INFO_XML.replace('</info>', `<!-- ${'x'.repeat(600_000)} --></info>`) })
    const { report } = await package_(root)
    const limits = findingsOf(report, 'STORE_LIMIT').map(({ message }) => message)
    expect(limits).toEqual([...new Set(limits)])
    expect(limits).toHaveLength(1)
  })

  it('of an ownCloud app in the legacy format is written after the sunset as well, as signing is', async () => {
    const info = INFO_XML.replace(
      /<dependencies>.*<\/dependencies>/,
      '<dependencies><owncloud min-version="10"/></dependencies>',
    )
    const root = makeApp({ 'appinfo/info.xml': info })
    const path = join(temporaryFolder(), 'a.tar.gz')
    // After the sunset whenever this runs, and within the life of the certificate.
    const now = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000)
    await signFolder(root, { format: 'legacy' }, { server: 'owncloud', now })
    const report = await signFolder(
      root,
      { format: 'legacy', package: { path, mtime: MTIME } },
      { server: 'owncloud', now },
    )
    expect(report.package?.path).toBe(path)
  })
})

describe('a package that can not be written', () => {
  it('leaves the earlier one, and no temporary file, when signing is refused', async () => {
    const root = makeApp()
    const path = join(temporaryFolder(), 'activity.tar.gz')
    await package_(root, path)
    const earlier = readFileSync(path)
    writeFiles(root, { 'lib/.git/HEAD': 'x' })
    expect((await refusalOf(package_(root, path))).code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(readFileSync(path).equals(earlier)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual(['activity.tar.gz'])
  })

  it('leaves a folder that has its name', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'activity.tar.gz', 'x'), { recursive: true })
    const refusal = await refusalOf(package_(makeApp(), join(folder, 'activity.tar.gz')))
    expect(refusal.code).toBe('WRITE_FAILED')
    expect(readdirSync(folder)).toEqual(['activity.tar.gz'])
  })

  it('below a file is WRITE_FAILED', async () => {
    const folder = writeFiles(temporaryFolder(), { file: 'x' })
    expect((await refusalOf(package_(makeApp(), join(folder, 'file/activity.tar.gz')))).code).toBe('WRITE_FAILED')
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('x')
  })
})

describe('the name of a package', () => {
  const app = { id: 'activity', version: '1.2.3-rc.1+7', dependencies: {} }
  it('has id and version filled in, as often as they stand there', () => {
    expect(packagePath('/d/{id}-{version}.tar.gz', app)).toBe('/d/activity-1.2.3-rc.1+7.tar.gz')
    expect(packagePath('/d/{id}/{id}.tgz', app)).toBe('/d/activity/activity.tgz')
    expect(packagePath('/d/{other}.tar.gz', { ...app, version: '../x' })).toBe('/d/{other}.tar.gz')
  })

  it.each(['../../evil', '/etc/x', '..', '.', '', '1/2', '1\\2', '1 2', '-rf', '1\n2', '$&', 'x|y'])(
    'is refused for the version "%s"',
    (version) => {
      const error = errorOf(() => packagePath('/d/{id}-{version}.tar.gz', { ...app, version }))
      expect(error.code).toBe('INPUT_INVALID')
      expect(error.message).toContain('{version}')
    },
  )

  it('of a hostile info.xml leaves everything as it was', async () => {
    const root = makeApp({ 'appinfo/info.xml': INFO_XML.replace('1.2.3', '../../evil') })
    const folder = temporaryFolder()
    expect((await refusalOf(package_(root, join(folder, 'a/b/{version}.tar.gz')))).code).toBe('INPUT_INVALID')
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(join(root, 'appinfo/signature.json'))).toBe(false)
  })
})

describe('the time of a package', () => {
  it('up to the end of what tar can tell is what was asked for', async () => {
    const path = join(temporaryFolder(), 'a.tar.gz')
    const report = await signFolder(makeApp(), { package: { path, mtime: 8 ** 11 - 1 } })
    expect(entriesOf(readFileSync(report.package?.path ?? '')).get('activity/')?.mtime).toBe(8 ** 11 - 1)
  })

  it('is the one time of all entries, and the only difference that it makes', async () => {
    const root = makeApp()
    const folder = temporaryFolder()
    const at = async (mtime: number) => {
      const path = join(folder, `${mtime}.tar.gz`)
      await signFolder(root, { package: { path, mtime } })
      return readFileSync(path)
    }
    const [one, again, other] = [await at(1), await at(1), await at(2)]
    expect(one.equals(again)).toBe(true)
    expect(one.equals(other)).toBe(false)
    expect([...entriesOf(one).keys()]).toEqual([...entriesOf(other).keys()])
  })
})

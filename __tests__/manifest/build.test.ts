import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildManifest } from '../../src/manifest/build'
import { openFolder } from '../../src/payload/folder'
import { errorOf } from '../helpers/errors'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const APP_FILES = ['appinfo/info.xml', 'js/b.js', 'lib/a.php']

async function build(root: string, server: 'nextcloud' | 'owncloud' = 'nextcloud', signed?: string[]) {
  const { hashes, findings } = await buildManifest(openFolder(root), {
    server,
    scope: 'app',
    ...(signed ? { signed } : {}),
  })
  return {
    hashes,
    paths: [...hashes.keys()].sort(),
    told: findings.map(({ code, severity, path }) => `${severity} ${code} ${path}`).sort(),
  }
}

describe('hashes', async () => {
  it('are SHA-512 of the raw bytes', async () => {
    const binary = Buffer.from([0, 0xff, 0x0d, 0x0a])
    const { hashes } = await build(makeApp({ 'a.bin': binary, 'empty.txt': '' }))
    expect(hashes.get('a.bin')).toBe(createHash('sha512').update(binary).digest('hex'))
    expect(hashes.get('empty.txt')).toBe(createHash('sha512').digest('hex'))
  })

  for (const size of [1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024]) {
    it(`are right for a file of ${size} bytes`, async () => {
      const bytes = Buffer.alloc(size, 'appsign')
      expect((await build(makeApp({ large: bytes }))).hashes.get('large')).toBe(
        createHash('sha512').update(bytes).digest('hex'),
      )
    })
  }

  it('are there for names of every kind', async () => {
    const names = [
      '__proto__',
      '404',
      ' lead',
      'trail ',
      'quote"',
      'new\nline',
      'back\\slash',
      'é',
      'e\u0301',
      '😀',
      '\ufffd',
    ]
    const root = makeApp(Object.fromEntries(names.map((name) => [`odd/${name}`, name])))
    expect(await build(root)).toMatchObject({
      paths: [...APP_FILES, ...names.map((name) => `odd/${name}`)].sort(),
      told: [],
    })
  })
})

/** Path, and which servers leave it out. */
const TABLE: [path: string, nextcloud: boolean, owncloud: boolean][] = [
  ['appinfo/signature.json', true, true],
  ['core/signature.json', true, true],
  ['lib/appinfo/signature.json', false, false],
  ['signature.json', false, false],
  ['appinfo/Signature.json', false, false],
  ['.DS_Store', true, true],
  ['lib/.DS_Store', true, true],
  ['lib/.ds_store', false, false],
  ['lib/.directory', true, true],
  ['lib/.webapp', true, true],
  ['lib/Thumbs.db', true, true],
  ['lib/thumbs.db', false, false],
  ['lib/.rnd', true, false],
  ['lib/.webapp-nextcloud-12.0.3', true, false],
  ['lib/.webapp-nextcloud-12.0.3-r1', true, false],
  ['lib/.webapp-nextcloud-12.0.3\n', true, false],
  ['lib/.webapp-nextcloud-12.0', false, false],
  ['lib/.webapp-nextcloud-12.0.3-beta', false, false],
  ['lib/x.webapp-nextcloud-12.0.3', false, false],
  ['lib/.webapp-owncloud-', false, true],
  ['lib/.webapp-owncloud-anything', false, true],
  ['core/js/mimetypelist.js', false, true],
  ['x/core/js/mimetypelist.js', false, true],
  ['x/core/js/mimetypelistXjs', false, true],
  ['xcore/js/mimetypelist.js', false, false],
  ['core/js/mimetypelist.js.map', false, false],
  ['data/a.txt', false, false],
  ['config/a.txt', false, false],
  ['apps/a.txt', false, false],
  ['updater/a.txt', false, false],
  ['.htaccess', false, false],
  ['.gitignore', false, false],
  ['lib/.git/config', false, false],
]

describe('what is left out', async () => {
  const root = makeApp(Object.fromEntries(TABLE.map(([path]) => [path, path])))
  for (const server of ['nextcloud', 'owncloud'] as const) {
    const { paths, told } = await build(root, server)
    it(`nothing is said of that for ${server}`, async () => {
      expect(told.filter((line) => !/DEVELOPMENT_FILES|BUILD_SCRATCH|SOURCE_MAP|VCS_SHIPPED/.test(line))).toEqual([])
    })
    for (const [path, nextcloud, owncloud] of TABLE) {
      const excluded = server === 'nextcloud' ? nextcloud : owncloud
      it(`${server} ${excluded ? 'leaves out' : 'lists'} ${JSON.stringify(path)}`, () => {
        expect(paths.includes(path)).toBe(!excluded)
      })
    }
  }

  it('a folder with the name of a file that is left out is walked', async () => {
    const walked = ['.DS_Store/a.txt', 'lib/.webapp/b.txt', 'appinfo/signature.json/c.txt']
    const other = makeApp(Object.fromEntries(walked.map((path) => [path, ''])))
    expect((await build(other)).paths).toEqual([...APP_FILES, ...walked].sort())
  })

  it('only recent Nextcloud servers leave out their sync lock', async () => {
    const other = makeApp({ 'lib/nextcloud-init-sync.lock': '' })
    expect(await build(other)).toMatchObject({
      paths: APP_FILES,
      told: ['warning RECENT_EXCLUSION lib/nextcloud-init-sync.lock'],
    })
    expect(await build(other, 'owncloud')).toMatchObject({
      paths: [...APP_FILES, 'lib/nextcloud-init-sync.lock'].sort(),
      told: [],
    })
  })

  it('a whole server leaves out its data, and Nextcloud its updater', async () => {
    for (const server of ['nextcloud', 'owncloud'] as const) {
      const { hashes } = await buildManifest(openFolder(root), { server, scope: 'server' })
      for (const path of ['data/a.txt', 'config/a.txt', 'apps/a.txt']) expect(hashes.has(path)).toBe(false)
      expect(hashes.has('updater/a.txt')).toBe(server === 'owncloud')
    }
  })
})

describe('folders of version control', async () => {
  const files = { '.git/config': '', '.git/HEAD': '', '.svn/entries': '', 'lib/.git/config': '' }

  it('at the top are left out, with a notice', async () => {
    expect(await build(makeApp(files))).toMatchObject({
      paths: [...APP_FILES, 'lib/.git/config'].sort(),
      told: ['error VCS_SHIPPED lib/.git', 'notice VCS_FOLDER .git', 'notice VCS_FOLDER .svn'],
    })
  })

  it('are compared when they were signed', async () => {
    expect(await build(makeApp(files), 'nextcloud', ['.git/config', 'lib/a.php'])).toMatchObject({
      paths: [...APP_FILES, '.git/HEAD', '.git/config', 'lib/.git/config'].sort(),
      told: ['error VCS_SHIPPED .git', 'error VCS_SHIPPED lib/.git', 'notice VCS_FOLDER .svn'],
    })
  })

  it('may be a file, as in a worktree', async () => {
    expect(await build(makeApp({ '.git': 'gitdir: elsewhere' }))).toMatchObject({
      paths: APP_FILES,
      told: ['notice VCS_FOLDER .git'],
    })
  })
})

/** An app with one link: its path, its target. */
function withLink(path: string, target: string, files: Record<string, string> = {}): string {
  const root = makeApp(files)
  symlinkSync(target, join(root, path))
  return root
}

describe('links', async () => {
  it('to a file are hashed as the file, with a warning', async () => {
    const { hashes, told } = await build(withLink('link.php', 'lib/a.php'))
    expect(hashes.get('link.php')).toBe(hashes.get('lib/a.php'))
    expect(told).toEqual(['warning LINK_FOLLOWED link.php'])
  })

  it('over a link, and over a folder above, are followed', async () => {
    const root = withLink('one', 'lib/../lib/a.php')
    symlinkSync('../one', join(root, 'lib/two'))
    const { hashes, told } = await build(root)
    expect(hashes.get('lib/two')).toBe(hashes.get('lib/a.php'))
    expect(told).toEqual(['warning LINK_FOLLOWED lib/two', 'warning LINK_FOLLOWED one'])
  })

  it('to a folder are passed over, with a warning', async () => {
    const { paths, told } = await build(withLink('link', 'lib'))
    expect(paths).toEqual(APP_FILES)
    expect(told).toEqual(['warning LINK_TO_FOLDER link'])
  })

  it('to the folder around them are passed over', async () => {
    expect((await build(withLink('lib/up', '..'))).told).toEqual(['warning LINK_TO_FOLDER lib/up'])
  })

  it('that dangle are an error, and false as in the servers', async () => {
    const { hashes, told } = await build(withLink('link', 'nowhere'))
    expect(hashes.get('link')).toBe(false)
    expect(told).toEqual(['error DANGLING_LINK link'])
  })

  it('that lead to themselves dangle', async () => {
    const root = withLink('self', 'self')
    symlinkSync('b', join(root, 'a'))
    symlinkSync('a', join(root, 'b'))
    expect((await build(root)).told).toEqual([
      'error DANGLING_LINK a',
      'error DANGLING_LINK b',
      'error DANGLING_LINK self',
    ])
  })

  it('that leave the payload are an error and are not read', async () => {
    const outside = writeFiles(temporaryFolder(), { secret: 'secret' })
    const root = withLink('absolute', join(outside, 'secret'))
    symlinkSync('../..', join(root, 'lib/above'))
    symlinkSync('../nowhere-outside', join(root, 'gone'))
    symlinkSync('/dev/null', join(root, 'device'))
    const { paths, told } = await build(root)
    expect(paths).toEqual(APP_FILES)
    expect(told).toEqual([
      'error LINK_LEAVES_PAYLOAD absolute',
      'error LINK_LEAVES_PAYLOAD device',
      'error LINK_LEAVES_PAYLOAD gone',
      'error LINK_LEAVES_PAYLOAD lib/above',
    ])
  })

  it('that leave and come back by an absolute path are an error', async () => {
    const root = makeApp()
    symlinkSync(join(root, 'lib/a.php'), join(root, 'link'))
    expect(await build(root)).toMatchObject({ paths: APP_FILES, told: ['error LINK_LEAVES_PAYLOAD link'] })
  })

  it('that leave at the second step are an error', async () => {
    const outside = writeFiles(temporaryFolder(), { file: 'x' })
    const root = withLink('one', 'two')
    symlinkSync(join(outside, 'file'), join(root, 'two'))
    expect((await build(root)).told).toEqual(['error LINK_LEAVES_PAYLOAD one', 'error LINK_LEAVES_PAYLOAD two'])
  })

  it('into a folder of version control leave the payload', async () => {
    const root = withLink('link', '.git/HEAD', { '.git/HEAD': 'ref' })
    expect((await build(root)).told).toEqual(['error LINK_LEAVES_PAYLOAD link', 'notice VCS_FOLDER .git'])
  })

  it('to the signature are an error', async () => {
    const root = withLink('link', 'appinfo/signature.json', { 'appinfo/signature.json': '{}' })
    expect((await build(root)).told).toEqual(['error LINK_TO_SIGNATURE link'])
  })

  it('with a name that is left out are left out', async () => {
    expect(await build(withLink('lib/.DS_Store', 'a.php'))).toMatchObject({ paths: APP_FILES, told: [] })
  })
})

describe.skipIf(process.platform === 'win32')('what no server handles', async () => {
  it('a fifo is an error, and is not opened', async () => {
    const root = makeApp()
    execFileSync('mkfifo', [join(root, 'lib/pipe')])
    symlinkSync('pipe', join(root, 'lib/to-pipe'))
    expect(await build(root)).toMatchObject({
      paths: APP_FILES,
      told: ['error NOT_A_FILE lib/pipe', 'error NOT_A_FILE lib/to-pipe'],
    })
  })

  // macOS takes no such names.
  it.runIf(process.platform === 'linux')('a name that is not UTF-8 is an error that shows its bytes', async () => {
    const root = makeApp()
    const bytes = (name: number[]) => Buffer.concat([Buffer.from(`${root}/lib/`), Buffer.from(name)])
    writeFileSync(bytes([0x61, 0xe9, 0x62]), '')
    mkdirSync(bytes([0xff]))
    const { paths, told } = await build(root)
    expect(paths).toEqual(APP_FILES)
    expect(told).toEqual(['error NAME_NOT_UTF8 lib/\\xff', 'error NAME_NOT_UTF8 lib/a\\xe9b'])
  })
})

describe('openFolder refuses', () => {
  it('what is not there', () => {
    const error = errorOf(() => openFolder(join(temporaryFolder(), 'gone'), 'gone'))
    expect(error.code).toBe('PAYLOAD_UNREADABLE')
    expect(error.message).toMatch(/"gone" does not exist/)
  })

  it('a file', () => {
    const error = errorOf(() => openFolder(join(makeApp(), 'lib/a.php'), 'lib/a.php'))
    expect(error.code).toBe('PAYLOAD_UNREADABLE')
    expect(error.message).toMatch(/is a file/)
  })
})

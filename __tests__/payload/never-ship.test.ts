import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../../src/payload/folder'
import { neverShip } from '../../src/payload/never-ship'
import { verify } from '../../src/verify'
import {
  errorCodes,
  findingsOf,
  refusalOf,
  signedFiles,
  signFolder,
  tarGzFiles,
  trust,
  verifyArchive,
} from '../helpers/signed-app'
import { tarEntry } from '../helpers/tar'
import { INFO_XML, makeApp, writeFiles } from '../helpers/tree'

const found = (...paths: string[]) =>
  neverShip(paths.map((path) => ({ path, kind: 'file' as const }))).map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  )

describe('the table of what must never ship', () => {
  for (const name of ['.git', '.hg', '.svn', '.bzr', '_darcs', '.fossil', '.jj'])
    it(`${name}, at any depth, as a folder or a file`, () => {
      expect(found(`${name}/x/y`, `${name}/z`)).toEqual([`error VCS_SHIPPED ${name}`])
      expect(found(`a/b/${name}/x`)).toEqual([`error VCS_SHIPPED a/b/${name}`])
      expect(found(`a/${name}`)).toEqual([`error VCS_SHIPPED a/${name}`])
      expect(found(`${name}x/y`, `x${name}/y`, name.toUpperCase())).toEqual([])
    })

  it('CVS, which is a repository of any kind too', () => {
    expect(found('lib/CVS/Entries')).toEqual(['error VCS_SHIPPED lib/CVS'])
  })

  for (const name of ['__MACOSX', '._x', '._.DS_Store', '._'])
    it(`${name}, at any depth`, () => {
      expect(found(`${name}/x`)).toEqual([`error MAC_METADATA ${name}`])
      expect(found(`a/b/${name}`)).toEqual([`error MAC_METADATA a/b/${name}`])
    })

  for (const name of ['tests', 'test', '.github', 'node_modules', 'build', 'vendor-bin', '.idea', '.vscode'])
    it(`${name}, at the top only, as a warning`, () => {
      expect(found(`${name}/a`, `${name}/b/c`)).toEqual([`warning DEVELOPMENT_FILES ${name}`])
      expect(found(`lib/${name}/a`, `${name}s2/x`)).toEqual([])
    })

  for (const name of [
    'composer.json',
    'composer.lock',
    'package.json',
    'package-lock.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'Makefile',
    'krankerl.toml',
    'webpack.config.js',
    'webpack.js',
    'vite.config.ts',
    'tsconfig.json',
    'phpunit.xml',
    'phpunit.integration.xml',
    'phpunit.xml.dist',
    'psalm.xml',
    '.php-cs-fixer.dist.php',
    '.eslintrc.js',
    '.eslintrc',
    '.gitignore',
    '.gitattributes',
  ])
    it(`${name}, at the top only, as a warning`, () => {
      expect(found(name)).toEqual([`warning BUILD_SCRATCH ${name}`])
      expect(found(`lib/${name}`, `x${name}`)).toEqual([])
    })

  it('is silent about what belongs into an app', () => {
    expect(
      found(
        'appinfo/info.xml',
        'lib/AppInfo/Application.php',
        'js/app.js',
        'vendor/composer/installed.json',
        'img/app.svg',
        '.htaccess',
        'l10n/de.js',
        'lib/Git/x.php',
        '.gitkeep',
      ),
    ).toEqual([])
  })

  it('tells each folder once, and every finding has a hint', () => {
    const paths = Array.from({ length: 50 }, (_, i) => `lib/.git/objects/${i}`)
    const findings = neverShip([...paths, 'tests/x', '._a'].map((path) => ({ path, kind: 'file' as const })))
    expect(findings).toHaveLength(3)
    for (const finding of findings) expect(finding.hint).toMatch(/\w/)
  })
})

describe('signing', () => {
  it.each(['lib/.git/HEAD', 'x/.svn/entries', '__MACOSX/a', 'lib/._a.php'])('refuses %s', async (path) => {
    const refusal = await refusalOf(signFolder(makeApp({ [path]: 'x' })))
    expect(refusal.code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(refusal.findings).toHaveLength(1)
  })

  it('names all of them, not the first only', async () => {
    const refusal = await refusalOf(signFolder(makeApp({ 'a/.git/x': '1', 'b/.git/x': '2', '._c': '3' })))
    expect(refusal.findings.map(({ path }) => path).sort()).toEqual(['._c', 'a/.git', 'b/.git'])
    expect(refusal.message).toContain('(and 2 more)')
  })

  it('goes on with a warning for what is for development', async () => {
    const report = await signFolder(makeApp({ 'tests/a.php': 'x', 'composer.lock': '{}' }))
    expect(findingsOf(report, 'DEVELOPMENT_FILES')).toMatchObject([{ path: 'tests', severity: 'warning' }])
    expect(findingsOf(report, 'BUILD_SCRATCH')).toMatchObject([{ path: 'composer.lock', severity: 'warning' }])
  })
})

describe('verifying', () => {
  it('reports them under their own codes, in a folder and in an archive', async () => {
    const root = makeApp({ 'tests/a.php': 'x' })
    await signFolder(root)
    writeFiles(root, { 'lib/.git/HEAD': 'x', 'lib/._a': 'x' })
    const folder = await verify(openFolder(root), trust)
    expect(errorCodes(folder.findings).sort()).toEqual(['EXTRA_FILE', 'EXTRA_FILE', 'MAC_METADATA', 'VCS_SHIPPED'])
    expect(findingsOf(folder, 'DEVELOPMENT_FILES')).toHaveLength(1)
    const files = await signedFiles()
    const archive = await verifyArchive(tarGzFiles(files, tarEntry({ name: 'activity/lib/.git/HEAD', content: 'x' })))
    expect(errorCodes(archive.findings).sort()).toEqual(['EXTRA_FILE', 'VCS_SHIPPED'])
  })

  it('also where they were signed', async () => {
    const root = makeApp({ 'composer.json': '{}', 'node_modules/x/y.js': 'y' })
    await signFolder(root)
    const report = await verify(openFolder(root), trust)
    expect(errorCodes(report.findings)).toEqual([])
    expect(findingsOf(report, 'DEVELOPMENT_FILES')).toMatchObject([{ path: 'node_modules' }])
    expect(findingsOf(report, 'BUILD_SCRATCH')).toMatchObject([{ path: 'composer.json' }])
  })
})

describe('source maps', () => {
  const maps = async (files: Record<string, string>) =>
    findingsOf(await signFolder(makeApp(files)), 'SOURCE_MAP').map(({ path }) => path)
  it('that are larger than their code are a warning, in a folder and in an archive', async () => {
    expect(await maps({ 'js/a.js': 'xx', 'js/a.js.map': 'xxx' })).toEqual(['js/a.js.map'])
    expect(await maps({ 'css/a.css': 'xx', 'css/a.css.map': 'xxx' })).toEqual(['css/a.css.map'])
    const files = await signedFiles({ 'js/a.js': 'xx', 'js/a.js.map': 'xxx' })
    expect(findingsOf(await verifyArchive(tarGzFiles(files)), 'SOURCE_MAP')).toMatchObject([
      { severity: 'warning', path: 'js/a.js.map' },
    ])
  })

  it('that are not, or have no code, are none', async () => {
    expect(await maps({ 'js/a.js': 'xx', 'js/a.js.map': 'xx', 'js/b.js.map': 'xxxx', 'x.map': 'x' })).toEqual([])
  })
})

describe('limits of the App Store', () => {
  const limits = async (info: string, files = {}, server: 'nextcloud' | 'owncloud' = 'nextcloud') => {
    const root = makeApp({ 'appinfo/info.xml': info, ...files })
    return findingsOf(await verify(openFolder(root), { ...trust, server }), 'STORE_LIMIT')
  }
  const padded = (size: number) =>
    INFO_XML.replace('</info>', `<!--${'x'.repeat(size - INFO_XML.length - 7)}--></info>`)

  it('are warnings: info.xml of more than 512 KB', async () => {
    expect(padded(600_000)).toHaveLength(600_000)
    expect(await limits(padded(512 * 1024))).toEqual([])
    expect(await limits(padded(512 * 1024 + 1))).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('512 KB') },
    ])
  })

  it.each(['Activity', 'my-app', '1app', 'a.b', 'my app', '_a'])('the id "%s"', async (id) => {
    expect(await limits(INFO_XML.replace('<id>activity', `<id>${id}`))).toMatchObject([
      { message: expect.stringContaining(id) },
    ])
  })

  it.each(['a', 'activity', 'my_app2'])('not the id "%s"', async (id) => {
    expect(await limits(INFO_XML.replace('<id>activity', `<id>${id}`))).toEqual([])
  })

  it('are none for ownCloud', async () => {
    expect(await limits(padded(600_000), {}, 'owncloud')).toEqual([])
  })

  it('an archive of more than 20 MB', async () => {
    const files = await signedFiles({ 'large.bin': noise(20 * 1024 * 1024 + 1000) })
    const report = await verifyArchive(tarGzFiles(files))
    expect(findingsOf(report, 'STORE_LIMIT')).toMatchObject([{ message: expect.stringContaining('20 MB') }])
    expect(errorCodes(report.findings)).toEqual([])
  })
})

/** Bytes that no compressor makes smaller. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size)
  let state = 1
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildManifest } from '../../src/manifest/build'
import { openArchive } from '../../src/payload/archive'
import { openFolder } from '../../src/payload/folder'
import { verify } from '../../src/verify'
import { type ArchiveTool, isMissingTool } from '../helpers/archive-tools'
import { errorCodes, findingsOf, readTree, signFolder, trust } from '../helpers/signed-app'
import { runTool } from '../helpers/tools'
import { goldenPath, INFO_XML, makeApp, temporaryFolder, writeGoldenTree } from '../helpers/tree'

const MTIME = 1_000_000_000
const TREES = readdirSync(goldenPath('trees')).map((file) => basename(file, '.json'))

/** A golden tree in a folder that is called as the app is, signed and packed. */
async function packTree(tree: string, server: 'nextcloud' | 'owncloud') {
  const root = join(temporaryFolder(), 'activity')
  renameSync(writeGoldenTree(tree), root)
  const path = join(temporaryFolder(), `${tree}.tar.gz`)
  const report = await signFolder(root, { package: { path, mtime: MTIME } }, { server })
  return { root, path, report }
}

const manifestOf = async (payload: Parameters<typeof buildManifest>[0], server: 'nextcloud' | 'owncloud') =>
  [...(await buildManifest(payload, { server, scope: 'app' })).hashes].sort(([a], [b]) => (a < b ? -1 : 1))

/** What the archive and the folder say of the same app. */
async function expectEqual(archive: string, root: string, server: 'nextcloud' | 'owncloud') {
  const payload = await openArchive(archive)
  expect(await manifestOf(payload, server)).toEqual(await manifestOf(openFolder(root), server))
  const report = await verify(payload, { ...trust, server })
  expect(errorCodes(report.findings)).toEqual([])
  expect(report.appId).toBe('activity')
}

for (const server of ['nextcloud', 'owncloud'] as const)
  describe.each(TREES)(`the golden tree %s for ${server}`, (tree) => {
    it('is packed, verified, and has the manifest of the folder', async () => {
      const { root, path, report } = await packTree(tree, server)
      expect(errorCodes(report.findings)).toEqual([])
      await expectEqual(path, root, server)
      expect((await openArchive(path)).list().entries.every(({ kind }) => kind === 'file')).toBe(true)
    })
  })

const TARS: [string, ArchiveTool[], string, string[]][] = [
  ['plain', ['tar'], 'tar', ['--format=gnu', '-cf']],
  ['ustar', ['tar'], 'tar', ['--format=ustar', '-cf']],
  ['pax', ['tar'], 'tar', ['--format=pax', '-cf']],
  ['gzip', ['tar', 'gzip'], 'tar.gz', ['-czf']],
  ['bzip2', ['tar', 'bzip2'], 'tar.bz2', ['-cjf']],
]
for (const [how, tools, ending, options] of TARS)
  describe.skipIf(tools.some(isMissingTool))(`tar, ${how}`, () => {
    it.each(TREES)('%s is what the folder is', async (tree) => {
      const { root } = await packTree(tree, 'nextcloud')
      const path = join(temporaryFolder(), `app.${ending}`)
      runTool('tar', [...options, path, '-C', dirname(root), 'activity'])
      await expectEqual(path, root, 'nextcloud')
    })
  })

describe.skipIf(isMissingTool('bsdtar'))('bsdtar', () => {
  it.each(TREES)('%s is what the folder is', async (tree) => {
    const { root } = await packTree(tree, 'nextcloud')
    const path = join(temporaryFolder(), 'app.tar.gz')
    execFileSync('bsdtar', ['-czf', path, '-C', dirname(root), 'activity'], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    await expectEqual(path, root, 'nextcloud')
  })
})

describe.skipIf(isMissingTool('zip'))('zip', () => {
  // A backslash in a zip is refused: programs differ in what it means.
  const trees = TREES.filter((tree) => tree !== 'chars')
  it.each(trees)('%s is what the folder is', async (tree) => {
    const { root } = await packTree(tree, 'nextcloud')
    const path = join(temporaryFolder(), 'app.zip')
    execFileSync('zip', ['-qry', path, 'activity'], { cwd: dirname(root), env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    await expectEqual(path, root, 'nextcloud')
  })

  it('with a backslash in a name is refused', async () => {
    const root = join(temporaryFolder(), 'activity')
    cpSync(makeApp({ 'lib\\b.php': 'x' }), root, { recursive: true })
    await signFolder(root)
    const path = join(temporaryFolder(), 'app.zip')
    execFileSync('zip', ['-qry', path, 'activity'], { cwd: dirname(root) })
    const report = await verify(await openArchive(path), trust)
    expect(findingsOf(report, 'UNSAFE_NAME')).toMatchObject([{ message: expect.stringContaining('backslash') }])
  })

  it('from a pipe, with sizes behind the data and zip64, passes', async () => {
    const { root } = await packTree('unicode', 'nextcloud')
    const path = join(temporaryFolder(), 'app.zip')
    execFileSync('sh', ['-c', `zip -qry - activity > '${path}'`], {
      cwd: dirname(root),
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    await expectEqual(path, root, 'nextcloud')
  })
})

describe.skipIf(isMissingTool('tar'))('what GNU tar makes of odd trees', () => {
  const tarOf = (root: string, ...options: string[]) => {
    const path = join(temporaryFolder(), 'app.tar')
    runTool('tar', [...options, '-cf', path, '-C', dirname(root), basename(root)])
    return path
  }
  const signedTree = async (change: (root: string) => void = () => undefined, files = {}) => {
    const root = join(temporaryFolder(), 'activity')
    cpSync(makeApp(files), root, { recursive: true })
    change(root)
    await signFolder(root)
    return root
  }

  it('a sparse file is SPARSE_FILE in each of its forms', async () => {
    const root = await signedTree((folder) => {
      execFileSync('truncate', ['-s', '1M', join(folder, 'sparse.bin')])
    })
    for (const version of ['0.0', '0.1', '1.0'])
      expect(
        await verify(
          await openArchive(tarOf(root, '--format=pax', '--sparse', `--sparse-version=${version}`)),
          trust,
        ).then((report) => errorCodes(report.findings)),
        version,
      ).toContain('SPARSE_FILE')
    const gnu = await verify(await openArchive(tarOf(root, '--format=gnu', '--sparse')), trust)
    expect(errorCodes(gnu.findings)).toContain('SPARSE_FILE')
  })

  it('hard links are HARD_LINK, and none with --hard-dereference', async () => {
    const root = await signedTree((folder) => {
      execFileSync('ln', [join(folder, 'lib/a.php'), join(folder, 'lib/z.php')])
    })
    expect(errorCodes((await verify(await openArchive(tarOf(root)), trust)).findings)).toEqual(['HARD_LINK'])
    expect(errorCodes((await verify(await openArchive(tarOf(root, '--hard-dereference')), trust)).findings)).toEqual([])
  })

  it('a fifo is NOT_A_FILE', async () => {
    const root = await signedTree()
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(errorCodes((await verify(await openArchive(tarOf(root)), trust)).findings)).toEqual(['NOT_A_FILE'])
  })

  it('links are to the archive what they are to the folder', async () => {
    const root = await signedTree((folder) => {
      mkdirSync(join(folder, 'x/y'), { recursive: true })
      for (const [path, target] of [
        ['one', 'lib/a.php'],
        ['x/two', '../one'],
        ['x/y/three', '../../lib/../js/b.js'],
        ['four', 'x/y'],
      ] as const)
        symlinkSync(target, join(folder, path))
    })
    await expectEqual(tarOf(root), root, 'nextcloud')
    for (const [path, target] of [
      ['up', '../x'],
      ['upAndBack', '../activity/lib/a.php'],
      ['gone', 'nothing'],
      ['loop', 'loop'],
      ['absolute', '/etc/passwd'],
      ['through', 'four/../../../x'],
      ['file', 'lib/a.php/x'],
    ] as const)
      symlinkSync(target, join(root, path))
    const kinds = (payload: Awaited<ReturnType<typeof openArchive>>) =>
      payload
        .list()
        .entries.map(({ path, kind }) => `${path} ${kind}`)
        .sort()
    expect(kinds(await openArchive(tarOf(root)))).toEqual(kinds(openFolder(root)))
  })

  it('more than one archive in a row, and --append, are told', async () => {
    const root = await signedTree()
    const path = tarOf(root)
    const plain = join(temporaryFolder(), 'two.tar')
    execFileSync('sh', ['-c', `cat '${path}' '${path}' > '${plain}'`])
    expect(errorCodes((await verify(await openArchive(plain), trust)).findings)).toEqual(
      expect.arrayContaining(['ARCHIVE_TRAILING_BYTES', 'DUPLICATE_ENTRY']),
    )
  })
})

describe.skipIf(isMissingTool('git'))('git archive', () => {
  it('has a global header, which is an error', async () => {
    const root = makeApp()
    await signFolder(root)
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args])
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'x')
    for (const ending of ['tar', 'tar.gz', 'zip']) {
      const path = join(temporaryFolder(), `app.${ending}`)
      git('archive', '--prefix=activity/', '-o', path, 'HEAD')
      const { findings } = await verify(await openArchive(path), trust)
      expect(errorCodes(findings), ending).toEqual(ending === 'zip' ? [] : ['PAX_HEADER'])
    }
  })
})

/** Names of every kind that tools on Linux can write; long ones in a folder, at the end of a way, and both. */
const FILES = {
  'appinfo/info.xml': INFO_XML,
  'lib/a.php': '<?php // a\n',
  'empty.txt': '',
  'js/large.js': 'x'.repeat(700_000),
  [`lib/${'f'.repeat(120)}/short.php`]: 'in a long folder',
  [`l10n/${'n'.repeat(200)}.js`]: 'long',
  'caf\u00e9/\u65e5\u672c.txt': 'unicode',
}
async function packed() {
  const root = join(temporaryFolder(), 'activity')
  cpSync(makeApp(FILES), root, { recursive: true })
  const path = join(temporaryFolder(), 'activity.tar.gz')
  await signFolder(root, { package: { path, mtime: MTIME } })
  return { root, path, folder: temporaryFolder() }
}

describe('what we packed is unpacked to what was signed by', () => {
  const UTF8 = { env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' }, encoding: 'utf8' } as const
  describe.skipIf(isMissingTool('tar') || isMissingTool('gzip'))('tar', () => {
    it('without a word', async () => {
      const { root, path, folder } = await packed()
      const listed = execFileSync('tar', ['-tvzf', path, '--quoting-style=literal'], UTF8).trim().split('\n')
      for (const line of listed)
        expect(line).toMatch(/^(?:-rw-r--r--|drwxr-xr-x) 0\/0 +\d+ 2001-09-09 01:46 activity\//)
      execFileSync('gzip', ['-t', path])
      execFileSync('tar', ['-xzf', path, '-C', folder])
      expect(readTree(join(folder, 'activity'))).toEqual(readTree(root))
    })
  })
  describe.skipIf(isMissingTool('bsdtar'))('bsdtar', () => {
    it('without a word', async () => {
      const { root, path, folder } = await packed()
      const listed = execFileSync('bsdtar', ['-tvf', path], UTF8).trim().split('\n')
      expect(listed.length).toBeGreaterThan(readTree(root).size)
      for (const line of listed) expect(line).toMatch(/^(?:-rw-r--r--|drwxr-xr-x) {2}0 0 +0 /)
      execFileSync('bsdtar', ['-xf', path, '-C', folder], UTF8)
      expect(readTree(join(folder, 'activity'))).toEqual(readTree(root))
    })
  })
  describe.skipIf(isMissingTool('php'))('PHP', () => {
    it('without a word', async () => {
      const { root, path, folder } = await packed()
      runTool('php', ['-r', '(new PharData($argv[1]))->extractTo($argv[2]);', path, folder])
      expect(readTree(join(folder, 'activity'))).toEqual(readTree(root))
    })
  })
})

import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/payload/archive'
import { openFolder } from '../../src/payload/folder'
import { readIgnored } from '../../src/payload/ignore'
import { findingsOf, readTree, signedFiles, signFolder, tarGzFiles, writeArchive } from '../helpers/signed-app'
import { makeApp } from '../helpers/tree'

async function leftOut(file: string | undefined, exclude: string | undefined, paths: readonly string[]) {
  const root = makeApp(file === undefined ? {} : { '.nextcloudignore': file })
  const isLeftOut = await readIgnored(openFolder(root), exclude)
  return paths.filter(isLeftOut)
}

const PATHS = [
  'a.txt',
  'b.md',
  'tests/a.php',
  'lib/tests/a.php',
  'lib/a.txt',
  'lib/keep.txt',
  'build',
  'x/build/y',
  'A.txt',
]

describe('what is left out', () => {
  it.each<[string, string | undefined, string | undefined, string[]]>([
    ['nothing', undefined, undefined, []],
    ['nothing for comments and blanks', '# a.txt\n\n   \n', '\n', []],
    ['names at any depth', 'a.txt', undefined, ['a.txt', 'lib/a.txt']],
    ['names by exclude', undefined, '*.md', ['b.md']],
    ['both together', '*.md', 'build', ['b.md', 'build', 'x/build/y']],
    ['folders at any depth', 'tests/', undefined, ['tests/a.php', 'lib/tests/a.php']],
    ['folders at the root', '/tests/', undefined, ['tests/a.php']],
    ['folders by a path', 'lib/tests', undefined, ['lib/tests/a.php']],
    ['folders, but no file of that name', 'build/', undefined, ['x/build/y']],
    ['anchored files', '/a.txt', undefined, ['a.txt']],
    ['stars over folders', '**/a.*', undefined, ['a.txt', 'tests/a.php', 'lib/tests/a.php', 'lib/a.txt']],
    ['what ! does not bring back', 'lib/*.txt\n!lib/keep.txt', undefined, ['lib/a.txt']],
    ['what exclude does not bring back from .nextcloudignore', '*.txt', '!keep.txt', ['a.txt', 'lib/a.txt', 'A.txt']],
    [
      'what is in a folder that is out, whatever ! says',
      'lib/',
      '!lib/keep.txt',
      ['lib/tests/a.php', 'lib/a.txt', 'lib/keep.txt'],
    ],
    ['with Windows line ends', 'a.txt\r\nb.md\r\n', undefined, ['a.txt', 'b.md', 'lib/a.txt']],
  ])('%s', async (_, file, exclude, expected) => {
    expect(await leftOut(file, exclude, PATHS)).toEqual(expected)
  })

  it('takes the case of names as it is', async () => {
    expect(await leftOut('A.txt', undefined, PATHS)).toEqual(['A.txt'])
  })

  it('takes every name that a file can have', async () => {
    const odd = ['a\\b', 'a\nb', ' x', '[x]', '#x', '!x', '..x', '.x', 'x ', 'a//b'.replace('//', '/')]
    expect(await leftOut('nothing', undefined, odd)).toEqual([])
  })
})

describe('what is left out when signing', () => {
  it('is not in the signature, and a notice counts it', async () => {
    const root = makeApp({ 'tests/a.php': 'x', 'tests/b.php': 'x', '.nextcloudignore': '/tests\n.nextcloudignore\n' })
    const report = await signFolder(root)
    expect(findingsOf(report, 'LEFT_OUT')).toMatchObject([
      { severity: 'notice', message: expect.stringMatching(/^3 files/) },
    ])
    expect(readTree(root).get('appinfo/signature.json')?.toString()).not.toContain('tests')
    expect(findingsOf(report, 'DEVELOPMENT_FILES')).toEqual([])
  })

  it('may be what could not be signed otherwise', async () => {
    const root = makeApp({ 'lib/.git/HEAD': 'x' })
    await signFolder(root, { exclude: '.git' })
  })

  it('is EXTRA_FILE when it is shipped all the same: an archive brings no rules of its own', async () => {
    const files = await signedFiles({ '.nextcloudignore': 'dev.txt\n', 'dev.txt': 'x' })
    const { verify } = await import('../../src/verify')
    const { trust } = await import('../helpers/signed-app')
    const report = await verify(await openArchive(writeArchive(tarGzFiles(files), 'tar.gz')), trust)
    expect(findingsOf(report, 'EXTRA_FILE')).toMatchObject([{ path: 'dev.txt' }])
  })
})

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expandGlobs, matchFolders, matchPaths } from '../../src/action/patterns'
import { refusalOf } from '../helpers/signed-app'
import { temporaryFolder, writeFiles } from '../helpers/tree'

const workspace = writeFiles(temporaryFolder(), {
  'dist/a.tar.gz': '',
  'dist/b.zip': '',
  'dist/b.tar.gz': '',
  'dist/sub/c.tar.gz': '',
  'dist/.hidden.tar.gz': '',
  'a[1].txt': '',
})
const names = async (lines: string, expand: typeof expandGlobs | undefined = expandGlobs) =>
  (await matchPaths(lines, 'artifact', workspace, expand)).map(({ name }) => name)

describe('paths and globs of an input', () => {
  it.each<[string, string, string[]]>([
    ['one path, there or not', 'dist/a.tar.gz', ['dist/a.tar.gz']],
    ['a path that is not there', 'dist/none.tar.gz', ['dist/none.tar.gz']],
    ['paths in their order', 'dist/b.zip\ndist/a.tar.gz', ['dist/b.zip', 'dist/a.tar.gz']],
    ['blanks, comments and Windows line ends', '\r\n  dist/a.tar.gz  \r\n# dist/b.zip\n\n', ['dist/a.tar.gz']],
    ['a star', 'dist/*.tar.gz', ['dist/.hidden.tar.gz', 'dist/a.tar.gz', 'dist/b.tar.gz']],
    ['two stars', '**/c.tar.gz', ['dist/sub/c.tar.gz']],
    ['a question mark', 'dist/?.zip', ['dist/b.zip']],
    ['a class', 'dist/[ab].tar.gz', ['dist/a.tar.gz', 'dist/b.tar.gz']],
    ['! takes out', 'dist/*.tar.gz\n!dist/a*', ['dist/.hidden.tar.gz', 'dist/b.tar.gz']],
    ['! takes out of plain paths', 'dist/a.tar.gz\ndist/b.zip\n!dist/b.*', ['dist/a.tar.gz']],
    ['! and in again', 'dist/*.tar.gz\n!**/*.tar.gz\ndist/a.*', ['dist/a.tar.gz']],
    ['each once', 'dist/a.*\ndist/*.tar.gz\n!dist/.*', ['dist/a.tar.gz', 'dist/b.tar.gz']],
    ['a folder, without what is in it', 'dis?', ['dist']],
  ])('%s', async (_, lines, expected) => {
    expect((await names(lines)).sort()).toEqual([...expected].sort())
  })

  it('are absolute, relative to the workspace, or absolute from the start', async () => {
    const [match] = await matchPaths('dist/a.*', 'path', workspace, expandGlobs)
    expect(match).toEqual({ path: join(workspace, 'dist/a.tar.gz'), name: 'dist/a.tar.gz' })
    const [same] = await matchPaths(join(workspace, 'dist/a.*'), 'path', workspace, expandGlobs)
    expect(same).toEqual(match)
  })

  it('that match nothing are ARTIFACT_MISSING, naming input and patterns', async () => {
    for (const lines of ['dist/*.rar', '!dist/*', 'dist/a.*\n!dist/*', '', '# nothing', 'dist/a.*\ndist/*.rar']) {
      const refusal = await refusalOf(matchPaths(lines, 'artifact', workspace, expandGlobs))
      expect(refusal).toMatchObject({
        code: 'ARTIFACT_MISSING',
        message: expect.stringMatching(/^artifact matches nothing/),
      })
    }
  })

  it('are taken by the letter where nobody expands them', async () => {
    expect(await matchPaths('a[1].txt', 'path', workspace)).toEqual([
      { path: join(workspace, 'a[1].txt'), name: 'a[1].txt' },
    ])
  })

  it('do not walk through links', async () => {
    mkdirSync(join(workspace, 'loop'))
    symlinkSync('..', join(workspace, 'loop/up'))
    const refusal = await refusalOf(matchPaths('loop/**/a.tar.gz\ndist/b.zip', 'path', workspace, expandGlobs))
    expect(refusal.message).toMatch(/^path matches nothing: "loop\/\*\*\/a\.tar\.gz"\./)
  })

  it('keep a path that is not there beside globs that find something', async () => {
    expect(await names('dist/a.*\ndist/none.zip')).toEqual(['dist/a.tar.gz', 'dist/none.zip'])
    expect(await names('dist/none.zip\ndist/a.*\n!dist/b*')).toEqual(['dist/none.zip', 'dist/a.tar.gz'])
  })

  it('may be named like a glob, when they are there', async () => {
    expect(await names('a[1].txt')).toEqual(['a[1].txt'])
    expect(await names('a[1].txt\ndist/*.zip\n!a*')).toEqual(['dist/b.zip'])
  })
})

describe('folders of an input', () => {
  const folders = async (lines: string) =>
    (await matchFolders(lines, 'path', workspace, expandGlobs)).map(({ name }) => name)

  it('are what globs find, without files', async () => {
    expect(await folders('dist/*')).toEqual(['dist/sub'])
    expect(await folders('dist/*.zip')).toEqual(['dist/b.zip'])
  })

  it('are not passed over when a line names them, and they are files', async () => {
    expect(await folders('dist/b.zip\ndist/sub')).toEqual(['dist/b.zip', 'dist/sub'])
    expect(await folders('dist/*\ndist/b.zip')).toEqual(['dist/sub', 'dist/b.zip'])
  })
})

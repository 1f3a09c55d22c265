import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildManifest } from '../../src/manifest/build'
import { openFolder } from '../../src/payload/folder'
import { classifyLink, isInside } from '../../src/payload/link'
import { decodeName } from '../../src/payload/name'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

describe('openFolder', () => {
  it('follows a link to the folder itself', () => {
    const root = makeApp()
    const link = join(temporaryFolder(), 'app')
    symlinkSync(root, link)
    const payload = openFolder(link, 'app')
    expect(payload.name).toBe('app')
    expect(
      payload
        .list()
        .entries.map(({ path }) => path)
        .sort(),
    ).toEqual(['appinfo/info.xml', 'js/b.js', 'lib/a.php'])
  })

  it('lists an empty folder, and none below', () => {
    expect(openFolder(temporaryFolder()).list()).toEqual({ entries: [], leftOut: [] })
  })
})

describe('read', () => {
  const root = makeApp({ 'ten.txt': '0123456789' })
  symlinkSync('ten.txt', join(root, 'link'))
  symlinkSync(join(writeFiles(temporaryFolder(), { file: 'x' }), 'file'), join(root, 'outside'))
  symlinkSync('loop', join(root, 'loop'))
  const payload = openFolder(root)

  it('gives the bytes up to the limit', () => {
    expect(payload.read('ten.txt', 10)?.toString()).toBe('0123456789')
    expect(payload.read('ten.txt', 9)).toBe('too-large')
    expect(payload.read('link', 10)?.toString()).toBe('0123456789')
  })

  for (const path of ['gone', 'gone/deeper', 'ten.txt/deeper', 'lib', 'outside', 'loop'])
    it(`gives nothing for ${path}`, () => expect(payload.read(path, 10)).toBeUndefined())

  it.skipIf(process.platform === 'win32')('does not wait for a fifo', () => {
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(payload.read('pipe', 10)).toBeUndefined()
  })
})

describe('classifyLink', () => {
  const root = makeApp({ '.git/HEAD': 'ref', 'deep/a/b/file': 'x' })
  const links: Record<string, [target: string, kind: string, resolved?: string]> = {
    'to-file': ['lib/a.php', 'file', 'lib/a.php'],
    'lib/to-file': ['../js/b.js', 'file', 'js/b.js'],
    'to-folder': ['lib', 'folder-link'],
    'to-root': ['.', 'folder-link'],
    'to-nothing': ['lib/gone', 'dangling-link'],
    'below-a-file': ['lib/a.php/x', 'dangling-link'],
    'to-git': ['.git/HEAD', 'leaving-link'],
    'to-parent': ['..', 'leaving-link'],
    // Where the folder has another name, this link dangles.
    'out-and-in': [`../${root.split('/').at(-1)}/lib/a.php`, 'leaving-link'],
    shortcut: ['deep/a/b', 'folder-link'],
    'over-shortcut': ['shortcut/file', 'file', 'deep/a/b/file'],
    // `..` behind a folder link is the folder above its target, not above its name.
    'up-from-shortcut': ['shortcut/../../../lib/a.php', 'file', 'lib/a.php'],
  }
  for (const [path, [target]] of Object.entries(links)) symlinkSync(target, join(root, path))
  for (const [path, [target, kind, resolved]] of Object.entries(links)) {
    it(`${path}, ${kind}`, () => {
      const expected = { path, target, kind, ...(resolved ? { resolved } : {}) }
      expect(classifyLink(openFolder(root).root, path, new Set(['.git']))).toEqual(expected)
    })
  }
})

describe('a link that goes up behind another link', () => {
  // By its text, `up/../secret` is `secret`; the kernel goes to the folder above the app.
  const parent = writeFiles(temporaryFolder(), { secret: 'outside', 'app/deep/secret': 'inside' })
  const root = join(parent, 'app')
  symlinkSync('..', join(root, 'deep/up'))
  symlinkSync('up/../secret', join(root, 'deep/link'))

  it('leaves when the kernel leaves', () => {
    expect(readFileSync(join(root, 'deep/link'), 'utf8')).toBe('outside')
    expect(classifyLink(openFolder(root).root, 'deep/link', new Set()).kind).toBe('leaving-link')
  })

  it('is never hashed as what lies outside', async () => {
    const { hashes } = await buildManifest(openFolder(root), { server: 'nextcloud', scope: 'app' })
    expect([...hashes.values()]).not.toContain(createHash('sha512').update('outside').digest('hex'))
  })
})

describe('isInside', () => {
  for (const [path, inside] of [
    ['/a/b', true],
    ['/a/b/c', true],
    ['/a/b/..c', true],
    ['/a', false],
    ['/a/bc', false],
    ['/', false],
  ] as const) {
    it(`${path} is ${inside ? '' : 'not '}inside of /a/b`, () => expect(isInside('/a/b', path)).toBe(inside))
  }
})

describe('decodeName', () => {
  const names: [bytes: number[], text: string, valid: boolean][] = [
    [[0x61], 'a', true],
    [[0xc3, 0xa9], 'é', true],
    [[0xef, 0xbf, 0xbd], '\ufffd', true],
    [[0xf0, 0x9f, 0x98, 0x80], '😀', true],
    [[0xe9], '\\xe9', false],
    [[0x61, 0xc3], 'a\\xc3', false],
    [[0xed, 0xa0, 0x80], '\\xed\\xa0\\x80', false],
    [[0xc0, 0xaf], '\\xc0\\xaf', false],
    [[0xef, 0xbf, 0xbd, 0xff], '\\xef\\xbf\\xbd\\xff', false],
  ]
  for (const [bytes, text, valid] of names)
    it(text, () => expect(decodeName(Buffer.from(bytes))).toEqual({ text, valid }))
})

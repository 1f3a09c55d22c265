import { Buffer } from 'node:buffer'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/findings/diagnose'
import type { Finding } from '../../src/findings/finding'
import { compareManifests } from '../../src/manifest/compare'
import { openArchive } from '../../src/payload/archive'
import { openFolder } from '../../src/payload/folder'
import { verify } from '../../src/verify'
import { readTree, signFolder, tarGzFiles, trust, writeArchive, zipFiles } from '../helpers/signed-app'
import { makeApp } from '../helpers/tree'

const PATH = 'js/app.js'
const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'

/** Signs a file's content, changes it, and tells what is said of it: of the folder, of a tar.gz and of a zip. */
async function sayings(before: string | Buffer, after: string | Buffer): Promise<Finding[]> {
  const root = makeApp({ [PATH]: before })
  await signFolder(root)
  writeFileSync(join(root, PATH), after)
  return fromAll(root, 'INVALID_HASH')
}

async function fromAll(root: string, code: Finding['code']): Promise<Finding[]> {
  const files = readTree(root)
  const payloads = [
    openFolder(root),
    await openArchive(writeArchive(tarGzFiles(files), 'tar.gz')),
    await openArchive(writeArchive(zipFiles(files), 'zip')),
  ]
  const all: Finding[] = []
  for (const payload of payloads) {
    const { findings } = await verify(payload, trust)
    all.push(...findings.filter((finding) => finding.code === code))
  }
  return all
}

describe('a changed file is told what happened to it, in a folder and in archives', () => {
  const text = 'one\ntwo\nthree\n'
  const crlf = text.replaceAll('\n', '\r\n')
  const bom = '\ufeff'
  it.each<[string, string | Buffer, string | Buffer, RegExp, RegExp]>([
    ['LF to CRLF', text, crlf, /are CRLF, and were LF/, /\.gitattributes.*binary mode/],
    ['CRLF to LF', crlf, text, /are LF, and were CRLF/, /\.gitattributes.*binary mode/],
    ['LF to CRLF in one line', 'one\n', 'one\r\n', /are CRLF, and were LF/, /\.gitattributes/],
    ['LF to CRLF, beyond ASCII', 'caf\u00e9\n\n', 'caf\u00e9\r\n\r\n', /are CRLF, and were LF/, /\.gitattributes/],
    [
      'LF to CRLF, of bytes that are no text',
      Buffer.from([0xff, 10, 0, 10]),
      Buffer.from([0xff, 13, 10, 0, 13, 10]),
      /are CRLF/,
      /./,
    ],
    ['a byte order mark added', text, bom + text, /byte order mark was added/, /without a byte order mark/],
    ['a byte order mark lost', bom + text, text, /byte order mark that it had .* is gone/, /Sign again/],
    ['a newline added', 'one', 'one\n', /newline was added at its end/, /formatter/],
    ['a newline of Windows added', 'one\r\ntwo', 'one\r\ntwo\r\n', /newline was added at its end/, /formatter/],
    ['a second newline added', 'one\n', 'one\n\n', /newline was added at its end/, /formatter/],
    ['a newline lost', 'one\n', 'one', /newline at its end is gone/, /formatter/],
    ['a newline of Windows lost', 'one\r\n', 'one', /newline at its end is gone/, /formatter/],
    ['everything lost', text, '', /is empty, and was not/, /again/],
    ['a pointer of Git LFS', text, LFS, /pointer of Git LFS/, /lfs: true/],
  ])('%s', async (_, before, after, message, hint) => {
    const found = await sayings(before, after)
    expect(found).toHaveLength(3)
    for (const finding of found) {
      expect(finding).toMatchObject({ code: 'INVALID_HASH', severity: 'error', path: PATH })
      expect(finding.message).toMatch(message)
      expect(finding.hint).toMatch(hint)
    }
  })

  it.each<[string, string, string]>([
    ['another content', text, 'other'],
    ['two things at once', text, `${bom}${crlf}`],
    ['mixed line ends', 'one\r\ntwo\nthree\n', text],
    ['a blank at the end', text, `${text} `],
    ['something where nothing was', '', 'x'],
    ['words about Git LFS', text, `see ${LFS}`],
  ])('and nothing is guessed for %s', async (_, before, after) => {
    const found = await sayings(before, after)
    expect(found).toHaveLength(3)
    for (const { message } of found) expect(message).toBe(`"${PATH}" was changed after the app was signed.`)
  })

  it('is read again up to a size only', async () => {
    const large = 'line\n'.repeat(300_000)
    for (const { message } of await sayings(large, large.replaceAll('\n', '\r\n')))
      expect(message).toBe(`"${PATH}" was changed after the app was signed.`)
  })
})

describe('a file under another name', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'is a rename',
      'lib/old.php',
      'lib/new.php',
      /^"lib\/old.php" was renamed to "lib\/new.php" after the app was signed\.$/,
    ],
    ['in another folder is one as well', 'lib/x.php', 'src/x.php', /^"lib\/x.php" was renamed to "src\/x.php"/],
    ['by case', 'lib/Foo.php', 'lib/foo.php', /only upper and lower case differ/],
    ['by NFC and NFD', 'caf\u00e9.txt', 'cafe\u0301.txt', /only the Unicode form of the name differs/],
    ['by NFD and NFC', 'cafe\u0301.txt', 'caf\u00e9.txt', /only the Unicode form of the name differs/],
  ])('%s', async (_, before, after, message) => {
    const root = makeApp({ [before]: 'its own content', 'src/keep.php': 'x' })
    await signFolder(root)
    renameSync(join(root, before), join(root, after))
    for (const [code, path] of [
      ['FILE_MISSING', before],
      ['EXTRA_FILE', after],
    ] as const) {
      const found = await fromAll(root, code)
      expect(found).toHaveLength(3)
      for (const finding of found) expect(finding).toMatchObject({ code, path, severity: 'error' })
      if (code === 'FILE_MISSING') for (const finding of found) expect(finding.message).toMatch(message)
      else for (const finding of found) expect(finding.message).toContain(`is "${before}" under another name`)
    }
  })

  it('is none when the content differs', async () => {
    const findings = compareManifests(new Map([['a', '1'.repeat(128)]]), new Map([['b', '2'.repeat(128)]]))
    expect(await diagnose(findings, async () => new Map())).toEqual(findings)
  })
})

describe('diagnose', () => {
  const changed = (count: number) =>
    compareManifests(
      new Map(Array.from({ length: count }, (_, i) => [`${i}`, 'a'])),
      new Map(Array.from({ length: count }, (_, i) => [`${i}`, 'b'])),
    )
  it('reads nothing when nothing was changed', async () => {
    const findings = compareManifests(new Map([['a', '1']]), new Map([['b', '2']]))
    await diagnose(findings, () => Promise.reject(new Error('read all the same')))
  })

  it('reads what was changed, once, and not more than a few', async () => {
    const asked: number[] = []
    const findings = changed(1000)
    const result = await diagnose(findings, async (paths) => {
      asked.push(paths.size)
      return new Map()
    })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toBeLessThan(1000)
    expect(result).toEqual(findings)
  })

  it('keeps order, codes and hashes', async () => {
    const findings = [...changed(3), ...compareManifests(new Map([['x', '1']]), new Map([['y', '1']]))]
    const result = await diagnose(findings, async () => new Map([['1', Buffer.from('')]]))
    const bones = (list: readonly Finding[]) => list.map(({ message, hint, ...rest }) => rest)
    expect(bones(result)).toEqual(bones(findings))
    expect(result.map(({ message }, index) => message === findings[index]?.message)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  it('is found among many of one content, each once', async () => {
    const many = (folder: string) =>
      Array.from({ length: 20_000 }, (_, index) => [`${folder}/${index}.php`, 'same'] as const)
    const findings = compareManifests(new Map(many('lib')), new Map(many('LIB')))
    const messages = (await diagnose(findings, async () => new Map())).map(({ message }) => message)
    expect(new Set(messages)).toHaveLength(40_000)
    expect(messages.filter((message) => /^"lib\/(\d+\.php)" was renamed to "LIB\/\1"/.test(message))).toHaveLength(
      20_000,
    )
  }, 20_000)

  it('of two files of one content pairs those that differ by case only', async () => {
    const hashes = (...paths: string[]) => new Map(paths.map((path) => [path, 'same']))
    const findings = compareManifests(hashes('lib/a.php', 'lib/b.php'), hashes('LIB/a.php', 'LIB/b.php'))
    const result = await diagnose(findings, async () => new Map())
    for (const name of ['a', 'b'])
      expect(result.find(({ path }) => path === `lib/${name}.php`)?.message).toContain(`renamed to "LIB/${name}.php"`)
  })
})

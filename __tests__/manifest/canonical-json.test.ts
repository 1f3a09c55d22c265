import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildManifest } from '../../src/manifest/build'
import { openFolder } from '../../src/payload/folder'
import { canonicalJson } from '../helpers/manifest-json'
import { seeded, shuffle } from '../helpers/random'
import { goldenFile, goldenPath, writeGoldenTree } from '../helpers/tree'

const encode = (...names: string[]) => canonicalJson(new Map(names.map((name) => [name, 'h']))).toString()
const keys = (json: string) => [...json.matchAll(/"((?:[^"\\]|\\.)*)":"h"/g)].map((match) => match[1])

describe('the golden manifests', () => {
  const trees = readdirSync(goldenPath('trees')).map((name) => name.replace('.json', ''))

  it('are one for each tree', () => {
    expect(trees).toHaveLength(7)
    expect(readdirSync(goldenPath('expected')).filter((name) => name.endsWith('.v2.manifest.json'))).toHaveLength(7)
  })

  for (const tree of trees) {
    it(`${tree}: the very bytes, for ownCloud`, async () => {
      const { hashes } = await buildManifest(openFolder(writeGoldenTree(tree)), { server: 'owncloud', scope: 'app' })
      const whole = new Map([...hashes].filter((entry): entry is [string, string] => entry[1] !== false))
      expect(canonicalJson(whole).equals(goldenFile(`expected/${tree}.v2.manifest.json`))).toBe(true)
    })

    it(`${tree}: read and written again, in whatever order`, () => {
      const golden = goldenFile(`expected/${tree}.v2.manifest.json`)
      const entries = Object.entries(JSON.parse(golden.toString()) as Record<string, string>)
      const shuffled = new Map(shuffle(entries, seeded(entries.length)))
      expect(canonicalJson(shuffled).equals(golden)).toBe(true)
    })
  }
})

describe('encodeCanonicalJson', () => {
  it('writes nothing as an empty object', () => expect(encode()).toBe('{}'))

  it('has no white space', () => expect(encode('a', 'b')).toBe('{"a":"h","b":"h"}'))

  it('writes names and hashes', () => {
    const hash = createHash('sha512').digest('hex')
    expect(canonicalJson(new Map([['a/b.php', hash]])).toString()).toBe(`{"a/b.php":"${hash}"}`)
  })

  const CONTROL = [
    ['\\u0000', '\\u0001', '\\u0002', '\\u0003', '\\u0004', '\\u0005', '\\u0006', '\\u0007'],
    ['\\b', '\\t', '\\n', '\\u000b', '\\f', '\\r', '\\u000e', '\\u000f'],
    ['\\u0010', '\\u0011', '\\u0012', '\\u0013', '\\u0014', '\\u0015', '\\u0016', '\\u0017'],
    ['\\u0018', '\\u0019', '\\u001a', '\\u001b', '\\u001c', '\\u001d', '\\u001e', '\\u001f'],
  ].flat()
  for (const [code, escaped] of CONTROL.entries()) {
    it(`escapes ${escaped}`, () => {
      expect(encode(`x${String.fromCharCode(code)}y`)).toBe(`{"x${escaped}y":"h"}`)
    })
  }

  it('escapes quotes and backslashes, and nothing else of ASCII', () => {
    expect(encode('"\\')).toBe('{"\\"\\\\":"h"}')
    for (let code = 0x20; code < 0x80; code++) {
      const character = String.fromCharCode(code)
      if (character !== '"' && character !== '\\') expect(encode(character)).toBe(`{"${character}":"h"}`)
    }
  })

  it('leaves what is not ASCII as it is, in UTF-8', () => {
    for (const name of ['é', 'e\u0301', '\u00a0', '\u2028\u2029', '\ufeff', '\ufffd', '日本', '\u{1f600}', '\x7f\x80'])
      expect(encode(name)).toBe(`{"${name}":"h"}`)
    expect(canonicalJson(new Map([['é\u{1f600}', 'h']]))).toEqual(
      Buffer.from([0x7b, 0x22, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0x22, 0x3a, 0x22, 0x68, 0x22, 0x7d]),
    )
  })

  it('sorts by UTF-8, where JavaScript puts what is beyond the BMP before U+E000', () => {
    const sorted = ['\ud7ff', '\ue000', '\uff5e', '\uffff', '\u{10000}', '\u{1f600}', '\u{10ffff}']
    expect([...sorted].sort()).not.toEqual(sorted)
    expect(keys(encode(...sorted.toReversed()))).toEqual(sorted)
    expect(keys(encode('a\u{1f600}', 'a\uff5e', 'a', 'b'))).toEqual(['a', 'a\uff5e', 'a\u{1f600}', 'b'])
  })

  it('sorts names that look like numbers as text', () => {
    const sorted = [' 1', '+1', '-0', '-5', '.5', '0', '01', '1', '1.0', '10', '1a', '1e1', '404', '9']
    expect(keys(encode(...shuffle(sorted, seeded(1))))).toEqual(sorted)
  })

  it('sorts by the names themselves, not by how they are escaped', () => {
    // The quote is 0x22 and would come behind "!" and "#" as a backslash; a line break is the first of all.
    expect(keys(encode('#', '"', '!', '\n', '~', '\\', ']', '['))).toEqual([
      '\\n',
      '!',
      '\\"',
      '#',
      '[',
      '\\\\',
      ']',
      '~',
    ])
  })

  it('sorts a slash like any other sign', () => {
    expect(keys(encode('a/b', 'a', 'a.b', 'a-b', 'a0', 'A/b'))).toEqual(['A/b', 'a', 'a-b', 'a.b', 'a/b', 'a0'])
  })

  it('keeps names that mean something to JavaScript', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', '2', '1']
    const json = encode(...names)
    expect(json).toBe('{"1":"h","2":"h","__proto__":"h","constructor":"h","hasOwnProperty":"h","toString":"h"}')
    expect(Object.keys(JSON.parse(json) as object)).toHaveLength(names.length)
  })

  it('is what JSON.stringify writes, for names that JavaScript does not put elsewhere', () => {
    const random = seeded(11)
    const letter = () =>
      String.fromCodePoint([random(0x80), 0xa0 + random(0xd000), 0x10000 + random(0x1000)][random(3)] ?? 0)
    for (let round = 0; round < 200; round++) {
      const names = new Set(Array.from({ length: random(9) }, () => `f${letter()}${letter()}`))
      const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(encode(...names)).toBe(JSON.stringify(Object.fromEntries(sorted.map((name) => [name, 'h']))))
    }
  })
})

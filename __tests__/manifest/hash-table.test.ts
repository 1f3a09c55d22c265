import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Hash, HashTable } from '../../src/manifest/hash-table'
import { HashTableBuilder } from '../../src/manifest/hash-table-builder'
import { seeded, shuffle } from '../helpers/random'

const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
const digestsOf = (paths: readonly string[]) => Buffer.from(paths.map(sha512).join(''), 'hex')
const tableOf = (pairs: readonly (readonly [string, Hash])[], like?: HashTable) => {
  const builder = new HashTableBuilder(like)
  for (const [path, hash] of pairs) builder.add(path, hash)
  return builder.build()
}
/** More than one buffer of digests, in the order of their paths. */
const MANY = Array.from({ length: 2500 }, (_, index) => `d/${index}`).sort()

/** Everything that a Map tells, asked in another order, too. */
function expectSame(table: HashTable, map: ReadonlyMap<string, Hash>): void {
  const sorted = [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  expect(table.size).toBe(map.size)
  expect([...table]).toEqual(sorted)
  expect([...table.keys()]).toEqual(sorted.map(([path]) => path))
  expect([...table.values()]).toEqual(sorted.map(([, hash]) => hash))
  const called: [string, Hash][] = []
  table.forEach((hash, path) => {
    called.push([path, hash])
  })
  expect(called).toEqual(sorted)
  for (const path of [...shuffle([...map.keys()], seeded(1)), '', 'd/', 'd/1x', 'z', '__proto__', 'constructor']) {
    expect(table.get(path)).toBe(map.get(path))
    expect(table.has(path)).toBe(map.has(path))
  }
}

describe('a table of digests', () => {
  it('is a map of their hex, dangling links with them', () => {
    const dangling = ['a/link', 'd/1000x', 'z']
    const map = new Map<string, Hash>([...MANY.map((path): [string, Hash] => [path, sha512(path)])])
    expectSame(HashTable.of(MANY, digestsOf(MANY), []), map)
    for (const path of dangling) map.set(path, false)
    expectSame(HashTable.of(MANY, digestsOf(MANY), dangling), map)
    expectSame(HashTable.of([], new Uint8Array(), []), new Map())
  })

  it('takes digests that begin in the middle of a buffer', () => {
    const whole = digestsOf(['other', ...MANY])
    expect(HashTable.of(MANY, whole.subarray(64), []).get('d/7')).toBe(sha512('d/7'))
  })

  it('says something else of a path, and nothing of one that it has not', () => {
    const table = HashTable.of(MANY, digestsOf(MANY), ['link'])
    table.replace('d/7', sha512('other'))
    table.replace('link', 'x')
    table.replace('nowhere', 'x')
    expect([table.get('d/7'), table.get('d/8'), table.get('link'), table.get('nowhere'), table.size]).toEqual([
      sha512('other'),
      sha512('d/8'),
      'x',
      undefined,
      MANY.length + 1,
    ])
  })
})

describe('a table that is built', () => {
  const random = seeded(42)
  const pick = <Thing>(things: readonly Thing[]) => things[random(things.length)] as Thing
  const VALUES: Hash[] = [
    sha512('1'),
    sha512('2'),
    false,
    '',
    'x',
    sha512('1').toUpperCase(),
    sha512('1').slice(1),
    `${sha512('1')}0`,
    // Ends in a digit only for who takes a character for a byte.
    `${sha512('1').slice(1)}\u0130`,
  ]
  const NAMES = ['a', 'b', 'a/b', 'é', '\u{1f600}', '\uffff', '__proto__', '', '7', '10', ...MANY.slice(0, 30)]

  it('is a map of what was added, in any order, the last of a path', () => {
    for (let round = 0; round < 300; round++) {
      const pairs = Array.from({ length: random(40) }, (): [string, Hash] => [pick(NAMES), pick(VALUES)])
      expectSame(tableOf(pairs), new Map(pairs))
    }
    const many = shuffle(MANY, random).map((path): [string, Hash] => [path, sha512(path)])
    expectSame(tableOf(many), new Map(many))
  })

  it('takes digits from the middle of a text, and no others', () => {
    const builder = new HashTableBuilder()
    const text = Buffer.from(`"${sha512('a')}"`)
    expect(builder.addDigits('a', text, 1)).toBe(true)
    expect([0, 2, 100, -1].map((start) => builder.addDigits('b', text, start))).toEqual([false, false, false, false])
    expect([...builder.build()]).toEqual([['a', sha512('a')]])
  })

  it('is the same when it shares the paths of another', () => {
    const like = HashTable.of(MANY, digestsOf(MANY), [])
    const pairs = [...MANY.slice(5, 100), 'new', 'd/77x'].map((path): [string, Hash] => [path, sha512(`${path}!`)])
    expectSame(tableOf(pairs, like), new Map(pairs))
    expect(like.own('d/7')).toBe('d/7')
    expect(like.own('nowhere')).toBe('nowhere')
  })
})

import { describe, expect, it } from 'vitest'
import { AppsignError } from '../../src/findings/errors'
import { encodePhpJson, encodePhpString } from '../../src/manifest/php-json'
import { isIntegerKey, phpNumber } from '../../src/manifest/php-number'
import { sortLikePhp } from '../../src/manifest/php-order'
import { joined } from '../helpers/manifest-json'
import { askPhp, isAmbiguous, readRelations } from '../helpers/php'
import { seeded, shuffle } from '../helpers/random'
import { isMissing } from '../helpers/tools'

const random = seeded(20260601)
const pick = <Thing>(things: readonly Thing[]): Thing => things[random(things.length)] as Thing
const list = <Thing>(length: number, make: () => Thing) => Array.from({ length }, make)

const ODD =
  '0|-0|+0|00|1|01|+1|-1| 1|1 |\t1|1\n|\v1|1\f|1\r|1.|.5|-.5|+.5|5.|1.0|1.5|1e1|1E1|1e+1|1e-1|10|9|1e400|9e999|-1e400|' +
  '1e-400|0e0|-0.0|9007199254740992|9007199254740993|9007199254740994|9007199254740992.0|9223372036854775806|' +
  '9223372036854775807|9223372036854775808|9223372036854775809|-9223372036854775807|-9223372036854775808|' +
  '-9223372036854775809|09223372036854775807|+9223372036854775807|9.2233720368547758e18|18446744073709551616|' +
  '99999999999999999999|1e18|1e19|1e20|100000000000000000000|-1e19|0x1A|1a|a1|1 1|1_0|e1|1e|.|-|+| |--1|1.2.3|INF|NAN|' +
  '\u00a01|1\u0000|٣|１|z|A|a|é|~|!|1/2|10/x|9/x|__proto__'
const POOL = ODD.split('|')

const digits = () => String(random(10 ** (1 + random(4))))
const SOURCES: (() => string)[] = [
  () => pick(POOL),
  () => pick(POOL),
  digits,
  () => `${pick(['', '-', '+', ' ', '0'])}${digits()}${pick(['', '.', '.0', '.5', 'e1', 'e-1', ' ', 'a', '/x', '-'])}`,
  () => pick(['a', 'b', '1a', '9z', 'lib/x', 'appinfo/info.xml', '0-x', '~', ' ']),
  () => `92233720368547758${random(90) + 10}`,
  () => `${pick(['', '-'])}${random(10)}e${random(25)}`,
]

/** Sets of names of every mixture: half of them of one or two sources only, so that orders come out as well. */
function nameSets(count: number): string[][] {
  return list(count, () => {
    const sources = random(2) ? SOURCES : [pick(SOURCES), pick(SOURCES.slice(2))]
    return [...new Set(list(2 + random(pick([2, 3, 4, 7, 7, 40])), () => pick(sources)()))]
  })
}

/** What a server makes of hashes in this order. */
const encodeInOrder = (hashes: ReadonlyMap<string, string | false>) =>
  joined(encodePhpJson([...hashes.keys()], hashes)).toString()

function ordered(names: readonly string[]): string[] | undefined {
  try {
    return sortLikePhp(names)
  } catch (error) {
    if (error instanceof AppsignError && error.code === 'PAYLOAD_NOT_SIGNABLE') return undefined
    throw error
  }
}

describe.skipIf(isMissing('php'))('names in PHP', () => {
  it('are keys and numbers as here', () => {
    const names = [...new Set([...POOL, ...list(2000, () => pick(SOURCES)())])]
    const php = askPhp({ names }).names
    expect(names.filter((name, index) => isIntegerKey(name) !== php[index]?.[0])).toEqual([])
    expect(names.filter((name, index) => (phpNumber(name) !== undefined) !== php[index]?.[1])).toEqual([])
  })

  it('are sorted as here, or refused here because PHP has no order for them', () => {
    const sets = nameSets(2500)
    const SHUFFLES = 6
    const lists = sets.flatMap((names) => list(SHUFFLES, () => shuffle(names, random)))
    const php = askPhp({ lists, groups: sets })
    let sorted = 0
    let refused = 0
    for (const [index, names] of sets.entries()) {
      const ours = ordered(names)
      const relation = readRelations(names, php.groups[index] ?? '')
      if (ours) {
        sorted++
        for (const theirs of php.lists.slice(index * SHUFFLES, (index + 1) * SHUFFLES)) expect(ours).toEqual(theirs)
        expect([ours, isAmbiguous(names, relation)]).toEqual([ours, false])
      } else {
        refused++
        expect([names, isAmbiguous(names, relation)]).toEqual([names, true])
      }
    }
    expect(sorted).toBeGreaterThan(300)
    expect(refused).toBeGreaterThan(300)
  })

  it('are sorted as here, two at a time, for every pair of odd names', () => {
    const pairs = POOL.flatMap((a, index) => POOL.slice(index + 1).map((b) => [a, b]))
    const php = askPhp({ groups: pairs }).groups
    const ours = pairs.map((pair) => {
      const order = ordered(pair)
      return order === undefined ? '=' : order[0] === pair[0] ? '<' : '>'
    })
    expect(pairs.filter((_, index) => ours[index] !== php[index])).toEqual([])
  })
})

const RANGES = [
  [0x00, 0x20],
  [0x20, 0x60],
  [0x7f, 0x22],
  [0xa0, 0x400],
  [0x2000, 0x70],
  [0xe000, 0x1fff],
  [0x1f300, 0x300],
  [0x10fff0, 0x10],
] as const
const text = () =>
  list(random(12), () => {
    const [start, length] = pick(RANGES)
    return String.fromCodePoint(start + random(length))
  }).join('')

describe.skipIf(isMissing('php'))('JSON in PHP', () => {
  it('has the same strings', () => {
    const everyUnit = list(0x80, () => '').map((_, code) => String.fromCharCode(code))
    const texts = [...everyUnit, ...list(3000, text)]
    expect(texts.map(encodePhpString)).toEqual(askPhp({ texts }).texts)
  })

  it('has the same objects and lists', () => {
    const countUp = list(8, () => '').map((_, length) =>
      list(length, () => '').map((__, index): [string, string | false] => [String(index), random(3) ? 'x' : false]),
    )
    const made = list(500, () =>
      [...new Set(list(random(6), () => (random(2) ? text() : pick(POOL))))].map((key): [string, string | false] => [
        key,
        random(5) ? text() : false,
      ]),
    )
    const maps = [...countUp, ...made]
    expect(maps.map((pairs) => encodeInOrder(new Map(pairs)))).toEqual(askPhp({ maps }).maps)
  })
})

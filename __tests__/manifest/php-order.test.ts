import { describe, expect, it } from 'vitest'
import { compareBytes, sortByBytes } from '../../src/manifest/byte-order'
import { isIntegerKey, phpNumber } from '../../src/manifest/php-number'
import { sortLikePhp } from '../../src/manifest/php-order'
import { errorOf } from '../helpers/errors'
import { seeded, shuffle } from '../helpers/random'

const order = (names: readonly string[]) => sortLikePhp(names)

describe('sortByBytes', () => {
  it('sorts by UTF-8, not by UTF-16', () => {
    expect(sortByBytes(['\u{1f600}', '\uff5e', '\ue000', 'a', 'é', 'Z'])).toEqual([
      'Z',
      'a',
      'é',
      '\ue000',
      '\uff5e',
      '\u{1f600}',
    ])
    expect(compareBytes('\uff5e', '\u{1f600}')).toBeLessThan(0)
    expect(compareBytes('a', 'a')).toBe(0)
  })

  it('puts a name before those that it begins', () => {
    expect(sortByBytes(['ab', 'a', 'a/b', ''])).toEqual(['', 'a', 'a/b', 'ab'])
  })
})

describe('phpNumber', () => {
  for (const name of ['404', '1.0', '1e1', ' 1', '\t1', '1 ', '1\n', '+1', '.5', '1.', '-0', '01', '1e400', '1E-5'])
    it(`takes ${JSON.stringify(name)} for a number`, () => expect(phpNumber(name)).toBeDefined())
  for (const name of [
    '',
    ' ',
    '.',
    'e1',
    '1e',
    '0x1',
    '1_0',
    '1 1',
    '--1',
    '\u00a01',
    '1\u0000',
    '٣',
    'INF',
    'NaN',
    '1a',
  ])
    it(`takes ${JSON.stringify(name)} for text`, () => expect(phpNumber(name)).toBeUndefined())

  it('knows the borders of 64 bits', () => {
    expect(phpNumber('9223372036854775807')).toEqual({ kind: 'int', value: 9223372036854775807n })
    expect(phpNumber('9223372036854775808')).toMatchObject({ kind: 'double', overflow: 1 })
    expect(phpNumber('-9223372036854775808')).toEqual({ kind: 'int', value: -9223372036854775808n })
    expect(phpNumber('-9223372036854775809')).toMatchObject({ kind: 'double', overflow: -1 })
  })
})

describe('isIntegerKey', () => {
  for (const name of ['0', '7', '-5', '9223372036854775807'])
    it(`is true for ${name}`, () => expect(isIntegerKey(name)).toBe(true))
  for (const name of ['01', '-0', '+1', ' 1', '1 ', '1.0', '', '9223372036854775808', '-9223372036854775809', '1e1'])
    it(`is false for ${JSON.stringify(name)}`, () => expect(isIntegerKey(name)).toBe(false))
})

describe('sortLikePhp', () => {
  const ORDERED: [name: string, names: string[]][] = [
    ['plain names by bytes', ['Z', 'a', 'a/b', 'ab', 'é', '\uff5e', '\u{1f600}']],
    ['numbers by value', ['9', '10', '404']],
    ['numbers among names', ['-1', '0', '9', '10', 'a', 'b']],
    ['a name between numbers that rise', ['1', '1a', '2']],
    ['doubles and integers', ['.5', '1', '1.5', '2']],
    ['numbers beyond 64 bits by bytes', ['9223372036854775808', '9223372036854775809']],
    ['no names', []],
    ['names that objects treat in their own way', ['10', '__proto__', 'constructor', 'toString']],
  ]
  for (const [name, names] of ORDERED) {
    it(`sorts ${name}`, () => {
      const random = seeded(1)
      for (let round = 0; round < 5; round++) expect(order(shuffle(names, random))).toEqual(names)
    })
  }

  const AMBIGUOUS: string[][] = [
    ['10', '1a', '9'],
    ['10', '9', '1e1', '1a'],
    ['1', '1.0'],
    ['1', '01'],
    ['0', '-0'],
    [' 1', '1'],
    ['1e3', '1000'],
  ]
  for (const names of AMBIGUOUS) {
    it(`refuses ${JSON.stringify(names)}`, () => {
      const error = errorOf(() => order(names))
      expect(error.code).toBe('PAYLOAD_NOT_SIGNABLE')
      expect(names.filter((name) => error.message.includes(`"${name}"`)).length).toBeGreaterThanOrEqual(2)
    })
  }
})

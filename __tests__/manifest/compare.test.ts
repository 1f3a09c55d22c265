import { describe, expect, it } from 'vitest'
import { compareManifests } from '../../src/manifest/compare'

type Files = Record<string, string | false>
const compare = (expected: Files, current: Files) =>
  compareManifests(new Map(Object.entries(expected)), new Map(Object.entries(current)))
/** `CODE path`, with a question mark where a server that compares by value shows nothing. */
const told = (expected: Files, current: Files) =>
  compare(expected, current).map(({ code, path, unseenByValue }) => `${code} ${path}${unseenByValue ? ' ?' : ''}`)

describe('compareManifests', () => {
  it('finds nothing where nothing differs', () => {
    expect(told({}, {})).toEqual([])
    expect(told({ a: '1', b: false }, { b: false, a: '1' })).toEqual([])
  })

  it('finds each kind, in the order of the servers, each by the bytes of its path', () => {
    expect(
      told(
        { '\u{1f600}': '1', '\uff5e': '2', same: '3', gone: '4', 'gone/b': '5' },
        { '\u{1f600}': '6', '\uff5e': '7', same: '3', new: '8', Added: '9' },
      ),
    ).toEqual([
      'INVALID_HASH \uff5e',
      'INVALID_HASH \u{1f600}',
      'FILE_MISSING gone',
      'FILE_MISSING gone/b',
      'EXTRA_FILE Added',
      'EXTRA_FILE new',
    ])
  })

  it('says both hashes, empty where there is none', () => {
    const shown = compare({ a: '1', b: '2' }, { a: '3', c: '4' }).map(({ expected, current }) => [expected, current])
    expect(shown).toEqual([
      ['1', '3'],
      ['2', ''],
      ['', '4'],
    ])
  })

  it('marks swapped contents as unseen by value', () => {
    expect(told({ a: '1', b: '2' }, { a: '2', b: '1' })).toEqual(['INVALID_HASH a ?', 'INVALID_HASH b ?'])
  })

  it('marks a copied file as unseen by value', () => {
    expect(told({ a: '1' }, { a: '1', copy: '1' })).toEqual(['EXTRA_FILE copy ?'])
  })

  it('marks a lost duplicate as unseen by value', () => {
    expect(told({ a: '1', b: '1' }, { a: '1' })).toEqual(['FILE_MISSING b ?'])
  })

  it('marks a renamed file as unseen by value', () => {
    expect(told({ old: '1' }, { new: '1' })).toEqual(['FILE_MISSING old ?', 'EXTRA_FILE new ?'])
  })

  it('marks all but the first of new files with one content', () => {
    expect(told({ a: '1' }, { a: '1', z: '2', b: '2' })).toEqual(['EXTRA_FILE b', 'EXTRA_FILE z ?'])
  })

  it('compares false like any hash', () => {
    expect(told({ a: false }, { a: '1' })).toEqual(['INVALID_HASH a'])
    expect(told({ a: '1' }, { a: false })).toEqual(['INVALID_HASH a'])
    expect(told({ a: false }, {})).toEqual(['FILE_MISSING a'])
    expect(told({}, { a: false })).toEqual(['EXTRA_FILE a'])
    expect(told({ a: false }, { b: false })).toEqual(['FILE_MISSING a ?', 'EXTRA_FILE b ?'])
  })

  it('takes __proto__ for a name', () => {
    const expected = new Map([['__proto__', '1']])
    expect(compareManifests(expected, new Map()).map(({ path }) => path)).toEqual(['__proto__'])
    expect(compareManifests(expected, expected)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { commonNameOf, foldAscii, v2IdentityProblem } from '../../src/pki/identity'
import { issueLeaf } from '../helpers/v2-pki'

const leafOf = (...names: string[]) => issueLeaf({ subject: names.map((name) => ['CN', name] as const) })

describe('foldAscii', () => {
  it.each([
    ['Activity', 'activity'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'],
    ['@[`{09._-', '@[`{09._-'],
    // What toLowerCase would fold into ASCII, or into something else.
    ['\u212a', '\u212a'],
    ['\u0130', '\u0130'],
    ['\u00c4\u0391\ua64a', '\u00c4\u0391\ua64a'],
    ['', ''],
  ])('%j becomes %j', (id, folded) => {
    expect(foldAscii(id)).toBe(folded)
  })
})

describe('commonNameOf', () => {
  it('is the only one', () => {
    expect(commonNameOf(leafOf('activity'))).toBe('activity')
    expect(commonNameOf(leafOf('activity', 'core'))).toBeUndefined()
    expect(commonNameOf(leafOf('activity', 'activity'))).toBeUndefined()
    expect(commonNameOf(issueLeaf({ subject: [['O', 'activity']] }))).toBeUndefined()
  })
})

describe('v2IdentityProblem', () => {
  const longest = `a${'b'.repeat(63)}`

  it.each([
    ['activity', 'activity'],
    ['Activity', 'activity'],
    ['ACTIVITY', 'activity'],
    ['abc', 'abc'],
    [longest, longest],
    ['a.b-c_0', 'a.b-c_0'],
    ['A9.', 'a9.'],
  ])('passes the id %s with the CN %s', (id, name) => {
    expect(v2IdentityProblem(id, leafOf(name))).toBeUndefined()
  })

  it.each([
    ['activity', 'calendar', 'CN does not match app identity: activity !== calendar'],
    ['Activity', 'calendar', 'CN does not match app identity: activity !== calendar'],
    ['activity', 'core', 'CN does not match app identity: activity !== core'],
    ['activity', 'Activity', 'Invalid CN format: Activity'],
    ['ab', 'ab', 'Invalid appId format: ab'],
    [`${longest}c`, `${longest}c`, `Invalid appId format: ${longest}c`],
    ['abc', 'ab', 'Invalid CN format: ab'],
    ['1abc', '1abc', 'Invalid appId format: 1abc'],
    ['_abc', '_abc', 'Invalid appId format: _abc'],
    ['my app', 'my app', 'Invalid appId format: my app'],
    ['activity\n', 'activity', 'Invalid appId format: activity\n'],
    ['activity', 'activity\n', 'Invalid CN format: activity\n'],
    ['', 'activity', 'Invalid appId format: '],
    ['\u212aalender', 'kalender', 'Invalid appId format: \u212aalender'],
    ['äctivity', 'äctivity', 'Invalid appId format: äctivity'],
  ])('refuses the id %j with the CN %j', (id, name, sentence) => {
    expect(v2IdentityProblem(id, leafOf(name))).toBe(sentence)
  })

  it('refuses a leaf with two names, though one of them is the right one, and one with none', () => {
    for (const names of [
      ['activity', 'core'],
      ['core', 'activity'],
      ['activity', 'activity'],
    ])
      expect(v2IdentityProblem('activity', leafOf(...names))).toBe(`Invalid CN format: ${names.join(', CN=')}`)
    expect(v2IdentityProblem('activity', issueLeaf({ subject: [['O', 'activity']] }))).toBe('Invalid CN format: ')
  })
})

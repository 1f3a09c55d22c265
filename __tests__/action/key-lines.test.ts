import { describe, expect, it } from 'vitest'
import { lineOfKeys } from '../../src/action/key-lines'
import { goldenFile } from '../helpers/tree'

const lines = (json: string, ...wanted: string[]) => Object.fromEntries(lineOfKeys(json, new Set(wanted)))

describe('lineOfKeys', () => {
  it('counts from 1', () => expect(lines('{"a":1,\n"b":2}', 'a', 'b')).toEqual({ a: 1, b: 2 }))

  it('finds every file of a signature that a server wrote', () => {
    const json = goldenFile('expected/chars.nextcloud.signature.json').toString()
    const paths = Object.keys((JSON.parse(json) as { hashes: object }).hashes)
    const found = lineOfKeys(json, new Set(paths))
    expect(paths.map((path) => found.get(path))).toEqual(paths.map((_, index) => index + 3))
  })

  it('reads escapes', () => {
    const json = '{\n"a\\/b":1,\n"\\u00e9\\ud83d\\ude00":2,\n"q\\"\\\\":3,\n"n\\n":4}'
    expect(lines(json, 'a/b', 'é😀', 'q"\\', 'n\n')).toEqual({ 'a/b': 2, 'é😀': 3, 'q"\\': 4, 'n\n': 5 })
  })

  it('takes no value for a key', () => expect(lines('{"x":"a",\n"a":1}', 'a')).toEqual({ a: 2 }))
  it('finds nothing else', () => expect(lines('{"x":"a"}', 'a', 'y')).toEqual({}))
  it('takes the first place', () => expect(lines('{"a":1,\n"a":2}', 'a')).toEqual({ a: 1 }))
  it('counts lines between a key and its colon', () => expect(lines('{"a"\n\n:1,\n"b":2}', 'b')).toEqual({ b: 4 }))
  it('counts CRLF once', () => expect(lines('{\r\n"a":1}', 'a')).toEqual({ a: 2 }))
  it('passes over what is not JSON', () => expect(lines('{"\\x":1,\n"a":2} "open', 'a', '\\x')).toEqual({ a: 2 }))
  // A group that is repeated for each character fills the stack of a regular expression (RangeError).
  it.each([
    ['letters', 'x'],
    ['escapes', '\\\\n'],
  ])('passes over 20 MB of %s in one string', (_, piece) => {
    const string = piece.repeat((20 * 1024 * 1024) / piece.length)
    expect(lines(`{"x":"${string}",\n"a":1}`, 'a')).toEqual({ a: 2 })
  })

  it('reads a large file in one go', () => {
    const json = `{\n${Array.from({ length: 50_000 }, (_, index) => `"f${index}": "x"`).join(',\n')}\n}`
    expect(lines(json, 'f49999')).toEqual({ f49999: 50_001 })
  })
})

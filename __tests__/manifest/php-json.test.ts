import { describe, expect, it } from 'vitest'
import { encodePhpJson, encodePhpString, prettyPhpJson } from '../../src/manifest/php-json'
import { joined } from '../helpers/manifest-json'

describe('encodePhpString', () => {
  const CASES: [text: string, json: string][] = [
    ['', '""'],
    ['plain name.php', '"plain name.php"'],
    ['a/b', '"a\\/b"'],
    ['"\\', '"\\"\\\\"'],
    ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"'],
    ['\x00\x01\x0b\x1f', '"\\u0000\\u0001\\u000b\\u001f"'],
    ["\x7f<>&'", '"\x7f<>&\'"'],
    ['é\u0080\uffff', '"\\u00e9\\u0080\\uffff"'],
    ['\u2028\u2029', '"\\u2028\\u2029"'],
    ['\u{1f600}', '"\\ud83d\\ude00"'],
    ['e\u0301', '"e\\u0301"'],
  ]
  for (const [text, json] of CASES) it(json, () => expect(encodePhpString(text)).toBe(json))
})

describe('encodePhpJson', () => {
  const encode = (...pairs: [string, string | false][]) =>
    joined(
      encodePhpJson(
        Array.from(pairs, ([path]) => path),
        new Map(pairs),
      ),
    ).toString()
  it('writes an object', () => expect(encode(['a/b', 'x'], ['c', false])).toBe('{"a\\/b":"x","c":false}'))
  it('writes nothing as a list', () => expect(encode()).toBe('[]'))
  it('writes keys that count up from 0 as a list', () => expect(encode(['0', 'x'], ['1', false])).toBe('["x",false]'))
  it('writes other numbers as an object', () => {
    expect(encode(['1', 'x'])).toBe('{"1":"x"}')
    expect(encode(['0', 'x'], ['2', 'y'])).toBe('{"0":"x","2":"y"}')
    expect(encode(['0', 'x'], ['a', 'y'])).toBe('{"0":"x","a":"y"}')
  })
  it('writes __proto__ like any name', () => expect(encode(['__proto__', 'x'])).toBe('{"__proto__":"x"}'))
})

describe('prettyPhpJson', () => {
  it('has four spaces, escaped slashes and no newline at the end', () => {
    const hashes = new Map([
      ['a/b', 'x'],
      ['c', 'y'],
    ])
    expect(joined(prettyPhpJson([...hashes.keys()], hashes, 'A/B=', 'line\r\nline')).toString()).toBe(
      [
        '{',
        '    "hashes": {',
        '        "a\\/b": "x",',
        '        "c": "y"',
        '    },',
        '    "signature": "A\\/B=",',
        '    "certificate": "line\\r\\nline"',
        '}',
      ].join('\n'),
    )
  })
})

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { decodeJsonObject, hashesSpan, rawMember } from '../../src/envelope/json'
import { parseEnvelope } from '../../src/envelope/parse'
import { isObject } from '../../src/findings/json-value'

/** Characters: four times what one annotation, and a third of what one string in V8 may have. */
const LONG = 20 * 1024 * 1024

describe('hashesSpan finds', () => {
  it.each<[string, string, string]>([
    ['an object', '{"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['an empty one', '{"hashes":{}}', '{}'],
    ['objects in it', '{"hashes":{"a":{"b":{}},"c":[{}]},"x":{}}', '{"a":{"b":{}},"c":[{}]}'],
    ['it behind others', '{"v":2,"x":{"y":{}},"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['it behind white space', '{"hashes" \t\r\n:\n\t {"a":"1"} }', '{"a":"1"}'],
    ['white space in it, as it stands', '{"hashes":{ "a" :\n"1" }}', '{ "a" :\n"1" }'],
    ['braces in names and values', '{"hashes":{"}":"{","{{":"}}"},"x":"}"}', '{"}":"{","{{":"}}"}'],
    ['escaped quotes', '{"hashes":{"\\"}":"\\\\"},"x":1}', '{"\\"}":"\\\\"}'],
    ['a backslash before the closing quote', '{"x":"\\\\","hashes":{"a\\\\":"1"}}', '{"a\\\\":"1"}'],
    ['the first of two', '{"hashes":{"a":"1"},"hashes":{"b":"2"}}', '{"a":"1"}'],
    ['none in a string', '{"x":"\\"hashes\\":{}","hashes":{"a":"1"}}', '{"a":"1"}'],
    ['none deeper in the file', '{"x":{"hashes":{"evil":"1"}},"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['none in a list of objects', '{"x":[{"hashes":{"evil":"1"}}],"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['none with an escape, but the next', '{"\\u0068ashes":{"evil":"1"},"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['none in another case, but the next', '{"Hashes":{},"HASHES":{},"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['none with a blank, but the next', '{"hashes ":{}," hashes":{},"hashes":{"a":"1"}}', '{"a":"1"}'],
    ['characters of every width', '{"hashes":{"é\u2028\u{1f600}":"ÿ"}}', '{"é\u2028\u{1f600}":"ÿ"}'],
    ['hashes in hashes', '{"hashes":{"hashes":{"a":"1"}}}', '{"hashes":{"a":"1"}}'],
  ])('%s', (_, text, span) => {
    expect(JSON.parse(text)).toBeTypeOf('object')
    expect(hashesSpan(text)).toBe(span)
  })
})

describe('hashesSpan finds nothing in', () => {
  it.each<[string, string]>([
    ['an empty object', '{}'],
    ['another name', '{"hash":{}}'],
    ['a name with an escape', '{"\\u0068ashes":{}}'],
    ['a list', '{"hashes":[]}'],
    ['a list of objects', '{"hashes":[{"a":"1"}]}'],
    ['a string', '{"hashes":"{}"}'],
    ['null', '{"hashes":null}'],
    ['a number', '{"hashes":1}'],
    ['an object deeper in', '{"x":{"hashes":{}}}'],
    ['a list around', '[{"x":1}]'],
    ['no object after the first of two', '{"hashes":1,"hashes":{"a":"1"}}'],
    ['no object after the word as a value', '{"x":"hashes","hashes":{"a":"1"}}'],
    ['no object after the word in a list', '{"x":["hashes"],"hashes":{"a":"1"}}'],
    ['nothing at all', ''],
  ])('%s', (_, text) => {
    expect(hashesSpan(text)).toBeUndefined()
  })
})

describe('rawMember', () => {
  it.each<[string, string, string | undefined]>([
    ['a number', '{"v":2}', '2'],
    ['a number as it is spelled', '{"v":2.0}', '2.0'],
    ['an exponent', '{"v":2e0}', '2e0'],
    ['a negative one', '{"v":-2}', '-2'],
    ['a string with its quotes', '{"v":"2"}', '"2"'],
    ['a string with escapes', '{"v":"a\\"}\\\\"}', '"a\\"}\\\\"'],
    ['true', '{"v":true}', 'true'],
    ['null', '{"v":null}', 'null'],
    ['a list as nothing', '{"v":[2]}', ''],
    ['an object as nothing', '{"v":{"v":2}}', ''],
    ['white space passed over', '{ "v" \n:\t 2 \r\n}', '2'],
    ['the last of several', '{"v":1,"x":[1],"v":2}', '2'],
    ['a name with an escape', '{"\\u0076":2}', '2'],
    ['none deeper in', '{"x":{"v":2},"y":[{"v":2}]}', undefined],
    ['none in a list', '{"x":["v",2]}', undefined],
    ['none that is a value', '{"x":"v"}', undefined],
    ['its own name as its value', '{"v":"v"}', '"v"'],
    ['none in a string', '{"x":"\\"v\\":2"}', undefined],
    ['none in another case', '{"V":2}', undefined],
    ['none in an empty object', '{}', undefined],
    ['what stands behind deep things', '{"x":[[{"v":1}]],"v":2}', '2'],
  ])('gives %s', (_, text, expected) => {
    expect(JSON.parse(text)).toBeTypeOf('object')
    expect(rawMember(text, 'v')).toBe(expected)
  })
})

describe('decodeJsonObject', () => {
  const decode = (json: string | Uint8Array) => decodeJsonObject(Buffer.from(json as string))

  it('gives the members and the text as it stands', () => {
    const text = ' {"a" : "\\u00e9",\t"b":[1]}\n'
    expect(decode(text)).toEqual({ text, members: { a: 'é', b: [1] } })
  })

  it('takes __proto__ for a name like others', () => {
    const members = decode('{"__proto__":{"x":1}}')?.members ?? {}
    expect(Object.hasOwn(members, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(members)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  // PHP refuses a nesting of 512 (measured, interop/php-v2).
  it('goes as deep as PHP, and no deeper', () => {
    const nested = (depth: number, open = '[', close = ']') => `{"x":${open.repeat(depth)}1${close.repeat(depth)}}`
    expect(decode(nested(510))).toBeDefined()
    expect(decode(nested(511))).toBeUndefined()
    expect(decode(nested(510, '{"x":', '}'))).toBeDefined()
    expect(decode(nested(511, '{"x":', '}'))).toBeUndefined()
  })

  it('is content with much that is not deep', () => {
    // And with brackets in a string, which are none.
    expect(decode(`{"x":[${'[],'.repeat(9999)}{}]}`)).toBeDefined()
    expect(decode(`{"x":"${'['.repeat(9999)}"}`)).toBeDefined()
    expect(decode(`{"x":"\\"${'{'.repeat(9999)}\\\\","y":{}}`)).toBeDefined()
  })

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['a list', '[]'],
    ['a string', '"{}"'],
    ['a number', '1'],
    ['null', 'null'],
    ['two objects', '{}{}'],
    ['a comma too much', '{"a":1,}'],
    ['a comment', '{}//'],
    ['single quotes', "{'a':1}"],
    ['a line break in a string', '{"a":"\n"}'],
    ['a NUL behind it', '{}\0'],
    ['a no-break space behind it', '{}\u00a0'],
    ['a byte order mark', '\ufeff{}'],
    ['UTF-16', Buffer.from('{}', 'utf16le')],
    ['a byte that is not UTF-8', Buffer.from('{"a":"\xff"}', 'latin1')],
    ['an overlong slash', Buffer.from('{"a":"\xc0\xaf"}', 'latin1')],
    ['a surrogate in UTF-8', Buffer.from('{"a":"\xed\xa0\x80"}', 'latin1')],
    ['a character that is cut off', Buffer.from('{"a":"\xe2\x82"}', 'latin1')],
    ['the first half of a pair', '{"a":"\\ud83d"}'],
    ['the second half of a pair', '{"a":"\\ude00"}'],
    ['a pair the wrong way round', '{"a":"\\ude00\\ud83d"}'],
    ['half a pair in capitals', '{"a":"\\uD83D"}'],
    ['half a pair as a name', '{"\\ud83d":1}'],
    ['half a pair deep inside', '{"a":[{"b":["\\ud83dx"]}]}'],
    ['half a pair, the other half not escaped', '{"a":"\\ud83d \u{1f600}"}'],
  ])('refuses %s', (_, json) => {
    expect(decode(json)).toBeUndefined()
  })

  it.each<[string, string, string]>([
    ['a pair of escapes', '"\\ud83d\\ude00"', '\u{1f600}'],
    ['a pair in capitals', '"\\uD83D\\uDE00"', '\u{1f600}'],
    ['an escaped backslash before what looks like half a pair', '"\\\\ud83d"', '\\ud83d'],
    ['what is not a surrogate', '"\\ud7ff\\ue000"', '\ud7ff\ue000'],
    ['a NUL', '"\\u0000"', '\0'],
  ])('reads %s', (_, json, value) => {
    expect(decode(`{"a":${json}}`)?.members).toEqual({ a: value })
  })
})

describe('isObject', () => {
  it('is true of objects only', () => {
    expect([{}, Object.create(null)].map(isObject)).toEqual([true, true])
    expect([[], null, undefined, '', 0, true].map(isObject)).toEqual([false, false, false, false, false, false])
  })
})

// A regular expression with a group for the escapes fills its stack after some four million of them.
describe('strings of 20 MB', () => {
  const STRINGS: [what: string, string: string][] = [
    ['of letters', 'x'.repeat(LONG)],
    ['of braces', '}'.repeat(LONG)],
    ['of escaped line breaks', '\\n'.repeat(LONG / 2)],
    ['of escaped quotes', '\\"'.repeat(LONG / 2)],
    ['of backslashes', '\\\\'.repeat(LONG / 2)],
    ['of escaped characters', '\\u00e9'.repeat(Math.floor(LONG / 6))],
    ['of escaped pairs', '\\ud83d\\ude00'.repeat(Math.floor(LONG / 12))],
    ['of letters and escapes by turns', 'x\\n'.repeat(Math.floor(LONG / 3))],
  ]
  const hashes = '{"a":"1"}'

  for (const [what, string] of STRINGS) {
    it(`${what} are passed over`, () => {
      const text = `{"x":"${string}","hashes":${hashes},"v":2}`
      expect(decodeJsonObject(Buffer.from(text))?.members.v).toBe(2)
      expect(hashesSpan(text)).toBe(hashes)
      expect(rawMember(text, 'v')).toBe('2')
    })

    it(`${what} are taken as names and values`, () => {
      const span = `{"${string}":"1"}`
      expect(hashesSpan(`{"hashes":${span}}`)?.length).toBe(span.length)
      expect(rawMember(`{"v":"${string}"}`, 'v')?.length).toBe(string.length + 2)
    })

    it(`${what} get through the whole of parseEnvelope`, () => {
      const json = `{"v":2,"x":"${string}","hashes":${hashes},"signature":"AQID","certificates":{"leaf":"PEM"}}`
      const parsed = parseEnvelope(Buffer.from(json))
      expect('envelope' in parsed && parsed.envelope.format).toBe('v2')
    })
  }

  it('of open braces, which are no JSON, are refused', () => {
    for (const bytes of ['{', '[', '{"x":', '"', '{"'].map((part) => Buffer.from(part.repeat(LONG / part.length))))
      expect(decodeJsonObject(bytes)).toBeUndefined()
  })
})

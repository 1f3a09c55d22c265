import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { parseEnvelope } from '../../src/envelope/parse'
import { goldenFile } from '../helpers/tree'

const parse = (json: string | Uint8Array) => parseEnvelope(Buffer.from(json as string))
const problem = (json: string | Uint8Array) => {
  const parsed = parse(json)
  return 'problem' in parsed ? parsed.problem : undefined
}
const envelope = (json: string | Uint8Array) => {
  const parsed = parse(json)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.envelope
}
const file = (hashes: string, signature = '"AQID"', certificate = '"PEM"') =>
  `{"hashes":${hashes},"signature":${signature},"certificate":${certificate}}`

describe('parseEnvelope reads', () => {
  it('what a server wrote', () => {
    const read = envelope(goldenFile('expected/order.nextcloud.signature.json'))
    expect(read.format).toBe('legacy')
    expect(read.signature).toHaveLength(512)
    expect(read.certificate).toMatch(/^-----BEGIN CERTIFICATE-----\r\n/)
    expect(read.hashes.get('appinfo/info.xml')).toMatch(/^[0-9a-f]{128}$/)
  })

  it('any layout and further keys', () => {
    const read = envelope('\n{ "x": [1],\t"certificate":"PEM","signature" : "AQID",\r\n"hashes": {"a\\/b":"1"} }\n')
    expect([...read.hashes]).toEqual([['a/b', '1']])
    expect([...read.signature]).toEqual([1, 2, 3])
  })

  it('false as a hash', () => expect([...envelope(file('{"a":false}')).hashes]).toEqual([['a', false]]))

  it('no hashes', () => expect(envelope(file('{}')).hashes.size).toBe(0))

  it('__proto__ and constructor as names', () => {
    const read = envelope(file('{"__proto__":"1","constructor":"2","10":"3"}'))
    expect(Object.fromEntries([...read.hashes].map(([path, hash]) => [`/${path}`, hash]))).toEqual({
      '/__proto__': '1',
      '/constructor': '2',
      '/10': '3',
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('the last of a key that stands twice', () => {
    expect([...envelope(file('{"a":"1","a":"2"}')).hashes]).toEqual([['a', '2']])
    expect([...envelope(`{"hashes":{"x":"1"},${file('{"y":"2"}').slice(1)}`).hashes.keys()]).toEqual(['y'])
  })

  it('names beyond the BMP, escaped or not', () => {
    expect([...envelope(file('{"\\ud83d\\ude00":"1","é\u{1f600}":"2"}')).hashes.keys()]).toEqual([
      '\u{1f600}',
      'é\u{1f600}',
    ])
  })

  for (const [base64, bytes] of [
    ['AQ\\r\\n ID*', [1, 2, 3]],
    ['AQ-I_D', [1, 2, 3]],
    ['AQ==ID', [1, 2, 3]],
    ['=AQID', [1, 2, 3]],
    ['AQIDB', [1, 2, 3]],
    ['', []],
  ] as const) {
    it(`base64 as PHP does: "${base64}"`, () => {
      expect([...envelope(file('{}', `"${base64}"`)).signature]).toEqual(bytes)
    })
  }
})

describe('parseEnvelope refuses', () => {
  const good = file('{"a":"1"}')
  const REFUSED: [name: string, json: string | Uint8Array, says: RegExp][] = [
    ['nothing', '', /is empty/],
    ['blanks', ' \n', /is not JSON/],
    ['other text', 'hello', /is not JSON/],
    ['half a file', good.slice(0, 30), /is not JSON/],
    ['two values', good + good, /is not JSON/],
    ['a comma at the end', good.replace(/}$/, ',}'), /is not JSON/],
    ['a comment', `// signed\n${good}`, /is not JSON/],
    ['merge markers', `<<<<<<< HEAD\n${good}`, /is not JSON/],
    ['a byte order mark', `\ufeff${good}`, /is not JSON/],
    ['UTF-16', Buffer.from(good, 'utf16le'), /is not JSON/],
    ['bytes that are not UTF-8', Buffer.from(file('{"\xe9":"1"}'), 'latin1'), /is not JSON/],
    ['a surrogate in UTF-8', Buffer.from(file('{"\xed\xa0\x80":"1"}'), 'latin1'), /is not JSON/],
    ['null', 'null', /not a JSON object/],
    ['a list', '[]', /not a JSON object/],
    ['a string', '"x"', /not a JSON object/],
    ['false', 'false', /not a JSON object/],
    ['an empty object', '{}', /has no "hashes"/],
    ['no hashes', '{"signature":"AQID","certificate":"PEM"}', /has no "hashes"/],
    ['no signature', '{"hashes":{},"certificate":"PEM"}', /has no "signature"/],
    ['no certificate', '{"hashes":{},"signature":"AQID"}', /has no "certificate"/],
    ['keys in another case', good.replace('hashes', 'Hashes'), /has no "hashes"/],
    ['inherited keys', '{"__proto__":{"hashes":{},"signature":"","certificate":""}}', /has no "hashes"/],
    ['hashes as a list', file('["1"]'), /"hashes" is not an object/],
    ['hashes as null', file('null'), /"hashes" is not an object/],
    ['hashes as a string', file('"x"'), /"hashes" is not an object/],
    ['a signature that is null', file('{}', 'null'), /"signature" is not a string/],
    ['a signature that is a number', file('{}', '1'), /"signature" is not a string/],
    ['a certificate that is a list', file('{}', '""', '["PEM"]'), /"certificate" is not a string/],
    ['a hash that is null', file('{"a":null}'), /neither a string nor false/],
    ['a hash that is true', file('{"a":true}'), /neither a string nor false/],
    ['a hash that is a number', file('{"a":1}'), /neither a string nor false/],
    ['a hash that is an object', file('{"a":{}}'), /neither a string nor false/],
    ['half a surrogate pair in a name', file('{"\\ud83d":"1"}'), /surrogate/],
    ['the other half', file('{"\\ude00":"1"}'), /surrogate/],
    ['half a surrogate pair in a hash', file('{"a":"\\ud83d"}'), /surrogate/],
    ['the new format', '{"v":2,"hashes":{}}', /format v2/],
    ['certificates', '{"hashes":{},"certificates":{}}', /format v2/],
  ]
  for (const [name, json, says] of REFUSED) {
    it(name, () => {
      expect(problem(json)).toMatch(says)
      expect(problem(json)).toMatch(/^appinfo\/signature\.json/)
    })
  }
})

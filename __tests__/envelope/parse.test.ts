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
const legacy = (json: string | Uint8Array) => {
  const read = envelope(json)
  if (read.format !== 'legacy') throw new Error(read.format)
  return read
}
const file = (hashes: string, signature = '"AQID"', certificate = '"PEM"') =>
  `{"hashes":${hashes},"signature":${signature},"certificate":${certificate}}`

describe('parseEnvelope reads', () => {
  it('what a server wrote', () => {
    const read = legacy(goldenFile('expected/order.nextcloud.signature.json'))
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
    expect([...envelope(file('{"\\ud83d\\ude00":"1","é\u{1f600}":"2"}')).hashes.keys()].sort()).toEqual([
      'é\u{1f600}',
      '\u{1f600}',
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
    ['blanks', ' \n', /is not a JSON object that PHP can read/],
    ['other text', 'hello', /is not a JSON object that PHP can read/],
    ['half a file', good.slice(0, 30), /is not a JSON object that PHP can read/],
    ['two values', good + good, /is not a JSON object that PHP can read/],
    ['a comma at the end', good.replace(/}$/, ',}'), /is not a JSON object that PHP can read/],
    ['a comment', `// signed\n${good}`, /is not a JSON object that PHP can read/],
    ['merge markers', `<<<<<<< HEAD\n${good}`, /is not a JSON object that PHP can read/],
    ['a byte order mark', `\ufeff${good}`, /is not a JSON object that PHP can read/],
    ['UTF-16', Buffer.from(good, 'utf16le'), /is not a JSON object that PHP can read/],
    ['bytes that are not UTF-8', Buffer.from(file('{"\xe9":"1"}'), 'latin1'), /is not a JSON object that PHP can read/],
    [
      'a surrogate in UTF-8',
      Buffer.from(file('{"\xed\xa0\x80":"1"}'), 'latin1'),
      /is not a JSON object that PHP can read/,
    ],
    ['null', 'null', /is not a JSON object that PHP can read/],
    ['a list', '[]', /is not a JSON object that PHP can read/],
    ['a string', '"x"', /is not a JSON object that PHP can read/],
    ['false', 'false', /is not a JSON object that PHP can read/],
    ['an empty object', '{}', /has no "hashes"/],
    ['no hashes', '{"signature":"AQID","certificate":"PEM"}', /has no "hashes"/],
    ['no signature', '{"hashes":{},"certificate":"PEM"}', /has no "signature"/],
    ['no certificate', '{"hashes":{},"signature":"AQID"}', /has no "certificate"/],
    ['keys in another case', good.replace('hashes', 'Hashes'), /has no "hashes"/],
    ['inherited keys', '{"__proto__":{"hashes":{},"signature":"","certificate":""}}', /has no "hashes"/],
    ['hashes as a list', file('["1"]'), /"hashes" is not an object/],
    ['hashes as null', file('null'), /has no "hashes"/],
    ['hashes as a string', file('"x"'), /"hashes" is not an object/],
    ['a signature that is null', file('{}', 'null'), /has no "signature"/],
    ['a signature that is a number', file('{}', '1'), /"signature" is not a string/],
    ['a certificate that is a list', file('{}', '""', '["PEM"]'), /"certificate" is not a string/],
    ['a hash that is null', file('{"a":null}'), /neither a string nor false/],
    ['a hash that is true', file('{"a":true}'), /neither a string nor false/],
    ['a hash that is a number', file('{"a":1}'), /neither a string nor false/],
    ['a hash that is an object', file('{"a":{}}'), /neither a string nor false/],
    ['half a surrogate pair in a name', file('{"\\ud83d":"1"}'), /is not a JSON object that PHP can read/],
    ['the other half', file('{"\\ude00":"1"}'), /is not a JSON object that PHP can read/],
    ['half a surrogate pair in a hash', file('{"a":"\\ud83d"}'), /is not a JSON object that PHP can read/],
    ['a certificate that is null', file('{}', '""', 'null'), /has no "certificate"/],
    ['format v2 without a signature', '{"v":2,"hashes":{}}', /has no "signature"/],
    ['certificates without a signature', '{"hashes":{},"certificates":{}}', /has no "signature"/],
  ]
  for (const [name, json, says] of REFUSED) {
    it(name, () => {
      expect(problem(json)).toMatch(says)
      expect(problem(json)).toMatch(/^appinfo\/signature\.json/)
    })
  }
})

/** A file in format v2, but for the members that are given; undefined leaves one out. */
const v2 = (given: Record<string, string | undefined> = {}) => {
  const members: Record<string, string | undefined> = {
    v: '2',
    alg: '"ecdsa-p384-sha384"',
    hashes: '{"a":"1"}',
    signature: '"AQID"',
    certificates: '{"leaf":"PEM","chain":["INT"]}',
    ...given,
  }
  const texts = Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [`"${name}":${value}`]))
  return `{${texts.join(',')}}`
}
const readV2 = (json: string | Uint8Array) => {
  const read = envelope(json)
  if (read.format !== 'v2') throw new Error(read.format)
  return read
}

describe('parseEnvelope reads format v2:', () => {
  it('every member', () => {
    const read = readV2(v2())
    expect({ ...read, hashes: new Map(read.hashes) }).toEqual({
      format: 'v2',
      hashes: new Map([['a', '1']]),
      signedBytes: Buffer.from('{"a":"1"}'),
      algorithm: 'ecdsa-p384-sha384',
      signature: Buffer.from([1, 2, 3]),
      leaf: 'PEM',
      chain: ['INT'],
    })
  })

  it.each<[string, string]>([
    ['v alone makes it so', v2({ certificate: '"PEM"' })],
    ['v may be left out', v2({ v: undefined })],
    ['v may be null', v2({ v: 'null' })],
    ['further members do not matter', v2({ x: '{"v":3,"certificates":1}' })],
    ['of two v the last counts', `{"v":3,${v2().slice(1)}`],
    ['v may be spelled with an escape', v2().replace('"v"', '"\\u0076"')],
    ['blanks around v', v2({ v: ' \t\r\n2\n ' })],
    ['a v deeper in the file is not the version', v2({ x: '{"v":3}', y: '[{"v":3}]', z: '"\\"v\\":3"' })],
  ])('%s', (_, json) => {
    expect(readV2(json).leaf).toBe('PEM')
  })

  it.each<[string, string, string | undefined]>([
    ['left out', v2({ alg: undefined }), undefined],
    ['null', v2({ alg: 'null' }), undefined],
    ['a number', v2({ alg: '384' }), undefined],
    ['a list', v2({ alg: '["ecdsa-p384-sha384"]' }), undefined],
    ['empty', v2({ alg: '""' }), ''],
    ['with an escape', v2({ alg: '"rsa\\u002dpss"' }), 'rsa-pss'],
  ])('an alg that is %s, for others to judge', (_, json, algorithm) => {
    expect(readV2(json).algorithm).toBe(algorithm)
  })

  it.each<[string, string, string[]]>([
    ['left out', '{"leaf":"PEM"}', []],
    ['empty', '{"leaf":"PEM","chain":[]}', []],
    ['null', '{"leaf":"PEM","chain":null}', []],
    ['a string', '{"leaf":"PEM","chain":"INT"}', []],
    ['a number', '{"leaf":"PEM","chain":1}', []],
    ['of several', '{"leaf":"PEM","chain":["A","B"]}', ['A', 'B']],
    ['with other things in it', '{"leaf":"PEM","chain":["A",1,null,["B"],{"c":"C"},true,"D"]}', ['A', 'D']],
    ['an object', '{"leaf":"PEM","chain":{"x":"A","__proto__":"B"}}', ['A', 'B']],
  ])('a chain that is %s', (_, certificates, chain) => {
    expect(readV2(v2({ certificates })).chain).toEqual(chain)
  })

  it('the hashes and the signed bytes from one place, byte for byte', () => {
    const span = '{ "b\\u002fc" : "1",\n"a}{\\"":"2", "é\u{1f600}":"3", "__proto__":"4", "10":"5" }'
    const { hashes, signedBytes } = readV2(v2({ hashes: ` ${span} ` }))
    expect(signedBytes).toEqual(Buffer.from(span))
    expect(new Map(hashes)).toEqual(
      new Map([
        ['10', '5'],
        ['b/c', '1'],
        ['a}{"', '2'],
        ['é\u{1f600}', '3'],
        ['__proto__', '4'],
      ]),
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('the first hashes of several, though JSON would take the last', () => {
    const { hashes, signedBytes } = readV2(`${v2().slice(0, -1)},"hashes":{"evil":"2"}}`)
    expect([...hashes]).toEqual([['a', '1']])
    expect(signedBytes.toString()).toBe('{"a":"1"}')
  })

  it('a hash that is no string as false: nothing on disk is equal to it', () => {
    const hashes = '{"a":null,"b":1,"c":["x"],"d":{},"e":true,"f":false,"g":"1"}'
    expect([...readV2(v2({ hashes })).hashes.values()]).toEqual([false, false, false, false, false, false, '1'])
  })

  for (const [base64, bytes] of [
    ['AQID', [1, 2, 3]],
    ['AQ I\\r\\n\\tD', [1, 2, 3]],
    ['AQI=', [1, 2]],
    ['AQI', [1, 2]],
    ['AQ==', [1]],
    ['AQ', [1]],
    ['+/+/', [0xfb, 0xff, 0xbf]],
  ] as const) {
    it(`base64 as PHP does strictly: "${base64}"`, () => {
      expect([...readV2(v2({ signature: `"${base64}"` })).signature]).toEqual(bytes)
    })
  }
})

describe('parseEnvelope refuses in format v2', () => {
  const REFUSED: [name: string, json: string | Uint8Array, says: RegExp][] = [
    ...[
      '',
      '*AQID',
      'AQ-_',
      'A',
      'AQIDB',
      'AQ=',
      'AQI==',
      'AQID=',
      '=AQID',
      'AQ=ID',
      'AQ===',
      '====',
      'AQID\\u00a0',
    ].map((base64): [string, string, RegExp] => [
      `the signature "${base64}"`,
      v2({ signature: `"${base64}"` }),
      /: "signature" is not base64$/,
    ]),
    ...['1', '3', '20', '-2', '2.0', '2e0', '0x2', '"2"', 'true', 'false', '[2]', '{"v":2}', '""'].map(
      (version): [string, string, RegExp] => [
        `v ${version}`,
        v2({ v: version }),
        version === '0x2' ? /is not a JSON object/ : / has a version that is not known \("v": /,
      ],
    ),
    ['two v, the last one unknown', `${v2().slice(0, -1)},"v":3}`, /version that is not known \("v": 3\)/],
    ['a version of a megabyte', v2({ v: `"${'9'.repeat(1 << 20)}"` }), /^.{1,100}$/],
    ['no certificates', v2({ certificates: undefined, certificate: '"PEM"' }), /"certificates" is not an object/],
    ['certificates that are null', v2({ certificates: 'null' }), /"certificates" is not an object/],
    ['certificates that are a list', v2({ certificates: '["PEM"]' }), /"certificates" is not an object/],
    ['certificates that are a string', v2({ certificates: '"PEM"' }), /"certificates" is not an object/],
    ['no leaf', v2({ certificates: '{"chain":["INT"]}' }), /"certificates" has no "leaf" that is a string/],
    ['a leaf that is inherited', v2({ certificates: '{"__proto__":{"leaf":"PEM"}}' }), /has no "leaf"/],
    ['a leaf that is null', v2({ certificates: '{"leaf":null}' }), /has no "leaf"/],
    ['a leaf that is a list', v2({ certificates: '{"leaf":["PEM"]}' }), /has no "leaf"/],
    ['no hashes', v2({ hashes: undefined }), /has no "hashes"/],
    ['hashes that are a list', v2({ hashes: '["1"]' }), /"hashes" is not an object/],
    ['hashes under an escaped name', v2().replace('"hashes"', '"h\\u0061shes"'), /can not be found as the servers/],
    ['the word hashes as a value before', `{"x":"hashes",${v2().slice(1)}`, /can not be found as the servers/],
    ['a list of hashes before', `{"hashes":["a"],${v2().slice(1)}`, /can not be found as the servers/],
    ['bytes behind it', `${v2()}x`, /is not a JSON object/],
    ['a byte order mark', `\ufeff${v2()}`, /is not a JSON object/],
    ['half a surrogate pair anywhere', v2({ x: '"\\udc00"' }), /is not a JSON object/],
  ]
  it.each(REFUSED)('%s', (_, json, says) => {
    expect(problem(json)).toMatch(says)
    expect(problem(json)).toMatch(/^appinfo\/signature\.json/)
  })

  it('all of it under the name that it is given', () => {
    const parsed = parseEnvelope(Buffer.from('{}'), 'core/signature.json')
    expect(parsed).toEqual({ problem: 'core/signature.json has no "hashes"' })
  })
})

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { decodeJsonObject } from '../../src/envelope/json'
import { parseEnvelope } from '../../src/envelope/parse'
import { readSignatureText } from '../../src/envelope/signature-text'
import { isObject } from '../../src/findings/json-value'
import { seeded } from '../helpers/random'

const DIGEST = '0123456789abcdef'.repeat(8)
const random = seeded(5)
const pick = <Thing>(things: readonly Thing[]) => things[random(things.length)] as Thing
const some = (most: number, make: () => string) => Array.from({ length: random(most + 1) }, make).join(',')

/** Signature files of every kind, and some that are none: much nesting, odd strings, keys that come twice, blanks. */
const blank = () => (random(3) ? '' : pick(random(200) ? [' ', '\n', '\t\r'] : ['\v', '\u00a0']))
const GOOD = [
  '"a"',
  '"b\\/c"',
  '"\\u0061"',
  '"é"',
  '"\\ud83d\\ude00"',
  '"__proto__"',
  '"7"',
  '"hashes"',
  '"h\\u0061shes"',
]
const NESTED = ['"x\\"y"', '"{"', '"}]"', '","', '"\\\\"', '""', '"\\n"']
const WRONG = ['"\\ud83d"', '"a\nb"', '"\\x"', '"']
const string = () => pick(random(100) ? (random(4) ? GOOD : NESTED) : WRONG)
const value = (depth: number): string => {
  if (random(3)) return `"${DIGEST}"`
  if (depth < 3 && random(3) === 0) return object(depth + 1)
  if (depth < 3 && random(4) === 0) return `[${some(3, () => value(depth + 1))}]`
  return pick([string(), 'false', 'null', '-1.5e3', `"${DIGEST.slice(1)}"`, `"${DIGEST.toUpperCase()}"`])
}
const member = (key: string, content: string) => `${blank()}${key}${blank()}:${blank()}${content}${blank()}`
const object = (depth: number): string => `{${blank()}${some(4, () => member(string(), value(depth)))}}`
const file = () => {
  const members = [
    member('"signature"', '"AQID"'),
    ...Array.from({ length: 1 + random(2) }, () =>
      member(pick(['"hashes"', '"hashes"', string()]), random(5) ? object(1) : value(0)),
    ),
  ]
  return `${blank()}{${members.sort(() => random(3) - 1).join(',')}}${blank()}`
}
const damaged = (text: string) => {
  const at = random(text.length)
  return (
    text.slice(0, at) + pick(['', '{', '}', '[', ']', ',', ':', '"', '\\', '\0', '\ufeff']) + text.slice(at + random(2))
  )
}

/** What JSON itself says of `hashes`, digests and other strings as they are, `false` for everything else. */
function reference(bytes: Uint8Array): unknown {
  const members = decodeJsonObject(bytes)?.members
  if (!members || !isObject(members.hashes)) return members && 'no object'
  return Object.entries(members.hashes).map(([path, hash]) => [path, typeof hash === 'string' ? hash : false])
}

function read(bytes: Buffer): unknown {
  const text = readSignatureText(bytes)
  if (!text || !isObject(text.members.hashes)) return text && 'no object'
  return [...(text.hashes[Number(Object.keys(text.members.hashes)[0])]?.table.build() ?? [])]
}

const sorted = (pairs: unknown) => (Array.isArray(pairs) ? pairs.sort(([a], [b]) => (a < b ? -1 : 1)) : pairs)

describe('readSignatureText', () => {
  it('says of 30,000 texts what JSON says of the whole', () => {
    const seen = { read: 0, refused: 0 }
    for (let round = 0; round < 30_000; round++) {
      const text = random(3) ? file() : damaged(file())
      const bytes = Buffer.from(text)
      if (random(50) === 0) bytes[random(bytes.length)] = random(256)
      const expected = reference(bytes)
      expect([text, sorted(read(bytes))]).toEqual([text, sorted(expected)])
      expected === undefined ? seen.refused++ : seen.read++
    }
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(5000)
  })

  it.each([
    ['an object', (depth: number) => `${'{"x":'.repeat(depth)}1${'}'.repeat(depth)}`],
    ['a list', (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`],
  ])('goes as deep as PHP in %s, and no deeper', (_, nested) => {
    const at = (depth: number) => readSignatureText(Buffer.from(`{"hashes":{"a":${nested(depth)}}}`))
    expect(at(509)).toBeDefined()
    expect(at(510)).toBeUndefined()
    expect(decodeJsonObject(Buffer.from(`{"hashes":{"a":${nested(509)}}}`))).toBeDefined()
    expect(decodeJsonObject(Buffer.from(`{"hashes":{"a":${nested(510)}}}`))).toBeUndefined()
  })

  it('refuses a file that says it a thousand times more', () => {
    const times = (count: number) => readSignatureText(Buffer.from(`{${Array(count).fill('"hashes":{}').join(',')}}`))
    expect(times(1000)?.hashes).toHaveLength(1000)
    expect(times(1001)).toBeUndefined()
  })

  it('reads a file of 10 MB as any other', () => {
    const paths = Array.from({ length: 70_000 }, (_, index) => `d/${index}`)
    const hashes = paths.map((path) => `"${path.replace('/', '\\/')}":"${DIGEST}"`).join(',\n')
    const parsed = parseEnvelope(Buffer.from(`{"hashes":{${hashes}},"signature":"AQID","certificate":"PEM"}`))
    expect('envelope' in parsed && [...parsed.envelope.hashes.keys()]).toEqual(paths.sort())
  })
})

import { describe, expect, it } from 'vitest'
import { exception } from '../../src/findings/exceptions'
import { resultDocument } from '../../src/report/document'
import { type PhpArray, printR } from '../../src/report/print-r'
import { HOSTILE, makeFindings } from '../helpers/outcomes'
import { printWithPhp } from '../helpers/php'
import { EXTRA, makeReport } from '../helpers/report'
import { isMissing } from '../helpers/tools'

const CLASS = 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException'
const hashes = (expected = '', current = ''): PhpArray => [
  ['expected', expected],
  ['current', current],
]

describe.skipIf(isMissing('php'))('print_r', () => {
  const ARRAYS: Record<string, PhpArray> = {
    nothing: [],
    'an empty array in an array': [
      ['a', []],
      ['b', [['c', []]]],
    ],
    'strings and arrays in turn': [
      ['a', ''],
      [
        'b',
        [
          ['c', '1'],
          ['d', [['e', '']]],
          ['f', '2'],
        ],
      ],
      ['g', '3'],
    ],
    'integer keys': [
      ['404', 'a'],
      ['0', 'b'],
      ['-5', 'c'],
      ['01', 'd'],
      ['9223372036854775807', 'e'],
      ['9223372036854775808', 'f'],
      ['1.5', 'g'],
      ['-0', 'h'],
      ['', 'i'],
    ],
    'hostile keys': HOSTILE.map((name) => [name, hashes(name, name)]),
    'hostile keys, five deep': HOSTILE.map((name) => [name, [[name, [[name, [[name, [[name, name]]]]]]]]]),
    'many keys': makeFindings(2000).map(({ path = '', expected, current }) => [path, hashes(expected, current)]),
  }
  const printed = isMissing('php') ? [] : printWithPhp(Object.values(ARRAYS))
  it.each(Object.keys(ARRAYS).map((name, index) => [name, index] as const))(
    'is printed as by PHP: %s',
    (name, index) => {
      expect(printed[index]).toMatch(/^Array\n\(\n/)
      expect(printR(ARRAYS[name] ?? [])).toBe(printed[index])
    },
  )

  it('is what stands at the end of a document', () => {
    const changed = makeFindings(3)
    const document = resultDocument([
      makeReport([...changed, { ...EXTRA, path: '404' }], { appId: 'core', scope: 'server' }),
      makeReport([], { appId: 'good' }),
      makeReport([exception('REVOKED', 'm', 'h'), EXTRA], { appId: '123' }),
    ])
    const results: PhpArray = [
      [
        'core',
        [
          ['INVALID_HASH', changed.map(({ path, expected, current }) => [`/${path}`, hashes(expected, current)])],
          ['EXTRA_FILE', [['/404', hashes('', 'ab')]]],
        ],
      ],
      [
        '123',
        [
          [
            'EXCEPTION',
            [
              ['class', CLASS],
              ['message', 'Certificate has been revoked.'],
            ],
          ],
        ],
      ],
    ]
    expect(document.split('\nRaw output\n==========\n')[1]).toBe(printWithPhp([results])[0])
  })
})

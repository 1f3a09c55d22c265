import { describe, expect, it } from 'vitest'
import { type PhpArray, printR } from '../../src/report/print-r'

describe('printR', () => {
  it('puts a blank line behind an array in an array, and none behind a string', () => {
    const array: PhpArray = [
      ['a', [['x', '']]],
      ['b', '1'],
      ['c', []],
    ]
    expect(printR(array).split('\n')).toEqual([
      'Array',
      '(',
      '    [a] => Array',
      '        (',
      '            [x] => ',
      '        )',
      '',
      '    [b] => 1',
      '    [c] => Array',
      '        (',
      '        )',
      '',
      ')',
      '',
    ])
  })

  it('prints an empty array', () => expect(printR([])).toBe('Array\n(\n)\n'))
})

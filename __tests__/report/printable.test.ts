import { describe, expect, it } from 'vitest'
import { printable, printableLine } from '../../src/report/printable'

describe('printable', () => {
  const CASES: [text: string, shown: string][] = [
    ['plain name.php', 'plain name.php'],
    ['Grüße 日本 😀', 'Grüße 日本 😀'],
    ['a\nb\r\nc', 'a\\u{a}b\\u{d}\\u{a}c'],
    ['a\tb\0', 'a\\u{9}b\\u{0}'],
    ['\x1b[31mred\x9b', '\\u{1b}[31mred\\u{9b}'],
    ['\x7f', '\\u{7f}'],
    ['a\u2028b\u2029c\u0085', 'a\\u{2028}b\\u{2029}c\\u{85}'],
    ['gpj.\u202eexe', 'gpj.\\u{202e}exe'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['a\u200bb\u200d\ufeff\u00ad', 'a\\u{200b}b\\u{200d}\\u{feff}\\u{ad}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud83d', '\\u{d83d}'],
    ['\ude00x', '\\u{de00}x'],
    ['::error::x', ':\\u{3a}error:\\u{3a}x'],
    [':::', ':\\u{3a}:'],
    ['::::', ':\\u{3a}:\\u{3a}'],
    ['a:b', 'a:b'],
    ['##[error]x', '##\\u{5b}error]x'],
    ['#[x]', '#[x]'],
    ['', ''],
  ]
  for (const [text, shown] of CASES) it(shown || 'nothing', () => expect(printable(text)).toBe(shown))

  it('never leaves what starts a command', () => {
    for (const text of [':\u200b:error::', '#\n#[x', '::\n::', ':'.repeat(9), '###[x', '\n::add-mask::a']) {
      expect(printable(text)).not.toMatch(/::|##\[|[\x00-\x1f]/)
    }
  })
})

describe('printableLine', () => {
  it('keeps the tabs in front, and no others', () => {
    expect(printableLine('\t\t- a\tb')).toBe('\t\t- a\\u{9}b')
    expect(printableLine('\t::error::')).toBe('\t:\\u{3a}error:\\u{3a}')
    expect(printableLine('')).toBe('')
  })
})

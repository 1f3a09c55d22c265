import { describe, expect, it } from 'vitest'
import { annotate, log, logOutcome, mask } from '../../src/action/log'
import { capture } from '../helpers/capture'
import { makeFindings } from '../helpers/outcomes'
import { makeReport } from '../helpers/report'

describe('log', () => {
  it('writes lines, with the tabs in front', () => {
    expect(capture(() => log('- app', '\t- EXTRA_FILE', '\t\t- /a'))).toBe('- app\n\t- EXTRA_FILE\n\t\t- /a\n')
  })

  it('tells an outcome of any number of findings', () => {
    const files = makeFindings(200_000)
    const written = capture(() => logOutcome(makeReport(files)))
    expect(written.match(/^\t\t- \/lib\/\d+\.php$/gm)).toHaveLength(files.length)
  })

  it('lets no name become a command', () => {
    const written = capture(() => log('::error::x', '\t::stop-commands::x', 'a\n::set-output name=x::y', '##[error]x'))
    expect(written.split('\n')).toHaveLength(5)
    expect(written).not.toMatch(/::|##\[/)
  })
})

describe('annotate', () => {
  it('writes a command', () => {
    expect(capture(() => annotate('warning', 'careful', { title: 'T', file: 'a/b.php', line: 3 }))).toMatch(
      /^::warning title=T,file=a\/b\.php,line=3::careful\n$/,
    )
  })

  it('writes no place that is not given', () => {
    expect(capture(() => annotate('error', 'bad'))).toMatch(/^::error ?::bad\n$/)
  })

  it('keeps hostile text in its place', () => {
    const written = capture(() =>
      annotate('notice', 'a\n::error::b%0A', { title: 'x,file=y::z\n', file: 'a,b:c\n::d', line: 1 }),
    )
    expect(written.match(/\n/g)).toHaveLength(1)
    expect(written.match(/::/g)).toHaveLength(2)
    expect(written).toContain('a\\u{a}:\\u{3a}error:\\u{3a}b%250A')
    expect(written).toContain('title=x%2Cfile=y%3A\\u{3a}z\\u{a},')
    expect(written).toContain('file=a%2Cb%3Ac\\u{a}%3A\\u{3a}d,')
  })

  it('cuts a message at 4096 characters', () => {
    const cut = (length: number) =>
      capture(() => annotate('error', 'x'.repeat(length))).replace(/^::error ?::|\n$/g, '')
    expect(cut(4096)).toBe('x'.repeat(4096))
    expect(cut(4097)).toBe(`${'x'.repeat(4095)}…`)
  })
})

describe('mask', () => {
  it('masks each text in one line', () => {
    expect(capture(() => mask(['one', 'two\nlines%']))).toBe('::add-mask::one\n::add-mask::two%0Alines%25\n')
  })
})

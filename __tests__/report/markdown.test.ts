import { describe, expect, it } from 'vitest'
import { errorMarkdown, summaryMarkdown } from '../../src/report/markdown'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'

const rows = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('| '))

describe('summaryMarkdown', () => {
  it('says the verdict first', () => {
    expect(summaryMarkdown(makeReport())).toMatch(/^### ✅ activity 1\.2\.3 passed: 3 files\.\n/)
    expect(summaryMarkdown(makeReport([WARNING]))).toMatch(/^### ⚠️ /)
    expect(summaryMarkdown(makeReport([EXTRA]))).toMatch(/^### ❌ activity 1\.2\.3 failed/)
  })

  it('says what was looked at', () => {
    const markdown = summaryMarkdown(makeReport())
    for (const row of [
      '| App | activity 1.2.3 |',
      '| Server | Nextcloud, legacy format |',
      '| Files | 3 |',
      '| Signed by | CN=activity |',
      '| Issued by | Nextcloud |',
      '| Revocation | not revoked, by the bundled list number 104E of 2025-07-03 |',
      '| CN=activity | 10BB | 2028-12-31 |',
      '| CN=Root | 1 | 2041-06-06 |',
    ])
      expect(markdown.split('\n')).toContain(row)
    expect(markdown).not.toContain('What it means')
  })

  it('says when there is no certificate', () => {
    const markdown = summaryMarkdown(makeReport([], { chain: [], authority: undefined, revocation: undefined }))
    expect(markdown).toContain('| Signed by | nobody that can be read |')
    expect(markdown).toContain('| Issued by | nobody that is trusted here |')
    expect(markdown).toContain('| Revocation | not checked, nobody vouches for the certificate |')
    expect(markdown).not.toContain('Valid until')
  })

  it('lists every finding, notices too', () => {
    const markdown = summaryMarkdown(makeReport([REVOKED, EXTRA, NOTICE]))
    expect(markdown).toContain('| ❌ EXCEPTION |  | Certificate has been revoked. It was revoked. |')
    expect(markdown).toContain('| ❌ EXTRA_FILE | js/new.js |')
    expect(markdown).toContain('| ℹ️ VCS_FOLDER | .git |')
  })

  it('lists 500 findings, and counts the others', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...EXTRA, path: `f${index}` }))
    expect(summaryMarkdown(makeReport(many(500)))).not.toContain('more: the log')
    const markdown = summaryMarkdown(makeReport(many(501)))
    expect(markdown).toContain('| f499 |')
    expect(markdown).not.toContain('| f500 |')
    expect(markdown).toContain('1 finding more: the log lists all of them.')
  })

  const HOSTILE = [
    'a|b|c',
    'a\n| x | y |',
    '<img src=x onerror=alert(1)>',
    '[click](https://localhost/)',
    '![](https://localhost/x.png)',
    '`code` **bold** _it_ ~no~',
    'https://localhost/ www.localhost @everyone #1',
    '&lt;b&gt;',
    '\\|',
    '$$x$$',
  ]
  for (const path of HOSTILE) {
    it(`keeps ${JSON.stringify(path)} in its cell`, () => {
      const markdown = summaryMarkdown(makeReport([{ ...EXTRA, path, message: path }]))
      const row = rows(markdown).find((line) => line.includes('EXTRA')) ?? ''
      const cells = row.split('|').slice(2, -1)
      expect(cells).toHaveLength(2)
      for (const cell of cells) expect(cell.replace(/&#\d+;/g, '')).not.toMatch(/[\\`*_[\]()<>&$~@#!\n]|https?:|www\./)
    })
  }

  it('cuts what is very long, and says how long it was', () => {
    const markdown = summaryMarkdown(makeReport([{ ...EXTRA, path: 'x'.repeat(4000) }]))
    expect(markdown).toContain(`${'x'.repeat(500)}… &#40;4000 characters&#41;`)
    expect(markdown).not.toContain('x'.repeat(501))
  })
})

describe('errorMarkdown', () => {
  it('is one heading, whatever the message holds', () => {
    expect(errorMarkdown('private-key is empty.')).toBe('### ❌ private-key is empty.\n')
    expect(errorMarkdown('a\n# b <c>')).toBe('### ❌ a&#92;u&#123;a&#125;&#35; b &#60;c&#62;\n')
  })
})

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { exception } from '../../src/findings/exceptions'
import type { Finding } from '../../src/findings/finding'
import { summaryMarkdown } from '../../src/report/markdown'
import { printable } from '../../src/report/printable'
import type { Outcome, Refusal, Report } from '../../src/report/report'
import { foreignElements, renderGfm, textOf } from '../helpers/gfm'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'

const now = new Date('2026-11-21T00:00:00Z')
const summarize = (...outcomes: Outcome[]) => summaryMarkdown(outcomes, { now })
const read = (...outcomes: Outcome[]) => textOf(renderGfm(summarize(...outcomes)))
const bytes = (text: string) => Buffer.byteLength(text)
const refusal = (message: string, findings: readonly Finding[] = []): Refusal => ({
  name: 'dist/a.tar.gz',
  root: '/work/dist/a.tar.gz',
  error: { code: 'ARCHIVE_DAMAGED', message },
  findings,
})
const extras = (count: number, name = (index: number) => `f${index}`): Finding[] =>
  Array.from({ length: count }, (_, index) => {
    const path = name(index)
    return { ...EXTRA, path, message: `"${path}" is in the app, but not in the signature.` }
  })

describe('one payload', () => {
  it('has its verdict first', () => {
    expect(summarize(makeReport())).toMatch(/^## ✅ activity 1\.2\.3 passed\n\n3 files \(1\.2 kB\), no errors/)
    expect(summarize(makeReport([WARNING]))).toMatch(/^## ⚠️ activity 1\.2\.3 passed\n\n\*\*1 warning\*\* in 3 files/)
    expect(summarize(makeReport([EXTRA]))).toMatch(/^## ❌ activity 1\.2\.3 failed\n\n\*\*1 error\*\* in 3 files/)
    expect(summarize(makeReport([], { mode: 'sign' }))).toMatch(/^## ✅ activity 1\.2\.3 is signed and verified\n/)
  })

  it('says what was looked at', () => {
    const sha256 = 'ab'.repeat(32)
    const lines = summarize(
      makeReport([], {
        milliseconds: 834,
        bytes: 12_345_678,
        package: { path: '/w/a.tar.gz', sha256, size: 4_567_890 },
      }),
    ).split('\n')
    for (const row of [
      '| App | **activity 1.2.3** |',
      '| Server | Nextcloud, legacy format |',
      '| Files | 3 files, 12.3 MB, in 0.8 s |',
      '| Package | <code>&#47;w/a.tar.gz</code>, 4.6 MB |',
      `| SHA-256 | <code>${sha256}</code> |`,
      '| Signed by | CN=activity |',
      '| Issued by | Nextcloud |',
      '| Revocation | not revoked, by the bundled list number 104E of 2025-07-03 |',
    ])
      expect(lines).toContain(row)
  })

  it('says when there is no certificate', () => {
    const markdown = summarize(makeReport([], { chain: [], authority: undefined, revocation: undefined }))
    expect(markdown).toContain('| Signed by | nobody that can be read |')
    expect(markdown).toContain('| Issued by | nobody that is trusted here |')
    expect(markdown).toContain('| Revocation | not checked, nobody vouches for the certificate |')
    expect(markdown).not.toMatch(/mermaid|stops working|Valid until/)
  })

  it('tells causes in the order of the servers, and says a remedy that many share once', () => {
    const markdown = summarize(makeReport([...extras(3), REVOKED, WARNING, NOTICE]))
    const titles = markdown.split('\n').filter((line) => line.startsWith('#### '))
    expect(titles.slice(0, 3)).toEqual([
      '#### ❌ Certificate was revoked <code>REVOKED</code>',
      '#### ❌ Not in the signature: 3 files <code>EXTRA_FILE</code>',
      '#### ⚠️ Certificate expires soon <code>CERTIFICATE_EXPIRES</code>',
    ])
    expect(markdown).toContain('> The server says: **Certificate has been revoked.**')
    expect(markdown).toContain('Each is in the app, but not in the signature.<br>\n**→ Remove it.**')
    expect(markdown.split('Remove it.')).toHaveLength(2)
    expect(markdown).toContain('<details open><summary>3 files</summary>\n\n<pre>f0\nf1\nf2</pre>')
    expect(markdown).toContain('1 notice: nothing has to be done')
  })

  it('folds the first hundred paths, and counts the others', () => {
    const whole = summarize(makeReport(extras(100)))
    expect(whole).toContain('<details><summary>100 files</summary>')
    expect(whole).not.toContain(' more: ')
    const cut = summarize(makeReport(extras(1101)))
    expect(cut).toContain('<details><summary>The first 100 of 1,101 files</summary>')
    expect(cut).toMatch(/\nf99<\/pre>\n\nand 1,001 more: the log of this step/)
  })

  it('cuts what is very long, and says how long it was', () => {
    const markdown = summarize(makeReport(extras(2, (index) => `${index}${'x'.repeat(3999)}`)))
    expect(markdown).toContain(`${'x'.repeat(499)}… (4000 characters)`)
    expect(markdown).not.toContain('x'.repeat(500))
  })
})

describe('what stops working', () => {
  const outlook = (markdown: string) => textOf(renderGfm(markdown)).replaceAll('\u2011', '-').replace(/\s+/g, ' ')
  const chain = (leaf: string, issuer: string): Report['chain'] => [
    { subject: 'CN=activity', issuer: 'CN=Root', serial: '1', notAfter: new Date(leaf) },
    { subject: 'CN=Root', issuer: 'CN=Root', serial: '2', notAfter: new Date(issuer) },
  ]
  const sunset: Finding = { code: 'LEGACY_SUNSET', severity: 'warning', message: 'Legacy signatures stop.' }

  it('stands in the order of its dates, the past marked', () => {
    const more = { server: 'owncloud', chain: chain('2027-11-21T00:00:00Z', '2026-01-31T00:00:00Z') } as const
    expect(outlook(summarize(makeReport([sunset], more)))).toMatch(
      /⌛ 2026-01-31 294 days ago Issuer CN=Root has ended .* 2026-12-31 in 40 days The legacy format on ownCloud 11 ends .* 2027-11-21 in 365 days Certificate CN=activity ends ownCloud 10 goes on/,
    )
  })

  it('leaves out the sunset, and issuers that end later, where they do not matter', () => {
    const text = outlook(summarize(makeReport([], { chain: chain('2027-01-01T00:00:00Z', '2030-01-01T00:00:00Z') })))
    expect(text).toContain('2027-01-01 in 41 days Certificate CN=activity ends Servers go on accepting what is signed')
    expect(text).not.toMatch(/legacy format on|Issuer CN=Root/)
  })

  it('promises nothing of a signature that is refused already', () => {
    expect(outlook(summarize(makeReport([REVOKED])))).toContain(
      'ends Nothing more: servers refuse this signature already.',
    )
  })
})

describe('several payloads', () => {
  const outcomes = [
    makeReport([], { appId: 'good' }),
    makeReport([WARNING], { appId: 'warned' }),
    makeReport([EXTRA], { appId: 'bad', fileCount: 1234 }),
    refusal('It is damaged.'),
  ]

  it('have counts, a row each, and parts, the failed first and the passed folded', () => {
    const markdown = summarize(...outcomes)
    expect(markdown).toMatch(/^## ❌ 2 of 4 failed\n\n2 failures, 1 passed with warnings, 1 passed\.\n/)
    expect(markdown).toContain('| ❌ | **bad** | 1.2.3 | 1,234 | 1 | | <code>&#46;</code> |')
    expect(markdown).toContain('| ❌ | *not judged* | | | 1 | | <code>dist/a.tar.gz</code> |')
    const heads = markdown.match(/^(### .*|<details><summary>✅.*)$/gm)
    expect(heads).toEqual([
      '### ❌ bad 1.2.3 failed',
      '### ❌ It is damaged.',
      '### ⚠️ warned 1.2.3 passed',
      '<details><summary>✅ good 1.2.3: 3 files</summary>',
      '### ✅ good 1.2.3 passed',
    ])
  })

  it('that all passed say so', () => {
    expect(summarize(makeReport(), makeReport())).toMatch(/^## ✅ All 2 passed\n\n2 passed\./)
  })
})

describe('a refusal', () => {
  it('has its message as heading, and its findings beneath', () => {
    expect(summarize(refusal('private-key is empty.', [EXTRA]))).toMatch(
      /^## ❌ private-key is empty\.\n\n<code>dist\/a\.tar\.gz<\/code> was not judged: <code>ARCHIVE_DAMAGED<\/code>\n\n#### ❌ Not in the signature/,
    )
    expect(summarize(refusal('a\n# b <c>'))).toMatch(/^## ❌ a&#92;u\{a\}&#35;<span><\/span> b &#60;c&#62;\n/)
  })
})

const HOSTILE = [
  'a|b|c',
  'a\n| x | y |\n# z\n```\n',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</details></summary></pre></code></table>',
  '[click](https://localhost/) <https://localhost/>',
  '![](https://localhost/x.png)',
  '`code` **bold** _it_ ~~no~~ __x__',
  'https://localhost/ www.localhost a@localhost.de ftp://localhost mailto:a@b.de',
  '@everyone #1 GH-1 :x: $x$ $$y$$',
  '&lt;b&gt;&amp;&#60;',
  '\\| \\<b>',
  '- one',
  '1. one',
  '> quoted',
  '    indented',
  'r\u202etl \u001b[31mred \u200b',
  '"]:::revoked click c0 end %%{init}%% subgraph',
  '<!-- x',
  '-->',
]

describe('a name is text, and nothing but text:', () => {
  const everywhere = (name: string): Outcome[] => {
    const chain = [1, 2].map((serial) => ({
      ...makeReport().chain[0],
      subject: name,
      issuer: name,
      serial: `${serial}`,
    }))
    const findings = [
      ...extras(2, (index) => name + index),
      { ...WARNING, message: name, hint: name, path: name },
      { ...NOTICE, message: name, hint: name },
      exception('BAD_CHAIN', name, name, name),
    ]
    const report = makeReport(findings, {
      appId: name,
      appVersion: name,
      authority: name,
      kind: 'archive',
      name,
      chain: chain as Report['chain'],
    })
    return [report, makeReport([], { appId: name, name }), { ...refusal(name, findings), name }]
  }

  it.each(HOSTILE)('%j', (name) => {
    for (const outcomes of [everywhere(name), ...everywhere(name).map((one) => [one])]) {
      const html = renderGfm(summarize(...outcomes))
      expect(foreignElements(html)).toEqual([])
      expect(textOf(html).replace(/\s+/g, ' ')).toContain(printable(name).replace(/\s+/g, ' ').trim())
      expect(html.match(/<details/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? -1)
    }
  })

  it.each(HOSTILE)('%j in the picture', (name) => {
    const chain = [{ subject: name, issuer: name, serial: '1', notAfter: now }]
    const picture =
      /```mermaid\n([\s\S]*?)\n```/.exec(summarize(makeReport([], { chain, authority: undefined })))?.[1] ?? ''
    const lines = picture.split('\n')
    expect(lines[0]).toBe('flowchart LR')
    for (const line of lines.slice(1))
      expect(line).toMatch(
        /^ {2}(\w+\["(?:[\p{L}\p{N}\uff04 ]|#\d+;|<br>|until \d{4}-\d\d-\d\d)+"\]:::\w+|x --> c0|classDef \w+ [\w#:,-]+)$/u,
      )
  })

  it('and nothing in it is what GitHub links, mentions or draws, even once entities are read', () => {
    for (const name of HOSTILE) {
      const pieces = renderGfm(summarize(...everywhere(name)))
        .replace(/<(pre|code)[^>]*>[\s\S]*?<\/\1>/g, '')
        .split(/<[^>]*>/)
      for (const piece of pieces.map(textOf)) expect(piece).not.toMatch(/@\w|#\d|:\/\/|www\.|:x:|\$\w/)
    }
  })
})

describe('room', () => {
  const long = (index: number) => `${index}${'`|<@é€'.repeat(666)}`
  const many = (count: number, failing: number) =>
    Array.from({ length: count }, (_, index) =>
      makeReport(index % failing === 0 ? extras(30, long) : [], { appId: `app${index}`, name: long(index) }),
    )

  it.each<[string, Outcome[]]>([
    ['10,000 findings', [makeReport(extras(10_000, long))]],
    [
      '10,000 findings of as many causes',
      [makeReport(extras(10_000, long).map((one, i) => ({ ...one, hint: long(i) })))],
    ],
    ['300 payloads', many(300, 1)],
    ['300 payloads, most of them good', many(300, 20)],
    ['a refusal that fills the page', [refusal(long(1).repeat(100))]],
  ])('%s never take more than there is', (_, outcomes) => {
    expect(bytes(summaryMarkdown(outcomes, { now }))).toBeLessThan(1024 * 1024)
    for (const limit of [65_535, 20_000, 1_000, 100]) {
      const markdown = summaryMarkdown(outcomes, { now, limit })
      expect(bytes(markdown)).toBeLessThanOrEqual(limit)
      const html = renderGfm(markdown)
      expect(foreignElements(html)).toEqual([])
      expect(html.match(/<details/g)?.length).toBe(html.match(/<\/details>/g)?.length)
    }
  })

  it('goes to what failed first, and says exactly what was left out', () => {
    const markdown = summaryMarkdown(many(300, 100), { now, limit: 65_535 })
    const failed = markdown.match(/^### ❌ /gm) ?? []
    const passed = markdown.match(/^<details><summary>✅/gm) ?? []
    expect(failed).toHaveLength(3)
    expect(markdown).toContain(
      `the parts of ${300 - 3 - passed.length} payloads (0 failed, 0 with warnings, ${297 - passed.length} passed), with 0 findings`,
    )
    const rows = markdown.match(/^\| (❌|✅) /gm) ?? []
    expect(markdown).toContain(`**Left out of this table:** ${300 - rows.length} rows.`)
  })

  it('is there for three hundred payloads of the usual kind', () => {
    const usual = Array.from({ length: 300 }, (_, i) =>
      makeReport(i < 30 ? extras(200) : [], { appId: `app${i}`, name: `apps/${i}` }),
    )
    expect(summaryMarkdown(usual, { now })).not.toContain('Left out')
  })
})

it('reads as it is meant', () => {
  expect(read(makeReport(extras(2))).replace(/\s+/g, ' ')).toContain(
    '❌ Not in the signature: 2 files EXTRA_FILE Each is in the app, but not in the signature. → Remove it. 2 files f0 f1',
  )
})

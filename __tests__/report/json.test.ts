import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings/finding'
import { reportJson } from '../../src/report/json'
import type { Outcome, Report } from '../../src/report/report'
import { verdictOfAll } from '../../src/report/report'
import { EXTRA, makeReport, NOTICE, REFUSAL, REVOKED, WARNING } from '../helpers/report'
import { checkReport } from '../helpers/schema'

const NOW = new Date('2026-06-01T12:00:00Z')
const write = (...outcomes: Outcome[]) =>
  reportJson(outcomes, { version: '0.1.0', now: NOW, verdict: verdictOfAll(outcomes) })
const without = (report: Report, ...keys: (keyof Report)[]) =>
  Object.fromEntries(Object.entries(report).filter(([key]) => !keys.includes(key as keyof Report))) as unknown as Report

const written = { path: '/home/runner/build/activity.tar.gz', sha256: 'ab'.repeat(32), size: 12 }
const KINDS: [name: string, outcomes: Outcome[]][] = [
  ['a good app', [makeReport()]],
  ['findings of every severity', [makeReport([REVOKED, { ...EXTRA, unseenByValue: true }, WARNING, NOTICE])]],
  ['a package', [makeReport([], { mode: 'sign', package: written, milliseconds: 12 })]],
  ['an archive of a server', [makeReport([], { kind: 'archive', scope: 'server', server: 'owncloud', format: 'v2' })]],
  ['a rehearsal', [makeReport([], { mode: 'check', formats: ['legacy', 'v2'] })]],
  [
    'what is unsigned',
    [without(makeReport([REVOKED], { chain: [] }), 'signaturePath', 'authority', 'revocation', 'milliseconds')],
  ],
  ['revocation off', [makeReport([], { revocation: { state: 'off' }, authority: undefined })]],
  [
    'a list without a number',
    [
      makeReport([], {
        revocation: {
          state: 'revoked',
          list: { source: 'fetched', issuer: 'CN=Root', number: undefined, thisUpdate: NOW },
        },
      }),
    ],
  ],
  ['a refusal', [REFUSAL]],
  ['a refusal with findings, and a report', [{ ...REFUSAL, findings: [EXTRA, NOTICE] }, makeReport([WARNING])]],
]

describe('the schema', () => {
  for (const [name, outcomes] of KINDS)
    it(`takes ${name}`, () => expect(checkReport(JSON.parse(write(...outcomes)))).toEqual([]))

  const good = () => JSON.parse(write(makeReport([EXTRA]), REFUSAL))
  const WRONG: [what: string, spoil: (report: ReturnType<typeof good>) => unknown][] = [
    ['another version', (report) => ({ ...report, version: 2 })],
    ['another tool', (report) => ({ ...report, tool: { name: 'x', version: '1' } })],
    ['no payloads', (report) => ({ ...report, payloads: [] })],
    ['a key more', (report) => ({ ...report, root: '/work' })],
    ['a day in place of a time', (report) => ({ ...report, generatedAt: '2026-06-01' })],
    ['an unknown verdict', (report) => ({ ...report, verdict: 'good' })],
    ['no counts', ({ counts: _, ...report }) => report],
    ['a payload with a key more', (report) => spoilt(report, 0, { root: '/work' })],
    ['a payload without a mode', (report) => spoilt(report, 0, { mode: undefined })],
    ['a finding of an unknown code', (report) => spoilt(report, 0, { findings: [{ ...finding(report), code: 'X' }] })],
    ['a finding with a key more', (report) => spoilt(report, 0, { findings: [{ ...finding(report), line: 1 }] })],
    ['a finding without words', (report) => spoilt(report, 0, { findings: [{ ...finding(report), message: null }] })],
    ['a refusal that passed', (report) => spoilt(report, 1, { verdict: 'passed' })],
    ['a refusal of an unknown code', (report) => spoilt(report, 1, { error: { code: 'X', message: '' } })],
  ]
  const finding = (report: ReturnType<typeof good>) => report.payloads[0].findings[0]
  function spoilt(report: ReturnType<typeof good>, index: number, change: object) {
    Object.assign(report.payloads[index], change)
    return JSON.parse(JSON.stringify(report))
  }
  for (const [what, spoil] of WRONG) it(`refuses ${what}`, () => expect(checkReport(spoil(good()))).not.toEqual([]))
})

describe('the codes of the schema', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const { $defs } = JSON.parse(read('schemas/report-1.schema.json')) as { $defs: Record<string, { enum: string[] }> }

  /** The members of a union of string literals in the source. */
  function union(path: string, name: string): string[] {
    const [, members = ''] = new RegExp(`export type ${name} =([^/]*?)(?:\\n\\n|\\n/\\*)`).exec(read(path)) ?? []
    return [...members.matchAll(/'([A-Z0-9_]+)'/g)].map((match) => match[1] ?? '')
  }

  it('are those of the findings', () => {
    const kinds = ['FileCode', 'ExceptionCode', 'AdviceCode', 'ArchiveCode', 'ShippingCode']
    const codes = kinds.flatMap((kind) => union('src/findings/finding.ts', kind))
    expect(codes).toContain('STORE_LIMIT')
    expect($defs.findingCode?.enum.toSorted()).toEqual(codes.toSorted())
  })

  it('are those of the errors', () => {
    const codes = union('src/findings/errors.ts', 'ErrorCode')
    expect(codes).toContain('INTERNAL')
    expect($defs.errorCode?.enum.toSorted()).toEqual(codes.toSorted())
  })
})

describe('reportJson', () => {
  it('counts, and says the verdict of each', () => {
    const report = JSON.parse(
      write(makeReport([EXTRA, WARNING]), makeReport([NOTICE]), { ...REFUSAL, findings: [EXTRA] }),
    )
    expect(report).toMatchObject({
      version: 1,
      tool: { name: 'appsign', version: '0.1.0' },
      generatedAt: '2026-06-01T12:00:00.000Z',
      verdict: 'failed',
      counts: { payloads: 3, refused: 1, errors: 2, warnings: 1, notices: 1 },
    })
    expect(report.payloads.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['failed', 'passed', 'failed'])
    expect(report.payloads[0].counts).toEqual({ errors: 1, warnings: 1, notices: 0 })
    expect(report.payloads[2]).toEqual({
      name: 'build/artifact.zip',
      verdict: 'failed',
      error: { code: 'ARCHIVE_DAMAGED', message: '"build/artifact.zip" is damaged or cut off.' },
      findings: [{ ...EXTRA, category: 'EXTRA_FILE' }],
    })
  })

  it('has its keys in one order, whatever order the outcome has', () => {
    const report = makeReport([EXTRA])
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report
    const finding = Object.fromEntries(Object.entries(EXTRA).reverse()) as unknown as Finding
    expect(write({ ...turned, findings: [finding] })).toBe(write(report))
    expect(Object.keys(JSON.parse(write(report)))).toEqual(
      'version tool generatedAt verdict counts payloads'.split(' '),
    )
  })

  it('names no path of the machine', () => {
    const text = write(makeReport([], { package: written }), REFUSAL)
    expect(text).not.toMatch(/\/work|\/home/)
    expect(JSON.parse(text).payloads[0].package.name).toBe('activity.tar.gz')
  })

  const NAMES = [
    '\ud800',
    '\udc00a',
    'a\u202eb',
    '\u009b31m',
    '\u{e0041}',
    '##[add-mask]x',
    '::error::',
    ':::',
    '\\##[',
    '"\n\t',
  ]
  it('keeps every name as it is, and nothing of it acts in a log', () => {
    const findings = NAMES.map((path) => ({ ...EXTRA, path }))
    const text = write(makeReport(findings))
    const read = JSON.parse(Buffer.from(text).toString()) as { payloads: { findings: Finding[] }[] }
    expect(read.payloads[0]?.findings.map(({ path }) => path)).toEqual(NAMES)
    expect(text).not.toMatch(/##\[|::|[\u007f-\u009f\u202e\ud800-\udfff]/)
  })

  it('is indented by two, and ends its last line', () => {
    expect(write(makeReport())).toMatch(/^\{\n {2}"version": 1,\n[\s\S]*\n\}\n$/)
  })
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../../src/payload/folder'
import { reportJson } from '../../src/report/json'
import { isRefusal, type Report } from '../../src/report/report'
import { sign } from '../../src/sign'
import { verify } from '../../src/verify'
import { FACTS, HOSTILE, makeRefusal, OUTCOMES } from '../helpers/outcomes'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'
import { REPORT_SCHEMA, reportValidator } from '../helpers/schema'
import { credentials, signedFiles, tarGzFiles, trust, verifyArchive, zipFiles } from '../helpers/signed-app'
import { makeApp, realPath, writeFiles } from '../helpers/tree'
import { issueIntermediate, issueLeaf, leafKey, NOW, v2Authority } from '../helpers/v2-pki'

/** What JSON holds: anything. */
type Parsed = ReturnType<typeof JSON.parse>

const validate = reportValidator()
const json = (outcomes: Parameters<typeof reportJson>[0]) => reportJson(outcomes, FACTS)

describe('the schema', () => {
  for (const [name, outcomes] of Object.entries(OUTCOMES))
    it(`takes ${name}`, () => expect(validate(json(outcomes))).toEqual([]))

  it('takes what really comes out: signed in both formats, folders, archives, real files', async () => {
    const v2Trust = {
      ...trust,
      authorities: [v2Authority()],
      server: 'owncloud',
      now: NOW,
      revocation: { ...trust.revocation, mode: 'bundled' },
    } as const
    const v2 = { key: leafKey(), leaf: issueLeaf(), intermediates: [issueIntermediate()] }
    const root = makeApp({ '404': 'x' })
    const reports: Report[] = [
      await sign(openFolder(root), credentials, trust),
      await sign(openFolder(makeApp()), v2, v2Trust, { format: 'v2' }),
    ]
    writeFiles(root, { 'js/b.js': 'changed', 'js/new.js': 'new' })
    reports.push(await verify(openFolder(root), trust))
    const files = await signedFiles()
    reports.push(await verifyArchive(tarGzFiles(files)), await verifyArchive(zipFiles(files), 'zip'))
    for (const name of ['revoked-nextcloud', 'revoked-owncloud', 'hash-false', 'placeholder'])
      reports.push(
        await verify(openFolder(makeApp({ 'appinfo/signature.json': readFileSync(realPath(`${name}.json`)) })), trust),
      )
    expect(new Set(reports.map(({ format }) => format))).toEqual(new Set(['legacy', 'v2']))
    expect(reports.filter(({ findings }) => findings.length > 3).length).toBeGreaterThan(2)
    expect(validate(json(reports))).toEqual([])
  })

  /** Where a report is changed, and to what; `undefined` takes it away. */
  const WRONG: [name: string, at: string, value: unknown][] = [
    ['another version', 'version', 2],
    ['no date', 'date', undefined],
    ['a date that is none', 'date', 'today'],
    ['a verdict that is none', 'verdict', 'good'],
    ['a payload that is neither', 'payloads.0', {}],
    ['a root', 'payloads.0.root', '/work'],
    ['a code that is none', 'payloads.0.findings.0.code', 'NEW_CODE'],
    ['a severity that is none', 'payloads.0.findings.0.severity', 'fatal'],
    ['a count of a code that is none', 'counts.code.NEW_CODE', 1],
    ['a negative count', 'counts.severity.error', -1],
    ['a refusal that has passed', 'payloads.1.verdict', 'passed'],
    ['an error that is none', 'payloads.1.error.code', 'EXTRA_FILE'],
    ['something further', 'more', true],
  ]
  it.each(WRONG)('refuses %s', (_, at, value) => {
    const report = JSON.parse(json([makeReport([EXTRA]), makeRefusal()]))
    expect(validate(JSON.stringify(report))).toEqual([])
    const keys = at.split('.')
    const last = keys.pop() ?? ''
    keys.reduce((parent, key) => parent[key], report)[last] = value
    expect(validate(JSON.stringify(report))).not.toEqual([])
  })

  it('has every code of the source, in its order, and no other', () => {
    const source = (path: string) =>
      readFileSync(fileURLToPath(new URL(`../../src/findings/${path}.ts`, import.meta.url)), 'utf8')
    const union = (path: string, name: string) => {
      const [, members = ''] = new RegExp(`export type ${name} =([^/]*?)(?:\\n\\n|\\n/\\*)`).exec(source(path)) ?? []
      return [...members.matchAll(/'([A-Z0-9_]+)'/g)].map((match) => match[1])
    }
    const [, names = ''] = /export type FindingCode = (.*)/.exec(source('finding')) ?? []
    const codes = names.split(' | ').flatMap((name) => union('finding', name))
    const exceptions = union('finding', 'ExceptionCode')
    const { findingCode, errorCode, finding } = REPORT_SCHEMA.$defs
    expect(codes.length).toBeGreaterThan(40)
    expect(exceptions.length).toBe(7)
    expect(findingCode.enum).toEqual(codes)
    expect(errorCode.enum).toEqual(union('errors', 'ErrorCode'))
    expect(finding.properties.category.enum).toEqual([
      'EXCEPTION',
      ...codes.filter((code) => !exceptions.includes(code)),
    ])
  })

  it('says what everything is, and is closed', () => {
    const open: string[] = []
    const visit = (schema: Parsed, path: string) => {
      if (schema?.type === 'object' && schema.additionalProperties === undefined) open.push(path)
      for (const [name, property] of Object.entries<Parsed>(schema?.properties ?? {}))
        if (property.description === undefined && property.$ref === undefined) open.push(`${path}.${name}`)
      for (const [name, below] of Object.entries(schema ?? {}))
        if (typeof below === 'object') visit(below, `${path}/${name}`)
    }
    visit(REPORT_SCHEMA, '')
    expect(open).toEqual([])
  })
})

describe('reportJson', () => {
  it('says all of a report but where it lies on the machine', () => {
    const report = makeReport([{ ...REVOKED, hint: 'Ask.' }, EXTRA, WARNING, NOTICE], {
      package: { path: '/work/dist/activity.tar.gz', sha256: 'ab'.repeat(32), size: 1000 },
      milliseconds: 12,
    })
    const text = json([report])
    expect(text).not.toContain('/work')
    expect(text.endsWith('\n}\n')).toBe(true)
    expect(JSON.parse(text)).toEqual({
      version: 1,
      appsign: '0.1.0',
      date: '2026-12-01T12:00:00.000Z',
      verdict: 'failed',
      counts: {
        payloads: 1,
        refusals: 0,
        severity: { error: 2, warning: 1, notice: 1 },
        code: { CERTIFICATE_EXPIRES: 1, EXTRA_FILE: 1, REVOKED: 1, VCS_FOLDER: 1 },
      },
      payloads: [
        {
          verdict: 'failed',
          mode: 'verify',
          scope: 'app',
          kind: 'folder',
          name: '.',
          app: { id: 'activity', version: '1.2.3' },
          server: 'nextcloud',
          format: 'legacy',
          formats: null,
          signaturePath: 'appinfo/signature.json',
          chain: [
            { subject: 'CN=activity', issuer: 'CN=Root', serial: '10BB', notAfter: '2028-12-31T08:26:50.000Z' },
            { subject: 'CN=Root', issuer: 'CN=Root', serial: '1', notAfter: '2041-06-06T21:05:06.000Z' },
          ],
          authority: 'Nextcloud',
          revocation: {
            state: 'good',
            list: { source: 'bundled', issuer: 'CN=Root', number: '104E', thisUpdate: '2025-07-03T10:00:00.000Z' },
          },
          package: { name: 'activity.tar.gz', sha256: 'ab'.repeat(32), size: 1000 },
          fileCount: 3,
          bytes: 1234,
          milliseconds: 12,
          findings: [
            { ...REVOKED, category: 'EXCEPTION', hint: 'Ask.' },
            { ...EXTRA, category: 'EXTRA_FILE' },
            { ...WARNING, category: 'CERTIFICATE_EXPIRES' },
            { ...NOTICE, category: 'VCS_FOLDER' },
          ],
        },
      ],
    })
  })

  it('says why there is no report', () => {
    const refusal = makeRefusal({ findings: [EXTRA] })
    expect(JSON.parse(json([refusal]))).toMatchObject({
      counts: { payloads: 1, refusals: 1, severity: { error: 1 } },
      payloads: [{ verdict: 'failed', name: 'a.tar.gz', error: refusal.error, findings: [EXTRA] }],
    })
  })

  it('has its keys in one order, whatever the order in a report', () => {
    const report = makeReport([EXTRA])
    const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse())
    const other = { ...reversed(report), findings: [reversed(EXTRA)] } as unknown as Report
    expect(json([other])).toBe(json([report]))
  })

  for (const [name, outcomes] of Object.entries(OUTCOMES))
    it(`gives back ${name} as it was`, () => {
      const parsed = JSON.parse(json(outcomes))
      expect(parsed.payloads.map(({ name }: Report) => name)).toEqual(outcomes.map(({ name }) => name))
      const strip = (payload: Report) => payload.findings.map(({ category, ...finding }: Parsed) => finding)
      expect(parsed.payloads.map(strip)).toEqual(outcomes.map(({ findings }) => findings))
      expect(parsed.payloads.map(({ error }: Parsed) => error)).toEqual(
        outcomes.map((one) => (isRefusal(one) ? one.error : undefined)),
      )
    })

  it('can be shown in a log', () => {
    const text = json(OUTCOMES['hostile names'] ?? [])
    for (const path of HOSTILE)
      expect(JSON.parse(text).payloads[0].findings).toContainEqual(expect.objectContaining({ path }))
    expect(text).not.toMatch(/::|##\[|[^\n\P{Cc}]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u)
  })
})

import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/findings/verdict'
import { reportJson } from '../../src/report/json'
import { mergeReports } from '../../src/report/merge'
import type { Outcome } from '../../src/report/report'
import { errorOf } from '../helpers/errors'
import { FACTS, makeRefusal, OUTCOMES } from '../helpers/outcomes'
import { EXTRA, makeReport, NOTICE, WARNING } from '../helpers/report'
import { reportValidator } from '../helpers/schema'

const validate = reportValidator()
const json = (outcomes: readonly Outcome[], verdict: Verdict = 'passed', day = 1, version = '0.1.0') =>
  reportJson(outcomes, { version, verdict, now: new Date(Date.UTC(2026, 11, day)) })
const good = json([makeReport()])

describe('mergeReports', () => {
  it('has all payloads in order, counted anew', () => {
    const merged = mergeReports([
      json([makeReport([EXTRA])], 'failed'),
      json([makeReport([EXTRA, NOTICE]), makeRefusal({ findings: [WARNING] })], 'failed', 3, '0.2.0'),
      json([makeReport([WARNING])], 'passed-with-warnings', 2),
    ])
    expect(validate(merged)).toEqual([])
    expect(JSON.parse(merged)).toMatchObject({
      version: 1,
      appsign: '0.2.0',
      date: '2026-12-03T00:00:00.000Z',
      verdict: 'failed',
      counts: {
        payloads: 4,
        refusals: 1,
        severity: { error: 2, warning: 2, notice: 1 },
        code: { CERTIFICATE_EXPIRES: 2, EXTRA_FILE: 2, VCS_FOLDER: 1 },
      },
      payloads: [
        { findings: [EXTRA] },
        { findings: [EXTRA, NOTICE] },
        { error: { code: 'ARCHIVE_DAMAGED' } },
        { findings: [WARNING] },
      ],
    })
  })

  it('is what one machine would have written', () => {
    const all = Object.values(OUTCOMES)
    expect(mergeReports(all.map((outcomes) => reportJson(outcomes, FACTS)))).toBe(reportJson(all.flat(), FACTS))
    expect(mergeReports([mergeReports([good]), good])).toBe(json([makeReport(), makeReport()]))
  })

  it.each<[Verdict, Verdict, Verdict]>([
    ['passed', 'passed', 'passed'],
    ['passed', 'passed-with-warnings', 'passed-with-warnings'],
    ['failed', 'passed-with-warnings', 'failed'],
    ['passed', 'failed', 'failed'],
  ])('%s and %s make %s', (one, other, verdict) => {
    expect(JSON.parse(mergeReports([json([], one), json([], other)])).verdict).toBe(verdict)
  })

  it('is no better than its payloads', () => {
    expect(JSON.parse(mergeReports([json([makeRefusal()], 'passed')])).verdict).toBe('failed')
    expect(JSON.parse(mergeReports([json([makeReport([WARNING])], 'passed')])).verdict).toBe('passed-with-warnings')
  })

  const change = (more: object) => JSON.stringify({ ...JSON.parse(good), ...more })
  const WRONG: [name: string, text: string, reason: RegExp][] = [
    ['an empty file', '', /not JSON/],
    ['half of a report', good.slice(0, -20), /not JSON/],
    ['a list', '[]', /not a JSON object/],
    ['null', 'null', /not a JSON object/],
    ['SARIF', '{"version":"2.1.0","runs":[]}', /version is not 1/],
    ['a later version', change({ version: 2 }), /version is not 1/],
    ['a version in quotes', change({ version: '1' }), /version is not 1/],
    ['no verdict', change({ verdict: undefined }), /cut off/],
    ['a verdict that is none', change({ verdict: 'good' }), /cut off/],
    ['a day that is none', change({ date: 'today' }), /cut off/],
    ['no payloads', change({ payloads: undefined }), /cut off/],
    ['a payload without findings', change({ payloads: [{ verdict: 'passed' }] }), /cut off/],
    ['a payload without a verdict', change({ payloads: [{ findings: [] }] }), /cut off/],
    [
      'a finding without a code',
      change({ payloads: [{ verdict: 'passed', findings: [{ severity: 'error' }] }] }),
      /cut off/,
    ],
    [
      'a severity that is none',
      change({ payloads: [{ verdict: 'passed', findings: [{ code: 'EXTRA_FILE', severity: 'x' }] }] }),
      /cut off/,
    ],
  ]
  it.each(WRONG)('names the one that is %s', (_, text, reason) => {
    const error = errorOf(() => mergeReports([good, text, good]))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toMatch(/^The report 2 of 3 can not be merged: .* Give the \.json files/)
    expect(error.message).toMatch(reason)
  })

  it('does not repeat what it was given by mistake', () => {
    expect(errorOf(() => mergeReports(['SECRETKEY'])).message).not.toContain('SECRET')
  })

  it('needs one at least', () => {
    expect(errorOf(() => mergeReports([]))).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('no report'),
    })
  })
})

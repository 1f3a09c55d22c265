import { describe, expect, it } from 'vitest'
import { reportJson } from '../../src/report/json'
import { readOutcomes } from '../../src/report/read'
import { verdictOfAll } from '../../src/report/report'
import { errorOf } from '../helpers/errors'
import { FACTS, makeRefusal, OUTCOMES } from '../helpers/outcomes'
import { EXTRA, makeReport, WARNING } from '../helpers/report'

const good = reportJson([makeReport()], { ...FACTS, verdict: 'passed' })

describe('the outcomes of a JSON report', () => {
  it('of several machines make the report that one machine would have written', () => {
    const all = Object.values(OUTCOMES).filter((outcomes) => outcomes.length > 0)
    const read = all.flatMap((outcomes) =>
      readOutcomes(reportJson(outcomes, { ...FACTS, verdict: verdictOfAll(outcomes) }), 'report'),
    )
    expect(reportJson(read, FACTS)).toBe(reportJson(all.flat(), FACTS))
  })

  it.each([
    ['passed', [makeRefusal()]],
    ['passed', [makeReport([WARNING])]],
    ['passed-with-warnings', [makeReport([EXTRA])]],
    ['failed', [makeReport()]],
  ] as const)('are not taken under the verdict "%s", which they do not make', (verdict, outcomes) => {
    const error = errorOf(() => readOutcomes(reportJson(outcomes, { ...FACTS, verdict }), 'report'))
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('cut off') })
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
    ['an empty list of payloads', change({ payloads: [] }), /cut off/],
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
    const error = errorOf(() => readOutcomes(text, 'report "b.json"'))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toMatch(/^The report "b\.json" can not be merged: .* Give the \.json files/)
    expect(error.message).toMatch(reason)
  })

  it('does not repeat what it was given by mistake', () => {
    expect(errorOf(() => readOutcomes('SECRETKEY', 'report')).message).not.toContain('SECRET')
  })
})

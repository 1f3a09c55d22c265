import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/findings/verdict'
import { reportJson } from '../../src/report/json'
import { mergeReports } from '../../src/report/merge'
import { type Outcome, verdictOfAll } from '../../src/report/report'
import { errorOf } from '../helpers/errors'
import { EXTRA, makeReport, NOTICE, REFUSAL, WARNING } from '../helpers/report'
import { checkReport } from '../helpers/schema'

const FACTS = { version: '0.1.0', now: new Date('2026-06-01T12:00:00Z') }
const LATER = { version: '0.2.0', now: new Date('2026-06-02T12:00:00Z') }
const write = (outcomes: Outcome[], verdict = verdictOfAll(outcomes)) => reportJson(outcomes, { ...FACTS, verdict })
const change = (text: string, changes: object) => JSON.stringify({ ...JSON.parse(text), ...changes })

describe('mergeReports', () => {
  it('is the report that one run would have written', () => {
    const outcomes = [makeReport([EXTRA]), REFUSAL, makeReport([NOTICE], { name: 'b' })]
    const merged = mergeReports([write(outcomes.slice(0, 2)), write(outcomes.slice(2))], LATER)
    expect(merged).toBe(reportJson(outcomes, { ...LATER, verdict: 'failed' }))
    expect(checkReport(JSON.parse(merged))).toEqual([])
  })

  it('can be merged again', () => {
    const once = mergeReports([write([makeReport()])], FACTS)
    expect(mergeReports([once], FACTS)).toBe(once)
  })

  const good = write([makeReport([NOTICE])])
  const WORST: [what: string, texts: string[], verdict: Verdict][] = [
    ['all passed', [good, good], 'passed'],
    ['one has a warning', [good, write([makeReport([WARNING])])], 'passed-with-warnings'],
    ['one has an error', [write([makeReport([EXTRA])]), good, write([makeReport([WARNING])])], 'failed'],
    ['one was refused', [good, write([REFUSAL])], 'failed'],
    ['one says so itself', [good, change(good, { verdict: 'failed' })], 'failed'],
    ['one hides an error', [good, change(write([makeReport([EXTRA])]), { verdict: 'passed' })], 'failed'],
    [
      'one hides a refusal',
      [change(good, { payloads: [{ name: 'x', verdict: 'passed', error: { code: 'INTERNAL' }, findings: [] }] })],
      'failed',
    ],
  ]
  for (const [what, texts, verdict] of WORST)
    it(`is ${verdict} when ${what}`, () => expect(JSON.parse(mergeReports(texts, FACTS)).verdict).toBe(verdict))

  const payload = JSON.parse(good).payloads[0]
  const WRONG: [what: string, text: string, words: string][] = [
    ['is empty', '', 'is not JSON'],
    ['is cut off', good.slice(0, -20), 'is not JSON'],
    ['is null', 'null', 'is not a report of appsign'],
    ['is a list', '[]', 'is not a report of appsign'],
    ['is of another tool', change(good, { tool: { name: 'x' } }), 'is not a report of appsign'],
    ['is newer', change(good, { version: 2 }), 'is not of version 1'],
    ['has no verdict', change(good, { verdict: 'fine' }), 'has no verdict'],
    ['has no list', change(good, { payloads: {} }), 'has no payloads'],
    ['has an empty list', change(good, { payloads: [] }), 'has no payloads'],
    ['has null in it', change(good, { payloads: [payload, null] }), 'has a payload (number 2)'],
    ['has no findings', change(good, { payloads: [{ ...payload, findings: undefined }] }), 'has a payload (number 1)'],
    [
      'has a finding without severity',
      change(good, { payloads: [{ ...payload, findings: [{}] }] }),
      'has a payload (number 1)',
    ],
  ]
  for (const [what, text, words] of WRONG)
    it(`refuses one that ${what}, and says which`, () => {
      const error = errorOf(() => mergeReports([good, text, good], FACTS))
      expect(error.code).toBe('INPUT_INVALID')
      expect(error.message).toContain(`Report 2 of 3 ${words}`)
      expect(error.message).toContain('Give a file')
    })

  it('refuses none at all', () => {
    expect(errorOf(() => mergeReports([], FACTS)).code).toBe('INPUT_INVALID')
  })
})

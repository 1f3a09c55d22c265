import { describe, expect, it } from 'vitest'
import { annotateByCommands, annotationsOf, fitCommands } from '../../src/action/annotations'
import type { Finding } from '../../src/findings/finding'
import type { Outcome, Refusal } from '../../src/report/report'
import { capture } from '../helpers/capture'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'

const PLACE = { path: 'appinfo/info.xml', line: 3 }
const locate = () => PLACE
const refusal: Refusal = {
  name: 'build/app.tar.gz',
  root: '/work/build/app.tar.gz',
  error: { code: 'ARCHIVE_DAMAGED', message: 'The archive ends too early. Build it again.' },
  findings: [],
}
const made = (...outcomes: Outcome[]) => annotationsOf(outcomes, locate)
const many = (finding: Finding, count: number) => Array.from({ length: count }, () => finding)

describe('annotationsOf', () => {
  it('says cause and remedy in one sentence, and what was expected behind it', () => {
    expect(made(makeReport([EXTRA]))).toEqual([
      {
        level: 'error',
        title: expect.stringContaining('activity'),
        message: '"js/new.js" is in the app, but not in the signature → Remove it.',
        details: 'expected no file\ncurrent  ab',
        place: PLACE,
      },
    ])
  })

  it('has every finding once, in the order of the reports, and what stopped a payload', () => {
    const all = made(makeReport([REVOKED, EXTRA]), refusal, makeReport([NOTICE]))
    expect(all.map(({ message }) => message.split(' → ')[0])).toEqual([
      'It was revoked.',
      '"js/new.js" is in the app, but not in the signature',
      'The archive ends too early. Build it again.',
      '.git is left out.',
    ])
    expect(all.map(({ stops }) => stops)).toEqual([undefined, undefined, true, undefined])
  })

  it("names the archive, and the server's own sentence", () => {
    expect(made(makeReport([REVOKED], { kind: 'archive', name: 'a.tar.gz' }))[0]?.title).toContain(
      'activity in a.tar.gz: Certificate has been revoked.',
    )
  })

  it('says which files a server that compares by value would not show', () => {
    expect(made(makeReport([{ ...EXTRA, unseenByValue: true }]))[0]?.message).toContain('do not show this one')
  })

  it('makes names printable, and titles short', () => {
    const path = `a\n::error::b##[add-mask]c\u202e${'x'.repeat(4000)}`
    const [annotation] = made(makeReport([{ ...EXTRA, path, message: `"${path}" is here.` }], { appId: path }))
    expect(annotation?.message).not.toMatch(/\n|::error::|##\[|\u202e/)
    expect(annotation?.title.length).toBeLessThanOrEqual(255)
  })

  it('cuts no character in two', () => {
    for (const appId of ['😀'.repeat(200), `x${'😀'.repeat(200)}`])
      expect(made(makeReport([EXTRA], { appId }))[0]?.title).toSatisfy((title: string) => title.isWellFormed())
  })

  it('makes what a signature says is a hash printable', () => {
    const [annotation] = made(makeReport([{ ...EXTRA, expected: 'a\u202eb\n\0', current: '' }]))
    expect(annotation?.details).toBe('expected a\\u{202e}b\\u{a}\\u{0}\ncurrent  no file')
  })
})

describe('annotateByCommands', () => {
  const written = (findings: readonly Finding[], reserved?: number) =>
    capture(() => annotateByCommands(made(makeReport(findings)), reserved))

  it('puts a finding on its place', () => {
    expect(written([EXTRA])).toMatch(/^::error title=.*,file=appinfo\/info\.xml,line=3::"js\/new\.js"/m)
  })

  it('keeps within what the runner takes, and counts the others', () => {
    const all = written([...many(EXTRA, 12), ...many(WARNING, 11), ...many(NOTICE, 10)])
    expect(all.match(/^::error /gm)).toHaveLength(9)
    expect(all.match(/^::warning /gm)).toHaveLength(9)
    expect(all.match(/^::notice /gm)).toHaveLength(9)
    expect(all).toContain('6 findings more without an annotation')
    expect(written(many(EXTRA, 9))).not.toContain('more without')
    expect(written(many(NOTICE, 9), 1).match(/^::notice /gm)).toHaveLength(8)
  })

  it("leaves what stopped a payload to the step's own error", () => {
    expect(capture(() => annotateByCommands(made(refusal)))).toBe('')
  })
})

describe('fitCommands', () => {
  it('is true up to nine of a kind', () => {
    const all = (...findings: Finding[]) => fitCommands(made(makeReport(findings)))
    expect(all(...many(EXTRA, 9), ...many(WARNING, 9), ...many(NOTICE, 9))).toBe(true)
    expect(all(...many(EXTRA, 10))).toBe(false)
    expect(all(...many(NOTICE, 10))).toBe(false)
    expect(fitCommands(made(refusal))).toBe(true)
  })
})

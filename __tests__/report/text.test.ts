import { describe, expect, it } from 'vitest'
import { resultLines, verdictLine } from '../../src/report/text'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'

describe('resultLines', () => {
  it('has nothing to say of a good app, nor of notices', () => {
    expect(resultLines(makeReport())).toEqual([])
    expect(resultLines(makeReport([NOTICE]))).toEqual([])
  })

  it('has the layout of the servers', () => {
    const mismatch = { ...REVOKED, code: 'CN_MISMATCH' as const, exception: 'Certificate is not valid (…)' }
    const findings = [REVOKED, mismatch, { ...EXTRA, path: 'a' }, EXTRA, WARNING, NOTICE]
    expect(resultLines(makeReport(findings))).toEqual([
      '- activity',
      '\t- EXCEPTION',
      '\t\t- OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException',
      '\t\t- Certificate has been revoked.',
      '\t\t- Certificate is not valid (…)',
      '\t- EXTRA_FILE',
      '\t\t- /a',
      '\t\t- /js/new.js',
      '\t- CERTIFICATE_EXPIRES',
      '\t\t- The certificate expires in 3 days.',
    ])
  })
})

describe('verdictLine', () => {
  const SAID: [name: string, report: ReturnType<typeof makeReport>, line: string][] = [
    ['good', makeReport(), 'activity 1.2.3 passed: 3 files.'],
    ['one file', makeReport([], { fileCount: 1 }), 'activity 1.2.3 passed: 1 file.'],
    ['signed', makeReport([], { mode: 'sign' }), 'activity 1.2.3 is signed and verified: 3 files.'],
    ['a warning', makeReport([WARNING, NOTICE]), 'activity 1.2.3 passed: 3 files, 1 warning.'],
    ['errors', makeReport([EXTRA, REVOKED, WARNING]), 'activity 1.2.3 failed: 2 errors in 3 files.'],
    ['no version', makeReport([EXTRA], { appVersion: '' }), 'activity failed: 1 error in 3 files.'],
  ]
  for (const [name, report, line] of SAID) it(name, () => expect(verdictLine(report)).toBe(line))
})

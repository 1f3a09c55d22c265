import { describe, expect, it } from 'vitest'
import { chainLines, resultLines, revocationLine, verdictLine } from '../../src/report/text'
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
    ])
  })

  it('lists advice on a path under a code of its own, and no other advice', () => {
    const followed = { ...WARNING, code: 'LINK_FOLLOWED' as const, path: 'lib/link' }
    expect(resultLines(makeReport([WARNING, NOTICE]))).toEqual([])
    expect(resultLines(makeReport([EXTRA, followed, WARNING]))).toEqual([
      '- activity',
      '\t- EXTRA_FILE',
      '\t\t- /js/new.js',
      '\t- LINK_FOLLOWED',
      '\t\t- /lib/link',
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

describe('chainLines', () => {
  it('name every certificate, the authority and the list', () => {
    expect(chainLines(makeReport())).toEqual([
      'Certificates, up to Nextcloud:',
      '\tCN=activity (serial 10BB, valid until 2028-12-31)',
      '\tCN=Root (serial 1, valid until 2041-06-06)',
      'Revocation: not revoked, by the bundled list number 104E of 2025-07-03',
    ])
  })

  it('say when nobody vouches', () => {
    const [leaf] = makeReport().chain
    if (!leaf) throw new Error('no leaf')
    expect(chainLines(makeReport([], { chain: [leaf], authority: undefined, revocation: undefined }))).toEqual([
      'Certificates, up to nobody that is trusted here:',
      '\tCN=activity (serial 10BB, valid until 2028-12-31)',
      'Revocation: not checked, nobody vouches for the certificate',
    ])
  })

  it('are none without a certificate', () => {
    expect(chainLines(makeReport([], { chain: [] }))).toEqual([])
  })
})

describe('revocationLine', () => {
  const list = { issuer: 'CN=Root', number: '1F', thisUpdate: new Date('2026-07-20T23:00:00Z') }
  it.each<[string, ReturnType<typeof makeReport>['revocation']]>([
    ['not checked, nobody vouches for the certificate', undefined],
    ['not checked, it is off', { state: 'off' }],
    ['not checked, the authority has no list', { state: 'no-list' }],
    ['not checked', { state: 'unchecked' }],
    [
      'not revoked, by the fetched list number 1F of 2026-07-20',
      { state: 'good', list: { ...list, source: 'fetched' } },
    ],
    [
      'revoked, by the bundled list number 1F of 2026-07-20',
      { state: 'revoked', list: { ...list, source: 'bundled' } },
    ],
    [
      'not revoked, by the bundled list of 2026-07-20',
      { state: 'good', list: { ...list, number: undefined, source: 'bundled' } },
    ],
  ])('%s', (line, revocation) => {
    expect(revocationLine({ revocation })).toBe(line)
  })
})

import type { Finding } from '../../src/findings/finding'
import type { Refusal, Report } from '../../src/report/report'

/** A report on an app, but for what is given. */
export function makeReport(findings: readonly Finding[] = [], more: Partial<Report> = {}): Report {
  return {
    mode: 'verify',
    scope: 'app',
    kind: 'folder',
    name: '.',
    root: '/work/app',
    appId: 'activity',
    appVersion: '1.2.3',
    server: 'nextcloud',
    format: 'legacy',
    signaturePath: 'appinfo/signature.json',
    chain: [
      { subject: 'CN=activity', issuer: 'CN=Root', serial: '10BB', notAfter: new Date('2028-12-31T08:26:50Z') },
      { subject: 'CN=Root', issuer: 'CN=Root', serial: '1', notAfter: new Date('2041-06-06T21:05:06Z') },
    ],
    authority: 'Nextcloud',
    revocation: {
      state: 'good',
      list: { source: 'bundled', issuer: 'CN=Root', number: '104E', thisUpdate: new Date('2025-07-03T10:00:00Z') },
    },
    fileCount: 3,
    bytes: 1234,
    findings,
    ...more,
  }
}

export const EXTRA: Finding = {
  code: 'EXTRA_FILE',
  severity: 'error',
  path: 'js/new.js',
  expected: '',
  current: 'ab',
  message: '"js/new.js" is in the app, but not in the signature.',
  hint: 'Remove it.',
}
export const WARNING: Finding = {
  code: 'CERTIFICATE_EXPIRES',
  severity: 'warning',
  message: 'The certificate expires in 3 days.',
}
export const NOTICE: Finding = { code: 'VCS_FOLDER', severity: 'notice', path: '.git', message: '.git is left out.' }
export const REVOKED: Finding = {
  code: 'REVOKED',
  severity: 'error',
  message: 'It was revoked.',
  exception: 'Certificate has been revoked.',
}
export const REFUSAL: Refusal = {
  name: 'build/artifact.zip',
  root: '/work/build/artifact.zip',
  error: { code: 'ARCHIVE_DAMAGED', message: '"build/artifact.zip" is damaged or cut off.' },
  findings: [],
}

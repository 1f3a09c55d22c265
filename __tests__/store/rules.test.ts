import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings/finding'
import { assertDownloadAddress, assertPublishable, assertToken, type PublishableReport } from '../../src/store/rules'
import { NOT_AFTER, NOW } from '../helpers/certificates'
import { errorOf } from '../helpers/errors'

const leaf = { subject: 'CN=activity', issuer: 'CN=Test Root', serial: '1001', notAfter: NOT_AFTER }
const good: PublishableReport = {
  appId: 'activity',
  server: 'nextcloud',
  findings: [],
  chain: [leaf],
  revocation: { state: 'good' },
}
const archive = { path: '/build/activity-1.2.3.tar.gz', size: 1000 }
const finding = (code: Finding['code'], severity: Finding['severity']): Finding => ({
  code,
  severity,
  message: `It is ${code}.`,
  hint: 'Mend it.',
})

describe('assertPublishable lets pass', () => {
  it.each<[string, PublishableReport]>([
    ['what is as it should be', good],
    ['warnings', { ...good, findings: [finding('DEVELOPMENT_FILES', 'warning'), finding('STORE_LIMIT', 'warning')] }],
    ['a certificate that ends soon', { ...good, findings: [finding('CERTIFICATE_EXPIRES', 'warning')] }],
    ['a certificate in its last second', { ...good, chain: [{ ...leaf, notAfter: NOW }] }],
    ['revocation that was not looked at, which the store does', { ...good, revocation: { state: 'off' } }],
    ['digits and underscores in the id', { ...good, appId: 'files_3d' }],
  ])('%s', (_, report) => expect(() => assertPublishable(report, archive, NOW)).not.toThrow())

  it('an archive of 30 MiB, and .tgz', () => {
    expect(() => assertPublishable(good, { path: 'a.tgz', size: 30 * 1024 * 1024 }, NOW)).not.toThrow()
  })
})

describe('assertPublishable refuses', () => {
  const past = new Date('2026-05-31T00:00:00Z')
  it.each<[string, Partial<PublishableReport>, RegExp]>([
    ['an app for ownCloud', { server: 'owncloud' }, /is for ownCloud.*Leave out app-store-token/],
    ['an id in capitals', { appId: 'Activity' }, /no app with the id "Activity"/],
    ['an id with a hyphen', { appId: 'my-app' }, /no app with the id "my-app"/],
    ['an id that begins with a digit', { appId: '3d' }, /no app with the id "3d"/],
    [
      'an expired certificate',
      { chain: [{ ...leaf, notAfter: past }] },
      /expired on 2026-05-31 00:00:00 UTC; servers do not mind/,
    ],
    [
      'what verification calls expired',
      { findings: [finding('CERTIFICATE_EXPIRED', 'warning')] },
      /It is CERTIFICATE_EXPIRED\. Mend it\./,
    ],
    [
      'a certificate that is not yet valid',
      { findings: [finding('CERTIFICATE_NOT_YET_VALID', 'warning')] },
      /NOT_YET_VALID/,
    ],
    ['a revoked certificate', { revocation: { state: 'revoked' } }, /is revoked\. Request a new one with a new key/],
    [
      'what did not pass, with the first error',
      {
        findings: [
          finding('SOURCE_MAP', 'warning'),
          finding('BAD_SIGNATURE', 'error'),
          finding('VCS_SHIPPED', 'error'),
        ],
      },
      /did not pass verification\. It is BAD_SIGNATURE\. Mend it\./,
    ],
  ])('%s', (_, wrong, message) => {
    const error = errorOf(() => assertPublishable({ ...good, ...wrong }, archive, NOW))
    expect(error.code).toBe('NOT_PUBLISHABLE')
    expect(error.message).toMatch(/^Nothing was published in the App Store: /)
    expect(error.message).toMatch(message)
  })

  it.each<[string, typeof archive | undefined, RegExp]>([
    ['no archive', undefined, /there is no archive\. Let this step write one: package:/],
    ['a zip file', { path: '/build/activity.zip', size: 1 }, /it takes tar\.gz only/],
    ['a tar.bz2 file', { path: '/build/activity.tar.bz2', size: 1 }, /it takes tar\.gz only/],
    ['more than 30 MiB', { ...archive, size: 31_457_281 }, /has 31457281 bytes, and it takes 31457280 at most/],
  ])('%s', (_, wrong, message) => {
    const error = errorOf(() => assertPublishable(good, wrong, NOW))
    expect(error.code).toBe('NOT_PUBLISHABLE')
    expect(error.message).toMatch(message)
  })
})

describe('assertDownloadAddress', () => {
  it('lets a public https address pass', () => {
    expect(() => assertDownloadAddress('https://github.com/a/b/releases/download/v1/b.tar.gz')).not.toThrow()
  })

  it.each([
    [
      'http://github.com/b.tar.gz?token=s3cret',
      /app-store-download-url: http:\/\/github\.com\/b\.tar\.gz is not an https address/,
    ],
    ['https://10.0.0.1/b.tar.gz', /is on a private host, which nobody reaches from outside/],
    [
      'https://user:s3cret@github.com/b.tar.gz',
      /https:\/\/github\.com\/b\.tar\.gz has a user name or a password in it/,
    ],
    ['s3cret', /app-store-download-url: what was given is not an address/],
  ])('refuses %s', (url, message) => {
    const error = errorOf(() => assertDownloadAddress(url))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('s3cret')
  })
})

describe('assertToken', () => {
  it('lets a token pass', () => {
    expect(() => assertToken('0123456789abcdef0123456789abcdef01234567')).not.toThrow()
  })

  it.each(['', 'abc', 'Token 0123456789', '0123456789\n', '01234567\r\nx: y', '0123456789ä', '0123456789\u0000'])(
    'refuses %j, and does not repeat it',
    (token) => {
      const error = errorOf(() => assertToken(token))
      expect(error.code).toBe('INPUT_INVALID')
      expect(error.message).not.toContain('0123')
      expect(error.message).toMatch(/https:\/\/apps\.nextcloud\.com\/account\/token/)
    },
  )
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Pause } from '../../src/net/clock'
import { acceptCredentials } from '../../src/pki/credentials'
import { CERTIFICATES_ADDRESS, fetchCertificate } from '../../src/pki/fetch-certificate'
import {
  type Answer,
  breaks,
  endless,
  inTurn,
  packed,
  redirects,
  says,
  serves,
  status,
  truncates,
} from '../helpers/answers'
import { armour, issue, keyPem, makeAuthority, makeList, makeRequest, NOW, pem, rsaKey } from '../helpers/certificates'
import { makeClock } from '../helpers/clock'
import { startDownloadHost } from '../helpers/download-host'
import { rejectionOf } from '../helpers/errors'
import { useLocalInternet } from '../helpers/local-internet'

useLocalInternet()
let host: Awaited<ReturnType<typeof startDownloadHost>>
beforeAll(async () => {
  host = await startDownloadHost('raw.example')
})
afterAll(() => host.close())
beforeEach(() => host.reset())

const PATH = '/master/activity/activity.crt'
const published = issue()
const text = (content: string) => serves(Buffer.from(content))
const fetchOf = (id: string, pause: Pause = makeClock().pause, base = `${host.url}/master`) =>
  fetchCertificate(id, base, pause)
const answered = async (answer: Answer, pause?: Pause) => {
  host.at(PATH, answer)
  const error = await rejectionOf(fetchOf('activity', pause))
  expect(error.code).toBe('CERTIFICATE_UNAVAILABLE')
  expect(error.message).not.toMatch(/[\n\r]/)
  expect(error.message).toMatch(/^certificate is empty, and .+[Pp]ass certificate\.$/)
  return error.message
}

describe('fetchCertificate', () => {
  it.each([
    ['in PEM', pem(published)],
    ['with CRLF, as Nextcloud publishes some', pem(published).replaceAll('\n', '\r\n')],
    ['below what openssl x509 -text says', `Certificate:\n    Data: <CN>\n${pem(published)}`],
  ])('gives the certificate %s, and where it came from', async (_, content) => {
    host.at(PATH, text(content))
    const { leaf, address } = await fetchOf('activity')
    expect(leaf.der).toEqual(published.der)
    expect(address).toBe(`${host.url}${PATH}`)
    expect(host.asked.map(({ line }) => line)).toEqual([`GET ${PATH}`])
  })

  it('takes a base with slashes at its end', async () => {
    host.at(PATH, text(pem(published)))
    expect((await fetchOf('activity', makeClock().pause, `${host.url}/master//`)).leaf.der).toEqual(published.der)
  })

  it.each([
    ['500 and 502', [status(500), status(502)]],
    ['a broken connection and a cut answer', [breaks, truncates(Buffer.alloc(50_000))]],
    ['429 twice', [status(429), status(429)]],
  ] as const)('tries again after %s', async (_, [first, second]) => {
    const { pause, pauses } = makeClock()
    host.at(PATH, inTurn(first, second, text(pem(published))))
    expect((await fetchOf('activity', pause)).leaf.der).toEqual(published.der)
    expect(pauses).toEqual([1_000, 4_000])
  })

  it('says after three tries that it could not be fetched', async () => {
    const { pause, pauses } = makeClock()
    expect(await answered(status(503), pause)).toMatch(
      /could not be fetched: raw\.example:\d+ answered 503\. Run this again later/,
    )
    expect(host.asked).toHaveLength(3)
    expect(pauses).toHaveLength(2)
  })

  it('says that there is none, and where to request one', async () => {
    const message = await answered(status(404, '404: Not Found'))
    expect(message).toContain('Nextcloud has not published one for the app "activity"')
    expect(message).toContain(`there is nothing at ${host.url}${PATH}`)
    expect(message).toContain('https://github.com/nextcloud/app-certificate-requests')
    expect(host.asked).toHaveLength(1)
  })

  it.each<[string, Answer, RegExp]>([
    ['a redirect', redirects('https://raw.example/elsewhere'), /redirects elsewhere, which is not followed/],
    ['403', says(403, { message: 'no' }), /answered 403/],
    ['nothing', serves(Buffer.alloc(0)), /it is empty/],
    ['blanks', text(' \n\n'), /it is empty/],
    ['an HTML page', text('<!DOCTYPE html>\n<html lang="en">'), /it is an HTML page/],
    ['an HTML page around the certificate', text(`<html><pre>${pem(published)}</pre></html>`), /it is an HTML page/],
    [
      'garbage',
      serves(Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 31) % 256))),
      /it is no certificate in PEM form/,
    ],
    ['DER', serves(published.der), /it is no certificate in PEM form/],
    [
      'a damaged certificate',
      text(pem(published).replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA')),
      /it is no certificate/,
    ],
    ['half a certificate', text(pem(published).slice(0, 400)), /it is no certificate in PEM form/],
    ['a request', text(armour('CERTIFICATE REQUEST', makeRequest(rsaKey('leaf')))), /it is no certificate in PEM form/],
    ['a private key', text(keyPem(rsaKey('leaf'))), /it is no certificate in PEM form/],
    [
      'two certificates',
      text(pem(published) + pem(issue({ serial: '1002' }))),
      /it holds 2 certificates instead of one/,
    ],
    ['the same one twice', text(pem(published) + pem(published)), /it holds 2 certificates instead of one/],
    ["another app's", text(pem(issue({ subject: [['CN', 'notes']] }))), /it is for "notes", not for "activity"/],
    ["a server's", text(pem(issue({ subject: [['CN', 'core']] }))), /it is for "core", not for "activity"/],
    [
      'one with two names',
      text(
        pem(
          issue({
            subject: [
              ['CN', 'activity'],
              ['CN', 'notes'],
            ],
          }),
        ),
      ),
      /it is for "activity", "notes"/,
    ],
    ['more than 64 KiB', serves(Buffer.alloc(64 * 1024 + 1, 'A')), /the answer is larger than 64 KiB/],
    ['no end', endless, /the answer is larger than 64 KiB/],
    ['a bomb', packed(Buffer.alloc(50 * 1024 * 1024)), /the answer is larger than 64 KiB/],
  ])('does not take %s', async (_, answer, message) => {
    const said = await answered(answer)
    expect(said).toMatch(message)
    expect(said).not.toContain('PRIVATE KEY')
    expect(host.asked).toHaveLength(1)
  })

  it.each([
    '',
    '.',
    '..',
    '../activity',
    'activity/..',
    'a/b',
    'a\\b',
    '%2e%2e',
    'a%2fb',
    'activity?x=',
    'activity#',
    '@evil.example',
    '//evil.example/a',
    'activity\n',
    'ä',
    '-activity',
    'a b',
    'a'.repeat(129),
  ])('asks nobody for %j', async (id) => {
    const error = await rejectionOf(fetchOf(id))
    expect(error.code).toBe('CERTIFICATE_UNAVAILABLE')
    expect(error.message).toMatch(/no app of that name can have a certificate.*Correct <id>, or pass certificate\.$/s)
    expect(host.asked).toEqual([])
  })

  it.each(['http://raw.example/master', 'raw.example/master', ''])('asks nobody at %j', async (base) => {
    const { pause, pauses } = makeClock()
    const error = await rejectionOf(fetchOf('activity', pause, base))
    expect(error.code).toBe('CERTIFICATE_UNAVAILABLE')
    expect(error.message).toContain('is not an https address')
    expect(pauses).toEqual([])
  })

  it('knows where Nextcloud publishes', () => {
    expect(CERTIFICATES_ADDRESS).toMatch(
      /^https:\/\/raw\.githubusercontent\.com\/nextcloud\/app-certificate-requests\/\w+$/,
    )
  })
})

describe('a fetched certificate', () => {
  const trust = {
    authorities: [makeAuthority(makeList([['1001', NOW]]))],
    server: undefined,
    revocation: { mode: 'bundled', fetch: () => Promise.reject(new Error('not asked')) },
    now: NOW,
    expiryWarningDays: 60,
  } as const
  const accept = (key: string, leaf = published) =>
    rejectionOf(
      acceptCredentials(
        { key: rsaKey(key), leaf, intermediates: [], fetchedFrom: 'https://raw.example/activity.crt' },
        'activity',
        'legacy',
        trust,
      ),
    )

  it('of another key is named by where it came from', async () => {
    const error = await accept('other')
    expect(error.code).toBe('KEY_MISMATCH')
    expect(error.message).toMatch(
      /^private-key does not belong to the certificate that was fetched from https:\/\/raw\.example\/activity\.crt: .*pass that as certificate\.$/,
    )
  })

  it.each([
    ['revoked', published, /revoked/],
    ['expired', issue({ serial: '1002', notAfter: new Date('2026-01-01T00:00:00Z') }), /expired on 2026-01-01/],
    ['of an unknown issuer', issue({ serial: '1002', signer: rsaKey('stranger') }), /./],
  ])('that is %s is refused, and named so', async (_, leaf, message) => {
    const error = await accept('leaf', leaf)
    expect(error.code).toBe('CERTIFICATE_REFUSED')
    expect(error.message).toMatch(
      /^the certificate that was fetched from https:\/\/raw\.example\/activity\.crt can not be used: /,
    )
    expect(error.message).toMatch(message)
  })
})

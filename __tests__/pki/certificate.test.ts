import { Buffer } from 'node:buffer'
import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fingerprint, looksLikePem, parseCertificates, readCertificate } from '../../src/pki/certificate'
import { parsePrivateKey, publicKeyOf } from '../../src/pki/key'
import { armour, extension, issue, keyPem, makeRequest, NOT_AFTER, NOT_BEFORE, rsaKey } from '../helpers/certificates'
import { errorOf } from '../helpers/errors'
import { goldenFile } from '../helpers/tree'

const leaf = issue({
  subject: [
    ['C', 'DE'],
    ['O', 'Jürgen 𝔸'],
    ['CN', 'activity'],
  ],
  serial: '0F',
})
const pem = armour('CERTIFICATE', leaf.der)

describe('readCertificate', () => {
  it('reads a version 1 certificate', () => {
    const certificate = readCertificate(leaf.der)
    expect(certificate.serial).toBe('F')
    expect(certificate.subject.commonNames).toEqual(['activity'])
    expect(certificate.subject.text).toBe('C=DE, O=Jürgen 𝔸, CN=activity')
    expect(certificate.issuer.text).toBe('C=DE, CN=Test Root')
    expect(certificate.notBefore).toEqual(NOT_BEFORE)
    expect(certificate.notAfter).toEqual(NOT_AFTER)
    expect(fingerprint(certificate.publicKey)).toBe(fingerprint(createPublicKey(rsaKey('leaf'))))
  })

  it('reads a version 3 certificate', () => {
    const certificate = issue({ extensions: [extension.ca()], serial: '80' })
    expect(certificate.serial).toBe('80')
    expect(certificate.x509.ca).toBe(true)
  })

  it('agrees with OpenSSL about a certificate that another tool made', () => {
    const [certificate] = parseCertificates(goldenFile('pki/activity.crt').toString(), 'certificate')
    expect(certificate?.serial).toBe(certificate?.x509.serialNumber.replace(/^0+/, ''))
    expect(certificate?.notAfter).toEqual(new Date(certificate?.x509.validTo ?? ''))
    const key = parsePrivateKey(goldenFile('pki/activity.key').toString())
    expect(certificate && fingerprint(certificate.publicKey)).toBe(fingerprint(publicKeyOf(key)))
  })

  it('knows every commonName', () => {
    const subject = [
      ['CN', 'core'],
      ['CN', 'activity'],
    ] as const
    expect(issue({ subject }).subject.commonNames).toEqual(['core', 'activity'])
  })

  it('reads dates after 2049', () => {
    const notAfter = new Date('2050-06-01T00:00:00Z')
    expect(issue({ notAfter }).notAfter).toEqual(notAfter)
  })

  for (const [name, der] of [
    ['nothing', Buffer.alloc(0)],
    ['half a certificate', leaf.der.subarray(0, 200)],
    ['bytes behind it', Buffer.concat([leaf.der, Buffer.from([0])])],
    ['a certificate request', makeRequest(rsaKey('leaf'))],
  ] as const) {
    it(`refuses ${name}`, () => expect(() => readCertificate(der)).toThrow())
  }
})

const SHAPES: Record<string, string> = {
  'as it is': pem,
  'with CRLF': pem.replaceAll('\n', '\r\n'),
  'with literal \\n': pem.replaceAll('\n', '\\n'),
  'with blanks for line breaks': pem.trimEnd().replaceAll('\n', ' '),
  indented: pem.replace(/^/gm, '\t'),
  'in quotes': `"${pem}"`,
  'as base64 of the whole': Buffer.from(pem).toString('base64'),
  'with a byte order mark': `\ufeff${pem}`,
  'below its description': `Certificate:\n    Data:\n        Version: 1 (0x0)\n${pem}`,
  'with an old label': armour('X509 CERTIFICATE', leaf.der),
}

describe('parseCertificates', () => {
  for (const [shape, text] of Object.entries(SHAPES)) {
    it(`reads a certificate ${shape}`, () => {
      expect(parseCertificates(text, 'certificate').map(({ der }) => der)).toEqual([leaf.der])
      expect(looksLikePem(text)).toBe(true)
    })
  }

  it('reads several, in their order', () => {
    const other = issue({ serial: '2002' })
    const read = parseCertificates(armour('CERTIFICATE', other.der) + pem, 'trusted-authorities')
    expect(read.map(({ serial }) => serial)).toEqual(['2002', 'F'])
  })

  const key = keyPem(rsaKey('leaf'))
  const publicPem = createPublicKey(rsaKey('leaf')).export({ type: 'spki', format: 'pem' }).toString()
  const damaged = pem.split('\n').toSpliced(3, 2).join('\n')
  const REFUSED: [name: string, text: string, says: RegExp][] = [
    ['nothing', '', /neither PEM text/],
    ['a request', armour('CERTIFICATE REQUEST', makeRequest(rsaKey('leaf'))), /certificate request \(CSR\)/],
    ['an old request', armour('NEW CERTIFICATE REQUEST', makeRequest(rsaKey('leaf'))), /certificate request \(CSR\)/],
    ['a private key', key, /is a private key, not a certificate.*private-key/],
    ['a public key', publicPem, /is a public key, not/],
    ['a revocation list', armour('X509 CRL', Buffer.from('x')), /is a x509 crl, not/],
    ['one without its end', pem.slice(0, 300), /cut off/],
    ['an HTML page', '<!DOCTYPE html>\n<html><body>Not found</body></html>', /HTML page/],
    ['one with lines lost', damaged, /damaged or cut off/],
    ['one with other content', armour('CERTIFICATE', Buffer.from('hello')), /damaged or cut off/],
    ['a good one and a damaged one', pem + damaged, /damaged or cut off/],
    ['a good one and one that is cut off', pem + pem.slice(0, 300), /cut off/],
    ['a key beside a good one', keyPem(rsaKey('leaf')) + pem, /holds a private key beside the certificate/],
    ['other text', 'hello', /neither PEM text/],
  ]
  for (const [name, text, says] of REFUSED) {
    it(`refuses ${name}`, () => {
      const error = errorOf(() => parseCertificates(text, 'certificate'))
      expect(error.code).toBe('CERTIFICATE_INVALID')
      expect(error.message).toMatch(says)
      expect(error.message.startsWith('certificate ')).toBe(true)
      for (const line of text.split('\n')) if (line.length >= 30) expect(error.message).not.toContain(line)
    })
  }
})

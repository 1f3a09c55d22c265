import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundledAuthorities } from '../../src/pki/authorities'
import { readCertificates } from '../../src/pki/certificate'
import type { Extension } from '../../src/pki/issue'
import { parsePem } from '../../src/pki/pem'
import { isListOf, parseRevocationList, readRevocationList } from '../../src/pki/revocation'
import { armour, extension, issue, issueRoot, makeList, makeListWith, ROOT_NAME, rsaKey } from '../helpers/certificates'
import { goldenFile } from '../helpers/tree'
import { trustFile } from '../helpers/trust'

const on = new Date('2025-05-05T05:05:05Z')
const leaf = issue({ serial: '100E' })
const root = issueRoot()

describe('the bundled lists', () => {
  const [nextcloud, owncloud, g2] = bundledAuthorities()

  it('of Nextcloud has 95 serials and the number 104E', () => {
    const list = parseRevocationList(nextcloud?.revocation?.bundled ?? Buffer.alloc(0))
    expect(list.revoked.size).toBe(95)
    expect(list.number).toBe('104E')
    expect(list.thisUpdate.toISOString().slice(0, 10)).toBe('2025-07-03')
    expect(list.revoked.get('1023')).toEqual(new Date('2019-12-12T09:35:31Z'))
  })

  it('are each signed by exactly one certificate of their authority', () => {
    for (const authority of [nextcloud, owncloud, g2]) {
      const list = parseRevocationList(authority?.revocation?.bundled ?? Buffer.alloc(0))
      const issuers = [...(authority?.anchors ?? []), ...(authority?.intermediates ?? [])]
      expect(issuers.filter((issuer) => isListOf(list, issuer))).toHaveLength(1)
    }
  })

  it('of ownCloud G2, signed with ECDSA, can be read as well', () => {
    const bytes = trustFile('owncloud/developers.crl')
    const block = parsePem(bytes.toString('latin1'))[0]
    const list = readRevocationList(block ? Buffer.from(block.base64, 'base64') : bytes)
    const [intermediate] = readCertificates(trustFile('owncloud/intermediate-g2.crt').toString())
    expect(list.digest).toBe('sha384')
    expect(intermediate && isListOf(list, intermediate)).toBe(true)
    expect(isListOf(list, root)).toBe(false)
  })
})

describe('readRevocationList', () => {
  it('reads what openssl made', () => {
    const bytes = goldenFile('pki/g2/dev.crl')
    const block = parsePem(bytes.toString('latin1'))[0]
    const list = readRevocationList(block ? Buffer.from(block.base64, 'base64') : bytes)
    const [issuer] = readCertificates(goldenFile('pki/g2/int.crt').toString())
    expect(list.revoked.size).toBe(0)
    expect(issuer && isListOf(list, issuer)).toBe(true)
  })

  it('reads number, date and serials', () => {
    const list = readRevocationList(
      makeList([
        ['100E', on],
        ['80', on],
      ]),
    )
    expect(list.number).toBe('7')
    expect(list.thisUpdate).toEqual(new Date('2026-01-01T00:00:00Z'))
    expect([...list.revoked]).toEqual([
      ['100E', on],
      ['80', on],
    ])
  })

  for (const [name, der] of [
    ['nothing', Buffer.alloc(0)],
    ['half a list', makeList([]).subarray(0, 100)],
    ['a certificate', leaf.der],
    ['other bytes', Buffer.from('hello')],
  ] as const) {
    it(`refuses ${name}`, () => expect(() => readRevocationList(der)).toThrow())
  }
})

describe('parseRevocationList', () => {
  const der = makeList([['100E', on]])
  const text = armour('X509 CRL', der)
  for (const [name, bytes] of [
    ['DER', der],
    ['PEM', Buffer.from(text)],
    ['PEM with CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['PEM below a description', Buffer.from(`Certificate Revocation List (CRL):\n${text}`)],
    ['PEM behind a certificate', Buffer.from(armour('CERTIFICATE', leaf.der) + text)],
  ] as const) {
    it(`reads ${name}`, () => expect([...parseRevocationList(bytes).revoked.keys()]).toEqual(['100E']))
  }

  for (const [name, bytes, says] of [
    ['nothing', Buffer.alloc(0), /it is empty/],
    ['an HTML page', Buffer.from('<!DOCTYPE html><html></html>'), /neither PEM nor DER/],
    ['a certificate in PEM', Buffer.from(armour('CERTIFICATE', leaf.der)), /neither PEM nor DER/],
    ['a certificate in DER', leaf.der, /./],
    ['PEM that is cut off', Buffer.from(text.slice(0, -10)), /neither PEM nor DER/],
    ['PEM of other bytes', Buffer.from(armour('X509 CRL', Buffer.from('hello'))), /./],
    ['DER with bytes behind it', Buffer.concat([der, Buffer.from([0])]), /./],
    ['DER that is cut off', der.subarray(0, -1), /./],
  ] as const) {
    it(`refuses ${name}`, () => expect(() => parseRevocationList(bytes)).toThrow(says))
  }
})

describe('a list', () => {
  const dates = { thisUpdate: new Date('2026-01-01T00:00:00Z'), nextUpdate: new Date('2026-02-01T00:00:00Z') }
  const wanted = { revoked: [], signer: rsaKey('root'), issuer: ROOT_NAME, ...dates, number: '7' }

  it('of version 1 has no number', () => {
    const list = readRevocationList(makeListWith({ ...wanted, number: undefined }))
    expect(list.number).toBeUndefined()
    expect(isListOf(list, root)).toBe(true)
  })

  it('may have a number of twenty bytes', () => {
    const number = 'FF'.repeat(19)
    expect(readRevocationList(makeListWith({ ...wanted, number })).number).toBe(number)
    expect(readRevocationList(makeListWith({ ...wanted, number: '00' })).number).toBe('0')
  })

  it('counts only from an issuer that may sign lists', () => {
    const list = readRevocationList(makeListWith(wanted))
    const rootWith = (...extensions: Extension[]) => issue({ subject: ROOT_NAME, key: rsaKey('root'), extensions })
    expect(isListOf(list, rootWith(extension.ca(), extension.keyCertSign))).toBe(true)
    expect(isListOf(list, rootWith(extension.ca()))).toBe(true)
    expect(isListOf(list, rootWith(extension.ca(), extension.onlyCertSign))).toBe(false)
  })
})

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundledAuthorities, customAuthority } from '../../src/pki/authorities'
import { readCertificates } from '../../src/pki/certificate'
import { parsePem } from '../../src/pki/pem'
import { checkRevocation, isListOf, readRevocationList } from '../../src/pki/revocation'
import { issue, issueRoot, makeAuthority, makeList, rsaKey } from '../helpers/certificates'
import { goldenFile } from '../helpers/tree'
import { trustFile } from '../helpers/trust'

const on = new Date('2025-05-05T05:05:05Z')
const leaf = issue({ serial: '100E' })
const root = issueRoot()
const chainWith = (list?: Buffer) => ({ leaf, issuer: root, authority: makeAuthority(list, root) })

describe('the bundled lists', () => {
  const [nextcloud, owncloud] = bundledAuthorities()

  it('of Nextcloud has 95 serials and the number 104E', () => {
    const list = readRevocationList(nextcloud?.revocationList ?? Buffer.alloc(0))
    expect(list.revoked.size).toBe(95)
    expect(list.number).toBe('104E')
    expect(list.thisUpdate.toISOString().slice(0, 10)).toBe('2025-07-03')
    expect(list.revoked.get('1023')).toEqual(new Date('2019-12-12T09:35:31Z'))
  })

  it('are each signed by exactly one anchor of their authority', () => {
    for (const authority of [nextcloud, owncloud]) {
      const list = readRevocationList(authority?.revocationList ?? Buffer.alloc(0))
      expect(authority?.anchors.filter((anchor) => isListOf(list, anchor))).toHaveLength(1)
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

describe('checkRevocation', () => {
  it('finds a revoked leaf', () => {
    expect(checkRevocation(chainWith(makeList([['100E', on]])))).toEqual({ state: 'revoked', on })
  })

  it('passes a leaf that is not listed', () => {
    expect(checkRevocation(chainWith(makeList([['100F', on]])))).toEqual({ state: 'good' })
    expect(checkRevocation(chainWith(makeList([])))).toEqual({ state: 'good' })
  })

  it('says when there is no list', () => {
    expect(checkRevocation(chainWith())).toEqual({ state: 'no-list' })
    expect(checkRevocation({ leaf, issuer: root, authority: customAuthority([root]) })).toEqual({ state: 'no-list' })
  })

  const wrongKey = makeList([], rsaKey('other'))
  const changed = makeList([['100E', on]])
  changed[changed.length - 300] = (changed[changed.length - 300] ?? 0) ^ 1
  const otherName = makeList([], rsaKey('root'), [['CN', 'Another Root']])
  for (const [name, list, reason] of [
    ['signed with another key', wrongKey, /signature of the list is wrong/],
    ['by another issuer', otherName, /another issuer/],
    ['that was changed', changed, /./],
    ['that was cut off', makeList([]).subarray(0, 100), /can not be read/],
    ['that is empty', Buffer.alloc(0), /can not be read/],
  ] as const) {
    it(`never passes a leaf by a list ${name}`, () => {
      const result = checkRevocation(chainWith(list))
      expect(result.state).toBe('unchecked')
      expect(result.state === 'unchecked' && result.reason).toMatch(reason)
    })
  }

  it('does not confuse issuers that gave the same serial', () => {
    const other = issueRoot([['CN', 'Another Root']], rsaKey('other'))
    const twin = issue({ serial: '100E', issuer: [['CN', 'Another Root']], signer: rsaKey('other') })
    const list = makeList([], rsaKey('other'), [['CN', 'Another Root']])
    const authority = makeAuthority(list, other)
    expect(checkRevocation({ leaf: twin, issuer: other, authority })).toEqual({ state: 'good' })
    expect(checkRevocation(chainWith(makeList([['100E', on]])))).toEqual({ state: 'revoked', on })
  })
})

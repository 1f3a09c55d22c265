import { describe, expect, it } from 'vitest'
import { parseCertificates } from '../../src/pki/certificate'
import { findChain, isIssuedBy } from '../../src/pki/chain'
import { makeThrowaway } from '../../src/pki/throwaway'
import { authoritiesFor, revocationFinding } from '../../src/pki/trust'
import { checkDates, daysLeft, formatDate } from '../../src/pki/validity'
import { issue, issueRoot, makeAuthority, makeList, NOT_AFTER, NOT_BEFORE, NOW, rsaKey } from '../helpers/certificates'

const ids = (list: ReturnType<typeof authoritiesFor>) => list.map(({ id }) => id)

describe('authoritiesFor', () => {
  it('takes those of the server, or all', () => {
    expect(ids(authoritiesFor(undefined, []))).toEqual(['nextcloud', 'owncloud-g1'])
    expect(ids(authoritiesFor('nextcloud', []))).toEqual(['nextcloud'])
    expect(ids(authoritiesFor('owncloud', []))).toEqual(['owncloud-g1'])
  })

  it('adds what the user trusts', () => {
    expect(ids(authoritiesFor('owncloud', [issueRoot()]))).toEqual(['owncloud-g1', 'custom'])
  })
})

describe('findChain', () => {
  const root = issueRoot()
  const leaf = issue()

  it('finds the issuer directly above the leaf', () => {
    const other = makeAuthority(undefined, issueRoot([['CN', 'Another Root']], rsaKey('other')))
    const authority = makeAuthority(undefined, root)
    expect(findChain(leaf, [other, authority])).toEqual({ leaf, issuer: root, authority })
    expect(findChain(leaf, [other])).toBeUndefined()
    expect(findChain(leaf, [])).toBeUndefined()
  })

  it('wants the name of the issuer as well as its key', () => {
    const renamed = issue({ issuer: [['CN', 'Somebody']] })
    expect(renamed.x509.verify(root.publicKey)).toBe(true)
    expect(isIssuedBy(renamed, root)).toBe(false)
  })

  it('does not go over an intermediate', () => {
    const name = [['CN', 'Intermediate']] as const
    const intermediate = issue({ subject: name, key: rsaKey('intermediate'), ca: true })
    const below = issue({ issuer: name, signer: rsaKey('intermediate') })
    expect(isIssuedBy(below, intermediate)).toBe(true)
    expect(findChain(below, [makeAuthority(undefined, root)])).toBeUndefined()
  })

  it('does not look at dates', () => {
    const old = issueRoot()
    const late = issue({ notBefore: new Date('2040-01-01T00:00:00Z'), notAfter: new Date('2041-01-01T00:00:00Z') })
    expect(findChain(late, [makeAuthority(undefined, old)])).toBeDefined()
  })
})

describe('revocationFinding', () => {
  const chain = (list?: Parameters<typeof makeAuthority>[0]) => {
    const authority = makeAuthority(list)
    return { leaf: issue(), issuer: issueRoot(), authority }
  }

  it('is a finding unless all is well', () => {
    const on = new Date('2025-05-05T05:05:05Z')
    expect(revocationFinding(chain(makeList([])))).toBeUndefined()
    expect(revocationFinding(chain(makeList([['1001', on]])))).toMatchObject({ code: 'REVOKED', severity: 'error' })
    expect(revocationFinding(chain(makeList([], rsaKey('other'))))).toMatchObject({
      code: 'CRL_UNAVAILABLE',
      severity: 'error',
    })
    expect(revocationFinding(chain())).toMatchObject({ code: 'NO_REVOCATION_LIST', severity: 'notice' })
  })
})

describe('checkDates', () => {
  const leaf = issue()
  const codeAt = (now: Date, days = 0) => checkDates(leaf, now, days)?.code
  const second = 1000

  it('holds both ends for valid', () => {
    expect(codeAt(NOT_BEFORE)).toBeUndefined()
    expect(codeAt(NOT_AFTER)).toBeUndefined()
    expect(codeAt(new Date(NOT_BEFORE.getTime() - second))).toBe('CERTIFICATE_NOT_YET_VALID')
    expect(codeAt(new Date(NOT_AFTER.getTime() + second))).toBe('CERTIFICATE_EXPIRED')
  })

  it('warns as many days before as it is asked to', () => {
    expect(daysLeft(leaf, NOW)).toBe(1309)
    expect(codeAt(NOW, 1309)).toBeUndefined()
    expect(codeAt(NOW, 1310)).toBe('CERTIFICATE_EXPIRES')
  })

  it('writes dates in UTC', () => {
    expect(formatDate(new Date('2028-12-31T08:26:50.999Z'))).toBe('2028-12-31 08:26:50 UTC')
  })
})

describe('makeThrowaway', () => {
  it('makes a leaf of version 1 for the app, below its own root', () => {
    const { certificate, rootCertificate } = makeThrowaway('activity', NOW)
    const [leaf] = parseCertificates(certificate, 'certificate')
    const [root] = parseCertificates(rootCertificate, 'root')
    if (!leaf || !root) throw new Error('no certificate')
    expect(isIssuedBy(leaf, root)).toBe(true)
    expect(leaf.subject.text).toBe('CN=activity')
    expect(daysLeft(leaf, NOW)).toBe(365)
    expect(checkDates(leaf, NOW, 60)).toBeUndefined()
    expect(findChain(leaf, authoritiesFor(undefined, []))).toBeUndefined()
  })
})

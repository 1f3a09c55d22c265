import { describe, expect, it } from 'vitest'
import { bundledAuthorities } from '../../src/pki/authorities'
import { parseCertificates } from '../../src/pki/certificate'
import { findChain, isIssuedBy } from '../../src/pki/chain'
import { makeThrowaway, makeThrowawayKeys } from '../../src/pki/throwaway'
import { checkLegacyDates, daysLeft } from '../../src/pki/validity'
import { NOW } from '../helpers/certificates'

describe('makeThrowaway', () => {
  it('makes a leaf of version 1 for the app, below its own root', () => {
    const { certificate, rootCertificate } = makeThrowaway('activity', NOW)
    const [leaf] = parseCertificates(certificate, 'certificate')
    const [root] = parseCertificates(rootCertificate, 'root')
    if (!leaf || !root) throw new Error('no certificate')
    expect(isIssuedBy(leaf, root)).toBe(true)
    expect(leaf.subject.text).toBe('CN=activity')
    expect(daysLeft(leaf, NOW)).toBe(365)
    expect(checkLegacyDates(leaf, NOW, 60)).toBeUndefined()
    expect(findChain(leaf, bundledAuthorities())).toBeUndefined()
  })
})

it('makes no keys where it is given some', () => {
  const keys = makeThrowawayKeys('legacy')
  const make = (id: string) => makeThrowaway(id, new Date('2026-01-01T00:00:00Z'), 'legacy', keys)
  expect(make('a').privateKey).toBe(make('b').privateKey)
  expect(make('a').certificate).not.toBe(make('b').certificate)
})

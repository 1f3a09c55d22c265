import { describe, expect, it } from 'vitest'
import { bundledAuthorities } from '../../src/pki/authorities'
import { parseCertificates } from '../../src/pki/certificate'
import { findChain, isIssuedBy } from '../../src/pki/chain'
import { makeThrowaway } from '../../src/pki/throwaway'
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

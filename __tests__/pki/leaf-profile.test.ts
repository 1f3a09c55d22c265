import { describe, expect, it } from 'vitest'
import { makeDer, makeOid, TAG } from '../../src/pki/der'
import type { Extension } from '../../src/pki/issue'
import { leafProfileProblem, mayIssue } from '../../src/pki/leaf-profile'
import { issue } from '../helpers/certificates'
import { extension, issueIntermediate, issueLeaf } from '../helpers/v2-pki'

const { notCa, digitalSignature, keyEncipherment, codeSigning, serverAuth, keyCertSign } = extension
const problem = (...extensions: Extension[]) => leafProfileProblem(issueLeaf({ extensions }))
const bits = (...bytes: number[]): Extension => ({
  oid: '2.5.29.15',
  value: makeDer(TAG.BITSTRING, Uint8Array.from(bytes)),
})
const purposes = (...oids: string[]): Extension => ({
  oid: '2.5.29.37',
  value: makeDer(
    TAG.SEQUENCE,
    oids.map((oid) => makeOid(oid)),
  ),
})

describe('leafProfileProblem', () => {
  it.each<[string, Extension[]]>([
    ['the profile', [notCa, digitalSignature, codeSigning]],
    ['no basicConstraints', [digitalSignature, codeSigning]],
    ['another order', [codeSigning, digitalSignature, notCa]],
    ['further usages', [notCa, bits(5, 0b10100000), codeSigning]],
    ['further purposes', [notCa, digitalSignature, purposes('1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.3')]],
  ])('passes %s', (_, extensions) => {
    expect(problem(...extensions)).toBeUndefined()
  })

  const CA = 'is that of an authority (CA:TRUE), not that of an app'
  const USAGE = 'lacks the key usage digitalSignature'
  const PURPOSE = 'lacks the extended key usage codeSigning'
  it.each<[string, string, Extension[]]>([
    ['a CA', CA, [extension.ca(), digitalSignature, codeSigning]],
    ['a CA of pathlen 0', CA, [extension.ca(0), digitalSignature, codeSigning]],
    ['no extensions', USAGE, []],
    ['no key usage', USAGE, [notCa, codeSigning]],
    ['another key usage', USAGE, [notCa, keyEncipherment, codeSigning]],
    ['nonRepudiation only', USAGE, [notCa, bits(6, 0b01000000), codeSigning]],
    ['no bit at all', USAGE, [notCa, bits(0), codeSigning]],
    ['decipherOnly only, in the second byte', USAGE, [notCa, bits(7, 0, 0b10000000), codeSigning]],
    ['no purpose', PURPOSE, [notCa, digitalSignature]],
    ['another purpose', PURPOSE, [notCa, digitalSignature, serverAuth]],
    ['any purpose', PURPOSE, [notCa, digitalSignature, purposes('2.5.29.37.0')]],
  ])('refuses %s', (_, says, extensions) => {
    expect(problem(...extensions)).toBe(says)
  })

  it('refuses a leaf of version 1', () => expect(leafProfileProblem(issue())).toBe(USAGE))
})

describe('mayIssue', () => {
  const can = (below: number, ...extensions: Extension[]) => mayIssue(issueIntermediate({ extensions }), below)

  it('wants a CA', () => {
    expect(can(0, extension.ca())).toBe(true)
    expect(can(0, notCa)).toBe(false)
    expect(can(0)).toBe(false)
    expect(mayIssue(issue(), 0)).toBe(false)
  })

  it('wants keyCertSign where usages are named', () => {
    expect(can(0, extension.ca(), keyCertSign)).toBe(true)
    expect(can(0, extension.ca(), extension.onlyCertSign)).toBe(true)
    expect(can(0, extension.ca(), digitalSignature)).toBe(false)
    expect(can(0, keyCertSign)).toBe(false)
  })

  it('keeps to the path length', () => {
    expect([0, 1, 2].map((below) => can(below, extension.ca(1)))).toEqual([true, true, false])
    expect([0, 1].map((below) => can(below, extension.ca(0)))).toEqual([true, false])
    expect(can(9, extension.ca())).toBe(true)
    expect([255, 256].map((below) => can(below, extension.ca(255)))).toEqual([true, false])
  })
})

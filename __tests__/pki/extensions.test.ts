import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundledAuthorities } from '../../src/pki/authorities'
import { readCertificates } from '../../src/pki/certificate'
import { makeDer, makeOid, TAG } from '../../src/pki/der'
import { type KeyUsage, OID } from '../../src/pki/extensions'
import type { Extension } from '../../src/pki/issue'
import { issue } from '../helpers/certificates'
import { goldenFile } from '../helpers/tree'
import { extension } from '../helpers/v2-pki'

const read = (...extensions: Extension[]) => issue({ extensions }).extensions
const NOTHING = { ca: undefined, pathLength: undefined, keyUsage: undefined, extendedKeyUsage: undefined }
const der = (type: number, ...bytes: number[]) => makeDer(type, Uint8Array.from(bytes))

describe('a certificate says', () => {
  it('nothing in version 1, or without extensions', () => {
    expect(issue().extensions).toEqual(NOTHING)
    expect(read()).toEqual(NOTHING)
  })

  it('nothing by extensions that do not matter', () => {
    expect(read({ oid: '2.5.29.14', value: der(TAG.OCTETSTRING, 1, 2) })).toEqual(NOTHING)
  })

  it('whether it is a CA', () => {
    expect(read(extension.ca())).toEqual({ ...NOTHING, ca: true })
    expect(read(extension.notCa)).toEqual({ ...NOTHING, ca: false })
    const explicit = makeDer(TAG.SEQUENCE, [der(TAG.BOOLEAN, 0)])
    expect(read({ oid: OID.basicConstraints, value: explicit }).ca).toBe(false)
  })

  for (const length of [0, 1, 127, 128, 255, 256, 65535]) {
    it(`how long its chains may be: ${length}`, () => {
      expect(read(extension.ca(length))).toEqual({ ...NOTHING, ca: true, pathLength: length })
    })
  }

  const USAGES: [name: KeyUsage, bytes: number[]][] = [
    ['digitalSignature', [7, 0x80]],
    ['nonRepudiation', [6, 0x40]],
    ['keyEncipherment', [5, 0x20]],
    ['dataEncipherment', [4, 0x10]],
    ['keyAgreement', [3, 0x08]],
    ['keyCertSign', [2, 0x04]],
    ['cRLSign', [1, 0x02]],
    ['encipherOnly', [0, 0x01]],
    ['decipherOnly', [7, 0x00, 0x80]],
  ]
  for (const [name, bytes] of USAGES) {
    it(`the key usage ${name}`, () => {
      const { keyUsage } = read({ oid: OID.keyUsage, value: der(TAG.BITSTRING, ...bytes) })
      expect([...(keyUsage ?? [])]).toEqual([name])
    })
  }

  it('several usages, or none of them', () => {
    const usages = (...bytes: number[]) => [
      ...(read({ oid: OID.keyUsage, value: der(TAG.BITSTRING, ...bytes) }).keyUsage ?? ['absent']),
    ]
    expect(usages(1, 0x86)).toEqual(['digitalSignature', 'keyCertSign', 'cRLSign'])
    expect(usages(7, 0xff, 0x80)).toHaveLength(9)
    expect(usages(0)).toEqual([])
  })

  it('its purposes', () => {
    const both = makeDer(TAG.SEQUENCE, [makeOid('1.3.6.1.5.5.7.3.1'), makeOid(OID.codeSigning)])
    const { extendedKeyUsage } = read({ oid: OID.extendedKeyUsage, value: both })
    expect([...(extendedKeyUsage ?? [])]).toEqual(['1.3.6.1.5.5.7.3.1', OID.codeSigning])
    expect(read(extension.codeSigning).extendedKeyUsage).toEqual(new Set([OID.codeSigning]))
  })
})

describe('a certificate can not be read when', () => {
  const bytes = makeDer(TAG.SEQUENCE, [der(TAG.BOOLEAN, 0xff)])
  it.each<[string, Extension[], RegExp]>([
    ['an extension stands twice', [extension.ca(), extension.notCa], /2\.5\.29\.19 stands twice/],
    ['an unimportant one stands twice', [1, 2].map(() => ({ oid: '2.5.29.14', value: der(4, 1) })), /stands twice/],
    ['its basicConstraints are no sequence', [{ oid: OID.basicConstraints, value: der(TAG.BOOLEAN, 0xff) }], /DER/],
    ['its key usage is no bit string', [{ oid: OID.keyUsage, value: bytes }], /DER/],
    ['its purposes are no sequence', [{ oid: OID.extendedKeyUsage, value: der(TAG.BITSTRING, 0) }], /DER/],
  ])('%s', (_, extensions, says) => {
    // Node's own reader is content with some of them: what refuses must be ours, or nobody's would.
    expect(() => read(...extensions)).toThrow(says)
  })
})

describe('the certificates of others', () => {
  it('have the profile that SPEC 4 asks for', () => {
    const [leaf] = readCertificates(goldenFile('pki/g2/activity.crt').toString())
    expect(leaf?.extensions.ca ?? false).toBe(false)
    expect(leaf?.extensions.keyUsage?.has('digitalSignature')).toBe(true)
    expect(leaf?.extensions.extendedKeyUsage?.has(OID.codeSigning)).toBe(true)
  })

  it('agree with OpenSSL about who is a CA', () => {
    const all = bundledAuthorities().flatMap(({ anchors, intermediates }) => [...anchors, ...intermediates])
    const golden = ['pki/g2/root', 'pki/g2/int', 'pki/g2/activity', 'pki/g2/rsa'].flatMap((name) =>
      readCertificates(goldenFile(`${name}.crt`).toString()),
    )
    expect(all).toHaveLength(5)
    for (const certificate of [...all, ...golden])
      expect([certificate.subject.text, certificate.extensions.ca ?? false]).toEqual([
        certificate.subject.text,
        certificate.x509.ca,
      ])
  })

  it('allow their authorities to sign certificates and lists', () => {
    const [g2] = bundledAuthorities().filter(({ id }) => id === 'owncloud-g2')
    const [intermediate] = g2?.intermediates ?? []
    expect(intermediate?.extensions.keyUsage?.has('keyCertSign')).toBe(true)
    expect(intermediate?.extensions.keyUsage?.has('cRLSign')).toBe(true)
  })

  it('hold bytes that are damaged without an endless loop or a crash', () => {
    const { der: good } = issue({ extensions: [extension.ca(0), extension.keyCertSign, extension.codeSigning] })
    let refused = 0
    let accepted = 0
    for (let index = 0; index < good.length; index++) {
      const changed = Buffer.from(good)
      changed[index] = (changed[index] ?? 0) ^ 0xff
      try {
        readCertificates(`-----BEGIN CERTIFICATE-----\n${changed.toString('base64')}\n-----END CERTIFICATE-----`)
        accepted++
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(50)
    expect(accepted).toBeGreaterThan(50)
  })
})

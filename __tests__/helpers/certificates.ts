import type { Buffer } from 'node:buffer'
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Authority } from '../../src/pki/authorities'
import { type Certificate, readCertificate } from '../../src/pki/certificate'
import { makeContext, makeDer, makeOid, makeTime, readDer, TAG, writeDer } from '../../src/pki/der'
import { algorithmOf, type Extension, issueCertificate, makeInteger, makeName, signBody } from '../../src/pki/issue'
import { formatPem } from '../../src/pki/pem'

/** The clock of the tests of the legacy format. */
export const NOW = new Date('2026-06-01T12:00:00Z')
export const NOT_BEFORE = new Date('2025-01-01T00:00:00Z')
export const NOT_AFTER = new Date('2030-01-01T00:00:00Z')

const keys = new Map<string, KeyObject>()

/** A private key that stays the same for its name within a test file; the name begins with the kind: `rsa2048 leaf`. */
export function key(name: string): KeyObject {
  const known = keys.get(name) ?? generate(name.split(' ')[0] ?? '')
  keys.set(name, known)
  return known
}

function generate(kind: string): KeyObject {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519').privateKey
  if (kind === 'dsa') return generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }).privateKey
  const bits = /^rsa(\d+)$/.exec(kind)?.[1]
  if (bits) return generateKeyPairSync('rsa', { modulusLength: Number(bits) }).privateKey
  return generateKeyPairSync('ec', { namedCurve: kind }).privateKey
}

/** An RSA-2048 key, the same for the same name within a test file. */
export function rsaKey(name: string): KeyObject {
  return key(`rsa2048 ${name}`)
}

export type Name = readonly (readonly [string, string])[]
export const ROOT_NAME: Name = [
  ['C', 'DE'],
  ['CN', 'Test Root'],
]

const bit = (position: number) => makeDer(TAG.BITSTRING, Uint8Array.of(7 - position, 1 << (7 - position)))

export const extension = {
  ca: (pathLength?: number): Extension => ({
    oid: '2.5.29.19',
    critical: true,
    value: makeDer(TAG.SEQUENCE, [
      makeDer(TAG.BOOLEAN, Uint8Array.of(0xff)),
      ...(pathLength === undefined ? [] : [makeInteger(pathLength.toString(16))]),
    ]),
  }),
  notCa: { oid: '2.5.29.19', critical: true, value: makeDer(TAG.SEQUENCE, []) },
  digitalSignature: { oid: '2.5.29.15', critical: true, value: bit(0) },
  keyEncipherment: { oid: '2.5.29.15', critical: true, value: bit(2) },
  keyCertSign: { oid: '2.5.29.15', critical: true, value: makeDer(TAG.BITSTRING, Uint8Array.of(1, 0x06)) },
  onlyCertSign: { oid: '2.5.29.15', critical: true, value: bit(5) },
  codeSigning: { oid: '2.5.29.37', value: makeDer(TAG.SEQUENCE, [makeOid('1.3.6.1.5.5.7.3.3')]) },
  serverAuth: { oid: '2.5.29.37', value: makeDer(TAG.SEQUENCE, [makeOid('1.3.6.1.5.5.7.3.1')]) },
} as const

/** What a certificate shall say; what is left out has a default. */
export interface Wanted {
  readonly subject?: Name
  readonly issuer?: Name
  readonly key?: KeyObject
  readonly signer?: KeyObject
  readonly serial?: string
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** Left out: a certificate of version 1. */
  readonly extensions?: readonly Extension[]
}

/** A certificate of which everything is said. */
export function issueWith(wanted: Required<Omit<Wanted, 'extensions'>> & Pick<Wanted, 'extensions'>): Certificate {
  const { key: subjectKey, signer, ...request } = wanted
  return readCertificate(issueCertificate({ ...request, publicKey: createPublicKey(subjectKey) }, signer))
}

/** A certificate for `activity` by `Test Root`, of version 1, but for what is given. */
export function issue(wanted: Wanted = {}): Certificate {
  return issueWith({
    subject: [['CN', 'activity']],
    issuer: ROOT_NAME,
    key: rsaKey('leaf'),
    signer: rsaKey('root'),
    serial: '1001',
    notBefore: NOT_BEFORE,
    notAfter: NOT_AFTER,
    ...wanted,
  })
}

/** A self-issued root. */
export function issueRoot(name: Name = ROOT_NAME, rootKey: KeyObject = rsaKey('root')): Certificate {
  const extensions = [extension.ca()]
  return issue({ subject: name, issuer: name, key: rootKey, signer: rootKey, serial: '1', extensions })
}

/** What a revocation list says. */
export interface WantedList {
  readonly revoked: readonly (readonly [serial: string, on: Date])[]
  readonly signer: KeyObject
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  /** Hex; undefined for a list of version 1, which has none. */
  readonly number: string | undefined
}

/** A revocation list in DER. */
export function makeListWith({ revoked, signer, issuer, thisUpdate, nextUpdate, number }: WantedList): Buffer {
  const entries = revoked.map(([serial, on]) => makeDer(TAG.SEQUENCE, [makeInteger(serial), makeTime(on)]))
  const numberOf = (hex: string) =>
    makeDer(TAG.SEQUENCE, [makeOid('2.5.29.20'), makeDer(TAG.OCTETSTRING, writeDer(makeInteger(hex)))])
  const body = makeDer(TAG.SEQUENCE, [
    ...(number === undefined ? [] : [makeInteger('1')]),
    algorithmOf(signer),
    makeName(issuer),
    makeTime(thisUpdate),
    makeTime(nextUpdate),
    ...(entries.length > 0 ? [makeDer(TAG.SEQUENCE, entries)] : []),
    ...(number === undefined ? [] : [makeContext(0, [makeDer(TAG.SEQUENCE, [numberOf(number)])])]),
  ])
  return signBody(body, signer)
}

/** A revocation list in DER, number 7, of 2026-01-01. */
export function makeList(
  revoked: WantedList['revoked'],
  signer: KeyObject = rsaKey('root'),
  issuer: Name = ROOT_NAME,
): Buffer {
  const dates = { thisUpdate: new Date('2026-01-01T00:00:00Z'), nextUpdate: new Date('2026-02-01T00:00:00Z') }
  return makeListWith({ revoked, signer, issuer, ...dates, number: '7' })
}

/** An authority with one root and, if given, a revocation list. */
export function makeAuthority(bundled?: Buffer, root: Certificate = issueRoot()): Authority {
  const revocation = bundled ? { revocation: { bundled } } : {}
  return { id: 'custom', name: 'Test', anchors: [root], intermediates: [], ...revocation }
}

/** A certificate request for a key. */
export function makeRequest(signer: KeyObject): Buffer {
  const spki = readDer(createPublicKey(signer).export({ type: 'spki', format: 'der' }))
  return signBody(
    makeDer(TAG.SEQUENCE, [
      makeDer(TAG.INTEGER, Uint8Array.of(0)),
      makeName([['CN', 'activity']]),
      spki,
      makeContext(0, []),
    ]),
    signer,
  )
}

/** DER as PEM with LF, and a newline at the end. */
export function armour(label: string, der: Buffer): string {
  return `${formatPem({ label, headers: [], base64: der.toString('base64') })}\n`
}

/** A certificate as PEM with LF and a newline at the end, as format v2 carries it. */
export function pem(certificate: Certificate): string {
  return armour('CERTIFICATE', certificate.der)
}

/** A private key as PKCS#8 PEM. */
export function keyPem(privateKey: KeyObject): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

import type { Buffer } from 'node:buffer'
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Authority } from '../../src/pki/authorities'
import { customAuthority } from '../../src/pki/authorities'
import { type Certificate, readCertificate } from '../../src/pki/certificate'
import { makeContext, makeDer, makeOid, makeTime, TAG, writeDer } from '../../src/pki/der'
import { algorithmOf, type Extension, issueCertificate, makeInteger, makeName, signBody } from '../../src/pki/issue'
import { formatPem } from '../../src/pki/pem'

/** The clock of the v2 tests, and how long their certificates live. */
export const NOW = new Date('2026-12-01T12:00:00Z')
export const NOT_BEFORE = new Date('2026-11-01T00:00:00Z')
export const NOT_AFTER = new Date('2028-11-01T00:00:00Z')

type Name = readonly (readonly [string, string])[]
export const ROOT: Name = [['CN', 'Test Root CA G2']]
export const INTERMEDIATE: Name = [['CN', 'Test Intermediate CA G2']]

const keys = new Map<string, KeyObject>()

/** A private key that stays the same for its name within a test file; the name begins with the kind. */
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

const P384 = 'secp384r1'
export const rootKey = () => key(`${P384} root`)
export const intermediateKey = () => key(`${P384} intermediate`)
export const leafKey = () => key(`${P384} leaf`)

const bit = (position: number) => makeDer(TAG.BITSTRING, Uint8Array.of(7 - position, 1 << (7 - position)))

export const extension = {
  ca: (pathLength?: number): Extension => ({
    oid: '2.5.29.19',
    critical: true,
    value: makeDer(TAG.SEQUENCE, [
      makeDer(TAG.BOOLEAN, Uint8Array.of(0xff)),
      ...(pathLength === undefined ? [] : [makeInteger(`0${pathLength}`)]),
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

export interface Wanted {
  readonly subject?: Name
  readonly issuer?: Name
  readonly key?: KeyObject
  readonly signer?: KeyObject
  readonly serial?: string
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly extensions?: readonly Extension[]
}

function issue(wanted: Wanted & { subject: Name; issuer: Name; key: KeyObject; signer: KeyObject }): Certificate {
  const { serial = 'A1', notBefore = NOT_BEFORE, notAfter = NOT_AFTER, extensions = [] } = wanted
  const publicKey = createPublicKey(wanted.key)
  const { subject, issuer } = wanted
  return readCertificate(
    issueCertificate({ subject, issuer, publicKey, serial, notBefore, notAfter, extensions }, wanted.signer),
  )
}

/** A root, but for what is given. */
export function issueRoot(wanted: Wanted = {}): Certificate {
  const extensions = [extension.ca(1), extension.keyCertSign]
  return issue({ subject: ROOT, issuer: ROOT, key: rootKey(), signer: rootKey(), serial: '01', extensions, ...wanted })
}

/** An intermediate below that root, but for what is given. */
export function issueIntermediate(wanted: Wanted = {}): Certificate {
  const extensions = [extension.ca(0), extension.keyCertSign]
  const own = { subject: INTERMEDIATE, issuer: ROOT, key: intermediateKey(), signer: rootKey() }
  return issue({ ...own, serial: '02', extensions, ...wanted })
}

/** A leaf for `activity` below that intermediate with the v2 profile, but for what is given. */
export function issueLeaf(wanted: Wanted = {}): Certificate {
  const extensions = [extension.notCa, extension.digitalSignature, extension.codeSigning]
  const own = { issuer: INTERMEDIATE, key: leafKey(), signer: intermediateKey(), serial: 'A1' }
  return issue({ subject: [['O', 'example'] as const, ['CN', 'activity'] as const], ...own, extensions, ...wanted })
}

/** A revocation list in DER by that intermediate, but for what is given. */
export function makeList(
  serials: readonly string[] = [],
  { number = '10', signer = intermediateKey(), issuer = INTERMEDIATE, thisUpdate = NOT_BEFORE } = {},
): Buffer {
  const entries = serials.map((serial) => makeDer(TAG.SEQUENCE, [makeInteger(serial), makeTime(thisUpdate)]))
  const numberValue = makeDer(TAG.OCTETSTRING, writeDer(makeInteger(number)))
  const body = makeDer(TAG.SEQUENCE, [
    makeInteger('01'),
    algorithmOf(signer),
    makeName(issuer),
    makeTime(thisUpdate),
    makeTime(NOT_AFTER),
    ...(entries.length > 0 ? [makeDer(TAG.SEQUENCE, entries)] : []),
    makeContext(0, [makeDer(TAG.SEQUENCE, [makeDer(TAG.SEQUENCE, [makeOid('2.5.29.20'), numberValue])])]),
  ])
  return signBody(body, signer)
}

/** An authority with that root and a list. */
export function v2Authority(list: Uint8Array | undefined = makeList(), root = issueRoot()): Authority {
  return customAuthority([root], list && { bundled: list as Buffer })
}

/** PEM with LF and a newline at the end, as format v2 carries it. */
export function pem(certificate: Certificate): string {
  return `${formatPem({ label: 'CERTIFICATE', headers: [], base64: certificate.der.toString('base64') })}\n`
}

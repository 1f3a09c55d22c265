import type { Buffer } from 'node:buffer'
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Authority } from '../../src/pki/authorities'
import { type Certificate, readCertificate } from '../../src/pki/certificate'
import { makeContext, makeDer, makeOid, makeTime, readDer, TAG, writeDer } from '../../src/pki/der'
import { algorithmOf, issueCertificate, makeInteger, makeName, signBody } from '../../src/pki/issue'
import { formatPem } from '../../src/pki/pem'

/** The clock of these tests. */
export const NOW = new Date('2026-06-01T12:00:00Z')
export const NOT_BEFORE = new Date('2025-01-01T00:00:00Z')
export const NOT_AFTER = new Date('2030-01-01T00:00:00Z')

const pairs = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>()

/** An RSA-2048 key, the same for the same name within a test file. */
export function rsaKey(name: string): KeyObject {
  const pair = pairs.get(name) ?? generateKeyPairSync('rsa', { modulusLength: 2048 })
  pairs.set(name, pair)
  return pair.privateKey
}

type Name = readonly (readonly [string, string])[]
export const ROOT_NAME: Name = [
  ['C', 'DE'],
  ['CN', 'Test Root'],
]

interface Wanted {
  subject?: Name
  issuer?: Name
  key?: KeyObject
  signer?: KeyObject
  serial?: string
  notBefore?: Date
  notAfter?: Date
  ca?: boolean
}

/** A certificate for `activity` by `Test Root`, but for what is given. */
export function issue(wanted: Wanted = {}): Certificate {
  const caTrue = makeDer(TAG.SEQUENCE, [makeDer(TAG.BOOLEAN, Uint8Array.of(0xff))])
  return readCertificate(
    issueCertificate(
      {
        subject: wanted.subject ?? [['CN', 'activity']],
        issuer: wanted.issuer ?? ROOT_NAME,
        publicKey: createPublicKey(wanted.key ?? rsaKey('leaf')),
        serial: wanted.serial ?? '1001',
        notBefore: wanted.notBefore ?? NOT_BEFORE,
        notAfter: wanted.notAfter ?? NOT_AFTER,
        ...(wanted.ca ? { extensions: [{ oid: '2.5.29.19', critical: true, value: caTrue }] } : {}),
      },
      wanted.signer ?? rsaKey('root'),
    ),
  )
}

/** A self-issued root. */
export function issueRoot(name: Name = ROOT_NAME, key: KeyObject = rsaKey('root')): Certificate {
  return issue({ subject: name, issuer: name, key, signer: key, serial: '1', ca: true })
}

/** A revocation list in DER, number 7, of 2026-01-01. */
export function makeList(
  revoked: readonly (readonly [serial: string, on: Date])[],
  signer: KeyObject = rsaKey('root'),
  issuer: Name = ROOT_NAME,
): Buffer {
  const number = makeDer(TAG.OCTETSTRING, writeDer(makeInteger('7')))
  const body = makeDer(TAG.SEQUENCE, [
    makeInteger('1'),
    algorithmOf(signer),
    makeName(issuer),
    makeTime(new Date('2026-01-01T00:00:00Z')),
    makeTime(new Date('2026-02-01T00:00:00Z')),
    ...(revoked.length > 0
      ? [
          makeDer(
            TAG.SEQUENCE,
            revoked.map(([serial, on]) => makeDer(TAG.SEQUENCE, [makeInteger(serial), makeTime(on)])),
          ),
        ]
      : []),
    makeContext(0, [makeDer(TAG.SEQUENCE, [makeDer(TAG.SEQUENCE, [makeOid('2.5.29.20'), number])])]),
  ])
  return signBody(body, signer)
}

/** An authority with one root and, if given, a revocation list. */
export function makeAuthority(revocationList?: Buffer, root: Certificate = issueRoot()): Authority {
  return { id: 'custom', name: 'Test', anchors: [root], ...(revocationList ? { revocationList } : {}) }
}

/** A certificate request for a key. */
export function makeRequest(key: KeyObject): Buffer {
  const spki = readDer(createPublicKey(key).export({ type: 'spki', format: 'der' }))
  return signBody(
    makeDer(TAG.SEQUENCE, [
      makeDer(TAG.INTEGER, Uint8Array.of(0)),
      makeName([['CN', 'activity']]),
      spki,
      makeContext(0, []),
    ]),
    key,
  )
}

/** DER as PEM with LF. */
export function armour(label: string, der: Buffer): string {
  return `${formatPem({ label, headers: [], base64: der.toString('base64') })}\n`
}

/** A private key as PKCS#8 PEM. */
export function keyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { makeDer, TAG } from '../../src/pki/der'
import { issueCertificate } from '../../src/pki/issue'
import { formatPem } from '../../src/pki/pem'

const DAY = 24 * 60 * 60 * 1000
const ROOT_NAME = [['CN', 'Test Authority']] as const

/** PEM text of a certificate. */
export function certificatePem(der: Buffer): string {
  return `${formatPem({ label: 'CERTIFICATE', headers: [], base64: der.toString('base64') })}\n`
}

export interface LeafOptions {
  readonly commonName?: string
  readonly publicKey?: KeyObject
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly serial?: string
}

/** An authority of its own for one test file, with certificates around the real clock: the bundle has no other. */
export function makeAuthority() {
  const root = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const leaf = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const dates = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 1000 * DAY) }
  const caTrue = makeDer(TAG.SEQUENCE, [makeDer(TAG.BOOLEAN, Buffer.from([0xff]))])
  const certificate = issueCertificate(
    {
      ...dates,
      subject: ROOT_NAME,
      issuer: ROOT_NAME,
      publicKey: root.publicKey,
      serial: '01',
      extensions: [{ oid: '2.5.29.19', critical: true, value: caTrue }],
    },
    root.privateKey,
  )
  return {
    rootPem: certificatePem(certificate),
    leafKey: leaf.privateKey,
    keyPem: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    /** A version 1 leaf, as the vendors issue them. */
    issue: ({ commonName = 'activity', publicKey = leaf.publicKey, serial = '1001', ...own }: LeafOptions = {}) =>
      certificatePem(
        issueCertificate(
          { ...dates, ...own, subject: [['CN', commonName]], issuer: ROOT_NAME, publicKey, serial },
          root.privateKey,
        ),
      ),
  }
}

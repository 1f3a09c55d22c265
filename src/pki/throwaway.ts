import { Buffer } from 'node:buffer'
import { generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult, randomBytes } from 'node:crypto'
import type { Format } from '../findings/server'
import { makeDer, makeOid, TAG } from './der'
import { OID } from './extensions'
import { type Extension, issueCertificate } from './issue'
import { formatPem } from './pem'

/** An authority that exists for one try, and a leaf that it issued. All PEM with LF and a newline at the end. */
export interface Throwaway {
  /** Trust this one to accept the leaf. */
  readonly rootCertificate: string
  readonly certificate: string
  /** PKCS#8, not encrypted. */
  readonly privateKey: string
}

/** What a throw-away authority and its leaf have. */
export interface ThrowawayKeys {
  readonly root: KeyPairKeyObjectResult
  readonly leaf: KeyPairKeyObjectResult
}

const DAY = 24 * 60 * 60 * 1000
/** Long enough to sign and verify; nobody shall get used to it. */
const LIFETIME = 365 * DAY
const KEY_BITS = 2048
const CURVE = 'P-384'
const ROOT_NAME = [
  ['O', 'appsign'],
  ['CN', 'Throw-away Authority'],
] as const
const BASIC_CONSTRAINTS = '2.5.29.19'

/** What format v2 wants of a leaf (SPEC 4): keyUsage digitalSignature (the first bit), extendedKeyUsage codeSigning. */
const SIGNING_EXTENSIONS: readonly Extension[] = [
  { oid: '2.5.29.15', critical: true, value: makeDer(TAG.BITSTRING, Buffer.from([7, 0x80])) },
  { oid: '2.5.29.37', value: makeDer(TAG.SEQUENCE, [makeOid(OID.codeSigning)]) },
]

/**
 * Makes an authority and a certificate for an app, for trying things out: no server trusts it.
 *
 * @param appId becomes the CN of the leaf
 * @param now the certificates are valid from a day before for a year
 * @param format legacy: RSA, and the leaf is version 1 like those of the vendors; v2: EC, and the leaf is for signing code
 * @param keys of that format; left out, new ones are made
 */
export function makeThrowaway(
  appId: string,
  now: Date,
  format: Format = 'legacy',
  { root, leaf }: ThrowawayKeys = makeThrowawayKeys(format),
): Throwaway {
  const notBefore = new Date(now.getTime() - DAY)
  const dates = { notBefore, notAfter: new Date(now.getTime() + LIFETIME) }
  const caTrue = makeDer(TAG.SEQUENCE, [makeDer(TAG.BOOLEAN, Buffer.from([0xff]))])
  const rootDer = issueCertificate(
    {
      ...dates,
      subject: ROOT_NAME,
      issuer: ROOT_NAME,
      publicKey: root.publicKey,
      serial: serial(),
      extensions: [{ oid: BASIC_CONSTRAINTS, critical: true, value: caTrue }],
    },
    root.privateKey,
  )
  const request = { ...dates, subject: [['CN', appId]] as const, issuer: ROOT_NAME, publicKey: leaf.publicKey }
  const extensions = format === 'v2' ? { extensions: SIGNING_EXTENSIONS } : {}
  return {
    rootCertificate: pem(rootDer),
    certificate: pem(issueCertificate({ ...request, ...extensions, serial: serial() }, root.privateKey)),
    privateKey: exportKey(leaf.privateKey),
  }
}

/** Key pairs for several tries of one run: two of RSA take 200 ms to make, most of what a small app takes altogether. */
export function makeThrowawayKeys(format: Format): ThrowawayKeys {
  return { root: makeKeys(format), leaf: makeKeys(format) }
}

function makeKeys(format: Format) {
  return format === 'v2'
    ? generateKeyPairSync('ec', { namedCurve: CURVE })
    : generateKeyPairSync('rsa', { modulusLength: KEY_BITS })
}

function serial(): string {
  return `1${randomBytes(8).toString('hex')}`
}

function pem(der: Buffer): string {
  return `${formatPem({ label: 'CERTIFICATE', headers: [], base64: der.toString('base64') })}\n`
}

function exportKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

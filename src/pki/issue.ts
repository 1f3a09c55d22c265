import { Buffer } from 'node:buffer'
import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import { type Asn1, makeContext, makeDer, makeOid, makeTime, makeUtf8, readDer, TAG, writeDer } from './der'

/** An X.509 extension: its OID in dotted form, its content in DER. */
export interface Extension {
  readonly oid: string
  readonly critical?: boolean
  readonly value: Asn1
}

/** What a certificate says. Names are lists of attributes: `[['CN', 'activity']]`. */
export interface CertificateRequest {
  readonly subject: readonly (readonly [string, string])[]
  readonly issuer: readonly (readonly [string, string])[]
  readonly publicKey: KeyObject
  /** Hex without leading zeros. */
  readonly serial: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** Left out: a version 1 certificate, as the vendors' third-party leaves are (SPEC 3). */
  readonly extensions?: readonly Extension[]
}

const ATTRIBUTES: Record<string, string> = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' }
const RSA_SHA256 = { oid: '1.2.840.113549.1.1.11', digest: 'sha256', parameters: [makeDer(5, Buffer.alloc(0))] }
const ECDSA_SHA384 = { oid: '1.2.840.10045.4.3.3', digest: 'sha384', parameters: [] }

/**
 * Issues a certificate: for throw-away authorities, never for real ones.
 *
 * @param signer the issuer's private key, RSA (sha256WithRSAEncryption) or EC (ecdsa-with-SHA384)
 * @returns DER
 */
export function issueCertificate(request: CertificateRequest, signer: KeyObject): Buffer {
  const { extensions } = request
  const body = makeDer(TAG.SEQUENCE, [
    ...(extensions ? [makeContext(0, [makeDer(TAG.INTEGER, Buffer.from([2]))])] : []),
    makeInteger(request.serial),
    algorithmOf(signer),
    makeName(request.issuer),
    makeDer(TAG.SEQUENCE, [makeTime(request.notBefore), makeTime(request.notAfter)]),
    makeName(request.subject),
    readDer(createSpki(request.publicKey)),
    ...(extensions ? [makeContext(3, [makeDer(TAG.SEQUENCE, extensions.map(makeExtension))])] : []),
  ])
  return signBody(body, signer)
}

/**
 * Puts a signature on the body of a certificate or a revocation list.
 *
 * @returns DER of body, algorithm and signature
 */
export function signBody(body: Asn1, signer: KeyObject): Buffer {
  const signature = sign(schemeOf(signer).digest, writeDer(body), signer)
  return writeDer(
    makeDer(TAG.SEQUENCE, [
      body,
      algorithmOf(signer),
      makeDer(TAG.BITSTRING, Buffer.concat([Buffer.from([0]), signature])),
    ]),
  )
}

/** The AlgorithmIdentifier with which a key signs. */
export function algorithmOf(signer: KeyObject): Asn1 {
  const scheme = schemeOf(signer)
  return makeDer(TAG.SEQUENCE, [makeOid(scheme.oid), ...scheme.parameters])
}

/** A Name from its attributes, in UTF-8. */
export function makeName(attributes: readonly (readonly [string, string])[]): Asn1 {
  const sets = attributes.map(([label, value]) =>
    makeDer(TAG.SET, [makeDer(TAG.SEQUENCE, [makeOid(ATTRIBUTES[label] ?? label), makeUtf8(value)])]),
  )
  return makeDer(TAG.SEQUENCE, sets)
}

/** A positive INTEGER from hex. */
export function makeInteger(hex: string): Asn1 {
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  return makeDer(TAG.INTEGER, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

function schemeOf(signer: KeyObject) {
  return signer.asymmetricKeyType === 'ec' ? ECDSA_SHA384 : RSA_SHA256
}

function createSpki(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return publicKey.export({ type: 'spki', format: 'der' })
}

function makeExtension({ oid, critical, value }: Extension): Asn1 {
  const flag = critical ? [makeDer(TAG.BOOLEAN, Buffer.from([0xff]))] : []
  return makeDer(TAG.SEQUENCE, [makeOid(oid), ...flag, makeDer(TAG.OCTETSTRING, writeDer(value))])
}

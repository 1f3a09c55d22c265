import { Buffer } from 'node:buffer'
import { verify } from 'node:crypto'
import type { Certificate } from './certificate'
import { content, integerHex, isContext, oid, parts, readDer, TAG, time, writeDer } from './der'
import { type DistinguishedName, readName } from './name'
import { parsePem } from './pem'

/** A certificate revocation list (RFC 5280 5), read once. */
export interface RevocationList {
  readonly issuer: DistinguishedName
  readonly thisUpdate: Date
  readonly number: string | undefined
  /** Serial (upper-case hex) → when it was revoked. */
  readonly revoked: ReadonlyMap<string, Date>
  /** The signed bytes, the signature, and the digest that the algorithm names. */
  readonly signed: Buffer
  readonly signature: Buffer
  readonly digest: 'sha256' | 'sha384' | 'sha512'
}

const DIGESTS: Record<string, RevocationList['digest']> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const CRL_NUMBER = '2.5.29.20'

/**
 * Reads a revocation list from DER.
 *
 * @throws Error when the bytes are no list, or its signature algorithm is unknown
 */
export function readRevocationList(der: Uint8Array): RevocationList {
  const [signedPart, algorithm, signature] = parts(readDer(der))
  const fields = [...parts(signedPart)]
  if (fields[0]?.type === TAG.INTEGER) fields.shift()
  const [, issuer, thisUpdate] = fields
  const entries = fields.slice(3).find((field) => field.type === TAG.SEQUENCE && field.tagClass === 0)
  const digest = DIGESTS[oid(parts(algorithm)[0])]
  if (!signedPart || !digest) throw new Error('the list is signed with an algorithm that is not known here')
  return {
    issuer: readName(issuer),
    thisUpdate: time(thisUpdate),
    number: readNumber(fields),
    revoked: new Map(
      (entries ? parts(entries) : []).map((entry) => {
        const [serial, date] = parts(entry)
        return [integerHex(serial), time(date)]
      }),
    ),
    signed: writeDer(signedPart),
    signature: content(signature).subarray(1),
    digest,
  }
}

function readNumber(fields: ReturnType<typeof parts>): string | undefined {
  const extensions = fields.find((field) => isContext(field, 0))
  for (const extension of extensions ? parts(parts(extensions)[0]) : []) {
    const values = parts(extension)
    if (oid(values[0]) === CRL_NUMBER) return integerHex(readDer(content(values.at(-1))))
  }
  return undefined
}

/** True when the list was issued and signed by this certificate, which must be allowed to. */
export function isListOf(list: RevocationList, issuer: Certificate): boolean {
  return (
    list.issuer.key === issuer.subject.key &&
    (issuer.extensions.keyUsage?.has('cRLSign') ?? true) &&
    verify(list.digest, list.signed, issuer.publicKey, list.signature)
  )
}

/**
 * Reads a list that is PEM or DER.
 *
 * @throws Error when it is neither
 */
export function parseRevocationList(bytes: Uint8Array): RevocationList {
  if (bytes.length === 0) throw new Error('it is empty')
  const buffer = Buffer.from(bytes)
  // A DER list is a SEQUENCE.
  if (buffer[0] === 0x30) return readRevocationList(buffer)
  const block = parsePem(buffer.toString('latin1')).find(({ label }) => label === 'X509 CRL')
  if (!block) throw new Error('it is neither PEM nor DER')
  return readRevocationList(Buffer.from(block.base64, 'base64'))
}

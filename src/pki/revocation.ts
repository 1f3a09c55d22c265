import type { Buffer } from 'node:buffer'
import { verify } from 'node:crypto'
import type { Certificate } from './certificate'
import type { Chain } from './chain'
import { content, integerHex, isContext, oid, parts, readDer, TAG, time, writeDer } from './der'
import { type DistinguishedName, readName } from './name'

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

/** What a list says of a leaf. `unchecked` says why nobody knows, and must never pass for `good`. */
export type RevocationState =
  | { readonly state: 'good' | 'no-list' }
  | { readonly state: 'revoked'; readonly on: Date }
  | { readonly state: 'unchecked'; readonly reason: string }

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

/** True when the list was issued and signed by this certificate. */
export function isListOf(list: RevocationList, issuer: Certificate): boolean {
  return list.issuer.key === issuer.subject.key && verify(list.digest, list.signed, issuer.publicKey, list.signature)
}

/**
 * Looks a leaf up by issuer **and** serial: serials repeat between the vendors (SPEC 3).
 *
 * @param chain the leaf and its issuer, already verified
 */
export function checkRevocation(chain: Chain): RevocationState {
  const { revocationList } = chain.authority
  if (!revocationList) return { state: 'no-list' }
  try {
    const list = readRevocationList(revocationList)
    // Nextcloud's file holds two anchors and its list speaks for one of them; a leaf of the other has no list.
    if (list.issuer.key !== chain.issuer.subject.key)
      return { state: 'unchecked', reason: `the bundled list of ${chain.authority.name} is by another issuer` }
    if (!isListOf(list, chain.issuer)) return { state: 'unchecked', reason: 'the signature of the list is wrong' }
    const on = list.revoked.get(chain.leaf.serial)
    return on ? { state: 'revoked', on } : { state: 'good' }
  } catch (error) {
    return {
      state: 'unchecked',
      reason: `the list can not be read (${error instanceof Error ? error.message : error})`,
    }
  }
}

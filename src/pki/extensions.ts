import { type Asn1, content, isContext, oid, parts, readDer, TAG } from './der'

/** What a certificate says of its own use (RFC 5280 4.2.1). A version 1 certificate says nothing. */
export interface Extensions {
  /** basicConstraints; undefined when there are none. */
  readonly ca: boolean | undefined
  readonly pathLength: number | undefined
  /** Names of the bits that are set; undefined when the extension is absent. */
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined
  /** OIDs; undefined when the extension is absent. */
  readonly extendedKeyUsage: ReadonlySet<string> | undefined
}

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

export const OID = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  codeSigning: '1.3.6.1.5.5.7.3.3',
} as const

/**
 * Reads the extensions of a certificate.
 *
 * @param fields the parts of its TBSCertificate
 * @throws Error when they are damaged
 */
export function readExtensions(fields: readonly Asn1[]): Extensions {
  const values = new Map<string, Asn1>()
  const list = fields.find((field) => isContext(field, 3))
  for (const extension of list ? parts(parts(list)[0]) : []) {
    const members = parts(extension)
    const name = oid(members[0])
    if (values.has(name)) throw new Error(`the extension ${name} stands twice`)
    values.set(name, readDer(content(members.at(-1))))
  }
  const basic = values.get(OID.basicConstraints)
  const usage = values.get(OID.keyUsage)
  const extended = values.get(OID.extendedKeyUsage)
  const [ca, pathLength] = basic ? readBasicConstraints(basic) : []
  return {
    ca,
    pathLength,
    keyUsage: usage && readKeyUsage(usage),
    extendedKeyUsage: extended && new Set(parts(extended).map((purpose) => oid(purpose))),
  }
}

function readBasicConstraints(value: Asn1): [boolean, number | undefined] {
  const members = parts(value)
  const ca = members.find((member) => member.type === TAG.BOOLEAN)
  const length = members.find((member) => member.type === TAG.INTEGER)
  return [ca !== undefined && content(ca)[0] !== 0, length && Number.parseInt(content(length).toString('hex'), 16)]
}

function readKeyUsage(value: Asn1): Set<KeyUsage> {
  const bits = content(value).subarray(1)
  return new Set(KEY_USAGES.filter((_, bit) => ((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1))
}

import { type Asn1, oid, parts, text, writeDer } from './der'

/** A distinguished name: its bytes for comparing, its attributes for reading. */
export interface DistinguishedName {
  /** DER in hex: two names are the same when this is. */
  readonly key: string
  /** Every commonName, in order. The servers expect exactly one. */
  readonly commonNames: readonly string[]
  /** `C=DE, O=Test, CN=activity`, for people. */
  readonly text: string
}

const LABELS: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

/**
 * Reads a Name (RFC 5280 4.1.2.4).
 *
 * @throws Error when the value is not a sequence of sets of attributes
 */
export function readName(value: Asn1 | undefined): DistinguishedName {
  const attributes = parts(value)
    .flatMap((set) => parts(set))
    .map((attribute) => {
      const [type, data] = parts(attribute)
      return { label: LABELS[oid(type)] ?? oid(type), text: text(data) }
    })
  return {
    key: writeDer(value as Asn1).toString('hex'),
    commonNames: attributes.filter(({ label }) => label === 'CN').map((attribute) => attribute.text),
    text: attributes.map((attribute) => `${attribute.label}=${attribute.text}`).join(', '),
  }
}

import { Buffer } from 'node:buffer'
import type { asn1 as Asn1Types } from 'node-forge'
import asn1 from 'node-forge/lib/asn1.js'

export type Asn1 = Asn1Types.Asn1

/** Tag classes and universal types, as numbers, so that callers need not load the ASN.1 library themselves. */
export const TAG = {
  CONTEXT: 0x80,
  BOOLEAN: 1,
  INTEGER: 2,
  BITSTRING: 3,
  OCTETSTRING: 4,
  OID: 6,
  SEQUENCE: 16,
  SET: 17,
}
const BMPSTRING = 30
const UTCTIME = 23
const GENERALIZEDTIME = 24

/**
 * Reads one DER value that fills the given bytes.
 *
 * @throws Error when the bytes are not DER, or when something follows the value
 */
export function readDer(der: Uint8Array): Asn1 {
  return asn1.fromDer(Buffer.from(der).toString('latin1'), {
    strict: true,
    parseAllBytes: true,
    decodeBitStrings: false,
  })
}

/** The DER bytes of a value that was read or made. */
export function writeDer(value: Asn1): Buffer {
  return Buffer.from(asn1.toDer(value).getBytes(), 'latin1')
}

/**
 * The parts of a constructed value.
 *
 * @throws Error when the value is primitive
 */
export function parts(value: Asn1 | undefined): Asn1[] {
  if (!value || !Array.isArray(value.value)) throw new Error('DER: a constructed value was expected')
  return value.value
}

/**
 * The content bytes of a primitive value.
 *
 * @throws Error when the value is constructed
 */
export function content(value: Asn1 | undefined): Buffer {
  if (!value || typeof value.value !== 'string') throw new Error('DER: a primitive value was expected')
  return Buffer.from(value.value, 'latin1')
}

/** An INTEGER as upper-case hex without leading zeros (`1000`, `10BB`), the way the authorities write serials. */
export function integerHex(value: Asn1 | undefined): string {
  return content(value)
    .toString('hex')
    .replace(/^0+(?=.)/, '')
    .toUpperCase()
}

/** An OBJECT IDENTIFIER in dotted form. */
export function oid(value: Asn1 | undefined): string {
  return asn1.derToOid(content(value).toString('latin1'))
}

/** A directory string as text, whatever its type. */
export function text(value: Asn1 | undefined): string {
  const bytes = content(value)
  return value?.type === (BMPSTRING as Asn1['type'])
    ? Buffer.from(bytes).swap16().toString('utf16le')
    : bytes.toString('utf8')
}

/**
 * A UTCTime or GeneralizedTime.
 *
 * @throws Error when the value is neither, or no date
 */
export function time(value: Asn1 | undefined): Date {
  const digits = content(value).toString('latin1')
  const date =
    value?.type === (UTCTIME as Asn1['type'])
      ? asn1.utcTimeToDate(digits)
      : value?.type === (GENERALIZEDTIME as Asn1['type'])
        ? asn1.generalizedTimeToDate(digits)
        : undefined
  if (!date || Number.isNaN(date.getTime())) throw new Error('DER: a time was expected')
  return date
}

/** True for the context-specific value with this number, as in `[0] EXPLICIT`. */
export function isContext(value: Asn1 | undefined, number: number): boolean {
  return value?.tagClass === TAG.CONTEXT && (value.type as number) === number
}

/** A DER value of a universal type around content bytes, or around the parts of a constructed one. */
export function makeDer(type: number, value: Uint8Array | readonly Asn1[]): Asn1 {
  const constructed = Array.isArray(value)
  return asn1.create(0, type, constructed, constructed ? value : Buffer.from(value as Uint8Array).toString('latin1'))
}

/** A context-specific constructed value, as in `[0] EXPLICIT`. */
export function makeContext(number: number, value: readonly Asn1[]): Asn1 {
  return asn1.create(TAG.CONTEXT, number, true, [...value])
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function makeOid(dotted: string): Asn1 {
  return asn1.create(0, TAG.OID, false, asn1.oidToDer(dotted).getBytes())
}

/** A UTF8String. */
export function makeUtf8(value: string): Asn1 {
  return makeDer(12, Buffer.from(value))
}

/** A UTCTime until 2049, a GeneralizedTime after (RFC 5280 4.1.2.5). */
export function makeTime(date: Date): Asn1 {
  return date.getUTCFullYear() < 2050
    ? asn1.create(0, UTCTIME, false, asn1.dateToUtcTime(date))
    : asn1.create(0, GENERALIZEDTIME, false, asn1.dateToGeneralizedTime(date))
}

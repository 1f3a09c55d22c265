import { Buffer } from 'node:buffer'
import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import { type Asn1, integerHex, isContext, parts, readDer, time } from './der'
import { type Extensions, readExtensions } from './extensions'
import { type DistinguishedName, readName } from './name'
import { isCutOff, type PemBlock, parsePem, unwrapPem } from './pem'

/** An X.509 certificate, read once. */
export interface Certificate {
  readonly der: Buffer
  readonly x509: X509Certificate
  readonly publicKey: KeyObject
  /** Upper-case hex without leading zeros. Unique only together with the issuer (SPEC 3). */
  readonly serial: string
  readonly subject: DistinguishedName
  readonly issuer: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: Extensions
}

/**
 * Reads a certificate from DER bytes. No extension is demanded: the vendors' third-party leaves are version 1 (SPEC 3).
 *
 * @throws Error when the bytes are no certificate, or a public key that this runtime does not know
 */
export function readCertificate(der: Uint8Array): Certificate {
  const bytes = Buffer.from(der)
  const x509 = new X509Certificate(bytes)
  const fields = parts(parts(readDer(bytes))[0])
  const first = isContext(fields[0], 0) ? 1 : 0
  const [notBefore, notAfter] = parts(fields[first + 3]).map((value: Asn1) => time(value))
  if (!notBefore || !notAfter) throw new Error('the validity has no two dates')
  return {
    der: bytes,
    x509,
    publicKey: x509.publicKey,
    serial: integerHex(fields[first]),
    issuer: readName(fields[first + 2]),
    notBefore,
    notAfter,
    subject: readName(fields[first + 4]),
    extensions: readExtensions(fields),
  }
}

/**
 * Every certificate of a PEM text, in its order.
 *
 * @throws Error when a block is no certificate
 */
export function readCertificates(pem: string): Certificate[] {
  return certificateBlocks(pem).map((block) => readCertificate(Buffer.from(block.base64, 'base64')))
}

/**
 * The certificates of a text that a user gave, or an error that says what the text is instead.
 *
 * @param text PEM in any of the shapes that `unwrapPem` knows
 * @param input the input's name, for the message
 * @returns at least one certificate
 * @throws AppsignError CERTIFICATE_INVALID
 */
export function parseCertificates(text: string, input: string): Certificate[] {
  const fail = (what: string, cause?: unknown) => new AppsignError('CERTIFICATE_INVALID', `${input} ${what}`, cause)
  const labels = parsePem(text).map((block) => block.label)
  // Before anything else, even beside a certificate: where it stands now, nothing masks it.
  if (labels.some((label) => label.includes('PRIVATE KEY')))
    throw fail(
      labels.length > 1
        ? 'holds a private key beside the certificate. Take the key out, put it into a secret and pass it as private-key; if this value was ever committed or printed, have its certificate revoked.'
        : 'is a private key, not a certificate. Put the key into a secret and pass it as private-key; if this value was ever committed or printed, have its certificate revoked.',
    )
  if (isCutOff(text)) throw fail('is cut off: there is no -----END CERTIFICATE----- line. Copy the whole file again.')
  if (certificateBlocks(text).length === 0) {
    if (labels.some((label) => label.includes('CERTIFICATE REQUEST')))
      throw fail(
        'is a certificate request (CSR), not a certificate. Send the request to the vendor and use the .crt file that comes back.',
      )
    if (labels.length > 0)
      throw fail(`is a ${labels[0]?.toLowerCase()}, not a certificate. Use the .crt file that the vendor sent you.`)
    if (/<(!doctype|html|head|body)\b/i.test(text))
      throw fail('is an HTML page, not a certificate. Download the raw file (on GitHub: the Raw button).')
    throw fail('is neither PEM text (-----BEGIN CERTIFICATE-----) nor the path of such a file.')
  }
  try {
    return readCertificates(text)
  } catch (error) {
    throw fail(
      'can not be read as an X.509 certificate: its content is damaged or cut off. Copy the whole file again.',
      error,
    )
  }
}

function certificateBlocks(text: string): PemBlock[] {
  return parsePem(text).filter((block) => /^(X509 |TRUSTED )?CERTIFICATE$/.test(block.label))
}

/** True when the text holds armour of any kind, and so is not a file's path. */
export function looksLikePem(text: string): boolean {
  return unwrapPem(text).includes('-----BEGIN ')
}

/** SHA-256 over the DER of a public key (SPKI), lower-case hex: the same for a private key and its certificate. */
export function fingerprint(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

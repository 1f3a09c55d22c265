import type { Buffer } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppsignError, errnoOf, quoted, reasonOf } from '../findings/errors'
import { type Certificate, looksLikePem, parseCertificates } from './certificate'

/** Bytes. A bundle of a hundred certificates needs half of it. */
const MAX_FILE_SIZE = 256 * 1024

/**
 * Certificates from an input that takes PEM text or a file's path.
 *
 * @param value PEM in any of the shapes that `unwrapPem` knows, or the path of a PEM or DER file
 * @param input the input's name, for messages
 * @param base absolute path of the folder that a relative path starts from
 * @returns at least one certificate
 * @throws AppsignError CERTIFICATE_INVALID
 */
export function loadCertificates(value: string, input: string, base: string): Certificate[] {
  if (looksLikePem(value) || /^\s*</.test(value)) return parseCertificates(value, input)
  if (value.includes('\n') || value.length > 4096)
    throw fail(`${input} is neither PEM text (-----BEGIN CERTIFICATE-----) nor the path of such a file.`)
  // A key whose armour was lost looks like this, and must not be quoted.
  if (/^[A-Za-z0-9+/=\s\\]{100,}$/.test(value))
    throw fail(
      `${input} looks like base64 without its armour. Give the whole file, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----; if it is a private key, it belongs into a secret and into private-key.`,
    )
  const path = resolve(base, value)
  const bytes = readInput(path, `${input} "${quoted(value)}"`, input)
  // A DER file is a SEQUENCE; PEM begins with a hyphen or a comment.
  const text = bytes[0] === 0x30 ? pemOf(bytes) : bytes.toString('latin1')
  return parseCertificates(text, `${input} "${quoted(value)}"`)
}

function readInput(path: string, name: string, input: string): Buffer {
  try {
    const stat = statSync(path)
    if (!stat.isFile()) throw fail(`${name} is not a file. Give the path of the .crt file, or its text.`)
    if (stat.size > MAX_FILE_SIZE)
      throw fail(`${name} is larger than ${MAX_FILE_SIZE / 1024} KiB, and so no certificate.`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof AppsignError) throw error
    if (errnoOf(error) === 'ENOENT')
      throw fail(
        `${name} is not PEM text, and there is no such file. Give the text of the certificate, or its path relative to the workspace as ${input}.`,
        error,
      )
    throw fail(`${name} can not be read: ${reasonOf(error)}`, error)
  }
}

function pemOf(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----`
}

function fail(message: string, cause?: unknown): AppsignError {
  return new AppsignError('CERTIFICATE_INVALID', message, cause)
}

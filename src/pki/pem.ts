import { Buffer } from 'node:buffer'

/** One armoured block: `-----BEGIN label-----`, its RFC 1421 headers if any, and its content. */
export interface PemBlock {
  readonly label: string
  /** `Proc-Type` and `DEK-Info` of a key encrypted the old way, else empty. */
  readonly headers: readonly string[]
  /** Base64 without line breaks; may be damaged, which whoever parses the DER will notice. */
  readonly base64: string
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+?)-----(.*?)-----END \1-----/gs
const BEGIN = /-----BEGIN [A-Z0-9 ]+?-----/
const BEGINS = new RegExp(BEGIN, 'g')

/**
 * The PEM text that was meant, from what secrets and inputs look like in practice: with literal `\n`, with blanks for
 * line breaks, indented, quoted, with a byte order mark, or as base64 of the whole.
 *
 * @param text as the user gave it
 * @returns PEM-like text, or the trimmed text itself where no armour can be found
 */
export function unwrapPem(text: string): string {
  const plain = text.replace(/(?<!\\)\\+(?:r\\+n|n|r)/g, '\n').trim()
  if (BEGIN.test(plain)) return plain
  const bare = plain.replace(/[\s"']/g, '')
  if (bare.length > 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(bare)) {
    const decoded = Buffer.from(bare, 'base64').toString('latin1')
    if (BEGIN.test(decoded)) return unwrapPem(decoded)
  }
  return plain
}

/**
 * Every complete armoured block of a text.
 *
 * @param text PEM in any of the shapes that `unwrapPem` knows
 * @returns the blocks in their order; empty when there is none
 */
export function parsePem(text: string): PemBlock[] {
  const blocks: PemBlock[] = []
  for (const match of unwrapPem(text).matchAll(BLOCK)) {
    const headers: string[] = []
    const body = (match[2] ?? '')
      .replace(/Proc-Type:\s*4,\s*ENCRYPTED/i, () => {
        headers.push('Proc-Type: 4,ENCRYPTED')
        return ' '
      })
      .replace(/DEK-Info:\s*([A-Za-z0-9-]+),\s*([0-9A-Fa-f]+)/i, (_, cipher: string, iv: string) => {
        headers.push(`DEK-Info: ${cipher.toUpperCase()},${iv.toUpperCase()}`)
        return ' '
      })
    blocks.push({ label: match[1] ?? '', headers, base64: body.replace(/[\s"'\\]/g, '') })
  }
  return blocks
}

/** Characters. A certificate has 2,000; what is longer is none. */
const MAX_ENVELOPE_PEM = 64 * 1024
const STRICT = /^\s*-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n ]+)-----END CERTIFICATE-----\s*$/

/**
 * A certificate from a signature.json, as strictly as the servers read it: what `unwrapPem` forgives in a secret, no server
 * forgives there.
 *
 * @returns DER, or undefined when a server could not load it
 */
export function decodeEnvelopePem(text: string): Buffer | undefined {
  const body = text.length <= MAX_ENVELOPE_PEM ? STRICT.exec(text)?.[1] : undefined
  return body === undefined ? undefined : Buffer.from(body.replace(/[\r\n ]/g, ''), 'base64')
}

/** True when a block was begun and never ended: the text was cut off. */
export function isCutOff(text: string): boolean {
  return (unwrapPem(text).match(BEGINS)?.length ?? 0) > parsePem(text).length
}

/**
 * Armoured text again, in the one exact form that a library expects.
 *
 * @param block the block
 * @param eol line end inside and behind the text; `'\r\n'` for the legacy format, which has none behind (SPEC 3)
 */
export function formatPem(block: PemBlock, eol = '\n'): string {
  const lines = block.base64.match(/.{1,64}/g) ?? []
  const headers = block.headers.length > 0 ? [...block.headers, ''] : []
  return [`-----BEGIN ${block.label}-----`, ...headers, ...lines, `-----END ${block.label}-----`].join(eol)
}

import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import type { Finding } from '../findings/finding'

/** Bytes. A file below this size is shown whole to whoever looks for keys; no key file is larger. */
export const INSPECTED_SIZE = 1024 * 1024

/** Is shown a small file's content while that is in memory anyway. The content must not be kept. */
export type Inspect = (path: string, content: Buffer) => void

const MARK = Buffer.from('PRIVATE KEY-----')
const BEGIN = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/

/** Digits of base64 between the armour's lines: a program that merely has the words in it holds no key. */
const KEY_BODY = /^[A-Za-z0-9+/=]{40,}$/

/** Bytes. The base64 of an RSA-4096 key's PEM has 5 KB; in a larger file only armoured keys are looked for. */
const MAX_KEY_FILE = 16 * 1024

/** Digits of base64 that are compared: enough that they are nowhere by chance. */
const SAMPLE = 48

/** What is found in a file: the key that signs, or any other private key. */
export type KeyCode = 'SIGNING_KEY' | 'PRIVATE_KEY'

/** Parts of the key that signs by which it is known: plain bytes, so that they may go to another thread. Secret. */
export type KeySamples = readonly Uint8Array[]

/**
 * Looks for private keys in files, by content.
 *
 * @param findings where to put what is found
 * @param key the key that signs, so that its own file is found in forms that are no armour, too
 */
export function lookForKeys(findings: Finding[], key?: KeyObject): Inspect {
  const samples = keySamples(key)
  return (path, content) => {
    const code = findKey(content, samples)
    if (code) findings.push(keyFinding(code, path))
  }
}

/**
 * Looks for a private key in a file.
 *
 * @param content all of the file, below INSPECTED_SIZE
 * @param samples of the key that signs (`keySamples`)
 */
export function findKey(content: Buffer, samples: KeySamples): KeyCode | undefined {
  if (content.length <= MAX_KEY_FILE && holdsSample(content, samples)) return 'SIGNING_KEY'
  return content.includes(MARK) && holdsKey(content.toString('latin1')) ? 'PRIVATE_KEY' : undefined
}

/** What is said of a file in which a key was found. */
export function keyFinding(code: KeyCode, path: string): Finding {
  return code === 'SIGNING_KEY' ? signingKey(path) : privateKey(path)
}

function holdsSample(content: Buffer, samples: KeySamples): boolean {
  if (samples.length === 0) return false
  const inside = unwrapBase64(content)
  return samples.some((sample) => content.includes(sample as Buffer) || inside?.includes(sample as Buffer))
}

function holdsKey(text: string): boolean {
  const [, ...bodies] = text.replaceAll('\\n', '\n').split(BEGIN)
  return bodies.some((body) => {
    const end = body.indexOf('-----END')
    const lines = body
      .slice(0, Math.max(end, 0))
      .split('\n')
      .filter((line) => !line.includes(': '))
    return KEY_BODY.test(lines.join('').replace(/[\s"'+.,;]|\\r/g, ''))
  })
}

/** What a file is that is base64 and nothing else, in lines of any length: a key in DER, or the text of its PEM. */
function unwrapBase64(content: Buffer): Buffer | undefined {
  // Most files show by their first word that they are something else.
  if (!/^\s*[A-Za-z0-9+/]{40}/.test(content.toString('latin1', 0, 2 * SAMPLE))) return undefined
  const digits = content.toString('latin1').replace(/\s/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(digits) ? Buffer.from(digits, 'base64') : undefined
}

/** A part of each encoding of the key in which its secret stands, as bytes and as a line of base64; none without a key. */
export function keySamples(key?: KeyObject): KeySamples {
  if (!key) return []
  const ders = [key.export({ type: 'pkcs8', format: 'der' })]
  if (key.asymmetricKeyType === 'rsa') ders.push(key.export({ type: 'pkcs1', format: 'der' }))
  if (key.asymmetricKeyType === 'ec') ders.push(key.export({ type: 'sec1', format: 'der' }))
  return ders.flatMap((der) => {
    const base64 = der.toString('base64')
    // A whole line of 64, from the middle, where the secret numbers stand; the end is the public half of an EC key.
    const line = base64.slice(64 * Math.floor(base64.length / 128), 64 * Math.floor(base64.length / 128) + SAMPLE)
    const middle = Math.floor(der.length / 2)
    return key.asymmetricKeyType === 'ec'
      ? [der.subarray(0, SAMPLE), Buffer.from(base64.slice(0, 64))]
      : [der.subarray(middle, middle + SAMPLE), Buffer.from(line)]
  })
}

function privateKey(path: string): Finding {
  return {
    code: 'PRIVATE_KEY',
    severity: 'error',
    path,
    message: `"${path}" holds a private key: everyone who downloads the app would have it.`,
    hint: 'Remove it, or name it in exclude. If it was ever published, have its certificate revoked.',
  }
}

function signingKey(path: string): Finding {
  return {
    ...privateKey(path),
    code: 'SIGNING_KEY',
    message: `"${path}" holds the very key that signs this app.`,
  }
}

import { Buffer } from 'node:buffer'
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import { formatPem, isCutOff, type PemBlock, parsePem, unwrapPem } from './pem'

const REMEDY = 'Put the whole content of the .key file, from -----BEGIN to -----END, into the secret.'

/**
 * Reads a private key from what a secret holds.
 *
 * @param secret PKCS#8, PKCS#1 or SEC1 as PEM, encrypted or not, in any of the shapes that `unwrapPem` knows
 * @param passphrase for an encrypted key
 * @returns the key; whether its kind fits is for the signature scheme to say
 * @throws AppsignError KEY_INVALID or KEY_PASSPHRASE; no message holds a word of the key
 */
export function parsePrivateKey(secret: string, passphrase?: string): KeyObject {
  const block = privateKeyBlock(secret)
  const encrypted = isEncrypted(block)
  if (encrypted && !passphrase) {
    throw new AppsignError(
      'KEY_PASSPHRASE',
      'private-key is encrypted and private-key-passphrase is empty. Pass the passphrase from a secret of its own, or store the key without one (openssl pkey -in app.key -out plain.key).',
    )
  }
  try {
    return createPrivateKey({ key: formatPem(block), format: 'pem', ...(encrypted ? { passphrase } : {}) })
  } catch (error) {
    if (!encrypted)
      throw new AppsignError(
        'KEY_INVALID',
        `private-key is damaged or cut off: its content is no key. ${REMEDY}`,
        error,
      )
    // Without the name of a library it is what a wrong passphrase decrypts to that OpenSSL can not read as a key.
    if (/^ERR_OSSL_.+_UNSUPPORTED/.test(String((error as NodeJS.ErrnoException).code)))
      throw new AppsignError(
        'KEY_INVALID',
        'private-key is encrypted with a cipher that is no longer supported. Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in app.key -out new.key',
        error,
      )
    throw new AppsignError(
      'KEY_PASSPHRASE',
      'private-key can not be decrypted: private-key-passphrase is wrong, or the key is damaged.',
      error,
    )
  }
}

function privateKeyBlock(secret: string): PemBlock {
  const fail = (what: string) => new AppsignError('KEY_INVALID', `private-key ${what}`)
  const blocks = parsePem(secret)
  const keys = blocks.filter((block) => block.label.endsWith('PRIVATE KEY'))
  const [key] = keys
  if (keys.length > 1)
    throw fail('holds more than one private key. Put only the one that belongs to the certificate into the secret.')
  if (key?.label === 'OPENSSH PRIVATE KEY')
    throw fail('is an SSH key. Use the key that made the certificate request (openssl req), not one from ssh-keygen.')
  if (key) return key
  const label = blocks[0]?.label
  if (label) throw fail(`holds a ${label.toLowerCase()}, not a private key. ${REMEDY}`)
  if (isCutOff(secret)) throw fail(`is cut off: there is no -----END line. ${REMEDY}`)
  const der = bareDer(secret)
  if (der) return { label: 'PRIVATE KEY', headers: [], base64: der }
  if (/^[\w./~-]{1,200}$/.test(secret.trim()) && /[./]/.test(secret))
    throw fail(
      'looks like a file name. It takes the key itself, from a secret: private-key: ${{ secrets.APP_PRIVATE_KEY }}',
    )
  throw fail(`is not a private key in PEM form. ${REMEDY}`)
}

/** The base64 of a PKCS#8 key whose armour was left out, if that is what the text is. */
function bareDer(secret: string): string | undefined {
  const bare = unwrapPem(secret).replace(/[\s"']/g, '')
  if (!/^MI[A-Za-z0-9+/]+={0,2}$/.test(bare)) return undefined
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    try {
      const key = createPrivateKey({ key: Buffer.from(bare, 'base64'), format: 'der', type })
      return key.export({ type: 'pkcs8', format: 'der' }).toString('base64')
    } catch {
      // Not of this type: the next one is tried, and the caller says that none fitted.
    }
  }
  return undefined
}

function isEncrypted(block: PemBlock): boolean {
  return block.label === 'ENCRYPTED PRIVATE KEY' || block.headers.length > 0
}

/** The public half of a private key. */
export function publicKeyOf(key: KeyObject): KeyObject {
  return createPublicKey(key)
}

/**
 * Every form in which a secret key could show up in a log, to be masked before the key is first used: as given, decoded,
 * in one line, with literal `\n`, and each line of its armour.
 *
 * @param secret the input as given
 * @param key the parsed key, once there is one: its unencrypted encodings are added
 */
export function maskedForms(secret: string, key?: KeyObject): string[] {
  const texts = [secret, secret.trim(), unwrapPem(secret)]
  if (key) {
    texts.push(key.export({ type: 'pkcs8', format: 'pem' }).toString())
    if (key.asymmetricKeyType === 'rsa') texts.push(key.export({ type: 'pkcs1', format: 'pem' }).toString())
    if (key.asymmetricKeyType === 'ec') texts.push(key.export({ type: 'sec1', format: 'pem' }).toString())
  }
  const forms = new Set<string>()
  for (const text of texts) {
    forms.add(text)
    for (const line of text.split(/\r?\n|\\n/)) if (!line.includes('-----')) forms.add(line.trim())
    for (const block of parsePem(text)) {
      const pem = formatPem(block)
      forms
        .add(pem)
        .add(block.base64)
        .add(pem.replaceAll('\n', '\\n'))
        .add(Buffer.from(pem).toString('base64'))
        .add(Buffer.from(`${pem}\n`).toString('base64'))
      for (const line of pem.split('\n')) if (!line.includes('-----')) forms.add(line)
    }
  }
  // Shorter than this, a mask would only blot out ordinary words of the log.
  return [...forms].filter((form) => form.length >= 8)
}

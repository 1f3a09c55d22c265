import { Buffer } from 'node:buffer'
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/pki/certificate'
import { maskedForms, parsePrivateKey, publicKeyOf } from '../../src/pki/key'
import { armour, issue, keyPem, makeRequest, rsaKey } from '../helpers/certificates'
import { errorOf } from '../helpers/errors'

const PASSPHRASE = ' pass phrase ü'
const rsa = rsaKey('leaf')
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey

function exportPem(key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', cipher?: string): string {
  const encryption = cipher ? { cipher, passphrase: PASSPHRASE } : {}
  return key.export({ type: type as 'pkcs8', format: 'pem', ...encryption }).toString()
}

const FORMS: { name: string; key: KeyObject; pem: string; encrypted?: true }[] = [
  { name: 'RSA PKCS#8', key: rsa, pem: exportPem(rsa, 'pkcs8') },
  { name: 'RSA PKCS#8 encrypted (PBES2)', key: rsa, pem: exportPem(rsa, 'pkcs8', 'aes-256-cbc'), encrypted: true },
  { name: 'RSA PKCS#1', key: rsa, pem: exportPem(rsa, 'pkcs1') },
  { name: 'RSA PKCS#1 encrypted (DEK-Info)', key: rsa, pem: exportPem(rsa, 'pkcs1', 'aes-128-cbc'), encrypted: true },
  { name: 'RSA PKCS#1 encrypted (3DES)', key: rsa, pem: exportPem(rsa, 'pkcs1', 'des-ede3-cbc'), encrypted: true },
  { name: 'EC PKCS#8', key: ec, pem: exportPem(ec, 'pkcs8') },
  { name: 'EC PKCS#8 encrypted (PBES2)', key: ec, pem: exportPem(ec, 'pkcs8', 'aes-128-cbc'), encrypted: true },
  { name: 'EC SEC1', key: ec, pem: exportPem(ec, 'sec1') },
  { name: 'EC SEC1 encrypted (DEK-Info)', key: ec, pem: exportPem(ec, 'sec1', 'aes-256-cbc'), encrypted: true },
]

const SHAPES: Record<string, (pem: string) => string> = {
  'as it is': (pem) => pem,
  'without a newline at the end': (pem) => pem.trimEnd(),
  'with CRLF': (pem) => pem.replaceAll('\n', '\r\n'),
  'with literal \\n': (pem) => pem.replaceAll('\n', '\\n'),
  'with literal \\r\\n': (pem) => pem.replaceAll('\n', '\\r\\n'),
  'with literal \\\\n': (pem) => pem.replaceAll('\n', '\\\\n'),
  'with blanks for line breaks': (pem) => pem.trimEnd().replaceAll('\n', ' '),
  indented: (pem) => pem.replace(/^/gm, '      '),
  'with blanks at the line ends': (pem) => pem.replaceAll('\n', '  \n'),
  'in double quotes': (pem) => `"${pem}"`,
  'in single quotes, with literal \\n': (pem) => `'${pem.replaceAll('\n', '\\n')}'`,
  'as base64 of the whole': (pem) => Buffer.from(pem).toString('base64'),
  'as base64 in lines of 76': (pem) => Buffer.from(pem).toString('base64').replace(/.{76}/g, '$&\n'),
  'as base64 in quotes': (pem) => `"${Buffer.from(pem).toString('base64')}"`,
  'with a byte order mark': (pem) => `\ufeff${pem}`,
  'as base64 with a byte order mark inside': (pem) => Buffer.from(`\ufeff${pem}`).toString('base64'),
  'with text around it': (pem) => `Bag Attributes\n  friendlyName: x\n${pem}\nend`,
}

describe('parsePrivateKey reads', () => {
  for (const form of FORMS) {
    for (const [shape, wrap] of Object.entries(SHAPES)) {
      it(`${form.name} ${shape}`, () => {
        const key = parsePrivateKey(wrap(form.pem), form.encrypted && PASSPHRASE)
        expect(key.type).toBe('private')
        expect(fingerprint(publicKeyOf(key))).toBe(fingerprint(createPublicKey(form.key)))
      })
    }
  }

  for (const form of FORMS.filter(({ encrypted }) => !encrypted)) {
    it(`${form.name} without its armour`, () => {
      const bare = form.pem.replace(/-----[A-Z ]+-----/g, '')
      expect(fingerprint(publicKeyOf(parsePrivateKey(bare)))).toBe(fingerprint(createPublicKey(form.key)))
    })
  }

  it('a key with EC parameters in front', () => {
    const text = `-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n${exportPem(ec, 'sec1')}`
    expect(parsePrivateKey(text).asymmetricKeyType).toBe('ec')
  })

  it('an open key although a passphrase was given', () => {
    expect(parsePrivateKey(keyPem(rsa), 'not needed').asymmetricKeyType).toBe('rsa')
  })
})

const plain = exportPem(rsa, 'pkcs8')
const pbes2 = exportPem(rsa, 'pkcs8', 'aes-256-cbc')
const dek = exportPem(rsa, 'pkcs1', 'aes-128-cbc')
const lines = plain.split('\n')
const publicPem = createPublicKey(rsa).export({ type: 'spki', format: 'pem' }).toString()
const ssh = armour('OPENSSH PRIVATE KEY', Buffer.from(`openssh-key-v1\0${'secret bytes '.repeat(20)}`))

const REFUSED: { name: string; secret: string; passphrase?: string; code: string; says: RegExp }[] = [
  { name: 'nothing', secret: '', code: 'KEY_INVALID', says: /not a private key in PEM form/ },
  { name: 'other text', secret: 'hello world', code: 'KEY_INVALID', says: /not a private key in PEM form/ },
  { name: 'a file name', secret: 'certs/app.key', code: 'KEY_INVALID', says: /looks like a file name/ },
  {
    name: 'a certificate',
    secret: armour('CERTIFICATE', issue().der),
    code: 'KEY_INVALID',
    says: /holds a certificate, not/,
  },
  {
    name: 'a certificate request',
    secret: armour('CERTIFICATE REQUEST', makeRequest(rsa)),
    code: 'KEY_INVALID',
    says: /holds a certificate request, not/,
  },
  { name: 'a public key', secret: publicPem, code: 'KEY_INVALID', says: /holds a public key, not/ },
  { name: 'no end line', secret: lines.slice(0, -2).join('\n'), code: 'KEY_INVALID', says: /no -----END line/ },
  { name: 'half an end line', secret: plain.slice(0, -12), code: 'KEY_INVALID', says: /no -----END line/ },
  {
    name: 'no begin line',
    secret: lines.slice(1).join('\n'),
    code: 'KEY_INVALID',
    says: /not a private key in PEM form/,
  },
  {
    name: 'lines lost in the middle',
    secret: lines.toSpliced(4, 3).join('\n'),
    code: 'KEY_INVALID',
    says: /damaged or cut off/,
  },
  {
    name: 'nothing but armour',
    secret: `${lines[0]}\n${lines.at(-2)}\n`,
    code: 'KEY_INVALID',
    says: /damaged or cut off/,
  },
  {
    name: 'half of a key without its armour',
    secret: lines.slice(1, 9).join(''),
    code: 'KEY_INVALID',
    says: /PEM form/,
  },
  { name: 'an SSH key', secret: ssh, code: 'KEY_INVALID', says: /SSH key/ },
  { name: 'two keys', secret: plain + keyPem(rsaKey('other')), code: 'KEY_INVALID', says: /more than one/ },
  { name: 'PBES2 without a passphrase', secret: pbes2, code: 'KEY_PASSPHRASE', says: /passphrase is empty/ },
  { name: 'DEK-Info without a passphrase', secret: dek, code: 'KEY_PASSPHRASE', says: /passphrase is empty/ },
  { name: 'an empty passphrase', secret: pbes2, passphrase: '', code: 'KEY_PASSPHRASE', says: /passphrase is empty/ },
  { name: 'PBES2, wrong passphrase', secret: pbes2, passphrase: 'wrong', code: 'KEY_PASSPHRASE', says: /is wrong/ },
  { name: 'DEK-Info, wrong passphrase', secret: dek, passphrase: 'wrong', code: 'KEY_PASSPHRASE', says: /is wrong/ },
  {
    name: 'a cipher that nobody knows',
    secret: dek.replace('AES-128-CBC', 'IDEA-CBC-OLD'),
    passphrase: PASSPHRASE,
    code: 'KEY_INVALID',
    says: /no longer supported/,
  },
]

describe('parsePrivateKey refuses', () => {
  for (const { name, secret, passphrase, code, says } of REFUSED) {
    it(name, () => {
      const error = errorOf(() => parsePrivateKey(secret, passphrase))
      expect(error.code).toBe(code)
      expect(error.message).toMatch(says)
      expect(error.message).not.toContain('\n')
      for (const word of secret.split(/\s+/)) if (word.length >= 16) expect(error.message).not.toContain(word)
      if (passphrase) expect(error.message).not.toContain(`"${passphrase}"`)
    })
  }
})

// (That is also why a test with one wrong passphrase and a new key fails once in a while.)
describe('every wrong passphrase is called one, even if its padding happens to be right', () => {
  for (const [name, secret] of [
    ['PBES2', pbes2],
    ['DEK-Info', dek],
  ] as const) {
    it(name, () => {
      const decrypts = (passphrase: string) => {
        try {
          createPrivateKey({ key: secret, format: 'pem', passphrase })
          return 'a key'
        } catch (error) {
          return String((error as NodeJS.ErrnoException).code)
        }
      }
      const wrong = Array.from({ length: 6000 }, (_, index) => `wrong ${index}`)
      const lucky = wrong.find((passphrase) => decrypts(passphrase) === 'ERR_OSSL_UNSUPPORTED')
      if (lucky === undefined) throw new Error('none of the passphrases was of the kind that this is about')
      const error = errorOf(() => parsePrivateKey(secret, lucky))
      expect(error.code).toBe('KEY_PASSPHRASE')
      expect(error.message).toMatch(/private-key-passphrase is wrong/)
    })
  }
})

describe('maskedForms', () => {
  for (const form of FORMS) {
    for (const [shape, wrap] of Object.entries(SHAPES)) {
      it(`cover ${form.name} ${shape}`, () => {
        const secret = wrap(form.pem)
        const forms = new Set(maskedForms(secret, parsePrivateKey(secret, form.encrypted && PASSPHRASE)))
        expect(forms).toContain(secret)
        expect(forms).toContain(form.pem.trim())
        expect(forms).toContain(form.pem.trim().replaceAll('\n', '\\n'))
        expect(forms).toContain(Buffer.from(form.pem).toString('base64'))
        const body = form.pem.split('\n').filter((line) => line.length >= 8 && !line.includes('-----'))
        for (const line of body.filter((text) => !text.includes(':'))) expect(forms).toContain(line)
        const base64 = body.filter((line) => !line.includes(':')).join('')
        // The last line may be too short to be masked by itself; in one line it never is.
        expect([...forms].some((masked) => masked.startsWith(base64))).toBe(true)
      })
    }
  }

  it('cover the open key of an encrypted one', () => {
    const forms = new Set(maskedForms(pbes2, parsePrivateKey(pbes2, PASSPHRASE)))
    for (const type of ['pkcs8', 'pkcs1'] as const) {
      for (const line of exportPem(rsa, type).split('\n').slice(1, -2)) {
        if (line.length >= 8) expect(forms).toContain(line)
      }
    }
  })

  it('are there before the key is known, even for what is no key', () => {
    expect(maskedForms('not a key at all')).toContain('not a key at all')
    expect(maskedForms(plain)).toContain(lines[5])
  })

  it('hold nothing so short that it would blot out ordinary words', () => {
    expect(Math.min(...maskedForms(plain, rsa).map((form) => form.length))).toBeGreaterThanOrEqual(8)
    expect(maskedForms('abc')).toEqual([])
  })
})

import { Buffer } from 'node:buffer'
import { constants, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeLegacyEnvelope, verifyLegacyEnvelope } from '../../src/envelope/legacy'
import { parseEnvelope } from '../../src/envelope/parse'
import { signLegacy, verifyLegacy } from '../../src/envelope/scheme'
import { readCertificates } from '../../src/pki/certificate'
import { parsePrivateKey } from '../../src/pki/key'
import { issue, rsaKey } from '../helpers/certificates'
import { errorOf } from '../helpers/errors'
import { joined, phpJson } from '../helpers/manifest-json'
import { goldenFile } from '../helpers/tree'

const key = rsaKey('leaf')
const publicKey = createPublicKey(key)
const bytes = Buffer.from('{"a":"1"}')

describe('signLegacy', () => {
  it('is deterministic and as long as the modulus', () => {
    const signature = signLegacy(bytes, key)
    expect(signature).toHaveLength(256)
    expect(signLegacy(bytes, key).equals(signature)).toBe(true)
    expect(verifyLegacy(bytes, publicKey, signature)).toBe(true)
  })

  it('makes the bytes that a server made', () => {
    const parsed = parseEnvelope(goldenFile('expected/unicode.nextcloud.signature.json'))
    if ('problem' in parsed) throw new Error(parsed.problem)
    const golden = parsePrivateKey(goldenFile('pki/activity.key').toString())
    const signed = phpJson(parsed.envelope.hashes)
    expect(signLegacy(signed, golden).equals(parsed.envelope.signature)).toBe(true)
  })

  const others = {
    'EC P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
    Ed25519: generateKeyPairSync('ed25519').privateKey,
    'RSA for PSS only': generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey,
  }
  for (const [name, other] of Object.entries(others)) {
    it(`refuses a key of the kind ${name}`, () => {
      const error = errorOf(() => signLegacy(bytes, other))
      expect(error.code).toBe('KEY_INVALID')
      expect(error.message).toMatch(/takes RSA keys only/)
    })
    it(`a key of the kind ${name} verifies nothing`, () => {
      expect(verifyLegacy(bytes, createPublicKey(other), Buffer.alloc(256))).toBe(false)
    })
  }
})

describe('verifyLegacy says no to', () => {
  const good = signLegacy(bytes, key)
  const flipped = Buffer.from(good)
  flipped[100] = (flipped[100] ?? 0) ^ 1
  const pss = (mgfHash: string, saltLength: number) =>
    sign(mgfHash, bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })
  const WRONG: [name: string, signature: Buffer, signed?: Buffer][] = [
    ['one bit', flipped],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(256)],
    ['a byte too few', good.subarray(1)],
    ['a byte too many', Buffer.concat([good, Buffer.alloc(1)])],
    ['other bytes', good, Buffer.from('{"a":"2"}')],
    ['the signature of another key', signLegacy(bytes, rsaKey('other'))],
    ['PKCS#1 v1.5 with SHA-512', sign('sha512', bytes, key)],
    ['PKCS#1 v1.5 with SHA-1', sign('sha1', bytes, key)],
    ['PSS with SHA-1 for both', pss('sha1', 0)],
    ['PSS with SHA-512 for both', pss('sha512', 0)],
    ['PSS with a salt', pss('sha512', 64)],
  ]
  for (const [name, signature, signed = bytes] of WRONG)
    it(name, () => expect(verifyLegacy(signed, publicKey, signature)).toBe(false))

  it('a signature that begins with a zero, without it', () => {
    // Of every 256 signatures one does.
    const texts = Array.from({ length: 5000 }, (_, index) => Buffer.from(`${index}`))
    const signed = texts.find((text) => signLegacy(text, key)[0] === 0) ?? bytes
    const signature = signLegacy(signed, key)
    expect(signature[0]).toBe(0)
    expect(verifyLegacy(signed, publicKey, signature)).toBe(true)
    expect(verifyLegacy(signed, publicKey, signature.subarray(1))).toBe(false)
  })

  it('a key too small for the scheme, without an error', () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 512 }).publicKey
    expect(verifyLegacy(bytes, small, Buffer.alloc(64))).toBe(false)
  })
})

describe('a legacy envelope', () => {
  const leaf = issue()
  const hashes = new Map([
    ['b', '2'],
    ['a/é', '1'],
  ])

  it('verifies, whatever the order of its hashes', () => {
    const parsed = parseEnvelope(joined(makeLegacyEnvelope(hashes, key, leaf)))
    if ('problem' in parsed) throw new Error(parsed.problem)
    if (parsed.envelope.format !== 'legacy') throw new Error(parsed.envelope.format)
    const { signature, hashes: read, certificate } = parsed.envelope
    expect([...read.keys()]).toEqual(['a/é', 'b'])
    expect(verifyLegacyEnvelope(hashes, signature, leaf)).toBe(true)
    expect(readCertificates(certificate)[0]?.der).toEqual(leaf.der)
    expect(verifyLegacyEnvelope(new Map([['b', '2']]), signature, leaf)).toBe(false)
    expect(verifyLegacyEnvelope(new Map<string, string | false>([...hashes, ['c', false]]), signature, leaf)).toBe(
      false,
    )
  })

  it('can not be made or verified when the order is ambiguous', () => {
    const ambiguous = new Map([
      ['1', 'x'],
      ['1.0', 'y'],
    ])
    expect(errorOf(() => makeLegacyEnvelope(ambiguous, key, leaf)).code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(errorOf(() => verifyLegacyEnvelope(ambiguous, Buffer.alloc(256), leaf)).code).toBe('PAYLOAD_NOT_SIGNABLE')
  })
})

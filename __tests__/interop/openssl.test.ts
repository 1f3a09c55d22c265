import { Buffer } from 'node:buffer'
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnvelope } from '../../src/envelope/parse'
import { signLegacy, verifyLegacy } from '../../src/envelope/scheme'
import { parsePrivateKey } from '../../src/pki/key'
import { makeThrowaway } from '../../src/pki/throwaway'
import { armour, issue, issueRoot, keyPem, makeList, makeRequest, NOW, rsaKey } from '../helpers/certificates'
import { phpJson } from '../helpers/manifest-json'
import { isMissing, runTool } from '../helpers/tools'
import { goldenFile, realPath, temporaryFolder, writeFiles } from '../helpers/tree'

const PSS = ['rsa_padding_mode:pss', 'digest:sha1', 'rsa_mgf1_md:sha512', 'rsa_pss_saltlen:0']
const options = PSS.flatMap((option) => ['-pkeyopt', option])
const openssl = (...args: string[]) => runTool('openssl', args)
const digest = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest()

const bytes = Buffer.from('{"a\\/\\u00e9":"1"}')
const key = rsaKey('leaf')
const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
const folder = writeFiles(temporaryFolder(), {
  'digest.bin': digest(bytes),
  'app.key': keyPem(key),
  'app.pub': publicPem,
  'root.crt': armour('CERTIFICATE', issueRoot().der),
  'app.crt': armour('CERTIFICATE', issue().der),
})
const at = (name: string) => join(folder, name)

function verifyWithOpenssl(signature: Uint8Array, publicKey = at('app.pub'), hash = at('digest.bin')): string {
  writeFileSync(at('signature.bin'), signature)
  const files = ['-pubin', '-inkey', publicKey, '-in', hash, '-sigfile', at('signature.bin')]
  return openssl('pkeyutl', '-verify', ...files, ...options)
}

describe.skipIf(isMissing('openssl'))('signatures', () => {
  it('that we make are accepted by openssl', () => {
    expect(verifyWithOpenssl(signLegacy(bytes, key))).toContain('Signature Verified Successfully')
  })

  it('that we make over other bytes are refused by openssl', () => {
    expect(() => verifyWithOpenssl(signLegacy(Buffer.from('other'), key))).toThrow(/Signature Verification Failure/)
  })

  it('that openssl makes are accepted by us, and are the same bytes', () => {
    openssl('pkeyutl', '-sign', '-inkey', at('app.key'), '-in', at('digest.bin'), '-out', at('made.bin'), ...options)
    const made = readFileSync(at('made.bin'))
    expect(verifyLegacy(bytes, createPublicKey(key), made)).toBe(true)
    expect(signLegacy(bytes, key).equals(made)).toBe(true)
  })

  it('that openssl makes in the usual wrong way are refused by us', () => {
    writeFileSync(at('bytes.json'), bytes)
    openssl('dgst', '-sha512', '-sign', at('app.key'), '-out', at('wrong.bin'), at('bytes.json'))
    expect(verifyLegacy(bytes, createPublicKey(key), readFileSync(at('wrong.bin')))).toBe(false)
  })

  for (const [name, path] of [
    ['a real vendor', realPath('afterlogic-nextcloud.json')],
    ['a server', realPath('owncloud-10.6.0-core.json')],
  ] as const) {
    it(`of ${name} are accepted by openssl over the bytes that we make`, () => {
      const parsed = parseEnvelope(readFileSync(path))
      if ('problem' in parsed) throw new Error(parsed.problem)
      if (parsed.envelope.format !== 'legacy') throw new Error(parsed.envelope.format)
      writeFileSync(at('real.crt'), parsed.envelope.certificate)
      writeFileSync(at('real.pub'), openssl('x509', '-in', at('real.crt'), '-noout', '-pubkey'))
      writeFileSync(at('real.bin'), digest(phpJson(parsed.envelope.hashes)))
      expect(verifyWithOpenssl(parsed.envelope.signature, at('real.pub'), at('real.bin'))).toContain('Successfully')
    })
  }
})

describe.skipIf(isMissing('openssl'))('keys that openssl writes are read', () => {
  const WRITTEN: [name: string, args: string[]][] = [
    ['PKCS#1', ['rsa', '-traditional']],
    ['PKCS#1 encrypted', ['rsa', '-traditional', '-aes256', '-passout', 'pass:secret']],
    ['PKCS#8', ['pkey']],
    ['PKCS#8 encrypted', ['pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-passout', 'pass:secret']],
    ['PKCS#8 encrypted with scrypt', ['pkcs8', '-topk8', '-scrypt', '-passout', 'pass:secret']],
    ['PKCS#8 encrypted with 3DES', ['pkcs8', '-topk8', '-v2', 'des3', '-passout', 'pass:secret']],
  ]
  for (const [name, args] of WRITTEN) {
    it(name, () => {
      const written = openssl(...args, '-in', at('app.key'))
      expect(keyPem(parsePrivateKey(written, 'secret'))).toBe(keyPem(key))
    })
  }
})

describe.skipIf(isMissing('openssl'))('certificates that we make are accepted by openssl', () => {
  // openssl's own clock would decide otherwise.
  const time = ['-attime', String(NOW.getTime() / 1000)]

  it('issued', () => {
    expect(openssl('verify', ...time, '-CAfile', at('root.crt'), at('app.crt'))).toContain('app.crt: OK')
    const shown = openssl('x509', '-in', at('app.crt'), '-noout', '-serial', '-subject', '-issuer', '-dates', '-text')
    for (const part of ['serial=1001', 'subject=CN = activity', 'issuer=C = DE, CN = Test Root', 'Version: 1 (0x0)'])
      expect(shown).toContain(part)
    expect(shown).toContain('notAfter=Jan  1 00:00:00 2030 GMT')
  })

  it('with EC keys', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
    const name = [['CN', 'EC Root']] as const
    writeFileSync(at('ec-root.crt'), armour('CERTIFICATE', issueRoot(name, ec).der))
    writeFileSync(at('ec.crt'), armour('CERTIFICATE', issue({ issuer: name, signer: ec }).der))
    expect(openssl('verify', ...time, '-CAfile', at('ec-root.crt'), at('ec.crt'))).toContain('ec.crt: OK')
  })

  it('thrown away', () => {
    const { certificate, rootCertificate, privateKey } = makeThrowaway('activity', NOW)
    writeFiles(folder, { 'throw.crt': certificate, 'throw-root.crt': rootCertificate, 'throw.key': privateKey })
    expect(openssl('verify', ...time, '-CAfile', at('throw-root.crt'), at('throw.crt'))).toContain('throw.crt: OK')
    expect(openssl('pkey', '-in', at('throw.key'), '-pubout')).toBe(
      openssl('x509', '-in', at('throw.crt'), '-noout', '-pubkey'),
    )
  })

  it('as requests and revocation lists too', () => {
    writeFileSync(at('app.csr'), armour('CERTIFICATE REQUEST', makeRequest(key)))
    expect(openssl('req', '-in', at('app.csr'), '-noout', '-verify', '-subject')).toContain('CN = activity')
    const list = makeList([['1001', new Date('2025-05-05T05:05:05Z')]])
    writeFileSync(at('root.crl'), armour('X509 CRL', list))
    const shown = openssl('crl', '-in', at('root.crl'), '-noout', '-text', '-CAfile', at('root.crt'))
    expect(shown).toContain('Serial Number: 1001')
    const check = ['-crl_check', '-CRLfile', at('root.crl')]
    const inList = ['-attime', String(Date.parse('2026-01-15T00:00:00Z') / 1000)]
    expect(() => openssl('verify', ...inList, ...check, '-CAfile', at('root.crt'), at('app.crt'))).toThrow(/revoked/)
  })

  it('while the golden one is one that we read the same way', () => {
    writeFileSync(at('golden.crt'), goldenFile('pki/activity.crt'))
    expect(openssl('x509', '-in', at('golden.crt'), '-noout', '-subject')).toContain('CN = activity')
  })
})

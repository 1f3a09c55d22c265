import { Buffer } from 'node:buffer'
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashesSpan } from '../../src/envelope/json'
import { signV2, v2Algorithm, verifyWith } from '../../src/envelope/scheme'
import { openFolder } from '../../src/payload/folder'
import { type Certificate, readCertificate } from '../../src/pki/certificate'
import { findChain } from '../../src/pki/chain'
import type { Extension } from '../../src/pki/issue'
import { sign } from '../../src/sign'
import { verify } from '../../src/verify'
import { armour, keyPem } from '../helpers/certificates'
import { isMissing, runTool } from '../helpers/tools'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'
import { makeTrust } from '../helpers/trust'
import {
  extension,
  INTERMEDIATE,
  intermediateKey,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  key,
  makeList,
  NOW,
  pem,
  ROOT,
  rootKey,
  v2Authority,
} from '../helpers/v2-pki'

const openssl = (...args: string[]) => runTool('openssl', args)
const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content)
  return at(name)
}

const bytes = Buffer.from('{"a/é\\n":"1"}')
const PSS = (saltLength = 48, digest = 'sha384') =>
  ['rsa_padding_mode:pss', `digest:${digest}`, `rsa_pss_saltlen:${saltLength}`].flatMap((option) => [
    '-pkeyopt',
    option,
  ])
const publicPem = (signer: KeyObject) => createPublicKey(signer).export({ type: 'spki', format: 'pem' }).toString()

/** Signs with openssl, as format v2 wants it. */
function signWithOpenssl(message: Uint8Array, signer: KeyObject): Buffer {
  const keyFile = put('signer.key', keyPem(signer))
  const out = ['-out', at('made.bin')]
  if (signer.asymmetricKeyType === 'ec') openssl('dgst', '-sha384', '-sign', keyFile, ...out, put('message', message))
  else {
    const digest = put('digest', createHash('sha384').update(message).digest())
    openssl('pkeyutl', '-sign', '-inkey', keyFile, '-in', digest, ...out, ...PSS())
  }
  return readFileSync(at('made.bin'))
}

/** What openssl says of a signature; throws when it is wrong. */
function verifyWithOpenssl(message: Uint8Array, publicKey: string, signature: Uint8Array): string {
  const keyFile = put('public.pem', publicKey)
  const signatureFile = put('signature.bin', signature)
  if (publicKey.length < 300)
    return openssl('dgst', '-sha384', '-verify', keyFile, '-signature', signatureFile, put('message', message))
  const digest = put('digest', createHash('sha384').update(message).digest())
  const files = ['-pubin', '-inkey', keyFile, '-in', digest, '-sigfile', signatureFile]
  return openssl('pkeyutl', '-verify', ...files, ...PSS())
}

const APP = { 'lib/quote"\n\x01é\u{1f600}': 'odd', __proto__x: '1', '404': '2' }
const root = issueRoot()
const intermediate = issueIntermediate()
const trust = makeTrust([v2Authority(undefined, root)], NOW, { server: 'owncloud' })

describe.skipIf(isMissing('openssl')).each(['secp384r1', 'rsa2048', 'rsa4096'])('with a key %s', (kind) => {
  const signer = key(kind)
  const algorithm = v2Algorithm(signer)
  const publicKey = createPublicKey(signer)
  const leaf = issueLeaf({ key: signer })

  it('signatures that we make are accepted by openssl', () => {
    expect(verifyWithOpenssl(bytes, publicPem(signer), signV2(bytes, signer))).toMatch(/Verified (OK|Successfully)/)
  })

  it('signatures that we make over other bytes are refused by openssl', () => {
    const other = signV2(Buffer.from('other'), signer)
    expect(() => verifyWithOpenssl(bytes, publicPem(signer), other)).toThrow(/Verification [Ff]ailure/)
  })

  it('signatures that openssl makes are accepted by us, over these bytes only', () => {
    const made = signWithOpenssl(bytes, signer)
    if (!algorithm) throw new Error(kind)
    expect(verifyWith(algorithm, bytes, publicKey, made)).toBe(true)
    expect(verifyWith(algorithm, Buffer.from('other'), publicKey, made)).toBe(false)
    expect(verifyWith(algorithm, bytes, createPublicKey(key(`${kind} other`)), made)).toBe(false)
  })

  it('openssl verifies the file that we write: M cut out of it, by the key of the leaf in it', async () => {
    const app = makeApp(APP)
    await sign(openFolder(app), { key: signer, leaf, intermediates: [intermediate] }, trust, { format: 'v2' })
    const text = readFileSync(join(app, 'appinfo/signature.json'), 'utf8')
    const file = JSON.parse(text) as { signature: string; certificates: { leaf: string; chain: string[] } }
    const signed = Buffer.from(hashesSpan(text) ?? '')
    expect(text).toContain(`"hashes":${signed},`)
    const publicText = openssl('x509', '-in', put('leaf.crt', file.certificates.leaf), '-noout', '-pubkey')
    const signature = Buffer.from(file.signature, 'base64')
    expect(verifyWithOpenssl(signed, publicText, signature)).toMatch(/Verified (OK|Successfully)/)
    const chain = [
      '-CAfile',
      put('root.crt', pem(root)),
      '-untrusted',
      put('int.crt', file.certificates.chain.join('')),
    ]
    expect(openssl('verify', '-no_check_time', ...chain, at('leaf.crt'))).toContain('leaf.crt: OK')
  })

  it('we verify a file for which openssl made the signature', async () => {
    const app = makeApp(APP)
    const path = join(app, 'appinfo/signature.json')
    await sign(openFolder(app), { key: signer, leaf, intermediates: [intermediate] }, trust, { format: 'v2' })
    const text = readFileSync(path, 'utf8')
    const { signature } = JSON.parse(text) as { signature: string }
    const made = signWithOpenssl(Buffer.from(hashesSpan(text) ?? ''), signer).toString('base64')
    // Both schemes draw random numbers: the very same signature would mean that nothing was replaced.
    expect(made).not.toBe(signature)
    writeFileSync(path, text.replace(signature, made))
    expect((await verify(openFolder(app), trust)).findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const wrong = signWithOpenssl(Buffer.from(`${hashesSpan(text)}\n`), signer).toString('base64')
    writeFileSync(path, text.replace(signature, wrong))
    const { findings } = await verify(openFolder(app), trust)
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['BAD_SIGNATURE'])
  })
})

describe.skipIf(isMissing('openssl'))('what openssl signs in another way is refused by us', () => {
  const rsa = key('rsa2048')
  const digestOf = (name: string) => put('digest', createHash(name).update(bytes).digest())
  const made = (tool: string, ...args: string[]) => {
    openssl(tool, '-out', at('made.bin'), ...args)
    return verifyWith('rsa-pss-sha384', bytes, createPublicKey(rsa), readFileSync(at('made.bin')))
  }
  const pkeyutl = (digest: string, ...options: string[]) =>
    made('pkeyutl', '-sign', '-inkey', put('rsa.key', keyPem(rsa)), '-in', digestOf(digest), ...options)

  it('nothing, when it is done in the right way', () => expect(pkeyutl('sha384', ...PSS())).toBe(true))
  for (const salt of [0, 20, 32, 47, 49, 64])
    it(`a salt of ${salt}`, () => expect(pkeyutl('sha384', ...PSS(salt))).toBe(false))
  it('SHA-512', () => expect(pkeyutl('sha512', ...PSS(48, 'sha512'))).toBe(false))
  it('SHA-256', () => expect(pkeyutl('sha256', ...PSS(48, 'sha256'))).toBe(false))
  it('MGF1 with another digest', () => {
    expect(pkeyutl('sha384', ...PSS(), '-pkeyopt', 'rsa_mgf1_md:sha512')).toBe(false)
  })
  it('PKCS#1 v1.5', () => {
    expect(made('dgst', '-sha384', '-sign', put('rsa.key', keyPem(rsa)), put('message', bytes))).toBe(false)
  })
  it('ECDSA over SHA-512', () => {
    const signer = key('secp384r1')
    const files = ['-sign', put('ec.key', keyPem(signer)), '-out', at('made.bin'), put('message', bytes)]
    const verified = () => verifyWith('ecdsa-p384-sha384', bytes, createPublicKey(signer), readFileSync(at('made.bin')))
    openssl('dgst', '-sha384', ...files)
    expect(verified()).toBe(true)
    openssl('dgst', '-sha512', ...files)
    expect(verified()).toBe(false)
  })
})

/** Whether openssl finds a way from the leaf to the root. */
function opensslAccepts(leaf: Certificate, untrusted: readonly Certificate[], anchor: Certificate): boolean {
  const files = writeFiles(temporaryFolder(), {
    'leaf.crt': pem(leaf),
    'root.crt': pem(anchor),
    'int.crt': untrusted.map(pem).join(''),
  })
  const chain = untrusted.length > 0 ? ['-untrusted', join(files, 'int.crt')] : []
  const nobodyElse = ['-no-CApath', '-no-CAstore', '-no_check_time']
  try {
    openssl('verify', ...nobodyElse, '-CAfile', join(files, 'root.crt'), ...chain, join(files, 'leaf.crt'))
    return true
  } catch (error) {
    // Anything but a verdict is a mistake of this test.
    if (/verification failed/.test(String(error))) return false
    throw error
  }
}
function weAccept(leaf: Certificate, untrusted: readonly Certificate[], anchor: Certificate): boolean {
  return findChain(leaf, [v2Authority(undefined, anchor)], untrusted) !== undefined
}

describe.skipIf(isMissing('openssl'))('findChain and openssl verify agree', () => {
  const other = key('secp384r1 other')
  const ROOTS: [string, Certificate][] = [
    ['root', root],
    ['root of pathlen 0', issueRoot({ extensions: [extension.ca(0), extension.keyCertSign] })],
    ['root without pathlen', issueRoot({ extensions: [extension.ca()] })],
    ['root that may not sign', issueRoot({ extensions: [extension.ca(), extension.digitalSignature] })],
    ['root of another key', issueRoot({ key: other, signer: other })],
    ['root of another name', issueRoot({ subject: [['CN', 'Other']], issuer: [['CN', 'Other']] })],
  ]
  const withExtensions = (...extensions: Extension[]) => issueIntermediate({ extensions })
  const BETWEEN: [string, Certificate[]][] = [
    ['nothing', []],
    ['the intermediate', [intermediate]],
    ['one without pathlen', [withExtensions(extension.ca(), extension.keyCertSign)]],
    ['one without key usage', [withExtensions(extension.ca())]],
    ['one that may sign, and is not said to be a CA', [withExtensions(extension.keyCertSign)]],
    ['one that is no CA', [withExtensions(extension.notCa, extension.keyCertSign)]],
    ['one that may not sign', [withExtensions(extension.ca(), extension.digitalSignature)]],
    ['one without extensions', [withExtensions()]],
    ['one by another key', [issueIntermediate({ signer: other })]],
    ['one with another key', [issueIntermediate({ key: other })]],
    ['one of another name', [issueIntermediate({ subject: [['CN', 'Other']] })]],
    ['one in another’s name', [issueIntermediate({ issuer: [['CN', 'Other']] })]],
    ['one that signed itself', [issueIntermediate({ issuer: INTERMEDIATE, signer: intermediateKey() })]],
    ['the intermediate behind another', [issueIntermediate({ subject: [['CN', 'Other']], key: other }), intermediate]],
  ]
  const { der } = issueLeaf()
  const damaged = readCertificate(Buffer.concat([der.subarray(0, -1), Buffer.of((der.at(-1) ?? 0) ^ 1)]))
  const LEAVES: [string, Certificate][] = [
    ['leaf', issueLeaf()],
    ['leaf by the root', issueLeaf({ issuer: ROOT, signer: rootKey() })],
    ['leaf by another key', issueLeaf({ signer: other })],
    ['leaf in the name of the root', issueLeaf({ issuer: ROOT })],
    [
      'leaf that signed itself',
      issueLeaf({ issuer: [['CN', 'x']], subject: [['CN', 'x']], key: other, signer: other }),
    ],
    ['leaf that is damaged', damaged],
    ['leaf with an RSA key', issueLeaf({ key: key('rsa2048') })],
  ]

  for (const [rootName, anchor] of ROOTS) {
    it(`below a ${rootName}`, () => {
      const rows = BETWEEN.flatMap(([between, untrusted]) =>
        LEAVES.map(([leafName, leaf]) => ({
          row: `${leafName}, ${between}`,
          ours: weAccept(leaf, untrusted, anchor),
          theirs: opensslAccepts(leaf, untrusted, anchor),
        })),
      )
      expect(rows.filter(({ ours, theirs }) => ours !== theirs)).toEqual([])
      const accepted = rows.filter(({ ours }) => ours).length
      if (['root', 'root without pathlen'].includes(rootName)) expect(accepted).toBeGreaterThan(20)
      expect(accepted).toBeLessThan(rows.length / 2)
    })
  }
})

describe.skipIf(isMissing('openssl'))('openssl reads what the helpers make', () => {
  it('leaves with the profile of v2', () => {
    const shown = openssl('x509', '-in', put('leaf.crt', pem(issueLeaf())), '-noout', '-text')
    for (const part of ['CA:FALSE', 'Digital Signature', 'Code Signing', 'ecdsa-with-SHA384', 'NIST CURVE: P-384'])
      expect(shown).toContain(part)
  })

  it('revocation lists, and finds the leaf in them', () => {
    const files = ['-CAfile', put('both.crt', pem(root) + pem(intermediate))]
    const check = (serials: string[]) => {
      const list = put('list.crl', armour('X509 CRL', makeList(serials)))
      return openssl(
        'verify',
        '-no_check_time',
        '-crl_check',
        '-CRLfile',
        list,
        ...files,
        put('l.crt', pem(issueLeaf())),
      )
    }
    expect(check([])).toContain('l.crt: OK')
    expect(() => check(['A1'])).toThrow(/certificate revoked/)
    const shown = openssl('crl', '-in', at('list.crl'), '-noout', '-text')
    expect(shown).toMatch(/CRL Number:\s+16\b/)
  })
})

import { Buffer } from 'node:buffer'
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings/finding'
import { INSPECTED_SIZE, lookForKeys } from '../../src/payload/inspect'
import {
  credentials,
  errorsOf,
  refusalOf,
  signedFiles,
  signFolder,
  tarGzFiles,
  verifyArchive,
} from '../helpers/signed-app'
import { tarEntry } from '../helpers/tar'
import { makeApp, writeFiles } from '../helpers/tree'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const ec = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey
const ed = generateKeyPairSync('ed25519').privateKey
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1') =>
  key.export({ type, format: 'pem' } as never) as unknown as string
const locked = (key: KeyObject) =>
  key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }).toString()
const oldLocked = (rsa.export as (options: object) => string)({
  type: 'pkcs1',
  format: 'pem',
  cipher: 'aes-128-cbc',
  passphrase: 'x',
})
const openssh = `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.alloc(300, 7).toString('base64').replace(/.{70}/g, '$&\n')}\n-----END OPENSSH PRIVATE KEY-----\n`

const look = (content: string | Uint8Array, key?: KeyObject) => {
  const findings: Finding[] = []
  lookForKeys(findings, key)('a/file', Buffer.from(content))
  return findings.map(({ code }) => code)
}

const KEYS: [string, string][] = [
  ['PKCS#8', pem(rsa, 'pkcs8')],
  ['PKCS#8, EC', pem(ec, 'pkcs8')],
  ['PKCS#8, Ed25519', pem(ed, 'pkcs8')],
  ['PKCS#1', pem(rsa, 'pkcs1')],
  ['SEC1', pem(ec, 'sec1')],
  ['encrypted PKCS#8', locked(rsa)],
  ['encrypted PKCS#8, EC', locked(ec)],
  ['encrypted PKCS#1, with its headers', oldLocked],
  ['OpenSSH', openssh],
]

describe('a private key is found by its content', () => {
  it.each(KEYS)('%s', (_, text) => {
    expect(look(text)).toEqual(['PRIVATE_KEY'])
    expect(look(text.replaceAll('\n', '\r\n'))).toEqual(['PRIVATE_KEY'])
    expect(look(`key = """\n${text}"""\n`)).toEqual(['PRIVATE_KEY'])
    expect(look(`<?php\n$certificate = 1;\n// below\n${text}`)).toEqual(['PRIVATE_KEY'])
  })

  const text = pem(rsa, 'pkcs8')
  it.each<[string, string]>([
    ['in JSON, on one line', JSON.stringify({ private_key: text })],
    [
      'in JavaScript, as strings that are joined',
      text
        .trim()
        .split('\n')
        .map((line) => `'${line}\\n'`)
        .join(' +\n'),
    ],
    [
      'in PHP, as strings that are joined',
      text
        .trim()
        .split('\n')
        .map((line) => `  "${line}\\n"`)
        .join(' .\n'),
    ],
    ['in YAML, indented', `key: |\n${text.replace(/^/gm, '    ')}`],
    ['behind a certificate', `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${text}`],
    ['on one line with blanks', text.replaceAll('\n', ' ')],
    ['behind the words in a comment', `// looks for -----BEGIN PRIVATE KEY-----\n${text}`],
  ])('%s', (_, content) => expect(look(content)).toEqual(['PRIVATE_KEY']))
})

describe('what is no private key is left alone', () => {
  const publicKey = createPublicKey(rsa).export({ type: 'spki', format: 'pem' }).toString()
  it.each<[string, string]>([
    [
      'a program that has the words',
      "if (strpos($text, '-----BEGIN PRIVATE KEY-----') !== false) { throw new Error(); }",
    ],
    [
      'a program that makes the armour',
      "return '-----BEGIN RSA PRIVATE KEY-----\\n' + chunk(base64) + '\\n-----END RSA PRIVATE KEY-----'",
    ],
    [
      'a program in a long line',
      `const a="-----BEGIN PRIVATE KEY-----",b="-----END PRIVATE KEY-----";function f(x){return a+"\\n"+x.match(/.{1,64}/g).join("\\n")+b}`,
    ],
    [
      'a document',
      'The file begins with\n\n    -----BEGIN PRIVATE KEY-----\n    (your key here)\n    -----END PRIVATE KEY-----\n',
    ],
    ['an example that was cut', '-----BEGIN PRIVATE KEY-----\nMIIE...\n-----END PRIVATE KEY-----\n'],
    ['a public key', publicKey],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ['the end alone', '-----END PRIVATE KEY-----'],
    ['nothing', ''],
  ])('%s', (_, content) => expect(look(content, rsa)).toEqual([]))
})

describe.each<[string, KeyObject, ('pkcs8' | 'pkcs1' | 'sec1')[]]>([
  ['RSA', rsa, ['pkcs8', 'pkcs1']],
  ['RSA-4096', generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey, ['pkcs8', 'pkcs1']],
  ['EC', ec, ['pkcs8', 'sec1']],
])('the key that signs (%s) is SIGNING_KEY', (_, key, types) => {
  it.each(types)('in %s: PEM, DER, base64', (type) => {
    const der = key.export({ type, format: 'der' } as never) as unknown as Buffer
    expect(look(pem(key, type), key)).toEqual(['SIGNING_KEY'])
    expect(look(der, key)).toEqual(['SIGNING_KEY'])
    expect(look(der.toString('base64'), key)).toEqual(['SIGNING_KEY'])
    expect(look(JSON.stringify({ key: pem(key, type) }), key)).toEqual(['SIGNING_KEY'])
    expect(look(Buffer.concat([Buffer.alloc(1000), der]), key)).toEqual(['SIGNING_KEY'])
  })

  it.each(types)('in %s: base64 in lines of 76, and base64 of the whole PEM', (type) => {
    const der = key.export({ type, format: 'der' } as never) as unknown as Buffer
    expect(look(der.toString('base64').replace(/.{76}/g, '$&\n'), key)).toEqual(['SIGNING_KEY'])
    expect(look(Buffer.from(pem(key, type)).toString('base64'), key)).toEqual(['SIGNING_KEY'])
  })

  it('and its public half is not', () => {
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
    expect(look(spki, key)).toEqual([])
    expect(look(spki.toString('base64'), key)).toEqual([])
  })
})

describe('where keys are found', () => {
  const keyFile = pem(rsa, 'pkcs8')
  it('signing refuses, names the file and writes nothing', async () => {
    const root = makeApp({ 'resources/dev.key': keyFile })
    const refusal = await refusalOf(signFolder(root))
    expect(refusal).toMatchObject({
      code: 'PAYLOAD_NOT_SIGNABLE',
      message: expect.stringContaining('"resources/dev.key"'),
    })
    expect(refusal.findings).toMatchObject([{ code: 'PRIVATE_KEY', path: 'resources/dev.key' }])
    await signFolder(root, { exclude: '*.key' })
  })

  it('signing refuses its own key in DER', async () => {
    const root = makeApp()
    writeFileSync(join(root, 'lib/x.bin'), credentials.key.export({ type: 'pkcs8', format: 'der' }))
    expect((await refusalOf(signFolder(root))).findings).toMatchObject([{ code: 'SIGNING_KEY', path: 'lib/x.bin' }])
  })

  it('verifying reports, in an archive as well', async () => {
    const files = await signedFiles()
    const archive = tarGzFiles(files, tarEntry({ name: 'activity/x.pem', content: keyFile }))
    expect(await errorsOf(verifyArchive(archive))).toEqual(['EXTRA_FILE', 'PRIVATE_KEY'])
    const beside = tarGzFiles(files, tarEntry({ name: 'x.pem', content: keyFile }))
    expect((await errorsOf(verifyArchive(beside))).sort()).toEqual(['PRIVATE_KEY', 'TOP_FOLDER'])
  })

  it('also behind much else, up to the size that is looked at', async () => {
    const filler = Buffer.alloc(INSPECTED_SIZE - 1 - keyFile.length, ' ')
    const root = writeFiles(makeApp(), { 'large.txt': Buffer.concat([filler, Buffer.from(keyFile)]) })
    expect((await refusalOf(signFolder(root))).code).toBe('PAYLOAD_NOT_SIGNABLE')
  })
})

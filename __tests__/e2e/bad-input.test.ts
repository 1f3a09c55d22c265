import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runAction } from '../../examples/runner.mjs'
import { action, NODE, visible } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { key, keyPem } from '../helpers/certificates'
import { goldenFile, INFO_XML, makeApp, temporaryFolder } from '../helpers/tree'

const authority = makeAuthority()
const certificate = authority.issue()
const good = {
  'trusted-authorities': authority.rootPem,
  'private-key': authority.keyPem,
  certificate,
}
const otherKey = key('rsa2048 other')
const encrypted = otherKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' })
  .toString()
const ec = key('secp384r1 leaf')
const DAY = 24 * 60 * 60 * 1000
const EARLIER = '{"an earlier": "signature"}'
const csr =
  '-----BEGIN CERTIFICATE REQUEST-----\nMIIBVTCBvwIBADAWMRQwEgYDVQQDDAthY3Rpdml0eQ==\n-----END CERTIFICATE REQUEST-----\n'

interface BadInput {
  readonly what: string
  readonly inputs?: Record<string, string>
  readonly app?: (root: string) => void
  readonly says: RegExp
}

const info = (xml: string) => (root: string) => writeFileSync(join(root, 'appinfo/info.xml'), xml)

const SIGNING: BadInput[] = [
  {
    what: 'no key',
    inputs: { 'private-key': '' },
    says: /private-key is empty.*fork.*Dependabot|private-key is empty.*environment/,
  },
  { what: 'a key that is none', inputs: { 'private-key': 'hello' }, says: /private-key is not a private key/ },
  {
    what: 'a key that is cut off',
    inputs: { 'private-key': authority.keyPem.slice(0, 800) },
    says: /private-key is cut off/,
  },
  {
    what: 'a damaged key',
    inputs: { 'private-key': authority.keyPem.replace(/\n(.{20})/, '\nAAAA$1') },
    says: /private-key is damaged/,
  },
  {
    what: 'a file name for a key',
    inputs: { 'private-key': 'keys/app.key' },
    says: /private-key looks like a file name/,
  },
  {
    what: 'an encrypted key without a passphrase',
    inputs: { 'private-key': encrypted },
    says: /private-key-passphrase is empty/,
  },
  {
    what: 'a wrong passphrase',
    inputs: { 'private-key': encrypted, 'private-key-passphrase': 'wrong' },
    says: /private-key-passphrase is wrong/,
  },
  {
    what: 'an EC key for the legacy format',
    inputs: {
      format: 'legacy',
      'private-key': ec.export({ type: 'sec1', format: 'pem' }).toString(),
      certificate: authority.issue({ key: ec }),
    },
    says: /format is legacy, which takes RSA keys only, and private-key is an EC key/,
  },
  {
    what: 'an EC key for Nextcloud',
    inputs: {
      'private-key': ec.export({ type: 'sec1', format: 'pem' }).toString(),
      certificate: authority.issue({ key: ec }),
    },
    says: /private-key is an EC key, which only format v2 takes, and the app is for Nextcloud/,
  },
  { what: 'an unknown format', inputs: { format: 'v3' }, says: /format is "v3".*auto, legacy, v2/ },
  {
    what: 'an unknown way of asking for revocation',
    inputs: { revocation: 'never' },
    says: /revocation is "never".*auto, bundled, off/,
  },
  {
    what: 'a certificate-chain that is no certificate',
    inputs: { 'certificate-chain': csr },
    says: /certificate-chain is a certificate request/,
  },
  { what: 'no certificate', inputs: { certificate: '' }, says: /certificate is empty/ },
  { what: 'a CSR for a certificate', inputs: { certificate: csr }, says: /certificate is a certificate request/ },
  { what: 'a key for a certificate', inputs: { certificate: authority.keyPem }, says: /certificate is a private key/ },
  {
    what: 'a certificate that is cut off',
    inputs: { certificate: certificate.slice(0, 500) },
    says: /certificate is cut off/,
  },
  {
    what: 'a damaged certificate',
    inputs: { certificate: certificate.replace(/\n(.{30})/, '\nAAAA$1') },
    says: /certificate can not be read/,
  },
  {
    what: 'an HTML page for a certificate',
    inputs: { certificate: '<!DOCTYPE html><html><body>404</body></html>' },
    says: /certificate is an HTML page/,
  },
  {
    what: 'a certificate that is no file',
    inputs: { certificate: 'nowhere.crt' },
    says: /certificate "nowhere.crt" is not PEM text, and there is no such file/,
  },
  {
    what: 'a key of another certificate',
    inputs: { 'private-key': keyPem(otherKey) },
    says: /private-key does not belong to certificate: .*[0-9a-f]{64}.*[0-9a-f]{64}/,
  },
  {
    what: 'the certificate of another app',
    inputs: { certificate: authority.issue({ commonName: 'calendar' }) },
    says: /certificate is for "calendar".*"activity"/,
  },
  {
    what: 'an issuer that nobody trusts',
    inputs: { 'trusted-authorities': '' },
    says: /does not lead to an authority of Nextcloud or ownCloud.*Test Authority/,
  },
  {
    what: 'an expired certificate',
    inputs: {
      certificate: authority.issue({ notBefore: new Date(Date.now() - 9 * DAY), notAfter: new Date(Date.now() - DAY) }),
    },
    says: /certificate can not be used.*expired on/,
  },
  {
    what: 'a certificate of the future',
    inputs: { certificate: authority.issue({ notBefore: new Date(Date.now() + DAY) }) },
    says: /certificate can not be used.*valid only from/,
  },
  {
    what: 'trusted-authorities that is no certificate',
    inputs: { 'trusted-authorities': csr },
    says: /trusted-authorities is a certificate request/,
  },
  { what: 'an unknown mode', inputs: { mode: 'sing' }, says: /mode is "sing".*sign, verify/ },
  { what: 'an unknown server', inputs: { server: 'nexcloud' }, says: /server is "nexcloud".*nextcloud/ },
  { what: 'days that are no number', inputs: { 'expiry-warning-days': 'two' }, says: /expiry-warning-days is "two"/ },
  { what: 'no info.xml', app: (root) => rmSync(join(root, 'appinfo/info.xml')), says: /appinfo\/info.xml is missing/ },
  { what: 'an info.xml that is not XML', app: info('<info><id>activity</info>'), says: /info.xml is not well-formed/ },
  {
    what: 'an external entity',
    app: info(
      '<?xml version="1.0"?><!DOCTYPE info [<!ENTITY x SYSTEM "file:///etc/passwd">]><info><id>&x;</id></info>',
    ),
    says: /info.xml declares an entity/,
  },
  { what: 'an info.xml without id', app: info('<info><name>x</name></info>'), says: /info.xml has no <id>/ },
  {
    what: 'an info.xml larger than 1 MiB',
    app: info(`${INFO_XML}<!--${'x'.repeat(1024 * 1024)}-->`),
    says: /info.xml is larger than 1 MiB/,
  },
  { what: 'a path that does not exist', inputs: { path: 'nowhere' }, says: /path "nowhere" does not exist/ },
  { what: 'a path that is a file', inputs: { path: 'lib/a.php' }, says: /path "lib\/a.php" is a file/ },
  {
    what: 'a name that is not UTF-8',
    app: (root) => writeFileSync(Buffer.concat([Buffer.from(`${root}/lib/`), Buffer.from([0x67, 0xfc, 0x6e])]), 'x'),
    says: /"lib\/g\\xfcn" is not valid UTF-8/,
  },
  {
    what: 'a dangling link',
    app: (root) => symlinkSync('nowhere', join(root, 'lib/link')),
    says: /"lib\/link" is a link to "nowhere", which does not exist/,
  },
  {
    what: 'a link that leaves the app',
    app: (root) => symlinkSync('/etc/hostname', join(root, 'lib/link')),
    says: /"lib\/link" is a link to "\/etc\/hostname", outside of the app/,
  },
  {
    what: 'numeric names without an order',
    app: (root) => ['10', '9', '1e1', '1a'].map((name) => writeFileSync(join(root, name), name)),
    says: /order of the files "(10|1e1)" and "(10|1e1|9)" is ambiguous/,
  },
]

const VERIFYING: { what: string; signature: string; says: RegExp }[] = [
  { what: 'not JSON', signature: 'hello', says: /signature.json is not a JSON object that PHP can read/ },
  { what: 'empty', signature: '', says: /signature.json is empty/ },
  { what: 'an array', signature: '[]', says: /not a JSON object/ },
  { what: 'without hashes', signature: '{"signature":"","certificate":""}', says: /has no "hashes"/ },
  { what: 'without signature', signature: '{"hashes":{},"certificate":""}', says: /has no "signature"/ },
  { what: 'without certificate', signature: '{"hashes":{},"signature":""}', says: /has no "certificate"/ },
  {
    what: 'with hashes that are no object',
    signature: '{"hashes":["x"],"signature":"","certificate":""}',
    says: /"hashes" is not an object/,
  },
]

function expectRefusal(result: ReturnType<typeof action>, says: RegExp): void {
  const log = visible(result.stdout)
  expect(result.code, log).toBe(1)
  expect(result.outputs.verdict).toBe('failed')
  expect(log).toMatch(says)
  expect(log + result.stderr + result.summary).not.toMatch(/\n\s+at |node:internal|AppsignError/)
  for (const secret of [authority.keyPem, encrypted])
    for (const line of secret.split('\n').slice(1, -2)) expect(log + result.summary + result.stderr).not.toContain(line)
}

describe('signing refuses, says why, and writes nothing', () => {
  it.each(SIGNING)('$what', ({ inputs, app, says }) => {
    const root = makeApp({ 'appinfo/signature.json': EARLIER })
    app?.(root)
    const before = readdirSync(join(root, 'appinfo'))
    expectRefusal(action({ mode: 'sign', ...good, ...inputs }, root), says)
    expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).toBe(EARLIER)
    expect(readdirSync(join(root, 'appinfo'))).toEqual(before)
  })

  it('a folder that can not be written to', () => {
    const root = makeApp()
    chmodSync(root, 0o755)
    chmodSync(join(root, 'appinfo'), 0o555)
    if (process.getuid?.() !== 0) return expectRefusal(action({ ...good }, root), /path "." is not writable/)
    // Root may write anywhere, so another user runs it, from a copy that this user can read.
    const place = temporaryFolder()
    chmodSync(place, 0o755)
    cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), place, { recursive: true })
    writeFileSync(join(place, 'package.json'), '{"type":"module"}')
    cpSync(NODE, join(place, 'node'))
    chmodSync(join(place, 'node'), 0o755)
    const bundle = join(place, 'index.js')
    expectRefusal(
      runAction({ ...good }, { workspace: root, node: join(place, 'node'), bundle, uid: 65534 }),
      /path "." is not writable/,
    )
    expect(existsSync(join(root, 'appinfo/signature.json'))).toBe(false)
  })

  it('a signature.json that is a folder', () => {
    const root = makeApp()
    mkdirSync(join(root, 'appinfo/signature.json'))
    expectRefusal(action({ ...good }, root), /"appinfo\/signature.json" can not be written/)
    expect(readdirSync(join(root, 'appinfo')).sort()).toEqual(['info.xml', 'signature.json'])
  })
})

describe('verifying fails on a signature.json that is', () => {
  it.each(VERIFYING)('$what', ({ signature, says }) => {
    const root = makeApp({ 'appinfo/signature.json': signature })
    const result = action({ mode: 'verify', ...good }, root)
    expectRefusal(result, says)
    expect(visible(result.stdout)).toContain('Signature data not found.')
    expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).toBe(signature)
  })

  it('200 MB large', () => {
    const root = makeApp({ 'appinfo/signature.json': '{' })
    truncateSync(join(root, 'appinfo/signature.json'), 200 * 1024 * 1024)
    expectRefusal(action({ mode: 'verify', ...good }, root), /signature.json is larger than 128 MiB/)
  })

  it('a link to a secret: nothing of it is shown', () => {
    const root = makeApp()
    const secret = join(temporaryFolder(), 'secret')
    writeFileSync(secret, 'hunter2 hunter2')
    symlinkSync(secret, join(root, 'appinfo/signature.json'))
    const result = action({ mode: 'verify', ...good }, root)
    expectRefusal(result, /The app is not signed/)
    expect(result.stdout + result.summary).not.toContain('hunter2')
  })
})

describe('golden keys', () => {
  it('sign with the bundle too', () => {
    const app = makeApp()
    const result = action(
      {
        'trusted-authorities': goldenFile('pki/test-root.crt').toString(),
        'private-key': goldenFile('pki/activity.key').toString(),
        certificate: goldenFile('pki/activity.crt').toString(),
        server: 'owncloud',
      },
      app,
    )
    // The test certificate itself ends in 2036: then the refusal has to say so.
    if (Date.now() < Date.parse('2036-11-18')) expect(result.outputs).toMatchObject({ server: 'owncloud' })
    else expectRefusal(result, /expired on/)
  })
})

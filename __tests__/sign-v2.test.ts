import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnvelope } from '../src/envelope/parse'
import { AppsignError } from '../src/findings/errors'
import type { Format } from '../src/findings/server'
import { openFolder } from '../src/payload/folder'
import { bundledAuthorities, customAuthority } from '../src/pki/authorities'
import { type Certificate, readCertificates } from '../src/pki/certificate'
import type { Credentials } from '../src/pki/credentials'
import { parsePrivateKey } from '../src/pki/key'
import type { Trust } from '../src/pki/trust'
import { sign } from '../src/sign'
import { verify } from '../src/verify'
import { goldenFile, goldenPath, makeApp, writeGoldenTree } from './helpers/tree'
import {
  extension,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  key,
  leafKey,
  makeList,
  NOW,
  v2Authority,
} from './helpers/v2-pki'

const now = new Date('2026-12-01T00:00:00Z')
const certificate = (name: string) => readCertificates(goldenFile(`pki/g2/${name}.crt`).toString())[0] as Certificate
const golden = (name: string): Credentials => ({
  key: parsePrivateKey(goldenFile(`pki/g2/${name}.key`).toString()),
  leaf: certificate(name),
  intermediates: [certificate('int')],
})
const offline = { mode: 'bundled', fetch: () => Promise.reject(new Error('no network')) } as const
const goldenTrust: Trust = {
  authorities: [
    ...bundledAuthorities(),
    customAuthority([certificate('root')], { bundled: goldenFile('pki/g2/dev.crl') }),
  ],
  server: undefined,
  revocation: offline,
  now,
  expiryWarningDays: 60,
}

describe('M is what the server accepts for the tree, and is written as it was signed', () => {
  for (const name of readdirSync(goldenPath('trees')).map((file) => file.replace('.json', ''))) {
    const expected = goldenPath(`expected/${name}.v2.manifest.json`)
    if (!existsSync(expected)) continue
    it.each(['activity', 'rsa'])(`${name}, key %s`, async (pair) => {
      const root = writeGoldenTree(name)
      const report = await sign(openFolder(root), golden(pair), goldenTrust, { format: 'v2' })
      expect(report).toMatchObject({ format: 'v2', server: 'owncloud', revocation: { state: 'good' } })
      const file = readFileSync(join(root, 'appinfo/signature.json'))
      const manifest = readFileSync(expected).toString()
      const algorithm = pair === 'rsa' ? 'rsa-pss-sha384' : 'ecdsa-p384-sha384'
      expect(file.toString().startsWith(`{"v":2,"alg":"${algorithm}","hashes":${manifest},"signature":"`)).toBe(true)
      const parsed = parseEnvelope(file)
      expect(parsed).toMatchObject({
        envelope: {
          leaf: goldenFile(`pki/g2/${pair}.crt`).toString(),
          chain: [goldenFile('pki/g2/int.crt').toString()],
        },
      })
      const { findings } = await verify(openFolder(root), goldenTrust)
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    })
  }
})

const root = issueRoot()
const APP = {
  'appinfo/info.xml':
    '<info><id>activity</id><version>1.0.0</version><dependencies><owncloud min-version="11" max-version="11"/></dependencies></info>',
}
const trust = (more: Partial<Trust> = {}): Trust => ({
  authorities: [...bundledAuthorities(), v2Authority()],
  server: undefined,
  revocation: offline,
  now: NOW,
  expiryWarningDays: 60,
  ...more,
})
const good = (): Credentials => ({ key: leafKey(), leaf: issueLeaf(), intermediates: [issueIntermediate()] })

async function refusal(
  credentials: Credentials,
  more: Partial<Trust> = {},
  format?: Format,
  files = {},
): Promise<string> {
  const app = makeApp({ ...APP, 'appinfo/signature.json': 'earlier', ...files })
  const error = await sign(openFolder(app), credentials, trust(more), { format }).catch((thrown: unknown) => thrown)
  expect(readFileSync(join(app, 'appinfo/signature.json'), 'utf8')).toBe('earlier')
  expect(readdirSync(join(app, 'appinfo')).sort()).toEqual(['info.xml', 'signature.json'])
  if (!(error instanceof AppsignError)) throw error
  return `${error.code}: ${error.message}`
}

describe('v2 is refused, and nothing is written, for', () => {
  const withKey = (name: string): Credentials => ({ ...good(), key: key(name), leaf: issueLeaf({ key: key(name) }) })
  const withLeaf = (wanted: Parameters<typeof issueLeaf>[0]): Credentials => ({ ...good(), leaf: issueLeaf(wanted) })
  const withChain = (...intermediates: Certificate[]): Credentials => ({ ...good(), intermediates })
  const other = issueIntermediate({ subject: [['CN', 'Other']], key: key('secp384r1 other') })

  it.each<[string, () => Credentials, RegExp]>([
    [
      'a key on P-256',
      () => withKey('prime256v1'),
      /^KEY_INVALID: private-key is an EC key \(prime256v1\), and format v2 takes EC keys on P-384/,
    ],
    ['a key on P-521', () => withKey('secp521r1'), /^KEY_INVALID: private-key is an EC key \(secp521r1\)/],
    ['an RSA key of 1024 bits', () => withKey('rsa1024'), /^KEY_INVALID: private-key is an RSA key of 1024 bits/],
    ['an RSA key of 3072 bits', () => withKey('rsa3072'), /^KEY_INVALID: private-key is an RSA key of 3072 bits/],
    ['an Ed25519 key', () => withKey('ed25519'), /^KEY_INVALID: private-key is a key of the kind ed25519/],
    ['a DSA key', () => withKey('dsa'), /^KEY_INVALID: private-key is a key of the kind dsa/],
    [
      'a key of another certificate',
      () => ({ ...good(), key: key('secp384r1 other') }),
      /^KEY_MISMATCH: .*[0-9a-f]{64}.*[0-9a-f]{64}/,
    ],
    [
      'a leaf that is a CA',
      () => withLeaf({ extensions: [extension.ca(), extension.digitalSignature, extension.codeSigning] }),
      /CERTIFICATE_REFUSED: .*CA:TRUE/,
    ],
    [
      'a leaf without digitalSignature',
      () => withLeaf({ extensions: [extension.keyEncipherment, extension.codeSigning] }),
      /lacks the key usage digitalSignature/,
    ],
    [
      'a leaf without codeSigning',
      () => withLeaf({ extensions: [extension.digitalSignature] }),
      /lacks the extended key usage codeSigning/,
    ],
    ['a leaf of another app', () => withLeaf({ subject: [['CN', 'calendar']] }), /is for "calendar".*"activity"/],
    ['a CN in upper case', () => withLeaf({ subject: [['CN', 'Activity']] }), /Invalid CN format: Activity/],
    [
      'a leaf that has expired',
      () => withLeaf({ notAfter: new Date('2026-11-20T00:00:00Z') }),
      /it expired on 2026-11-20/,
    ],
    [
      'a leaf of the future',
      () => withLeaf({ notBefore: new Date('2026-12-24T00:00:00Z') }),
      /it is valid only from 2026-12-24/,
    ],
    [
      'an intermediate that has expired',
      () => withChain(issueIntermediate({ notAfter: new Date('2026-11-20T00:00:00Z') })),
      /its issuer "CN=Test Intermediate CA G2" expired/,
    ],
    ['no intermediate', () => withChain(), /does not lead to an authority of Nextcloud or ownCloud/],
    [
      'an unrelated certificate in the chain',
      () => withChain(issueIntermediate(), other),
      /^CERTIFICATE_INVALID: certificate-chain holds "CN=Other"/,
    ],
    [
      'a chain in the wrong order',
      () => withChain(root, issueIntermediate()),
      /certificate-chain is in the wrong order/,
    ],
    [
      'a root that nobody trusts',
      () => withChain(issueIntermediate({ signer: key('secp384r1 other') })),
      /does not lead to an authority/,
    ],
    ['a pathlen that is exceeded', () => good(), /does not lead to an authority/],
    ['a revoked leaf', () => good(), /was revoked by/],
    ['a revoked intermediate', () => good(), /"CN=Test Intermediate CA G2" \(serial 2\) was revoked by/],
    ['a list that can not be used', () => good(), /Nobody can tell whether the certificate was revoked/],
  ])('%s', async (what, credentials, says) => {
    const authorities: Record<string, Trust['authorities']> = {
      'a pathlen that is exceeded': [
        v2Authority(makeList(), issueRoot({ extensions: [extension.ca(0), extension.keyCertSign] })),
      ],
      'a chain in the wrong order': [v2Authority(makeList(), root)],
      'a revoked leaf': [v2Authority(makeList(['A1']))],
      'a revoked intermediate': [v2Authority(makeList(['02']))],
      'a list that can not be used': [v2Authority(Buffer.from('<html>'))],
    }
    const more = authorities[what] ? { authorities: authorities[what] } : {}
    expect(await refusal(credentials(), more, 'v2')).toMatch(says)
  })
})

describe('the format follows from key and authority', () => {
  const rsa = key('rsa2048')
  const rsaLeaf = (): Credentials => ({ ...good(), key: rsa, leaf: issueLeaf({ key: rsa }) })
  const g2 = { ...v2Authority(), id: 'owncloud-g2', name: 'ownCloud G2', server: 'owncloud', format: 'v2' } as const
  const g1 = { ...v2Authority(), id: 'owncloud-g1', name: 'ownCloud G1', server: 'owncloud', format: 'legacy' } as const
  const nextcloud = { ...g1, id: 'nextcloud', name: 'Nextcloud', server: 'nextcloud' } as const
  const direct = (): Credentials => ({
    ...rsaLeaf(),
    leaf: issueLeaf({ key: rsa, issuer: [['CN', 'Test Root CA G2']], signer: key('secp384r1 root') }),
  })
  const rootList = makeList([], { issuer: [['CN', 'Test Root CA G2']], signer: key('secp384r1 root') })
  const listed = { revocation: { bundled: rootList } }
  const both = '<info><id>activity</id><version>1</version></info>'
  const signs = async (credentials: Credentials, authorities: Trust['authorities'], format?: Format) => {
    const app = makeApp({ 'appinfo/info.xml': both })
    const report = await sign(openFolder(app), credentials, trust({ authorities }), { format })
    return `${report.format} for ${report.server}`
  }

  it.each<[string, string, () => Promise<string>]>([
    ['EC key, own authority', 'v2 for owncloud', () => signs(good(), [v2Authority()])],
    ['EC key, G2', 'v2 for owncloud', () => signs(good(), [g2])],
    ['RSA key, G2', 'v2 for owncloud', () => signs(rsaLeaf(), [g2])],
    ['RSA key, G1', 'legacy for owncloud', () => signs(direct(), [{ ...g1, ...listed }])],
    ['RSA key, Nextcloud', 'legacy for nextcloud', () => signs(direct(), [{ ...nextcloud, ...listed }])],
    ['RSA key, own authority', 'legacy for nextcloud', () => signs(direct(), [{ ...v2Authority(), ...listed }])],
    ['RSA key, own authority, v2 asked for', 'v2 for owncloud', () => signs(rsaLeaf(), [v2Authority()], 'v2')],
  ])('%s: %s', async (_, expected, act) => {
    expect(await act()).toBe(expected)
  })

  const nextcloudOnly = {
    'appinfo/info.xml': '<info><id>activity</id><dependencies><nextcloud min-version="30"/></dependencies></info>',
  }
  it.each<[string, RegExp, () => Promise<string>]>([
    [
      'a G1 leaf with v2',
      /certificate is of ownCloud G1, whose certificates are for the format legacy, and format is v2/i,
      () => refusal(direct(), { authorities: [g1] }, 'v2'),
    ],
    [
      'a G2 leaf with legacy',
      /certificate is of ownCloud G2, whose certificates are for the format v2, and format is legacy/i,
      () => refusal(rsaLeaf(), { authorities: [g2] }, 'legacy'),
    ],
    [
      'an EC key with legacy',
      /format is legacy, which takes RSA keys only, and private-key is an EC key/,
      () => refusal(good(), {}, 'legacy'),
    ],
    [
      'v2 for Nextcloud',
      /format is v2, and the app is for Nextcloud/,
      () => refusal(rsaLeaf(), { server: 'nextcloud' }, 'v2'),
    ],
    [
      'v2 with a leaf of Nextcloud',
      /format is v2, and the app is for Nextcloud/,
      () => refusal(direct(), { authorities: [nextcloud] }, 'v2', { 'appinfo/info.xml': both }),
    ],
    [
      'v2 for an app that depends on Nextcloud only',
      /format is v2, and the app is for Nextcloud/,
      () => refusal(rsaLeaf(), {}, 'v2', nextcloudOnly),
    ],
    [
      'an EC key for Nextcloud',
      /private-key is an EC key, which only format v2 takes, and the app is for Nextcloud/,
      () => refusal(good(), { server: 'nextcloud' }),
    ],
  ])('%s is refused', async (_, says, act) => {
    expect(await act()).toMatch(says)
  })

  const told = async (dependency: string, format: Format, at = NOW) => {
    const xml = `<info><id>activity</id><version>1</version><dependencies>${dependency}</dependencies></info>`
    const app = makeApp({ 'appinfo/info.xml': xml })
    const credentials = format === 'v2' ? good() : direct()
    const authority = format === 'v2' ? v2Authority() : { ...g1, ...listed }
    const { findings } = await sign(
      openFolder(app),
      credentials,
      trust({ authorities: [authority], now: at, server: 'owncloud' }),
      { format },
    )
    return findings
      .filter(({ code }) => ['LEGACY_SUNSET', 'V2_LEAVES_OUT_10'].includes(code))
      .map(({ code, severity, message }) => `${severity} ${code}: ${message}`)
      .join()
  }
  it('says which servers will not read it', async () => {
    expect(await told('<owncloud min-version="10" max-version="11"/>', 'legacy')).toMatch(
      /^warning LEGACY_SUNSET: .*2026-12-31T23:59:59Z: .*11\.0 and later will refuse this app.*\(info.xml names ownCloud 10 to 11\)/,
    )
    expect(await told('<owncloud min-version="10"/>', 'legacy', new Date('2027-02-01'))).toMatch(
      /^warning LEGACY_SUNSET: .*later refuse this app.*ownCloud 10 to any version/,
    )
    expect(await told('<owncloud min-version="10" max-version="10"/>', 'legacy', new Date('2027-02-01'))).toMatch(
      /^notice LEGACY_SUNSET: .*ownCloud 10 goes on reading/,
    )
    expect(await told('<owncloud min-version="10" max-version="11"/>', 'v2')).toMatch(
      /^warning V2_LEAVES_OUT_10: ownCloud 10 does not read format v2/,
    )
    expect(await told('<owncloud min-version="11" max-version="11"/>', 'v2')).toBe('')
  })
})

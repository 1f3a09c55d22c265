import { constants, createHash, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signLegacy } from '../src/envelope/scheme'
import { openFolder } from '../src/payload/folder'
import { type Authority, bundledAuthorities } from '../src/pki/authorities'
import type { Certificate } from '../src/pki/certificate'
import type { Trust } from '../src/pki/trust'
import { verify } from '../src/verify'
import { canonicalJson } from './helpers/manifest-json'
import { makeApp } from './helpers/tree'
import {
  extension,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  key,
  leafKey,
  makeList,
  NOT_AFTER,
  NOT_BEFORE,
  NOW,
  pem,
  ROOT,
  rootKey,
  v2Authority,
} from './helpers/v2-pki'

const APP = {
  'appinfo/info.xml':
    '<info><id>activity</id><version>1.0.0</version><dependencies><owncloud min-version="11" max-version="11"/></dependencies></info>',
  'lib/a.php': '<?php',
}
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
const M = canonicalJson(new Map(Object.entries(APP).map(([path, content]) => [path, sha512(content)]))).toString()

/** What an envelope is made of; every part as it stands in the file, so that each can be damaged alone. */
interface Parts {
  /** JSON of each member, by name, in the file's order. */
  members: Record<string, string>
  /** The file itself, when a damage goes deeper than its members. */
  raw?: string | Uint8Array
  authority: Authority
  infoXml: string
  now: Date
}

const GOOD_KEY = leafKey()
function signature(bytes: string, signer: KeyObject = GOOD_KEY): string {
  const options = signer.asymmetricKeyType === 'rsa' ? { key: signer, ...PSS } : signer
  const digest = ['ed25519', 'dsa'].includes(signer.asymmetricKeyType ?? '') ? undefined : 'sha384'
  const value =
    signer.asymmetricKeyType === 'ed25519'
      ? sign(null, Buffer.from(bytes), signer)
      : sign(digest ?? 'sha256', Buffer.from(bytes), options)
  return value.toString('base64')
}
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }

function certificates(leaf: Certificate, chain: readonly Certificate[]): string {
  return JSON.stringify({ leaf: pem(leaf), chain: chain.map(pem) })
}

const leaf = issueLeaf()
const intermediate = issueIntermediate()
function good(): Parts {
  return {
    members: {
      v: '2',
      alg: '"ecdsa-p384-sha384"',
      hashes: M,
      signature: JSON.stringify(signature(M)),
      certificates: certificates(leaf, [intermediate]),
    },
    authority: v2Authority(),
    infoXml: APP['appinfo/info.xml'],
    now: NOW,
  }
}

function serialise(members: Record<string, string>): string {
  return `{${Object.entries(members)
    .map(([name, value]) => `"${name}":${value}`)
    .join(',')}}`
}

async function verdictOn(parts: Parts) {
  const app = makeApp({
    'appinfo/info.xml': parts.infoXml,
    'lib/a.php': APP['lib/a.php'],
    'appinfo/signature.json': parts.raw ?? serialise(parts.members),
  })
  // makeApp brings files of its own: what counts here is what is wrong with the envelope.
  const trust: Trust = {
    authorities: [...bundledAuthorities(), parts.authority],
    server: undefined,
    revocation: { mode: 'bundled', fetch: () => Promise.reject(new Error('no network')) },
    now: parts.now,
    expiryWarningDays: 0,
  }
  const { findings } = await verify(openFolder(app), trust)
  return findings.filter(({ severity, exception }) => severity === 'error' && exception !== undefined)
}

type Damage = [what: string, damage: (parts: Parts) => unknown]
const member = (name: string, value: string | undefined) => (parts: Parts) => {
  if (value === undefined) delete parts.members[name]
  else parts.members[name] = value
}
const raw = (change: (text: string) => string | Uint8Array) => (parts: Parts) => {
  parts.raw = change(serialise(parts.members))
}
const signedBy =
  (other: KeyObject, wanted: Parameters<typeof issueLeaf>[0] = {}, alg?: string) =>
  (parts: Parts) => {
    parts.members.signature = JSON.stringify(signature(M, other))
    parts.members.certificates = certificates(issueLeaf({ key: other, ...wanted }), [intermediate])
    if (alg) parts.members.alg = JSON.stringify(alg)
  }
const withLeaf = (wanted: Parameters<typeof issueLeaf>[0]) => (parts: Parts) => {
  parts.members.certificates = certificates(issueLeaf(wanted), [intermediate])
}
const withChain =
  (...chain: Certificate[]) =>
  (parts: Parts) => {
    parts.members.certificates = certificates(leaf, chain)
  }
const withList = (list: Uint8Array) => (parts: Parts) => {
  parts.authority = v2Authority(list)
}
const setId = (id: string) => (parts: Parts) => {
  parts.infoXml = parts.infoXml.replace('>activity<', `>${id}<`)
}
const names = (text: string, from: string | RegExp, to: string) => text.replace(from, () => to)

const MISSING: Damage[] = [
  ['an empty file', raw(() => '')],
  ['not JSON', raw(() => 'hello')],
  ['JSON that is cut off', raw((text) => text.slice(0, -1))],
  ['an array', raw((text) => `[${text}]`)],
  ['null', raw(() => 'null')],
  ['a byte order mark', raw((text) => `\ufeff${text}`)],
  [
    'bytes that are not UTF-8',
    raw((text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from(',"x":"\xff"}', 'latin1')])),
  ],
  ['half a surrogate pair in a member that nobody reads', member('x', '"\\ud800"')],
  ['nesting deeper than PHP goes', member('x', '['.repeat(512) + ']'.repeat(512))],
  ['no hashes', member('hashes', undefined)],
  ['hashes that are null', member('hashes', 'null')],
  ['hashes that are a list', member('hashes', '["a"]')],
  ['hashes that are a string', member('hashes', '"a"')],
  ['hashes under a name with an escape only', raw((text) => names(text, '"hashes"', '"\\u0068ashes"'))],
  ['the word hashes as an earlier value', (parts) => (parts.members = { x: '"hashes"', ...parts.members })],
  ['the word hashes in an earlier list', (parts) => (parts.members = { x: '["hashes"]', ...parts.members })],
  ['an earlier hashes that is a list', raw((text) => `{"hashes":[],${text.slice(1)}`)],
  ['no signature', member('signature', undefined)],
  ['a signature that is a number', member('signature', '5')],
  ['an empty signature', member('signature', '""')],
  ['a signature with a sign that is not base64', (parts) => (parts.members.signature = `"*${signature(M)}"`)],
  ['a signature in the alphabet of URLs', member('signature', '"ab-_"')],
  ['a signature with padding of the wrong length', member('signature', '"AAAAA="')],
  ['v 1', member('v', '1')],
  ['v 3', member('v', '3')],
  ['v "2"', member('v', '"2"')],
  ['v 2.0', member('v', '2.0')],
  ['v true', member('v', 'true')],
  ['v in a list', member('v', '[2]')],
  ['v that stands twice, the last one unknown', raw((text) => `${text.slice(0, -1)},"v":3}`)],
  ['no certificates beside v', member('certificates', undefined)],
  ['certificates that are a string', member('certificates', '"x"')],
  ['certificates without a leaf', member('certificates', '{"chain":[]}')],
  ['a leaf that is a number', member('certificates', '{"leaf":1,"chain":[]}')],
  ['a leaf that is a list', member('certificates', '{"leaf":["x"],"chain":[]}')],
]

const otherRoot = issueRoot({ key: key('secp384r1 other root'), signer: key('secp384r1 other root') })
const forgedIntermediate = issueIntermediate({ signer: key('secp384r1 other root') })
const damaged = (certificate: Certificate) =>
  pem(certificate).replace(/(.{8})(\n-----END)/, (_, a: string, b: string) => [...a].reverse().join('') + b)

const BAD_CHAIN: Damage[] = [
  ['a leaf that is no PEM', member('certificates', '{"leaf":"hello","chain":[]}')],
  [
    'a leaf that is cut off',
    (p) => (p.members.certificates = JSON.stringify({ leaf: pem(leaf).slice(0, 300), chain: [pem(intermediate)] })),
  ],
  [
    'a leaf of other bytes',
    member('certificates', '{"leaf":"-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\\n","chain":[]}'),
  ],
  [
    'a leaf whose signature is damaged',
    (p) => (p.members.certificates = JSON.stringify({ leaf: damaged(leaf), chain: [pem(intermediate)] })),
  ],
  ['no chain', member('certificates', JSON.stringify({ leaf: pem(leaf) }))],
  ['an empty chain', withChain()],
  ['a chain that is a string', member('certificates', JSON.stringify({ leaf: pem(leaf), chain: pem(intermediate) }))],
  ['a chain of numbers', member('certificates', JSON.stringify({ leaf: pem(leaf), chain: [1, 2] }))],
  ['a chain with the root instead of the intermediate', withChain(issueRoot())],
  [
    'a chain with an unrelated certificate only',
    withChain(issueIntermediate({ subject: [['CN', 'Other']], key: key('secp384r1 other') })),
  ],
  ['an intermediate by a root that nobody trusts', withChain(forgedIntermediate)],
  ['that root itself in the chain', withChain(forgedIntermediate, otherRoot)],
  [
    'an intermediate that is no CA',
    withChain(issueIntermediate({ extensions: [extension.notCa, extension.keyCertSign] })),
  ],
  ['an intermediate without basicConstraints', withChain(issueIntermediate({ extensions: [] }))],
  [
    'an intermediate that may not sign certificates',
    withChain(issueIntermediate({ extensions: [extension.ca(0), extension.digitalSignature] })),
  ],
  [
    'an intermediate whose signature is damaged',
    (p) => (p.members.certificates = JSON.stringify({ leaf: pem(leaf), chain: [damaged(intermediate)] })),
  ],
  ['an intermediate of the right name with another key', withChain(issueIntermediate({ key: key('secp384r1 other') }))],
  [
    'a root whose pathlen is 0',
    (p) => (p.authority = v2Authority(makeList(), issueRoot({ extensions: [extension.ca(0), extension.keyCertSign] }))),
  ],
  [
    'a leaf below the leaf of another app',
    (p) => {
      const app = issueLeaf({ subject: [['CN', 'other_app']], key: key('secp384r1 app') })
      const below = issueLeaf({ issuer: [['CN', 'other_app']], signer: key('secp384r1 app') })
      p.members.certificates = certificates(below, [app, intermediate])
    },
  ],
  [
    'a leaf two intermediates below the root',
    (p) => {
      const second = issueIntermediate({
        subject: [['CN', 'Second']],
        issuer: [['CN', 'Test Intermediate CA G2']],
        key: key('secp384r1 second'),
        signer: key('secp384r1 intermediate'),
      })
      p.members.certificates = certificates(
        issueLeaf({ issuer: [['CN', 'Second']], signer: key('secp384r1 second') }),
        [second, intermediate],
      )
    },
  ],
  [
    'a leaf that signed itself',
    withLeaf({ issuer: [['CN', 'activity']], subject: [['CN', 'activity']], signer: leafKey() }),
  ],
  [
    'a leaf that is a CA',
    withLeaf({ extensions: [extension.ca(), extension.digitalSignature, extension.codeSigning] }),
  ],
  ['a leaf without key usage', withLeaf({ extensions: [extension.notCa, extension.codeSigning] })],
  ['a leaf without digitalSignature', withLeaf({ extensions: [extension.keyEncipherment, extension.codeSigning] })],
  ['a leaf without extended key usage', withLeaf({ extensions: [extension.notCa, extension.digitalSignature] })],
  ['a leaf without codeSigning', withLeaf({ extensions: [extension.digitalSignature, extension.serverAuth] })],
  ['a leaf with no extensions at all', withLeaf({ extensions: [] })],
  ['a leaf that has expired', (p) => (p.now = new Date(NOT_AFTER.getTime() + 1000))],
  ['a leaf of the future', (p) => (p.now = new Date(NOT_BEFORE.getTime() - 1000))],
]

const BAD_ALGORITHM: Damage[] = [
  ['alg missing', member('alg', undefined)],
  ['alg null', member('alg', 'null')],
  ['alg a number', member('alg', '384')],
  ['alg empty', member('alg', '""')],
  [
    'alg legacy, below an authority of v2',
    (p) => {
      p.members.alg = '"rsa-pss-sha1"'
      p.authority = { ...p.authority, format: 'v2' }
    },
  ],
  [
    'alg legacy, after the sunset',
    (p) => {
      p.members.alg = '"rsa-pss-sha1"'
      p.now = new Date('2027-01-02T00:00:00Z')
    },
  ],
  ['alg unknown', member('alg', '"ecdsa-p256-sha256"')],
  ['alg none', member('alg', '"none"')],
  ['alg in upper case', member('alg', '"ECDSA-P384-SHA384"')],
  ['alg with a blank', member('alg', '"ecdsa-p384-sha384 "')],
  ['a key on P-256', signedBy(key('prime256v1'))],
  ['a key on P-521', signedBy(key('secp521r1'))],
  ['an RSA key of 1024 bits', signedBy(key('rsa1024'), {}, 'rsa-pss-sha384')],
  ['an RSA key of 3072 bits', signedBy(key('rsa3072'), {}, 'rsa-pss-sha384')],
  [
    'the legacy format below an authority of v2',
    (p) => {
      p.authority = { ...v2Authority(), format: 'v2', server: 'owncloud' }
      p.members = {
        hashes: M,
        signature: '"AAAA"',
        certificate: JSON.stringify(pem(issueLeaf({ issuer: ROOT, signer: rootKey(), key: key('rsa2048') }))),
      }
    },
  ],
]

const rsa = key('rsa2048')
const rsaSigned =
  (options: object, digest = 'sha384') =>
  (parts: Parts) => {
    signedBy(rsa, {}, 'rsa-pss-sha384')(parts)
    parts.members.signature = JSON.stringify(sign(digest, Buffer.from(M), { key: rsa, ...options }).toString('base64'))
  }

const BAD_SIGNATURE: Damage[] = [
  ['a signature over other bytes', (p) => (p.members.signature = JSON.stringify(signature(`${M} `)))],
  ['a signature by another key', (p) => (p.members.signature = JSON.stringify(signature(M, key('secp384r1 other'))))],
  ['a signature that is cut off', (p) => (p.members.signature = JSON.stringify(signature(M).slice(0, 40)))],
  [
    'a signature as r and s side by side',
    (p) =>
      (p.members.signature = JSON.stringify(
        sign('sha384', Buffer.from(M), { key: GOOD_KEY, dsaEncoding: 'ieee-p1363' }).toString('base64'),
      )),
  ],
  ['hashes that were indented', (p) => (p.members.hashes = JSON.stringify(JSON.parse(M), null, 4))],
  ['hashes with escaped slashes', (p) => (p.members.hashes = M.replaceAll('/', '\\/'))],
  [
    'hashes in another order',
    (p) => (p.members.hashes = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(M)).reverse()))),
  ],
  ['one digit of a hash changed', (p) => (p.members.hashes = M.replace(/[0-9a-f]"}$/, 'g"}'))],
  ['other hashes in front of the signed ones', raw((text) => `{"hashes":{"evil":"x"},${text.slice(1)}`)],
  ['signed hashes deeper in the file', (p) => (p.members = { ...p.members, hashes: '{}', x: `{"hashes":${M}}` })],
  ['the RSA algorithm with an EC key', member('alg', '"rsa-pss-sha384"')],
  ['the EC algorithm with an RSA key', signedBy(rsa)],
  ['an Ed25519 key', signedBy(key('ed25519'))],
  ['a DSA key', signedBy(key('dsa'))],
  ['RSA with a salt of 32', rsaSigned({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })],
  ['RSA without a salt', rsaSigned({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 0 })],
  ['RSA in PKCS#1 v1.5', rsaSigned({ padding: constants.RSA_PKCS1_PADDING })],
  ['RSA over SHA-512', rsaSigned(PSS, 'sha512')],
]

const REVOKED: Damage[] = [
  ['the leaf in the list', withList(makeList(['A1']))],
  ['the intermediate in the list', withList(makeList(['02']))],
  ['the leaf among others', withList(makeList(['A0', 'A1', 'A2']))],
]

const html = Buffer.from('<!DOCTYPE html><html></html>')
const brokenList = makeList(['A1'])
brokenList[brokenList.length - 1] = (brokenList.at(-1) ?? 0) ^ 1
const CRL_UNAVAILABLE: Damage[] = [
  ['an empty list', withList(Buffer.alloc(0))],
  ['an HTML page for a list', withList(html)],
  ['a list that is cut off', withList(makeList().subarray(0, 100))],
  ['a list whose signature is damaged', withList(brokenList)],
  ['a list with bytes behind it', withList(Buffer.concat([makeList(), Buffer.from('x')]))],
  ['a list by the root', withList(makeList([], { issuer: ROOT, signer: rootKey() }))],
  ['a list in the name of the issuer by another key', withList(makeList([], { signer: key('secp384r1 other') }))],
  ['a certificate for a list', withList(intermediate.der)],
  ['50 MB of zeros', withList(Buffer.alloc(50 * 1024 * 1024))],
  [
    'an issuer that may not sign lists',
    withChain(issueIntermediate({ extensions: [extension.ca(0), extension.onlyCertSign] })),
  ],
]

const CN_MISMATCH: Damage[] = [
  ['another id', setId('calendar')],
  [
    'a CN in upper case',
    (p) => {
      setId('Activity')(p)
      withLeaf({ subject: [['CN', 'Activity']] })(p)
    },
  ],
  [
    'an id of two letters',
    (p) => {
      setId('ab')(p)
      withLeaf({ subject: [['CN', 'ab']] })(p)
    },
  ],
  [
    'an id with an umlaut',
    (p) => {
      setId('äctivity')(p)
      withLeaf({ subject: [['CN', 'äctivity']] })(p)
    },
  ],
  [
    'a Kelvin sign that lower-casing turns into a k',
    (p) => {
      setId('\u212aalender')(p)
      withLeaf({ subject: [['CN', 'kalender']] })(p)
    },
  ],
  ['CN core', withLeaf({ subject: [['CN', 'core']] })],
  [
    'two CNs',
    withLeaf({
      subject: [
        ['CN', 'other'],
        ['CN', 'activity'],
      ],
    }),
  ],
  ['no CN', withLeaf({ subject: [['O', 'activity']] })],
]

const PASSES: Damage[] = [
  ['nothing is damaged', () => undefined],
  ['an id in upper case is folded', setId('ACTIVITY')],
  ['v is left out', member('v', undefined)],
  ['v is null', member('v', 'null')],
  [
    'the file is indented around the hashes',
    raw((text) =>
      text
        .replaceAll(',"', ',\n  "')
        .replace('{"v"', '{\n "v"')
        .replace(/"hashes":\{.*?\}/s, `"hashes" : ${M}`),
    ),
  ],
  ['other hashes stand behind the signed ones', raw((text) => `${text.slice(0, -1)},"hashes":{"evil":"x"}}`)],
  ['base64 without its padding', (p) => (p.members.signature = JSON.stringify(signature(M).replace(/=+$/, '')))],
  ['base64 with line breaks', (p) => (p.members.signature = JSON.stringify(signature(M).replace(/(.{20})/g, '$1\n')))],
  [
    'an unrelated certificate stands in the chain',
    withChain(issueIntermediate({ subject: [['CN', 'Other']], key: key('secp384r1 other') }), intermediate),
  ],
  [
    'the chain is an object of certificates',
    member('certificates', JSON.stringify({ leaf: pem(leaf), chain: { a: pem(intermediate) } })),
  ],
  ['the key is RSA-2048', signedBy(rsa, {}, 'rsa-pss-sha384')],
  ['the list has other serials', withList(makeList(['A2', 'FF']))],
  [
    'the root issued the leaf itself',
    (p) => {
      p.members.certificates = certificates(issueLeaf({ issuer: ROOT, signer: rootKey() }), [])
      p.authority = v2Authority(makeList([], { issuer: ROOT, signer: rootKey() }))
    },
  ],
]

describe.each([
  ['MISSING_SIGNATURE', MISSING],
  ['BAD_CHAIN', BAD_CHAIN],
  ['BAD_ALGORITHM', BAD_ALGORITHM],
  ['BAD_SIGNATURE', BAD_SIGNATURE],
  ['REVOKED', REVOKED],
  ['CRL_UNAVAILABLE', CRL_UNAVAILABLE],
  ['CN_MISMATCH', CN_MISMATCH],
] as const)('%s comes first for', (code, damages) => {
  it.each(damages)('%s', async (_, damage) => {
    const parts = good()
    damage(parts)
    const [first] = await verdictOn(parts)
    expect(first?.code).toBe(code)
    expect(first?.exception).toBeTruthy()
    expect(`${first?.message} ${first?.hint}`).not.toMatch(/\bat \S+:\d+|undefined/)
  })
})

describe('an envelope is accepted when', () => {
  it.each(PASSES)('%s', async (_, damage) => {
    const parts = good()
    damage(parts)
    expect(await verdictOn(parts)).toEqual([])
  })
})

describe('the legacy scheme in format v2, below G1, by a leaf that has expired', () => {
  const g1Parts = (now: Date): Parts => {
    const parts = good()
    const expired = issueLeaf({ issuer: ROOT, signer: rootKey(), key: rsa, notAfter: new Date('2026-11-20T00:00:00Z') })
    const list = makeList([], { issuer: ROOT, signer: rootKey() })
    parts.authority = {
      ...v2Authority(list),
      id: 'owncloud-g1',
      name: 'ownCloud G1',
      server: 'owncloud',
      format: 'legacy',
    }
    parts.members.alg = '"rsa-pss-sha1"'
    parts.members.signature = JSON.stringify(signLegacy(Buffer.from(M), rsa).toString('base64'))
    parts.members.certificates = certificates(expired, [])
    parts.now = now
    return parts
  }

  it('passes before the sunset', async () => {
    expect(await verdictOn(g1Parts(NOW))).toEqual([])
  })

  it('is refused after it', async () => {
    const codes = (await verdictOn(g1Parts(new Date('2027-01-02T00:00:00Z')))).map(({ code }) => code)
    expect(codes).toEqual(['BAD_ALGORITHM', 'BAD_CHAIN'])
  })
})

import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeJsonObject, hashesSpan } from '../../src/envelope/json'
import { parseEnvelope } from '../../src/envelope/parse'
import { buildManifest } from '../../src/manifest/build'
import { openFolder } from '../../src/payload/folder'
import { sign } from '../../src/sign'
import { verify } from '../../src/verify'
import { keyPem } from '../helpers/certificates'
import { canonicalJson } from '../helpers/manifest-json'
import { runIntegrityV2 } from '../helpers/php'
import { seeded } from '../helpers/random'
import { makeTrees } from '../helpers/random-tree'
import { isMissing } from '../helpers/tools'
import { makeApp, writeGoldenTree } from '../helpers/tree'
import { makeTrust } from '../helpers/trust'
import { issueIntermediate, issueLeaf, issueRoot, key, NOW, pem, v2Authority } from '../helpers/v2-pki'

const root = issueRoot()
const intermediate = issueIntermediate()
const authority = pem(root)
const trust = makeTrust([v2Authority(undefined, root)], NOW, { server: 'owncloud' })

const random = seeded(42)
const { name, pick, tree } = makeTrees(random)

/** Beside names of every kind: what is left out, what looks as if it were, and what means something to JavaScript. */
const ODD = [
  'core/signature.json',
  'lib/core/signature.json',
  'x/core/js/mimetypelist.js',
  'core/js/mimetypelist.js',
  'x/core/js/mimetypelist.js.map',
  'xcore/js/mimetypelist.js',
  '.DS_Store',
  'lib/Thumbs.db',
  'lib/thumbs.db',
  'lib/.directory',
  'lib/.webapp',
  'lib/.webapp-owncloud-1',
  'lib/.webapp-nextcloud-1.2.3',
  'lib/.rnd',
  '.DS_Store.d/x',
  '__proto__',
  'constructor',
  'lib/__proto__/toString',
  '0',
  '00',
  '-0',
  '1e1',
  'all\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f',
  'more\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f',
  'quote"back\\slash',
  'sub/é\u2028\u2029\ufeff',
]

/** A folder of all that, and links: to a file, over a link, to a folder, from a folder, and one of a name that is left out. */
function oddApp(): string {
  const odd = Object.fromEntries(ODD.filter(() => random(3) > 0).map((path) => [path, name()]))
  const app = makeApp({ ...tree(random(2) * 6), ...odd })
  const links: [path: string, target: string][] = [
    ['link.php', 'lib/a.php'],
    [`lib/l-${name()}`, '../js/b.js'],
    ['lib/folder', '../js'],
    ['js/up', '..'],
    ['lib/.webapp', 'a.php'],
    ['linked/core/js/mimetypelist.js', '../../../lib/a.php'],
    ['404', 'js/b.js'],
  ]
  for (const [path, target] of links.filter(() => random(3) > 0)) {
    mkdirSync(dirname(join(app, path)), { recursive: true })
    try {
      symlinkSync(target, join(app, path))
    } catch (error) {
      // The tree may have made a file of that name already.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  symlinkSync('lib/a.php', join(app, 'zz-first'))
  symlinkSync('../zz-first', join(app, 'lib/second'))
  return app
}

async function manifestOf(app: string): Promise<string> {
  const { hashes, findings } = await buildManifest(openFolder(app), { server: 'owncloud', scope: 'app' })
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return canonicalJson(hashes as ReadonlyMap<string, string>).toString()
}
const signaturePath = (app: string) => join(app, 'appinfo/signature.json')
const errorsOf = async (app: string) =>
  (await verify(openFolder(app), trust)).findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)

const GOLDEN = ['chars', 'cruft', 'links', 'numeric-simple', 'order', 'proto', 'unicode']

describe.skipIf(isMissing('php'))('M', () => {
  const apps = [...Array.from({ length: 40 }, oddApp), ...GOLDEN.map(writeGoldenTree)]
  const theirs = runIntegrityV2<string>(apps.map((app) => ({ do: 'manifest', root: app })))

  it('is what PHP makes of the same folder by the rules', async () => {
    for (const [index, app] of apps.entries()) expect(await manifestOf(app)).toBe(theirs[index])
  })

  it('was asked for folders that hold all that is odd', () => {
    const all = theirs.join('')
    for (const part of [
      '"link.php":',
      '"lib/second":',
      '"404":',
      '"__proto__":',
      '"1e1":',
      '\\u0001',
      '\\u001f',
      '\\b',
    ])
      expect(all).toContain(part)
    for (const part of [
      '"xcore/js/mimetypelist.js":',
      '"x/core/js/mimetypelist.js.map":',
      '"lib/core/signature.json":',
    ])
      expect(all).toContain(part)
    for (const part of [
      '"core/signature.json":',
      '/core/js/mimetypelist.js":',
      '"lib/folder',
      '"lib/.webapp-owncloud-1":',
    ])
      expect(all).not.toContain(part)
  })
})

const KEYS: [kind: string, apps: number][] = [
  ['secp384r1', 12],
  ['rsa2048', 3],
  ['rsa4096', 2],
]
const leafFor = (signer: KeyObject) => issueLeaf({ key: signer })

describe.skipIf(isMissing('php')).each(KEYS)('with a key %s', (kind, count) => {
  const signer = key(kind)
  const leaf = leafFor(signer)
  const apps = Array.from({ length: count }, oddApp)
  const signAll = () =>
    Promise.all(
      apps.map((app) =>
        sign(openFolder(app), { key: signer, leaf, intermediates: [intermediate] }, trust, { format: 'v2' }),
      ),
    )
  const check = (app: string) => runIntegrityV2<string[]>([{ do: 'check', root: app, authority }])[0]

  it('apps that are signed here are accepted by PHP', async () => {
    await signAll()
    const answers = runIntegrityV2<string[]>(apps.map((app) => ({ do: 'check', root: app, authority })))
    expect(answers).toEqual(apps.map(() => []))
  })

  it('apps that are signed by PHP are accepted here', async () => {
    const given = { key: keyPem(signer), leaf: pem(leaf), chain: [pem(intermediate)] }
    runIntegrityV2(apps.map((app) => ({ do: 'sign', root: app, ...given })))
    for (const app of apps) {
      expect(readFileSync(signaturePath(app), 'utf8')).toMatch(/^\{\n {2}"certificates":/)
      expect(await errorsOf(app)).toEqual([])
    }
  })

  it('what is changed afterwards is refused by both, whoever signed it', async () => {
    const [app = ''] = apps
    const given = { key: keyPem(signer), leaf: pem(leaf), chain: [pem(intermediate)] }
    for (const by of ['us', 'PHP']) {
      if (by === 'us') await signAll()
      else runIntegrityV2([{ do: 'sign', root: app, ...given }])
      const signed = readFileSync(signaturePath(app), 'utf8')
      writeFileSync(signaturePath(app), signed.replace(/("appinfo\/info\.xml":")./, '$1x'))
      expect(check(app)).toEqual(expect.arrayContaining(['the signature is wrong', 'the files are others']))
      expect(await errorsOf(app)).toEqual(['BAD_SIGNATURE', 'INVALID_HASH'])
      // Only laid out otherwise, the hashes are the same; the signed bytes are not.
      writeFileSync(signaturePath(app), signed.replace('"appinfo/info.xml":', '"appinfo/info.xml": '))
      expect(check(app)).toContain('the signature is wrong')
      expect(await errorsOf(app)).toEqual(['BAD_SIGNATURE'])
    }
  })
})

describe.skipIf(isMissing('php'))('a file that is changed', () => {
  it('is noticed by both', async () => {
    const app = makeApp()
    const credentials = { key: key('secp384r1'), leaf: leafFor(key('secp384r1')), intermediates: [intermediate] }
    await sign(openFolder(app), credentials, trust, { format: 'v2' })
    appendFileSync(join(app, 'lib/a.php'), ' ')
    expect(runIntegrityV2([{ do: 'check', root: app, authority }])).toEqual([['the files are others']])
    expect(await errorsOf(app)).toEqual(['INVALID_HASH'])
  })

  it('is noticed by both when only its issuer is another', async () => {
    const app = makeApp()
    const forged = issueIntermediate({ signer: key('secp384r1 other') })
    const given = { key: keyPem(key('secp384r1')), leaf: pem(leafFor(key('secp384r1'))), chain: [pem(forged)] }
    runIntegrityV2([{ do: 'sign', root: app, ...given }])
    expect(runIntegrityV2([{ do: 'check', root: app, authority }])[0]).toContain('a certificate is not valid')
    expect(await errorsOf(app)).toEqual(['BAD_CHAIN'])
  })
})

/** JSON, and what is nearly JSON. */
const BITS = [
  ...'{}[],:" \n',
  ...[
    '"a"',
    '"hashes"',
    ':',
    '{',
    '}',
    '[',
    ']',
    '1',
    '-',
    '0',
    '.5',
    'e9',
    'true',
    'null',
    'TRUE',
    '"\\ud83d\\ude00"',
  ],
  ...['"\\ud83d"', '"\\u00e9"', '"\\x"', '\u00a0', '\0', '\ufeff', 'é', '"é\u{1f600}"', '"\\""', "'a'", '//', '1e999'],
]
function value(depth: number): string {
  if (depth === 0 || random(3) === 0)
    return pick(['1', '"a"', 'null', '-0.5e3', '"\\ud83d\\ude00"', '""', 'false', '"}{"'])
  const count = random(3)
  const items = Array.from({ length: count }, () => value(depth - 1))
  if (random(2)) return `[${items.join(',')}]`
  return `{${items.map((item) => `${pick(['"a"', '"b"', '"hashes"', '"\\u0068ashes"'])}:${item}`).join(',')}}`
}
/** A JSON text with, more often than not, something that does not belong there. */
function nearly(): string {
  const text = `{"a":${value(4)},"hashes":${value(3)}}`
  if (random(3) === 0) return text
  const at = random(text.length + 1)
  return text.slice(0, at) + pick(BITS) + text.slice(at + random(3))
}

describe.skipIf(isMissing('php'))('PHP', () => {
  it('reads all the JSON that we read', () => {
    const texts = Array.from({ length: 4000 }, nearly)
    const bytes = texts.map((text) => (random(20) ? Buffer.from(text) : Buffer.from(text, 'latin1')))
    const [theirs = []] = runIntegrityV2<boolean[]>([
      { do: 'decode', texts: bytes.map((text) => text.toString('base64')) },
    ])
    const ours = bytes.map((text) => decodeJsonObject(text) !== undefined)
    expect(texts.filter((_, index) => ours[index] && !theirs[index])).toEqual([])
    expect(ours.filter(Boolean).length).toBeGreaterThan(1000)
    expect(ours.filter((good) => !good).length).toBeGreaterThan(1000)
  })

  // json_decode refuses a nesting of 512, its own depth.
  it('goes as deep into JSON as we do', () => {
    const texts = [1, 509, 510, 511, 512, 513].flatMap((depth) => [
      `{"x":${'['.repeat(depth)}${']'.repeat(depth)}}`,
      `{"x":${'{"x":'.repeat(depth)}1${'}'.repeat(depth)}}`,
    ])
    const [theirs] = runIntegrityV2<boolean[]>([
      { do: 'decode', texts: texts.map((text) => Buffer.from(text).toString('base64')) },
    ])
    expect(theirs).toContain(true)
    expect(theirs).toContain(false)
    expect(texts.map((text) => decodeJsonObject(Buffer.from(text)) !== undefined)).toEqual(theirs)
  })

  it('takes the same texts for strict base64, and the same bytes from them', () => {
    const letters = [...'AQIDzZ09+/', '=', '=', ' ', '\n', '\t', '\r', '\f', '\v', '-', '_', '*', '\0', 'é', '\u00a0']
    const texts = Array.from({ length: 4000 }, () =>
      Array.from({ length: 1 + random(9) }, () => (random(4) ? pick(letters.slice(0, 12)) : pick(letters))).join(''),
    )
    const [theirs = []] = runIntegrityV2<(string | null)[]>([{ do: 'base64', texts }])
    const ours = texts.map((text) => {
      const file = { v: 2, hashes: {}, signature: text, certificates: { leaf: 'PEM' } }
      const parsed = parseEnvelope(Buffer.from(JSON.stringify(file)))
      return 'envelope' in parsed ? Buffer.from(parsed.envelope.signature).toString('hex') : null
    })
    // No bytes at all are a signature for PHP, and none for the servers.
    const wrong = texts.map((text, index) => ({ text, ours: ours[index], theirs: theirs[index] || null }))
    expect(wrong.filter((row) => row.ours !== row.theirs)).toEqual([])
    expect(ours.filter((hex) => hex !== null).length).toBeGreaterThan(500)
    expect(ours.filter((hex) => hex === null).length).toBeGreaterThan(500)
  })

  it('finds hashes in the texts in which JSON has them, unless the name is escaped', () => {
    for (let round = 0; round < 500; round++) {
      const hashes = `{"a":${value(3)}}`
      const text = `{"v":2,"x":${value(4).replaceAll('"hashes"', '"other"')},"hashes":${hashes}}`
      expect(hashesSpan(text)).toBe(hashes)
    }
  })
})

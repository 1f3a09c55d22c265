import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeV2Envelope } from '../src/envelope/v2'
import { LEGACY_SUNSET } from '../src/findings/server'
import { encodePhpString } from '../src/manifest/php-json'
import { openArchive } from '../src/payload/archive'
import { openFolder } from '../src/payload/folder'
import { bundledAuthorities, customAuthority } from '../src/pki/authorities'
import { readCertificates } from '../src/pki/certificate'
import { sign } from '../src/sign'
import { joined } from './helpers/manifest-json'
import {
  authority,
  credentialsFor,
  MARKER,
  makeServer,
  openServer,
  reportOf,
  serverFiles,
  signCore,
  trust,
  verifyAll,
  wrong,
} from './helpers/server-tree'
import { refusalOf, writeArchive } from './helpers/signed-app'
import { tarEntry, tarGzOf } from './helpers/tar'
import { temporaryFolder, writeFiles } from './helpers/tree'
import * as v2 from './helpers/v2-pki'

const bare = (vendor: 'nextcloud' | 'owncloud', version: string, files: Record<string, string> = {}) =>
  writeFiles(temporaryFolder(), { ...serverFiles(vendor, version), ...files })
const signatureOf = (root: string) => readFileSync(join(root, 'core/signature.json'), 'utf8')
const hashesOf = (root: string) => (JSON.parse(signatureOf(root)) as { hashes: Record<string, string> }).hashes

const v2Credentials = (commonName = 'core') => ({
  key: v2.leafKey(),
  leaf: v2.issueLeaf({ subject: [['CN', commonName]] }),
  intermediates: [v2.issueIntermediate()],
})
const v2Trust = { ...trust, authorities: [v2.v2Authority()], now: v2.NOW }

describe('signing a server', () => {
  it('writes core/signature.json in the layout of the server, and nothing else', async () => {
    const root = bare('nextcloud', '25.0.12')
    const report = await signCore(root)
    expect(report).toMatchObject({
      mode: 'sign',
      scope: 'server',
      appId: 'core',
      appVersion: '25.0.12',
      server: 'nextcloud',
      format: 'legacy',
      signaturePath: 'core/signature.json',
      fileCount: 16,
    })
    expect(report.findings.map(({ code }) => code)).toEqual(['REVOCATION_OFF'])
    expect(existsSync(join(root, 'appinfo'))).toBe(false)
    const { certificate, signature, hashes } = JSON.parse(signatureOf(root))
    const lines = Object.entries<string>(hashes).map(([path, hash]) => `        ${encodePhpString(path)}: "${hash}"`)
    expect(signatureOf(root)).toBe(
      `{\n    "hashes": {\n${lines.join(',\n')}\n    },\n    "signature": ${encodePhpString(signature)},\n    "certificate": ${encodePhpString(certificate)}\n}`,
    )
    // RSASSA-PSS without salt is the same every time.
    const before = signatureOf(root)
    await signCore(root)
    expect(signatureOf(root)).toBe(before)
  })

  it.each([
    ['nothing', (above: string) => above, true],
    ['the marker once', (above: string) => `${above}${MARKER}\nErrorDocument 403 //\n`, true],
    ['the marker and nothing below', (above: string) => `${above}${MARKER}`, true],
    ['the marker twice', (above: string) => `${above}${MARKER}\n${MARKER}\n`, false],
    ['something above the marker', (above: string) => `${above}#\n${MARKER}\n`, false],
    ['something without a marker', (above: string) => `${above}#\n`, false],
  ])('lets .htaccess get %s', async (_, change, same) => {
    const root = await makeServer('nextcloud')
    const path = join(root, '.htaccess')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    const before = hashesOf(root)
    expect(wrong(reportOf(await verifyAll(openServer(root)), ''))).toEqual(same ? [] : ['INVALID_HASH .htaccess'])
    await signCore(root)
    expect(hashesOf(root)['.htaccess'] === before['.htaccess']).toBe(same)
    expect(wrong(reportOf(await verifyAll(openServer(root)), ''))).toEqual([])
  })

  it('in format v2 is for ownCloud 11, with all that it asks', async () => {
    const root = bare('owncloud', '11.1.0')
    const report = await sign(openFolder(root), v2Credentials(), v2Trust, { scope: 'server' })
    expect(report).toMatchObject({ format: 'v2', server: 'owncloud', fileCount: 16 })
    expect(signatureOf(root)).toMatch(/^\{"v":2,"alg":"ecdsa-p384-sha384","hashes":\{".htaccess":"/)
    const outcomes = await verifyAll(openServer(root), v2Trust)
    expect(wrong(reportOf(outcomes, ''))).toEqual([])
    writeFileSync(join(root, 'occ'), 'changed')
    expect(wrong(reportOf(await verifyAll(openServer(root), v2Trust), ''))).toEqual(['INVALID_HASH occ'])
    const app = v2Credentials('files')
    const hashes = new Map(Object.entries(hashesOf(root)))
    writeFileSync(
      join(root, 'core/signature.json'),
      joined(makeV2Envelope(hashes, app.key, app.leaf, app.intermediates)),
    )
    expect(reportOf(await verifyAll(openServer(root), v2Trust), '').findings[0]).toMatchObject({
      code: 'CN_MISMATCH',
      exception: 'Invalid core CN: files (expected "core")',
    })
    const leafOfApp = await refusalOf(sign(openFolder(root), v2Credentials('files'), v2Trust, { scope: 'server' }))
    expect(leafOfApp.code).toBe('CERTIFICATE_REFUSED')
  })

  it('in format v2 is nothing to ownCloud 10 or Nextcloud', async () => {
    for (const [vendor, version, says] of [
      ['owncloud', '10.16.7', 'ownCloud 10.16.7, which does not read it'],
      ['nextcloud', '31.0.0', 'no Nextcloud server reads format v2'],
    ] as const) {
      const root = bare(vendor, version)
      const refused = await refusalOf(sign(openFolder(root), v2Credentials(), v2Trust, { scope: 'server' }))
      expect([refused.code, refused.message]).toEqual(['INPUT_INVALID', expect.stringContaining(says)])
      expect(existsSync(join(root, 'core/signature.json'))).toBe(false)
    }
    const root = bare('owncloud', '11.1.0')
    await sign(openFolder(root), v2Credentials(), v2Trust, { scope: 'server' })
    writeFiles(root, { 'version.php': serverFiles('owncloud', '10.16.7')['version.php'] ?? '' })
    const { findings } = reportOf(await verifyAll(openServer(root), v2Trust), '')
    expect(findings[0]).toMatchObject({ code: 'BAD_CHAIN', message: expect.stringContaining('ownCloud 10') })
  })

  it('in the legacy format warns of what ownCloud 11 does with it', async () => {
    const authorities = [customAuthority(readCertificates(authority.rootPem))]
    const told = async (version: string, now: Date) => {
      const { findings } = await signCore(bare('owncloud', version), { authorities, now })
      return findings.map(({ code }) => code).filter((code) => code === 'LEGACY_SUNSET')
    }
    const before = new Date(LEGACY_SUNSET.getTime() - 1000)
    expect(await told('10.16.7', before)).toEqual([])
    expect(await told('11.0.0', before)).toEqual(['LEGACY_SUNSET'])
    const after = { now: new Date(LEGACY_SUNSET.getTime() + 1000) }
    expect((await refusalOf(signCore(bare('owncloud', '11.0.0'), after))).message).toContain('Sign in format v2')
  })
})

describe('signing a server is refused', () => {
  const refused = async (root: string, commonName = 'core', options = {}) =>
    refusalOf(sign(openFolder(root), credentialsFor(commonName), trust, { scope: 'server', ...options }))

  it('with the certificate of an app, and an earlier signature stays', async () => {
    const root = await makeServer('nextcloud')
    const before = signatureOf(root)
    const { code, message } = await refused(root, 'files')
    expect([code, message]).toEqual(['CERTIFICATE_REFUSED', expect.stringContaining('a server is signed as "core"')])
    expect(signatureOf(root)).toBe(before)
  })

  it('by an authority of the other vendor', async () => {
    const root = bare('nextcloud', '25.0.12')
    const given = {
      authorities: [...bundledAuthorities(), ...trust.authorities].map((one) => ({
        ...one,
        server: 'owncloud' as const,
      })),
    }
    expect((await refusalOf(signCore(root, given))).code).toBe('CERTIFICATE_REFUSED')
  })

  it('without a server, in an archive, or with a package', async () => {
    expect((await refused(temporaryFolder())).message).toContain('is no server')
    expect((await refused(writeFiles(temporaryFolder(), { 'core/signature.json': '' }))).message).toContain('no file')
    const root = bare('nextcloud', '25.0.12')
    expect((await refused(root, 'core', { package: { path: '/tmp/x.tar.gz', mtime: 0 } })).message).toContain('package')
    const archive = writeArchive(tarGzOf(tarEntry({ name: 'nextcloud/version.php', content: '<?php' })), 'tar.gz')
    const payload = await openArchive(archive, 'a.tar.gz', undefined, 'server')
    const refusal = await refusalOf(sign(payload, credentialsFor('core'), trust, { scope: 'server' }))
    expect(refusal.message).toContain('is an archive')
  })

  it('with the key that signs in it, but not for keys of its own tests', async () => {
    const root = bare('nextcloud', '25.0.12', {
      'lib/tests/other.key': v2.leafKey().export({ type: 'pkcs8', format: 'pem' }).toString(),
    })
    expect((await signCore(root)).findings.map(({ code }) => code)).toEqual(['REVOCATION_OFF'])
    writeFiles(root, { 'lib/own.key': authority.keyPem })
    expect((await refused(root)).message).toContain('"lib/own.key" holds the very key')
  })
})

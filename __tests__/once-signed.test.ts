import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareSigners, type EarlierArchive, readSigner, type Signer } from '../src/once-signed'
import { openFolder } from '../src/payload/folder'
import { bundledAuthorities } from '../src/pki/authorities'
import { makeApp, realPath, temporaryFolder } from './helpers/tree'

const authorities = bundledAuthorities()
const signerOf = (files: Record<string, string | Uint8Array>) => readSigner(openFolder(makeApp(files)), authorities)
const ofReal = (name: string) => signerOf({ 'appinfo/signature.json': readFileSync(realPath(name)) })

const authority = (id: 'nextcloud' | 'owncloud-g1' | 'owncloud-g2') => ({ id, name: id.toUpperCase() })
const NOW = {
  signed: true,
  commonName: 'activity',
  authority: authority('nextcloud'),
  fingerprint: 'a'.repeat(64),
} as const satisfies Signer
const archive = (signer: Signer, asset = 'activity.tar.gz'): EarlierArchive => ({ tag: 'v1.0.0', asset, signer })
const compare = (now: Signer, ...earlier: Signer[]) =>
  compareSigners({ archives: earlier.map((signer) => archive(signer)) }, now)

describe('who signed', () => {
  it.each([
    ['afterlogic-nextcloud.json', 'nextcloud', 'afterlogic'],
    ['afterlogic-owncloud.json', 'owncloud-g1', 'afterlogic'],
  ])('is told from the leaf of %s, with the key as openssl sees it', (name, id, commonName) => {
    const { certificate } = JSON.parse(readFileSync(realPath(name), 'utf8')) as { certificate: string }
    const path = join(temporaryFolder(), 'leaf.pem')
    writeFileSync(path, `${certificate}\n`)
    const sh = 'openssl x509 -in "$1" -pubkey -noout | openssl pkey -pubin -outform DER | openssl dgst -sha256 -r'
    const [fingerprint] = execFileSync('sh', ['-c', sh, 'sh', path], { encoding: 'utf8' }).split(' ')
    expect(ofReal(name)).toMatchObject({ signed: true, commonName, authority: { id }, fingerprint })
  })

  it('is nobody without signature.json, and not known with one that can not be read', () => {
    expect(signerOf({})).toEqual({ signed: false })
    const odd = (content: string) => signerOf({ 'appinfo/signature.json': content })
    expect(odd('')).toMatchObject({ signed: true, problem: expect.stringContaining('is empty') })
    const envelope = { hashes: {}, signature: 'AA==', certificate: 'x' }
    expect(odd(JSON.stringify(envelope))).toMatchObject({ problem: 'its certificate can not be read' })
    const { certificate } = JSON.parse(readFileSync(realPath('afterlogic-owncloud.json'), 'utf8'))
    const others = [authorities.filter(({ server }) => server === 'nextcloud'), []]
    const app = makeApp({ 'appinfo/signature.json': JSON.stringify({ ...envelope, certificate }) })
    for (const trusted of others)
      expect(readSigner(openFolder(app), trusted)).toMatchObject({ problem: expect.stringContaining('nobody known') })
  })
})

describe('once signed', () => {
  it('is nothing to tell when the signer is the same, or nobody signed before', () => {
    expect(compare(NOW, NOW)).toEqual([])
    expect(compare(NOW, { signed: false })).toEqual([])
    expect(compare({ signed: false }, { signed: false })).toEqual([])
  })

  it('is an error when it is not signed now, by another CN, or by another authority', () => {
    const changed: [Signer, RegExp][] = [
      [{ signed: false }, /is not signed/],
      [{ signed: true, problem: 'it is odd' }, /it is odd/],
      [{ ...NOW, commonName: 'Activity' }, /CN=Activity/],
      [{ ...NOW, authority: authority('owncloud-g1') }, /vouched for by OWNCLOUD-G1/],
    ]
    for (const [now, message] of changed) {
      const findings = compare(now, NOW)
      expect(findings).toMatchObject([{ code: 'SIGNER_CHANGED', severity: 'error' }])
      expect(findings[0]?.message).toMatch(message)
      expect(findings[0]?.message).toMatch(/"activity\.tar\.gz" of v1\.0\.0 was signed for CN=activity/)
    }
  })

  it('is a warning when the key is another one, with both fingerprints', () => {
    const findings = compare({ ...NOW, fingerprint: 'b'.repeat(64) }, NOW)
    expect(findings).toMatchObject([{ code: 'KEY_CHANGED', severity: 'warning' }])
    expect(findings[0]?.message).toContain(`${'a'.repeat(64)} then, ${'b'.repeat(64)} now`)
  })

  it('lets an app move from ownCloud G1 to G2, which folds ids, and not back', () => {
    const g1 = { ...NOW, commonName: 'Activity', authority: authority('owncloud-g1') }
    const g2 = { ...NOW, authority: authority('owncloud-g2'), fingerprint: 'b'.repeat(64) }
    expect(compare(g2, g1)).toMatchObject([{ code: 'KEY_CHANGED', severity: 'warning' }])
    expect(compare(g1, g2)).toMatchObject([{ code: 'SIGNER_CHANGED' }])
    expect(compare({ ...g2, commonName: 'other' }, g1)).toMatchObject([{ code: 'SIGNER_CHANGED' }])
  })

  it('compares with the archive of the same authority where there are several', () => {
    const g1 = { ...NOW, authority: authority('owncloud-g1') }
    const g2 = { ...NOW, authority: authority('owncloud-g2'), fingerprint: 'b'.repeat(64) }
    for (const now of [g1, g2]) expect(compare(now, { signed: false }, g1, g2)).toEqual([])
    expect(compare({ signed: false }, { signed: false }, g1)).toMatchObject([{ code: 'SIGNER_CHANGED' }])
  })

  it('is a notice when there is nothing to compare with, saying why', () => {
    const notice = { code: 'EARLIER_RELEASE_UNCHECKED', severity: 'notice' }
    expect(compareSigners({ unchecked: 'because' }, NOW)).toMatchObject([
      { ...notice, message: expect.stringMatching(/not checked: because\.$/) },
    ])
    expect(compare(NOW, { signed: true, problem: 'it is odd' })).toMatchObject([
      { ...notice, message: expect.stringContaining('it is odd') },
    ])
  })
})

import { Buffer } from 'node:buffer'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledAuthorities, customAuthority } from '../../src/pki/authorities'
import { readCertificates } from '../../src/pki/certificate'
import { isIssuedBy } from '../../src/pki/chain'
import { TRUST_FILES } from '../../src/pki/trust.generated'
import { issueRoot } from '../helpers/certificates'
import { TRUST_FOLDER, trustFile } from '../helpers/trust'

describe('the bundled trust files', () => {
  const names = readdirSync(TRUST_FOLDER).flatMap((vendor) =>
    readdirSync(`${TRUST_FOLDER}/${vendor}`).map((name) => `${vendor}/${name}`),
  )

  it('are those of trust/, all of them', () => {
    expect(Object.keys(TRUST_FILES).sort()).toEqual(names.sort())
    expect(names).toContain('nextcloud/root.crt')
  })

  for (const [name, base64] of Object.entries(TRUST_FILES)) {
    it(`${name} is the file, byte for byte`, () => {
      expect(Buffer.from(base64, 'base64').equals(trustFile(name))).toBe(true)
    })
  }
})

describe('bundledAuthorities', () => {
  const [nextcloud, owncloud, ...more] = bundledAuthorities()

  it('are Nextcloud and ownCloud G1', () => {
    expect([nextcloud?.id, owncloud?.id]).toEqual(['nextcloud', 'owncloud-g1'])
    expect([nextcloud?.server, owncloud?.server]).toEqual(['nextcloud', 'owncloud'])
    expect(more).toEqual([])
  })

  it('Nextcloud has an intermediate and the root that issued it', () => {
    expect(nextcloud?.anchors).toHaveLength(2)
    const [intermediate, root] = nextcloud?.anchors ?? []
    if (!intermediate || !root) throw new Error('no anchors')
    expect(isIssuedBy(intermediate, root)).toBe(true)
    expect(isIssuedBy(root, root)).toBe(true)
  })

  it('ownCloud has the first certificate of its file, which has expired', () => {
    const [first] = readCertificates(trustFile('owncloud/root-g1.crt').toString())
    expect(owncloud?.anchors.map(({ der }) => der)).toEqual([first?.der])
    expect(first?.notAfter.toISOString().slice(0, 10)).toBe('2026-01-31')
  })

  it('do not vouch for each other', () => {
    for (const a of nextcloud?.anchors ?? []) {
      for (const b of owncloud?.anchors ?? []) {
        expect(isIssuedBy(a, b)).toBe(false)
        expect(isIssuedBy(b, a)).toBe(false)
      }
    }
  })
})

describe('customAuthority', () => {
  it('belongs to no server and has no revocation list', () => {
    const root = issueRoot()
    const authority = customAuthority([root])
    expect(authority).toMatchObject({ id: 'custom', anchors: [root] })
    expect(authority.server).toBeUndefined()
    expect(authority.revocationList).toBeUndefined()
  })
})

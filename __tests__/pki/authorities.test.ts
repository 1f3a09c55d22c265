import { Buffer } from 'node:buffer'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledAuthorities, customAuthority, LIST_ADDRESSES } from '../../src/pki/authorities'
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
  const [nextcloud, owncloud, g2, ...more] = bundledAuthorities()

  it('are Nextcloud, ownCloud G1 and ownCloud G2', () => {
    const all = [nextcloud, owncloud, g2]
    expect(all.map((authority) => authority?.id)).toEqual(['nextcloud', 'owncloud-g1', 'owncloud-g2'])
    expect(all.map((authority) => authority?.server)).toEqual(['nextcloud', 'owncloud', 'owncloud'])
    expect(all.map((authority) => authority?.format)).toEqual(['legacy', 'legacy', 'v2'])
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

  it('ownCloud G2 has a root, and an intermediate that the root issued and that is no anchor', () => {
    const [root] = g2?.anchors ?? []
    const [intermediate] = g2?.intermediates ?? []
    if (!root || !intermediate) throw new Error('no certificates')
    expect([g2?.anchors.length, g2?.intermediates.length]).toEqual([1, 1])
    expect(isIssuedBy(root, root)).toBe(true)
    expect(isIssuedBy(intermediate, root)).toBe(true)
    expect(intermediate.extensions).toMatchObject({ ca: true, pathLength: 0 })
  })

  it('only the frozen list of G1 is never fetched', () => {
    expect(bundledAuthorities().map(({ revocation }) => revocation?.url)).toEqual([
      LIST_ADDRESSES.nextcloud,
      undefined,
      LIST_ADDRESSES.owncloud,
    ])
    const mirrors = { nextcloud: 'https://localhost/n', owncloud: 'https://localhost/o' }
    expect(bundledAuthorities(mirrors).map(({ revocation }) => revocation?.url)).toEqual([
      'https://localhost/n',
      undefined,
      'https://localhost/o',
    ])
  })

  it('do not vouch for each other', () => {
    const all = bundledAuthorities()
    let pairs = 0
    for (const one of all) {
      for (const other of all.filter((candidate) => candidate !== one)) {
        for (const a of [...one.anchors, ...one.intermediates]) {
          for (const b of [...other.anchors, ...other.intermediates]) {
            pairs++
            expect(isIssuedBy(a, b)).toBe(false)
          }
        }
      }
    }
    expect(pairs).toBe(16)
  })
})

describe('customAuthority', () => {
  it('belongs to no server and has no revocation list', () => {
    const root = issueRoot()
    const authority = customAuthority([root])
    expect(authority).toMatchObject({ id: 'custom', anchors: [root] })
    expect(authority.server).toBeUndefined()
    expect(authority.revocation).toBeUndefined()
    expect(authority.format).toBeUndefined()
  })
})

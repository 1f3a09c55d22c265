import { describe, expect, it } from 'vitest'
import type { Authority } from '../../src/pki/authorities'
import type { Certificate } from '../../src/pki/certificate'
import { findChain, intermediatesOf, isIssuedBy } from '../../src/pki/chain'
import { issue, issueRoot as issueLegacyRoot, makeAuthority, rsaKey } from '../helpers/certificates'
import {
  extension,
  INTERMEDIATE,
  intermediateKey,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  key,
  ROOT,
  rootKey,
} from '../helpers/v2-pki'

const authorityOf = (anchors: readonly Certificate[], intermediates: readonly Certificate[] = []): Authority => ({
  ...makeAuthority(),
  anchors,
  intermediates,
})

describe('a chain to an anchor', () => {
  const root = issueLegacyRoot()
  const leaf = issue()

  it('finds the issuer directly above the leaf', () => {
    const other = makeAuthority(undefined, issueLegacyRoot([['CN', 'Another Root']], rsaKey('other')))
    const authority = makeAuthority(undefined, root)
    expect(findChain(leaf, [other, authority])).toEqual({ leaf, issuers: [root], authority })
    expect(findChain(leaf, [other])).toBeUndefined()
    expect(findChain(leaf, [])).toBeUndefined()
  })

  it('wants the name of the issuer as well as its key', () => {
    const renamed = issue({ issuer: [['CN', 'Somebody']] })
    expect(renamed.x509.verify(root.publicKey)).toBe(true)
    expect(isIssuedBy(renamed, root)).toBe(false)
    expect(findChain(renamed, [authorityOf([root])])).toBeUndefined()
  })

  it('does not go over an intermediate that nobody gave', () => {
    const name = [['CN', 'Intermediate']] as const
    const signer = rsaKey('intermediate')
    const intermediate = issue({ subject: name, key: signer, extensions: [extension.ca()] })
    const below = issue({ issuer: name, signer })
    expect(isIssuedBy(below, intermediate)).toBe(true)
    expect(findChain(below, [makeAuthority(undefined, root)])).toBeUndefined()
  })

  it('does not look at dates', () => {
    const dates = { notBefore: new Date('2040-01-01T00:00:00Z'), notAfter: new Date('2041-01-01T00:00:00Z') }
    expect(findChain(issue(dates), [makeAuthority(undefined, root)])).toBeDefined()
    const chain = findChain(issueLeaf(dates), [authorityOf([issueRoot()])], [issueIntermediate(dates)])
    expect(chain).toBeDefined()
  })

  it('names the root above an anchor that is an intermediate, as in Nextcloud’s file', () => {
    const intermediate = issueIntermediate()
    const top = issueRoot()
    const authority = authorityOf([intermediate, top])
    const below = issueLeaf()
    expect(findChain(below, [authority])).toEqual({ leaf: below, issuers: [intermediate, top], authority })
    // Alone it is trusted just as well: ownCloud G1 is such an anchor.
    expect(findChain(below, [authorityOf([intermediate])])?.issuers).toEqual([intermediate])
  })
})

describe('a chain over an intermediate', () => {
  const root = issueRoot()
  const leaf = issueLeaf()
  const intermediate = issueIntermediate()
  const find = (candidates: readonly Certificate[], authority = authorityOf([root]), of = leaf) =>
    findChain(of, [authority], candidates)?.issuers

  it('takes a candidate from the envelope, or one that is bundled', () => {
    expect(find([intermediate])).toEqual([intermediate, root])
    expect(find([], authorityOf([root], [intermediate]))).toEqual([intermediate, root])
    expect(find([])).toBeUndefined()
  })

  it('finds it among others, in any order, once or twice', () => {
    const other = issueIntermediate({ subject: [['CN', 'Other']], key: key('secp384r1 other') })
    expect(find([other, root, leaf, intermediate, intermediate])).toEqual([intermediate, root])
  })

  it('finds it behind a namesake with another key', () => {
    const namesake = issueIntermediate({ key: key('secp384r1 other') })
    expect(find([namesake, intermediate])).toEqual([intermediate, root])
  })

  it('finds the one whose authority counts behind a twin by nobody', () => {
    const twin = issueIntermediate({ signer: key('secp384r1 other') })
    expect(isIssuedBy(leaf, twin)).toBe(true)
    expect(find([twin])).toBeUndefined()
    expect(find([twin, intermediate])).toEqual([intermediate, root])
  })

  const REFUSED: [what: string, candidate: Certificate, authority?: Authority][] = [
    ['by a root that nobody trusts', issueIntermediate({ issuer: [['CN', 'Nobody']], signer: key('secp384r1 other') })],
    ['in the name of the root by another key', issueIntermediate({ signer: key('secp384r1 other') })],
    ['that signed itself', issueIntermediate({ issuer: INTERMEDIATE, signer: intermediateKey() })],
    ['that is no CA', issueIntermediate({ extensions: [extension.notCa, extension.keyCertSign] })],
    ['without basicConstraints', issueIntermediate({ extensions: [extension.keyCertSign] })],
    ['without extensions', issueIntermediate({ extensions: [] })],
    ['that may not sign certificates', issueIntermediate({ extensions: [extension.ca(), extension.digitalSignature] })],
    ['below a root of pathlen 0', intermediate, authorityOf([issueRoot({ extensions: [extension.ca(0)] })])],
    ['below another authority only', intermediate, makeAuthority()],
  ]
  it.each(REFUSED)('refuses an intermediate %s', (_, candidate, authority) => {
    expect(find([candidate], authority)).toBeUndefined()
  })

  it('trusts no certificate because it stands in the envelope', () => {
    const other = { key: key('secp384r1 other'), signer: key('secp384r1 other') }
    const forgedRoot = issueRoot(other)
    const forged = issueIntermediate({ signer: other.signer })
    expect(isIssuedBy(forged, forgedRoot)).toBe(true)
    expect(find([forged, forgedRoot])).toBeUndefined()
    const direct = issueLeaf({ issuer: ROOT, signer: other.signer })
    expect(find([forgedRoot], authorityOf([root]), direct)).toBeUndefined()
  })

  it('takes a pathlen of 0 for an intermediate directly above the leaf, and for a root', () => {
    expect(intermediate.extensions.pathLength).toBe(0)
    const short = issueRoot({ extensions: [extension.ca(0), extension.keyCertSign] })
    const direct = issueLeaf({ issuer: ROOT, signer: rootKey() })
    expect(find([], authorityOf([short]), direct)).toEqual([short])
    expect(find([intermediate], authorityOf([short]))).toBeUndefined()
  })

  it('takes a root that says nothing of its chains’ length', () => {
    expect(find([intermediate], authorityOf([issueRoot({ extensions: [extension.ca()] })]))).toBeDefined()
  })

  it('says who vouches when several know the intermediate', () => {
    const first = { ...authorityOf([root]), name: 'First' }
    const second = { ...authorityOf([root]), name: 'Second' }
    expect(findChain(leaf, [first, second], [intermediate])?.authority.name).toBe('First')
    const stranger = { ...makeAuthority(), name: 'Stranger' }
    expect(findChain(leaf, [stranger, second], [intermediate])?.authority.name).toBe('Second')
  })
})

describe('intermediatesOf', () => {
  it('has what stands between leaf and root, and no root', () => {
    const root = issueRoot()
    const intermediate = issueIntermediate()
    const authority = authorityOf([root])
    expect(intermediatesOf({ leaf: issueLeaf(), issuers: [intermediate, root], authority })).toEqual([intermediate])
    expect(intermediatesOf({ leaf: issueLeaf(), issuers: [root], authority })).toEqual([])
  })
})

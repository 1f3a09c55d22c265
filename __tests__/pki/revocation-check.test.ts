import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { type Authority, customAuthority } from '../../src/pki/authorities'
import type { Chain } from '../../src/pki/chain'
import { checkRevocation, type RevocationMode } from '../../src/pki/revocation-check'
import * as legacy from '../helpers/certificates'
import { armour, rsaKey } from '../helpers/certificates'
import { OFFLINE } from '../helpers/trust'
import {
  intermediateKey,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  key,
  makeList,
  NOT_BEFORE,
  ROOT,
  rootKey,
} from '../helpers/v2-pki'

describe('a leaf in the list of its issuer', () => {
  const on = new Date('2025-05-05T05:05:05Z')
  const leaf = legacy.issue({ serial: '100E' })
  const root = legacy.issueRoot()
  const listed = (...serials: string[]) => legacy.makeList(serials.map((serial) => [serial, on]))
  const check = (list?: Buffer) =>
    checkRevocation({ leaf, issuers: [root], authority: legacy.makeAuthority(list, root) }, OFFLINE)
  const list = { source: 'bundled', issuer: 'C=DE, CN=Test Root', number: '7', thisUpdate: new Date('2026-01-01') }

  it('is revoked', async () => {
    expect(await check(listed('100E'))).toEqual({ state: 'revoked', certificate: leaf, on, list })
  })

  it('is good when it is not listed', async () => {
    expect(await check(listed('100F'))).toEqual({ state: 'good', list })
    expect(await check(listed())).toEqual({ state: 'good', list })
  })

  it('is not known when there is no list', async () => {
    expect(await check()).toEqual({ state: 'no-list' })
    const authority = customAuthority([root])
    expect(await checkRevocation({ leaf, issuers: [root], authority }, OFFLINE)).toEqual({ state: 'no-list' })
  })

  const changed = listed('100E')
  changed[changed.length - 300] = (changed[changed.length - 300] ?? 0) ^ 1
  for (const [name, bytes, reason] of [
    ['signed with another key', legacy.makeList([], rsaKey('other')), /its signature is wrong/],
    ['by another issuer', legacy.makeList([], rsaKey('root'), [['CN', 'Another Root']]), /another issuer/],
    ['that was changed', changed, /./],
    ['that was cut off', listed().subarray(0, 100), /can not be read/],
    ['that is empty', Buffer.alloc(0), /can not be read/],
  ] as const) {
    it(`never passes by a list ${name}`, async () => {
      const result = await check(bytes)
      expect(result.state).toBe('unchecked')
      expect(result.state === 'unchecked' && result.reason).toMatch(reason)
    })
  }

  it('is not confused with that of an issuer who gave the same serial', async () => {
    const name = [['CN', 'Another Root']] as const
    const other = legacy.issueRoot(name, rsaKey('other'))
    const twin = legacy.issue({ serial: '100E', issuer: name, signer: rsaKey('other') })
    const authority = legacy.makeAuthority(legacy.makeList([], rsaKey('other'), name), other)
    expect((await checkRevocation({ leaf: twin, issuers: [other], authority }, OFFLINE)).state).toBe('good')
    expect((await check(listed('100E'))).state).toBe('revoked')
  })
})

const URL = 'https://localhost/developers.crl'
const leaf = issueLeaf()
const intermediate = issueIntermediate()
const root = issueRoot()

interface Question {
  readonly mode?: RevocationMode
  readonly bundled?: Uint8Array
  /** What the address answers; an error is thrown. */
  readonly fetched?: Uint8Array | Error
  readonly authority?: Partial<Authority>
  readonly url?: string
  readonly frozen?: boolean
}

/** The answer, and which addresses were asked. */
async function ask({ mode = 'auto', bundled = makeList(), fetched, authority = {}, frozen, url = URL }: Question) {
  const asked: string[] = []
  const list = { bundled: Buffer.from(bundled), ...(frozen ? {} : { url }) }
  const chain: Chain = {
    leaf,
    issuers: [intermediate, root],
    authority: { ...customAuthority([root], list), ...authority },
  }
  const fetch = async (address: string) => {
    asked.push(address)
    if (fetched instanceof Uint8Array) return fetched
    throw fetched ?? new Error('no network')
  }
  return { ...(await checkRevocation(chain, { mode, fetch })), asked }
}
const WEEK = 7 * 24 * 60 * 60 * 1000
const at = (weeks: number) => new Date(NOT_BEFORE.getTime() + weeks * WEEK)
const newer = (serials: string[] = []) => makeList(serials, { number: '11', thisUpdate: at(1) })

describe('every certificate below the root is looked up', () => {
  it.each([
    ['the leaf', ['A1'], leaf],
    ['the intermediate', ['02'], intermediate],
    ['both, the leaf first', ['02', 'A1'], leaf],
  ] as const)('%s', async (_, serials, certificate) => {
    expect(await ask({ bundled: makeList(serials), mode: 'bundled' })).toMatchObject({ state: 'revoked', certificate })
  })

  it('the root is not: its serial in the list of the intermediate means another certificate', async () => {
    expect((await ask({ bundled: makeList(['01']), mode: 'bundled' })).state).toBe('good')
  })

  it('nothing but the leaf below an authority of the legacy format', async () => {
    const authority = { format: 'legacy' } as const
    expect((await ask({ bundled: makeList(['02']), mode: 'bundled', authority })).state).toBe('good')
    expect((await ask({ bundled: makeList(['A1']), mode: 'bundled', authority })).state).toBe('revoked')
  })
})

describe('the mode', () => {
  it('off asks nobody', async () => {
    expect(await ask({ mode: 'off', bundled: makeList(['A1']), fetched: newer(['A1']) })).toEqual({
      state: 'off',
      asked: [],
    })
  })

  it('bundled asks for the bundled list, and fetches none', async () => {
    const answer = await ask({ mode: 'bundled', fetched: newer(['A1']) })
    expect(answer).toMatchObject({ state: 'good', list: { source: 'bundled', number: '10' }, asked: [] })
    expect(answer.fallback).toBeUndefined()
  })

  it('auto asks for the fetched one', async () => {
    const answer = await ask({ fetched: newer(['A1']) })
    expect(answer).toMatchObject({ state: 'revoked', list: { source: 'fetched', number: '11', thisUpdate: at(1) } })
    expect(answer.asked).toEqual([URL])
    expect(answer.fallback).toBeUndefined()
  })

  it('auto fetches nothing where the list is frozen, and has no excuse to make', async () => {
    const answer = await ask({ frozen: true, fetched: newer(['A1']) })
    expect(answer).toMatchObject({ state: 'good', list: { source: 'bundled' }, asked: [] })
    expect(answer.fallback).toBeUndefined()
  })
})

describe('the fetched list counts', () => {
  it('in PEM as in DER', async () => {
    for (const fetched of [newer(['A1']), Buffer.from(armour('X509 CRL', newer(['A1'])))]) {
      expect(await ask({ fetched })).toMatchObject({ state: 'revoked', list: { source: 'fetched' } })
    }
  })

  it('also when it lists nobody any more', async () => {
    expect(await ask({ bundled: makeList(['A1']), fetched: newer() })).toMatchObject({
      state: 'good',
      list: { source: 'fetched' },
    })
  })

  it('when it is the bundled one', async () => {
    expect(await ask({ fetched: makeList() })).toMatchObject({ state: 'good', list: { source: 'fetched' } })
  })

  it('however old it is', async () => {
    const old = { number: '10', thisUpdate: new Date('2001-01-01T00:00:00Z'), nextUpdate: new Date('2001-02-01') }
    expect(await ask({ bundled: makeList([], old), fetched: makeList(['A1'], old) })).toMatchObject({
      state: 'revoked',
      list: { source: 'fetched' },
    })
  })

  it('when the bundled one is broken', async () => {
    expect(await ask({ bundled: Buffer.from('x'), fetched: newer(['A1']) })).toMatchObject({
      state: 'revoked',
      list: { source: 'fetched' },
    })
  })

  it('by its number, not its date, and numbers are not text', async () => {
    const bundled = makeList([], { number: '0F', thisUpdate: at(9) })
    expect(await ask({ bundled, fetched: makeList(['A1'], { number: '0100', thisUpdate: at(1) }) })).toMatchObject({
      state: 'revoked',
      list: { source: 'fetched', number: '100' },
    })
  })

  it('by its date where one of both has no number', async () => {
    const numberless = (serials: string[], weeks: number) =>
      makeList(serials, { number: undefined, thisUpdate: at(weeks) })
    const bundled = makeList([], { thisUpdate: at(2) })
    expect((await ask({ bundled, fetched: numberless(['A1'], 3) })).list?.source).toBe('fetched')
    expect((await ask({ bundled, fetched: numberless(['A1'], 2) })).list?.source).toBe('fetched')
    expect((await ask({ bundled, fetched: numberless(['A1'], 1) })).list?.source).toBe('bundled')
  })
})

describe('the bundled list takes its place, and it is said why, when the fetched one', () => {
  const flipped = newer()
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1
  const other = key('secp384r1 other')
  it.each<[string, Uint8Array | Error, RegExp]>([
    [
      'can not be had',
      new Error('localhost answered 404'),
      /^the list of .* could not be fetched: localhost answered 404$/,
    ],
    [
      'has an older number',
      makeList([], { number: '0F', thisUpdate: at(9) }),
      /^the list from https:\S+ is older than the bundled one$/,
    ],
    ['is a page', Buffer.from('<html>'), /is not used: it can not be read \(it is neither PEM nor DER\)/],
    ['is empty', Buffer.alloc(0), /is not used: it can not be read \(it is empty\)/],
    ['is cut off', newer().subarray(0, 100), /is not used: it can not be read/],
    ['has a wrong signature', flipped, /is not used: its signature is wrong/],
    ['is by another key', makeList([], { number: '11', signer: other }), /is not used: its signature is wrong/],
    [
      'is by the root',
      makeList([], { number: '11', issuer: ROOT, signer: rootKey() }),
      /by another issuer \("CN=Test Root CA G2"\)/,
    ],
    [
      'is in the name of the root by the right key',
      makeList([], { issuer: ROOT, signer: intermediateKey() }),
      /another issuer/,
    ],
    ['is a certificate', leaf.der, /is not used: it can not be read/],
  ])('%s', async (_, fetched, says) => {
    const answer = await ask({ fetched, bundled: makeList(['A1']) })
    expect(answer).toMatchObject({ state: 'revoked', list: { source: 'bundled', number: '10' } })
    expect(answer.fallback).toMatch(says)
    expect((await ask({ fetched })).state).toBe('good')
  })

  it('comes from an address with a secret in it, which is not shown', async () => {
    const url = 'https://user:secret@localhost/developers.crl?token=secret'
    for (const fetched of [Buffer.from('<html>'), makeList([], { number: '0F' })]) {
      const { asked, fallback } = await ask({ url, fetched })
      expect(asked).toEqual([url])
      expect(fallback).toContain('the list from https://localhost/developers.crl ')
      expect(fallback).not.toContain('secret')
    }
  })

  it('can not be used, and neither can the bundled one: then nobody knows', async () => {
    const answer = await ask({ fetched: new Error('no network'), bundled: Buffer.from('x') })
    expect(answer.state).toBe('unchecked')
    expect(answer.state === 'unchecked' && answer.reason).toMatch(/^the bundled list of .* can not be used: it can not/)
    expect(answer.fallback).toContain('no network')
  })
})

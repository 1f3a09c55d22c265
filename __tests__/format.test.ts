import { describe, expect, it } from 'vitest'
import { type Format, LEGACY_SUNSET, type Server } from '../src/findings/server'
import { chooseFormat, formatFindings, isFor11 } from '../src/format'
import type { AppInfo, VersionRange } from '../src/payload/app-info'
import { type Authority, bundledAuthorities } from '../src/pki/authorities'
import { key, makeAuthority } from './helpers/certificates'
import { errorOf } from './helpers/errors'

const [nextcloud, g1, g2] = bundledAuthorities()
const custom = makeAuthority()
const EC = key('secp384r1')
const RSA = key('rsa2048')

type Question = Parameters<typeof chooseFormat>[0]
const ask = (given: Partial<Question>) => ({
  format: undefined,
  server: undefined,
  key: RSA,
  authority: undefined,
  ...given,
})

describe('chooseFormat', () => {
  it.each<[string, Partial<Question>, Format]>([
    ['an RSA key alone', {}, 'legacy'],
    ['an EC key alone', { key: EC }, 'v2'],
    ['an RSA key below Nextcloud', { authority: nextcloud }, 'legacy'],
    ['an RSA key below G1', { authority: g1 }, 'legacy'],
    ['an RSA key below G2', { authority: g2 }, 'v2'],
    ['an EC key below G2', { authority: g2, key: EC }, 'v2'],
    ['an RSA key below what the user trusts', { authority: custom }, 'legacy'],
    ['an EC key below what the user trusts', { authority: custom, key: EC }, 'v2'],
    ['an RSA key for Nextcloud', { server: 'nextcloud' }, 'legacy'],
    ['an RSA key for ownCloud', { server: 'owncloud' }, 'legacy'],
    ['an EC key for ownCloud', { server: 'owncloud', key: EC }, 'v2'],
    ['v2, asked for with an RSA key', { format: 'v2' }, 'v2'],
    ['v2, asked for below what the user trusts', { format: 'v2', authority: custom, server: 'owncloud' }, 'v2'],
    ['legacy, asked for below Nextcloud', { format: 'legacy', authority: nextcloud, server: 'nextcloud' }, 'legacy'],
  ])('%s', (_, given, expected) => {
    expect(chooseFormat(ask(given))).toBe(expected)
  })

  it.each<[string, Partial<Question>, RegExp]>([
    ['v2 for Nextcloud', { format: 'v2', server: 'nextcloud' }, /^format is v2, and the app is for Nextcloud/],
    ['v2 below Nextcloud', { format: 'v2', authority: nextcloud }, /^format is v2, and the app is for Nextcloud/],
    [
      'an EC key for Nextcloud',
      { key: EC, server: 'nextcloud' },
      /^private-key is an EC key.*the app is for Nextcloud/,
    ],
    [
      'an EC key below Nextcloud',
      { key: EC, authority: nextcloud },
      /^private-key is an EC key.*the app is for Nextcloud/,
    ],
    [
      'a leaf of G2 for Nextcloud',
      { authority: g2, server: 'nextcloud' },
      /^certificate is of ownCloud G2, whose certificates are for format v2, and the app is for Nextcloud: /,
    ],
    ['legacy with an EC key', { format: 'legacy', key: EC }, /takes RSA keys only, and private-key is an EC key/],
    [
      'legacy with an EC key for Nextcloud, which would not help',
      { format: 'legacy', key: EC, server: 'nextcloud' },
      /takes RSA keys only, and private-key is an EC key/,
    ],
    [
      'v2 below G1',
      { format: 'v2', authority: g1 },
      /of ownCloud G1, .* for the format legacy, and format is v2\. Request/,
    ],
    ['an EC key below G1', { key: EC, authority: g1 }, /of ownCloud G1, .*, and the key asks for v2\. Request/],
    [
      'legacy below G2',
      { format: 'legacy', authority: g2 },
      /of ownCloud G2, .* for the format v2, and format is legacy\. own/,
    ],
    [
      'v2 below Nextcloud though the server is ownCloud',
      { format: 'v2', authority: nextcloud, server: 'owncloud' },
      /of Nextcloud, .*format legacy/,
    ],
  ])('refuses %s', (_, given, says) => {
    const error = errorOf(() => chooseFormat(ask(given)))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toMatch(says)
  })

  it('never chooses what the authority’s servers would not read, whatever it is asked', () => {
    const authorities: (Authority | undefined)[] = [nextcloud, g1, g2, custom, undefined]
    let chosen = 0
    for (const authority of authorities)
      for (const server of ['nextcloud', 'owncloud', undefined] as const)
        for (const format of ['legacy', 'v2', undefined] as const)
          for (const pair of [EC, RSA]) {
            let answer: Format
            try {
              answer = chooseFormat({ format, server, key: pair, authority })
            } catch {
              continue
            }
            chosen++
            expect(answer).toBe(authority?.format ?? answer)
            expect(answer).toBe(format ?? answer)
            if (pair === EC || server === 'nextcloud') expect(answer).toBe(pair === EC ? 'v2' : 'legacy')
            if (server === 'nextcloud') expect(pair).toBe(RSA)
          }
    expect(chosen).toBeGreaterThan(25)
  })
})

const app = (owncloud?: Partial<VersionRange>): AppInfo => ({
  id: 'a',
  version: '1',
  dependencies: owncloud ? { owncloud: { min: undefined, max: undefined, ...owncloud } } : {},
})
const BEFORE = new Date(LEGACY_SUNSET.getTime() - 1)

describe('isFor11', () => {
  it.each<[string, Partial<VersionRange> | undefined, boolean]>([
    ['no ownCloud at all', undefined, true],
    ['no versions', {}, true],
    ['from 10 on', { min: '10' }, true],
    ['10 to 11', { min: '10', max: '11' }, true],
    ['10 to 11.1.2', { min: '10', max: '11.1.2' }, true],
    ['up to 12', { max: '12' }, true],
    ['up to 10', { max: '10' }, false],
    ['up to 10.16.7', { max: '10.16.7' }, false],
    ['up to 9', { max: '9.1' }, false],
    ['up to something that is no number', { max: 'x' }, true],
  ])('%s', (_, range, expected) => {
    expect(isFor11(app(range))).toBe(expected)
  })
})

describe('formatFindings', () => {
  const told = (
    format: Format,
    range: Partial<VersionRange> | undefined,
    { server = 'owncloud', now = BEFORE, signing = true }: { server?: Server; now?: Date; signing?: boolean } = {},
  ) => formatFindings(format, server, app(range), now, signing).map(({ severity, code }) => `${severity} ${code}`)

  it('have nothing to say of Nextcloud', () => {
    for (const signing of [true, false])
      expect(told('legacy', { max: '11' }, { server: 'nextcloud', now: LEGACY_SUNSET, signing })).toEqual([])
  })

  it.each<[string, Partial<VersionRange> | undefined, string[]]>([
    ['names no ownCloud', undefined, ['notice V2_LEAVES_OUT_10']],
    ['names no version', {}, ['warning V2_LEAVES_OUT_10']],
    ['is for 10 as well', { min: '10', max: '11' }, ['warning V2_LEAVES_OUT_10']],
    ['is for 10 only', { min: '10', max: '10' }, ['warning V2_LEAVES_OUT_10']],
    ['is for 11 only', { min: '11' }, []],
    ['is for 11.1 on', { min: '11.1.0' }, []],
  ])('of v2, when the app %s', (_, range, expected) => {
    expect(told('v2', range)).toEqual(expected)
    expect(told('v2', range, { signing: false })).toEqual([])
  })

  it.each<[string, Partial<VersionRange> | undefined, boolean, Date, string]>([
    ['signing for 11, before', { max: '11' }, true, BEFORE, 'warning LEGACY_SUNSET'],
    ['signing for 11, after', { max: '11' }, true, LEGACY_SUNSET, 'warning LEGACY_SUNSET'],
    ['verifying for 11, before', { max: '11' }, false, BEFORE, 'notice LEGACY_SUNSET'],
    ['verifying for 11, after', { max: '11' }, false, LEGACY_SUNSET, 'warning LEGACY_SUNSET'],
    ['signing for 10, before', { max: '10' }, true, BEFORE, 'notice LEGACY_SUNSET'],
    ['signing for 10, after', { max: '10' }, true, LEGACY_SUNSET, 'notice LEGACY_SUNSET'],
    ['verifying for 10, after', { max: '10' }, false, LEGACY_SUNSET, 'notice LEGACY_SUNSET'],
    ['signing for nobody in particular', undefined, true, BEFORE, 'warning LEGACY_SUNSET'],
  ])('of the legacy format: %s the sunset', (_, range, signing, now, expected) => {
    expect(told('legacy', range, { signing, now })).toEqual([expected])
  })

  it('say when, and what to do', () => {
    const say = (now: Date, range: Partial<VersionRange>) =>
      formatFindings('legacy', 'owncloud', app(range), now, true)[0]
    expect(say(BEFORE, { max: '11' })?.message).toBe(
      'Legacy signatures stop on ownCloud 11 at 2026-12-31T23:59:59Z: from then on ownCloud 11.0 and later will refuse this app, while ownCloud 10 goes on reading it (info.xml names ownCloud any version to 11).',
    )
    expect(say(LEGACY_SUNSET, {})?.message).toContain('11.0 and later refuse this app')
    expect(say(BEFORE, { max: '11' })?.hint).toContain('max-version="10"')
    expect(say(BEFORE, { max: '10' })?.hint).toContain('as long as the app is for ownCloud 10 only')
  })
})

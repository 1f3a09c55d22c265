import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isLegacyAuthority, permitAlgorithm } from '../../src/envelope/algorithm'
import { LEGACY_SUNSET } from '../../src/findings/server'
import { type Authority, bundledAuthorities } from '../../src/pki/authorities'
import { makeAuthority } from '../helpers/certificates'
import { key, NOW } from '../helpers/v2-pki'

const [nextcloud, g1, g2] = bundledAuthorities()
const custom = makeAuthority()
const EC = 'secp384r1'
const LEGACY = 'rsa-pss-sha1'

/** The algorithm, or `code: the server's sentence`. */
function permit(name: string | undefined, kind = EC, authority: Authority | undefined = g2, now = NOW): string {
  const answer = permitAlgorithm(name, createPublicKey(key(kind)), authority, now)
  if ('algorithm' in answer) return answer.algorithm
  expect(answer.finding.severity).toBe('error')
  return `${answer.finding.code}: ${answer.finding.exception}`
}
const second = (by: number) => new Date(LEGACY_SUNSET.getTime() + by * 1000)

describe('the algorithms of v2', () => {
  it.each([
    ['ecdsa-p384-sha384', EC],
    ['rsa-pss-sha384', 'rsa2048'],
    ['rsa-pss-sha384', 'rsa4096'],
  ])('%s with a key %s are permitted to everybody, always', (name, kind) => {
    for (const authority of [nextcloud, g1, g2, custom, undefined]) expect(permit(name, kind, authority)).toBe(name)
    expect(permit(name, kind, g2, second(1e9))).toBe(name)
  })

  it.each([
    ['ecdsa-p384-sha384', 'prime256v1'],
    ['ecdsa-p384-sha384', 'secp521r1'],
    ['rsa-pss-sha384', 'rsa1024'],
    ['rsa-pss-sha384', 'rsa3072'],
  ])('%s is not permitted with a key %s', (name, kind) => {
    expect(permit(name, kind)).toMatch(/^BAD_ALGORITHM: /)
  })

  it.each([
    ['ecdsa-p384-sha384', 'rsa2048'],
    ['rsa-pss-sha384', EC],
    ['ecdsa-p384-sha384', 'ed25519'],
    ['rsa-pss-sha384', 'dsa'],
  ])('%s with a key %s is a wrong signature, not a wrong algorithm', (name, kind) => {
    expect(permit(name, kind)).toBe(name)
  })
})

describe('no algorithm', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['none', 'none'],
    ['ECDSA-P384-SHA384', 'ECDSA-P384-SHA384'],
    ['ecdsa-p384-sha384 ', 'ecdsa-p384-sha384 '],
    ['ecdsa-p256-sha256', 'ecdsa-p256-sha256'],
    ['rsa-pss-sha256', 'rsa-pss-sha256'],
    ['rsa-pss-SHA1', 'rsa-pss-SHA1'],
    ['__proto__', '__proto__'],
    ['toString', 'toString'],
  ])('is %j', (name, shown) => {
    expect(permit(name)).toBe(`BAD_ALGORITHM: algorithm "${shown}" is not permitted`)
  })
})

describe('the legacy scheme', () => {
  it('is permitted below G1 and what the user trusts, and not below G2', () => {
    expect(permit(LEGACY, 'rsa4096', g1)).toBe(LEGACY)
    expect(permit(LEGACY, 'rsa4096', custom)).toBe(LEGACY)
    expect(permit(LEGACY, 'rsa4096', g2)).toBe('BAD_ALGORITHM: legacy algorithm is not permitted on non-G1 chains')
    expect([nextcloud, g1, g2, custom].map((authority) => authority && isLegacyAuthority(authority))).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it('is permitted until the second before the sunset', () => {
    const REFUSED = 'BAD_ALGORITHM: legacy algorithm is not permitted after sunset'
    expect(LEGACY_SUNSET.toISOString()).toBe('2026-12-31T23:59:59.000Z')
    expect(permit(LEGACY, 'rsa4096', g1, second(-1))).toBe(LEGACY)
    expect(permit(LEGACY, 'rsa4096', g1, new Date(LEGACY_SUNSET.getTime() - 1))).toBe(LEGACY)
    expect(permit(LEGACY, 'rsa4096', g1, second(0))).toBe(REFUSED)
    expect(permit(LEGACY, 'rsa4096', g1, second(1))).toBe(REFUSED)
    expect(permit(LEGACY, 'rsa4096', custom, second(1))).toBe(REFUSED)
  })

  it('below G2 after the sunset is refused for G2: waiting would not help', () => {
    expect(permit(LEGACY, 'rsa4096', g2, second(1))).toContain('non-G1 chains')
  })

  it('with a key that is not RSA is a wrong signature', () => {
    expect(permit(LEGACY, EC, g1)).toBe(LEGACY)
  })
})

import { Buffer } from 'node:buffer'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEnvelope } from '../../src/envelope/parse'
import type { Authority } from '../../src/pki/authorities'
import { type Certificate, fingerprint, parseCertificates, readCertificate } from '../../src/pki/certificate'
import { acceptCredentials } from '../../src/pki/credentials'
import { type Trust, unknownIssuer } from '../../src/pki/trust'
import {
  extension,
  issue,
  issueRoot,
  makeAuthority,
  makeList,
  NOT_AFTER,
  NOW,
  ROOT_NAME,
  rsaKey,
} from '../helpers/certificates'
import { rejectionOf } from '../helpers/errors'
import { realPath } from '../helpers/tree'
import { makeTrust } from '../helpers/trust'

const key = rsaKey('leaf')
const on = new Date('2025-05-05T05:05:05Z')

function trust(authority: Authority = makeAuthority(makeList([])), more: Partial<Trust> = {}): Trust {
  return makeTrust([authority], NOW, more)
}

/** What signs in the legacy format. */
interface Pair {
  readonly key: KeyObject
  readonly leaf: Certificate
}
function accept(pair: Pair, given = trust(), appId = 'activity') {
  return acceptCredentials({ ...pair, intermediates: [] }, appId, 'legacy', given)
}
function refusal(pair: Pair, given = trust(), appId = 'activity') {
  return rejectionOf(accept(pair, given, appId))
}

describe('acceptCredentials accepts', () => {
  it('a leaf of a trusted authority with its key', async () => {
    const leaf = issue()
    const { chain, findings } = await accept({ key, leaf }, trust())
    expect(chain.leaf).toBe(leaf)
    expect(chain.authority.name).toBe('Test')
    expect(findings).toEqual([])
  })

  it('a leaf of an authority without a list, and says so', async () => {
    const { findings } = await accept({ key, leaf: issue() }, trust(makeAuthority()))
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['NO_REVOCATION_LIST', 'notice']])
  })

  it('a leaf that ends soon, with a warning', async () => {
    const now = new Date(NOT_AFTER.getTime() - 36 * 60 * 60 * 1000)
    const { findings } = await accept({ key, leaf: issue() }, trust(undefined, { now }))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: 'CERTIFICATE_EXPIRES', severity: 'warning' })
    expect(findings[0]?.message).toBe('The certificate expires in 1 day, on 2030-01-01 00:00:00 UTC.')
  })

  it('a leaf on the day before the warning starts, without one', async () => {
    const daysToGo = (days: number) => new Date(NOT_AFTER.getTime() - days * 24 * 60 * 60 * 1000)
    const codes = async (now: Date) =>
      (await accept({ key, leaf: issue() }, trust(undefined, { now }))).findings.map(({ code }) => code)
    expect(await codes(daysToGo(60))).toEqual([])
    expect(await codes(new Date(daysToGo(60).getTime() + 1000))).toEqual(['CERTIFICATE_EXPIRES'])
  })

  it('a leaf whose serial another issuer revoked', async () => {
    const other = makeAuthority(
      makeList([['1001', on]], rsaKey('other'), [['CN', 'Another Root']]),
      issueRoot([['CN', 'Another Root']], rsaKey('other')),
    )
    const authorities = [other, makeAuthority(makeList([]))]
    expect((await accept({ key, leaf: issue() }, trust(undefined, { authorities }))).findings).toEqual([])
  })
})

describe('acceptCredentials and certificate-chain in the legacy format', () => {
  const intermediate = issue({
    subject: [['CN', 'Intermediate']],
    key: rsaKey('intermediate'),
    extensions: [extension.ca()],
  })
  const below = issue({ issuer: [['CN', 'Intermediate']], signer: rsaKey('intermediate') })
  const give = (leaf: Certificate, ...intermediates: Certificate[]) =>
    acceptCredentials({ key, leaf, intermediates }, 'activity', 'legacy', trust())

  it('has no use for it, and says so', async () => {
    const { chain, findings } = await give(issue(), issueRoot())
    expect(chain.issuers).toHaveLength(1)
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['notice CHAIN_NOT_USED'])
  })

  it('refuses a leaf that only an intermediate vouches for, since no legacy server would find it', async () => {
    expect((await rejectionOf(give(below, intermediate))).message).toContain('the legacy format has no place for')
    expect((await rejectionOf(give(below))).message).toContain('does not lead to an authority of')
  })
})

describe('acceptCredentials refuses', () => {
  it('a key that does not belong to the certificate, naming both fingerprints', async () => {
    const leaf = issue()
    const error = await refusal({ key: rsaKey('other'), leaf })
    expect(error.code).toBe('KEY_MISMATCH')
    expect(error.message).toContain(fingerprint(createPublicKey(rsaKey('other'))))
    expect(error.message).toContain(fingerprint(leaf.publicKey))
  })

  for (const [name, subject] of [
    ['of another app', [['CN', 'files']]],
    ['that differs in case', [['CN', 'Activity']]],
    ['of the server itself', [['CN', 'core']]],
    ['without a commonName', [['O', 'activity']]],
    [
      'with two commonNames',
      [
        ['CN', 'activity'],
        ['CN', 'core'],
      ],
    ],
  ] as const) {
    it(`a certificate ${name}`, async () => {
      const error = await refusal({ key, leaf: issue({ subject }) })
      expect(error.code).toBe('CERTIFICATE_REFUSED')
      expect(error.message).toContain('the app is "activity"')
    })
  }

  it('an unknown issuer', async () => {
    const leaf = issue({ issuer: [['CN', 'Somebody']], signer: rsaKey('other') })
    const error = await refusal({ key, leaf })
    expect(error.code).toBe('CERTIFICATE_REFUSED')
    expect(error.message).toContain('its issuer is "CN=Somebody"')
    expect(error.message).toContain('trusted-authorities')
  })

  it('an issuer with the right name and another key', async () => {
    const leaf = issue({ issuer: ROOT_NAME, signer: rsaKey('other') })
    expect((await refusal({ key, leaf })).message).toContain('does not lead to an authority of')
  })

  it('a certificate that was changed after it was issued', async () => {
    const { der } = issue()
    const at = der.indexOf('activity')
    const changed = readCertificate(Buffer.concat([der.subarray(0, at), Buffer.from('Activity'), der.subarray(at + 8)]))
    expect((await refusal({ key, leaf: changed }, trust(), 'Activity')).message).toContain(
      'does not lead to an authority of',
    )
  })

  it('a revoked certificate', async () => {
    const error = await refusal({ key, leaf: issue() }, trust(makeAuthority(makeList([['1001', on]]))))
    expect(error.code).toBe('CERTIFICATE_REFUSED')
    expect(error.message).toContain('(serial 1001) was revoked by Test on 2025-05-05 05:05:05 UTC')
  })

  it('anything when the signature of the list is wrong', async () => {
    const error = await refusal({ key, leaf: issue() }, trust(makeAuthority(makeList([], rsaKey('other')))))
    expect(error.code).toBe('CERTIFICATE_REFUSED')
    expect(error.message).toContain('its signature is wrong')
  })

  it('an expired certificate', async () => {
    const now = new Date('2030-01-01T00:00:01Z')
    const error = await refusal({ key, leaf: issue() }, trust(undefined, { now }))
    expect(error.code).toBe('CERTIFICATE_REFUSED')
    expect(error.message).toContain('expired on 2030-01-01 00:00:00 UTC')
  })

  it('a certificate that is not valid yet', async () => {
    const now = new Date('2024-12-31T23:59:59Z')
    const error = await refusal({ key, leaf: issue() }, trust(undefined, { now }))
    expect(error.code).toBe('CERTIFICATE_REFUSED')
    expect(error.message).toContain('valid only from 2025-01-01 00:00:00 UTC')
  })
})

describe('a certificate of the other vendor', () => {
  for (const [file, server, other] of [
    ['afterlogic-owncloud.json', 'nextcloud', 'ownCloud'],
    ['afterlogic-nextcloud.json', 'owncloud', 'Nextcloud'],
  ] as const) {
    it(`${file} is not for ${server}`, () => {
      const parsed = parseEnvelope(readFileSync(realPath(file)))
      if ('problem' in parsed) throw new Error(parsed.problem)
      if (parsed.envelope.format !== 'legacy') throw new Error(parsed.envelope.format)
      const [leaf] = parseCertificates(parsed.envelope.certificate, 'certificate')
      if (!leaf) throw new Error('no certificate')
      const finding = unknownIssuer(leaf, server)
      expect(finding.code).toBe('BAD_CHAIN')
      expect(finding.message).toContain(`issued by ${other}`)
      expect(finding.hint).toContain(`Set server: ${other.toLowerCase()}`)
    })
  }
})

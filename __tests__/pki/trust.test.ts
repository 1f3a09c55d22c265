import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Server } from '../../src/findings/server'
import { bundledAuthorities, customAuthority } from '../../src/pki/authorities'
import type { RevocationCheck } from '../../src/pki/revocation-check'
import { authoritiesOf, revocationFindings, unknownIssuer } from '../../src/pki/trust'
import { readLeaf } from '../../src/verdict'
import { issue, issueRoot, makeAuthority, NOW } from '../helpers/certificates'
import { realPath } from '../helpers/tree'
import { makeTrust } from '../helpers/trust'
import { issueIntermediate } from '../helpers/v2-pki'

describe('authoritiesOf', () => {
  const trusted = [...bundledAuthorities(), customAuthority([issueRoot()])]
  const ids = (server?: Server, more?: Server) =>
    authoritiesOf(makeTrust(trusted, NOW, { server }), more ?? server).map(({ id }) => id)

  it('takes those of the server, or all, and always what the user trusts', () => {
    expect(ids()).toEqual(['nextcloud', 'owncloud-g1', 'owncloud-g2', 'custom'])
    expect(ids('nextcloud')).toEqual(['nextcloud', 'custom'])
    expect(ids('owncloud')).toEqual(['owncloud-g1', 'owncloud-g2', 'custom'])
  })

  it('takes the server of the question before that of the run', () => {
    expect(ids('nextcloud', 'owncloud')).toEqual(['owncloud-g1', 'owncloud-g2', 'custom'])
    expect(ids(undefined, 'nextcloud')).toEqual(['nextcloud', 'custom'])
  })

  it('is the server of the run when the question names none', () => {
    expect(authoritiesOf(makeTrust(trusted, NOW, { server: 'nextcloud' })).map(({ id }) => id)).toEqual([
      'nextcloud',
      'custom',
    ])
  })
})

describe('unknownIssuer', () => {
  const real = (file: string) => {
    const leaf = readLeaf((JSON.parse(readFileSync(realPath(file), 'utf8')) as { certificate: string }).certificate)
    if (!leaf) throw new Error(file)
    return leaf
  }

  it('names the issuer, and whose it would have to be', () => {
    expect(unknownIssuer(issue(), undefined)).toMatchObject({
      code: 'BAD_CHAIN',
      severity: 'error',
      exception: 'Certificate is not valid.',
      message:
        'The certificate does not lead to an authority of Nextcloud or ownCloud: its issuer is "C=DE, CN=Test Root".',
    })
    expect(unknownIssuer(issue(), 'owncloud').message).toContain('an authority of ownCloud:')
    expect(unknownIssuer(issue(), 'owncloud').hint).toContain('trusted-authorities')
  })

  it('says the sentence that it is given', () => {
    expect(unknownIssuer(issue(), 'owncloud', 'A sentence.').exception).toBe('A sentence.')
  })

  it('knows the other vendor, above all of its certificates', () => {
    expect(unknownIssuer(real('afterlogic-owncloud.json'), 'nextcloud').message).toContain('was issued by ownCloud')
    expect(unknownIssuer(real('afterlogic-nextcloud.json'), 'owncloud').message).toContain('was issued by Nextcloud')
    const [g2] = bundledAuthorities().filter(({ id }) => id === 'owncloud-g2')
    const [intermediate] = g2?.intermediates ?? []
    if (!intermediate) throw new Error('no intermediate')
    // An issuer's name is all that counts here: what the message is about is the wrong vendor, not the signature.
    const below = { ...issue(), issuer: intermediate.subject }
    expect(unknownIssuer(below, 'nextcloud')).toMatchObject({
      message: 'The certificate was issued by ownCloud, and Nextcloud servers do not trust it.',
      hint: 'Set server: owncloud, or use the certificate that Nextcloud issued.',
    })
  })

  it('does not blame another vendor for a leaf of the right one', () => {
    expect(unknownIssuer(real('afterlogic-owncloud.json'), 'owncloud').message).toContain('does not lead to')
  })
})

describe('revocationFindings', () => {
  const authority = makeAuthority()
  const told = (check: RevocationCheck) =>
    revocationFindings(check, authority).map(({ severity, code }) => `${severity} ${code}`)
  const fallback = 'the list could not be fetched'

  it.each<[string, RevocationCheck, string[]]>([
    ['good', { state: 'good' }, []],
    ['good by the bundled list', { state: 'good', fallback }, ['notice REVOCATION_LIST_BUNDLED']],
    ['off', { state: 'off' }, ['warning REVOCATION_OFF']],
    ['without a list', { state: 'no-list' }, ['notice NO_REVOCATION_LIST']],
    ['unchecked', { state: 'unchecked', reason: 'why' }, ['error CRL_UNAVAILABLE']],
    [
      'unchecked, neither by a fetched list',
      { state: 'unchecked', reason: 'why', fallback },
      ['error CRL_UNAVAILABLE', 'notice REVOCATION_LIST_BUNDLED'],
    ],
    ['revoked', { state: 'revoked', certificate: issue(), on: NOW }, ['error REVOKED']],
    [
      'revoked by the bundled list',
      { state: 'revoked', certificate: issue(), on: NOW, fallback },
      ['error REVOKED', 'notice REVOCATION_LIST_BUNDLED'],
    ],
  ])('%s', (_, check, expected) => {
    expect(told(check)).toEqual(expected)
  })

  it('names the certificate, which need not be the leaf, the authority and the day', () => {
    const [finding] = revocationFindings({ state: 'revoked', certificate: issueIntermediate(), on: NOW }, authority)
    expect(finding?.message).toBe(
      'The certificate "CN=Test Intermediate CA G2" (serial 2) was revoked by Test on 2026-06-01 12:00:00 UTC.',
    )
    expect(finding?.exception).toBe('Certificate has been revoked.')
  })

  it('says why the bundled list was asked, and why nobody knows', () => {
    const [first, second] = revocationFindings({ state: 'unchecked', reason: 'a broken list', fallback }, authority)
    expect(first?.message).toBe('Nobody can tell whether the certificate was revoked: a broken list.')
    expect(second?.message).toContain(fallback)
  })
})

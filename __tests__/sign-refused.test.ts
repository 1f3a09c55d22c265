import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../src/payload/folder'
import { sign } from '../src/sign'
import { issue, makeAuthority, makeList, NOW, rsaKey } from './helpers/certificates'
import { errorOf } from './helpers/errors'
import { makeApp } from './helpers/tree'

const trust = {
  authorities: [makeAuthority(makeList([]))],
  server: 'nextcloud',
  now: NOW,
  expiryWarningDays: 60,
} as const
const credentials = { key: rsaKey('leaf'), leaf: issue() }

/** Signing must fail, and leave the earlier signature and nothing else. */
function refusal(root: string, given: { key?: ReturnType<typeof rsaKey>; leaf?: ReturnType<typeof issue> } = {}) {
  const error = errorOf(() => sign(openFolder(root), { ...credentials, ...given }, trust))
  expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).toBe('earlier')
  expect(readdirSync(join(root, 'appinfo')).sort()).toEqual(['info.xml', 'signature.json'])
  return error
}
const app = (files: Record<string, string> = {}) => makeApp({ 'appinfo/signature.json': 'earlier', ...files })

describe('a refused signing leaves the earlier file', () => {
  it('when nothing is wrong it does not', () => {
    const root = app()
    expect(sign(openFolder(root), credentials, trust).findings).toEqual([])
    expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).not.toBe('earlier')
  })

  it('for a key of another certificate', () => expect(refusal(app(), { key: rsaKey('x') }).code).toBe('KEY_MISMATCH'))

  it('for a certificate of another app', () => {
    expect(refusal(app(), { leaf: issue({ subject: [['CN', 'files']] }) }).code).toBe('CERTIFICATE_REFUSED')
  })

  it('for names whose order is ambiguous', () => {
    const error = refusal(app({ '1': '', '1.0': '' }))
    expect(error.code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(error.message).toContain('"1.0"')
  })

  it('for several links, all of which it names', () => {
    const root = app()
    symlinkSync('nowhere', join(root, 'one'))
    symlinkSync('/dev/null', join(root, 'two'))
    const error = refusal(root)
    expect(error.code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(error.findings.map(({ path }) => path).sort()).toEqual(['one', 'two'])
    expect(error.message).toContain('(and 1 more)')
  })

  it('for an info.xml that is none', () => {
    expect(refusal(app({ 'appinfo/info.xml': '<info/>' })).code).toBe('APP_INFO_INVALID')
  })
})

import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../src/payload/folder'
import type { Credentials } from '../src/pki/credentials'
import { sign } from '../src/sign'
import { issue, makeAuthority, makeList, NOW, rsaKey } from './helpers/certificates'
import { rejectionOf } from './helpers/errors'
import { makeApp } from './helpers/tree'
import { makeTrust } from './helpers/trust'

const trust = makeTrust([makeAuthority(makeList([]))], NOW, { server: 'nextcloud' })
const credentials: Credentials = { key: rsaKey('leaf'), leaf: issue(), intermediates: [] }

/** Signing must fail, and leave the earlier signature and nothing else. */
async function refusal(root: string, given: Partial<Credentials> = {}) {
  const error = await rejectionOf(sign(openFolder(root), { ...credentials, ...given }, trust))
  expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).toBe('earlier')
  expect(readdirSync(join(root, 'appinfo')).sort()).toEqual(['info.xml', 'signature.json'])
  return error
}
const app = (files: Record<string, string> = {}) => makeApp({ 'appinfo/signature.json': 'earlier', ...files })

describe('a refused signing leaves the earlier file', () => {
  it('when nothing is wrong it does not', async () => {
    const root = app()
    expect((await sign(openFolder(root), credentials, trust)).findings).toEqual([])
    expect(readFileSync(join(root, 'appinfo/signature.json'), 'utf8')).not.toBe('earlier')
  })

  it('for a key of another certificate', async () => {
    expect((await refusal(app(), { key: rsaKey('x') })).code).toBe('KEY_MISMATCH')
  })

  it('for a certificate of another app', async () => {
    expect((await refusal(app(), { leaf: issue({ subject: [['CN', 'files']] }) })).code).toBe('CERTIFICATE_REFUSED')
  })

  it('for names whose order is ambiguous', async () => {
    const error = await refusal(app({ '1': '', '1.0': '' }))
    expect(error.code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(error.message).toContain('"1.0"')
  })

  it('for several links, all of which it names', async () => {
    const root = app()
    symlinkSync('nowhere', join(root, 'one'))
    symlinkSync('/dev/null', join(root, 'two'))
    const error = await refusal(root)
    expect(error.code).toBe('PAYLOAD_NOT_SIGNABLE')
    expect(error.findings.map(({ path }) => path).sort()).toEqual(['one', 'two'])
    expect(error.message).toContain('(and 1 more)')
  })

  it('for an info.xml that is none', async () => {
    expect((await refusal(app({ 'appinfo/info.xml': '<info/>' }))).code).toBe('APP_INFO_INVALID')
  })
})

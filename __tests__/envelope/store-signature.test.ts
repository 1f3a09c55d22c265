import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { signForStore } from '../../src/envelope/store-signature'
import { armour, issue, key, keyPem, rsaKey } from '../helpers/certificates'
import { rejectionOf } from '../helpers/errors'
import { isSignedBy } from '../helpers/store'
import { isMissing, runTool } from '../helpers/tools'
import { temporaryFolder } from '../helpers/tree'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const write = (name: string, bytes: Uint8Array) => {
  writeFileSync(at(name), bytes)
  return at(name)
}
const small = Buffer.from('archive')
// Many pieces of a stream, the last one short.
const large = Buffer.alloc(3 * 1024 * 1024 + 17, 'archive ')

describe('signForStore', () => {
  it.each([
    ['small', small],
    ['large', large],
    ['empty', Buffer.alloc(0)],
  ])('signs a %s file, and says which bytes it signed', async (name, bytes) => {
    const { signature, sha256, size } = await signForStore(write(name, bytes), rsaKey('leaf'))
    expect(signature).toMatch(/^[A-Za-z0-9+/]{342}==$/)
    expect(verify('sha512', bytes, createPublicKey(rsaKey('leaf')), Buffer.from(signature, 'base64'))).toBe(true)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(size).toBe(bytes.length)
  })

  it('signs with RSA-4096, and the same way each time', async () => {
    const path = write('again', small)
    const { signature } = await signForStore(path, key('rsa4096 leaf'))
    expect(Buffer.from(signature, 'base64')).toHaveLength(512)
    expect((await signForStore(path, key('rsa4096 leaf'))).signature).toBe(signature)
  })

  it.each([
    ['EC P-384', key('secp384r1 leaf')],
    ['Ed25519', key('ed25519 leaf')],
    ['RSA for PSS only', generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey],
  ])('refuses a key of the kind %s', async (_, other) => {
    const error = await rejectionOf(signForStore(write('other', small), other))
    expect(error.code).toBe('KEY_INVALID')
    expect(error.message).toMatch(/takes signatures by RSA keys only/)
  })

  it.each([
    ['that is gone', 'gone'],
    ['that is a folder', ''],
  ])('names a file %s', async (_, name) => {
    const error = await rejectionOf(signForStore(at(name), rsaKey('leaf')))
    expect(error.code).toBe('PAYLOAD_UNREADABLE')
    expect(error.message).toContain(at(name))
  })
})

describe.skipIf(isMissing('openssl'))('the store signature and openssl', () => {
  const certificate = armour('CERTIFICATE', issue().der)

  it('dgst -sha512 -verify accepts it, over these bytes and with this certificate only', async () => {
    const { signature } = await signForStore(write('a', large), rsaKey('leaf'))
    expect(isSignedBy(certificate, signature, large)).toBe(true)
    expect(isSignedBy(certificate, signature, large.subarray(1))).toBe(false)
    expect(isSignedBy(armour('CERTIFICATE', issue({ key: rsaKey('other') }).der), signature, large)).toBe(false)
    expect(isSignedBy(certificate, '', large)).toBe(false)
  })

  it('dgst -sha512 -sign makes the same bytes', async () => {
    writeFileSync(at('app.key'), keyPem(rsaKey('leaf')))
    const path = write('b', large)
    runTool('openssl', ['dgst', '-sha512', '-sign', at('app.key'), '-out', at('made'), path])
    expect((await signForStore(path, rsaKey('leaf'))).signature).toBe(readFileSync(at('made')).toString('base64'))
  })
})

import type { Buffer } from 'node:buffer'
import { type Authority, customAuthority } from '../../src/pki/authorities'
import type { Certificate } from '../../src/pki/certificate'
import { extension, issueWith, key, makeListWith, type Name, type Wanted, type WantedList } from './certificates'

export { extension, key, pem, type Wanted } from './certificates'

/** The clock of the v2 tests, and how long their certificates live. */
export const NOW = new Date('2026-12-01T12:00:00Z')
export const NOT_BEFORE = new Date('2026-11-01T00:00:00Z')
export const NOT_AFTER = new Date('2028-11-01T00:00:00Z')

export const ROOT: Name = [['CN', 'Test Root CA G2']]
export const INTERMEDIATE: Name = [['CN', 'Test Intermediate CA G2']]

const P384 = 'secp384r1'
export const rootKey = () => key(`${P384} root`)
export const intermediateKey = () => key(`${P384} intermediate`)
export const leafKey = () => key(`${P384} leaf`)

const dates = { notBefore: NOT_BEFORE, notAfter: NOT_AFTER }

/** A root, but for what is given. */
export function issueRoot(wanted: Wanted = {}): Certificate {
  const extensions = [extension.ca(1), extension.keyCertSign]
  const own = { subject: ROOT, issuer: ROOT, key: rootKey(), signer: rootKey(), serial: '01' }
  return issueWith({ ...dates, ...own, extensions, ...wanted })
}

/** An intermediate below that root, but for what is given. */
export function issueIntermediate(wanted: Wanted = {}): Certificate {
  const extensions = [extension.ca(0), extension.keyCertSign]
  const own = { subject: INTERMEDIATE, issuer: ROOT, key: intermediateKey(), signer: rootKey(), serial: '02' }
  return issueWith({ ...dates, ...own, extensions, ...wanted })
}

/** A leaf for `activity` below that intermediate with the v2 profile, but for what is given. */
export function issueLeaf(wanted: Wanted = {}): Certificate {
  const extensions = [extension.notCa, extension.digitalSignature, extension.codeSigning]
  const subject = [['O', 'example'] as const, ['CN', 'activity'] as const]
  const own = { subject, issuer: INTERMEDIATE, key: leafKey(), signer: intermediateKey(), serial: 'A1' }
  return issueWith({ ...dates, ...own, extensions, ...wanted })
}

/** A revocation list in DER by that intermediate, number 10 (hex), but for what is given. */
export function makeList(serials: readonly string[] = [], given: Partial<Omit<WantedList, 'revoked'>> = {}): Buffer {
  const thisUpdate = given.thisUpdate ?? NOT_BEFORE
  return makeListWith({
    number: '10',
    signer: intermediateKey(),
    issuer: INTERMEDIATE,
    nextUpdate: NOT_AFTER,
    ...given,
    thisUpdate,
    revoked: serials.map((serial) => [serial, thisUpdate]),
  })
}

/** An authority with that root and a list. */
export function v2Authority(list: Uint8Array | undefined = makeList(), root = issueRoot()): Authority {
  return customAuthority([root], list && { bundled: list as Buffer })
}

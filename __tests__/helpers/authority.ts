import type { KeyObject } from 'node:crypto'
import { extension, issueWith, keyPem, type Name, pem, rsaKey, type Wanted } from './certificates'

const DAY = 24 * 60 * 60 * 1000
const ROOT_NAME: Name = [['CN', 'Test Authority']]

export interface LeafOptions extends Pick<Wanted, 'notBefore' | 'notAfter' | 'serial'> {
  readonly commonName?: string
  readonly key?: KeyObject
}

/** An authority of its own for one test file, with certificates around the real clock: the bundle has no other. */
export function makeAuthority() {
  const signer = rsaKey('authority')
  const leafKey = rsaKey('leaf of the authority')
  const dates = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 1000 * DAY) }
  const root = { subject: ROOT_NAME, issuer: ROOT_NAME, key: signer, signer, serial: '01' }
  return {
    rootPem: pem(issueWith({ ...dates, ...root, extensions: [extension.ca()] })),
    leafKey,
    keyPem: keyPem(leafKey),
    /** A version 1 leaf, as the vendors issue them. */
    issue: ({ commonName = 'activity', ...own }: LeafOptions = {}) =>
      pem(
        issueWith({
          ...dates,
          subject: [['CN', commonName]],
          issuer: ROOT_NAME,
          key: leafKey,
          signer,
          serial: '1001',
          ...own,
        }),
      ),
  }
}

import { Buffer } from 'node:buffer'
import type { Format, Server } from '../findings/server'
import { type Certificate, readCertificates } from './certificate'
import { TRUST_FILES } from './trust.generated'

/** Who issued a leaf (SPEC 5), or an authority that the user gave. */
export interface Authority {
  readonly id: 'nextcloud' | 'owncloud-g1' | 'owncloud-g2' | 'custom'
  readonly name: string
  /** Undefined for an authority that the user gave: any server may trust it. */
  readonly server?: Server
  /** What its leaves sign; undefined where the key decides. */
  readonly format?: Format
  /** Trusted as they are; their dates are not checked (SPEC 3). */
  readonly anchors: readonly Certificate[]
  /** Known besides those that an envelope brings; each has to be verified up to an anchor first (SPEC 4). */
  readonly intermediates: readonly Certificate[]
  /** Where its revocation list comes from. A custom authority has none. */
  readonly revocation?: RevocationSource
}

/** A revocation list in this package, and where a newer one is published. */
export interface RevocationSource {
  /** PEM or DER. */
  readonly bundled: Buffer
  /** https; undefined for a list that is frozen. */
  readonly url?: string
}

/** Where the vendors publish their lists (SPEC 4 and 5): settings, because addresses change. */
export interface ListAddresses {
  readonly nextcloud: string
  readonly owncloud: string
}

export const LIST_ADDRESSES: ListAddresses = {
  nextcloud: 'https://raw.githubusercontent.com/nextcloud/appstore/master/nextcloudappstore/certificate/nextcloud.crl',
  owncloud: 'https://owncloud.dev/developer-certificates/crl/developers.crl',
}

function trustFile(name: keyof typeof TRUST_FILES): Buffer {
  return Buffer.from(TRUST_FILES[name], 'base64')
}

function certificates(name: keyof typeof TRUST_FILES): Certificate[] {
  return readCertificates(trustFile(name).toString('latin1'))
}

/**
 * The vendors' authorities, from the files in `trust/`.
 *
 * Nextcloud trusts both certificates of its file; ownCloud reads only the first of G1's, the intermediate, which has
 * expired and is trusted all the same (SPEC 3 and 5). G1's list is frozen.
 */
export function bundledAuthorities(addresses: ListAddresses = LIST_ADDRESSES): Authority[] {
  return [
    {
      id: 'nextcloud',
      name: 'Nextcloud',
      server: 'nextcloud',
      format: 'legacy',
      anchors: certificates('nextcloud/root.crt'),
      intermediates: [],
      revocation: { bundled: trustFile('nextcloud/root.crl'), url: addresses.nextcloud },
    },
    {
      id: 'owncloud-g1',
      name: 'ownCloud G1',
      server: 'owncloud',
      format: 'legacy',
      anchors: certificates('owncloud/root-g1.crt').slice(0, 1),
      intermediates: [],
      revocation: { bundled: trustFile('owncloud/legacy.crl') },
    },
    {
      id: 'owncloud-g2',
      name: 'ownCloud G2',
      server: 'owncloud',
      format: 'v2',
      anchors: certificates('owncloud/root-g2.crt'),
      intermediates: certificates('owncloud/intermediate-g2.crt'),
      revocation: { bundled: trustFile('owncloud/developers.crl'), url: addresses.owncloud },
    },
  ]
}

/** An authority from certificates that the user trusts (own distributions, tests). */
export function customAuthority(anchors: readonly Certificate[], revocation?: RevocationSource): Authority {
  const name = 'an authority from trusted-authorities'
  return { id: 'custom', name, anchors, intermediates: [], ...(revocation ? { revocation } : {}) }
}

import { Buffer } from 'node:buffer'
import type { Format, Server } from '../findings/server'
import { type Certificate, readCertificates } from './certificate'
import { parsePem } from './pem'
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
  /** A quick look at names that rules an authority out before its certificates are read; a yes means nothing yet. */
  readonly mayHaveIssued?: (certificate: Certificate) => boolean
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

/** Certificates of a file in `trust/`, read when they are first asked for: most runs need those of one authority. */
function issuersIn(...names: (keyof typeof TRUST_FILES)[]) {
  const texts = names.map((name) => trustFile(name).toString('latin1'))
  const ders = texts.flatMap((text) => parsePem(text).map(({ base64 }) => Buffer.from(base64, 'base64')))
  const read = new Map<string, Certificate[]>()
  return {
    mayHaveIssued: ({ issuer }: Certificate) => ders.some((der) => der.includes(Buffer.from(issuer.key, 'hex'))),
    of: (index: number): Certificate[] => {
      const text = texts[index] ?? ''
      const known = read.get(text) ?? readCertificates(text)
      read.set(text, known)
      return known
    },
  }
}

/**
 * The vendors' authorities, from the files in `trust/`.
 *
 * Nextcloud trusts both certificates of its file; ownCloud reads only the first of G1's, the intermediate, which has
 * expired and is trusted all the same (SPEC 3 and 5). G1's list is frozen.
 */
export function bundledAuthorities(addresses: ListAddresses = LIST_ADDRESSES): Authority[] {
  const nextcloud = issuersIn('nextcloud/root.crt')
  const g1 = issuersIn('owncloud/root-g1.crt')
  const g2 = issuersIn('owncloud/root-g2.crt', 'owncloud/intermediate-g2.crt')
  return [
    {
      id: 'nextcloud',
      name: 'Nextcloud',
      server: 'nextcloud',
      format: 'legacy',
      mayHaveIssued: nextcloud.mayHaveIssued,
      get anchors() {
        return nextcloud.of(0)
      },
      intermediates: [],
      revocation: { bundled: trustFile('nextcloud/root.crl'), url: addresses.nextcloud },
    },
    {
      id: 'owncloud-g1',
      name: 'ownCloud G1',
      server: 'owncloud',
      format: 'legacy',
      mayHaveIssued: g1.mayHaveIssued,
      get anchors() {
        return g1.of(0).slice(0, 1)
      },
      intermediates: [],
      revocation: { bundled: trustFile('owncloud/legacy.crl') },
    },
    {
      id: 'owncloud-g2',
      name: 'ownCloud G2',
      server: 'owncloud',
      format: 'v2',
      mayHaveIssued: g2.mayHaveIssued,
      get anchors() {
        return g2.of(0)
      },
      get intermediates() {
        return g2.of(1)
      },
      revocation: { bundled: trustFile('owncloud/developers.crl'), url: addresses.owncloud },
    },
  ]
}

/** An authority from certificates that the user trusts (own distributions, tests). */
export function customAuthority(anchors: readonly Certificate[], revocation?: RevocationSource): Authority {
  const name = 'an authority from trusted-authorities'
  return { id: 'custom', name, anchors, intermediates: [], ...(revocation ? { revocation } : {}) }
}

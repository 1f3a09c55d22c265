import { Buffer } from 'node:buffer'
import type { Server } from '../findings/server'
import { type Certificate, readCertificates } from './certificate'
import { parsePem } from './pem'
import { TRUST_FILES } from './trust.generated'

/** Who issued a leaf (SPEC 5), or an authority that the user gave. */
export interface Authority {
  readonly id: 'nextcloud' | 'owncloud-g1' | 'custom'
  readonly name: string
  /** Undefined for an authority that the user gave: any server may trust it. */
  readonly server?: Server
  /** A leaf counts when one of these has issued it; dates are not checked here (SPEC 3). */
  readonly anchors: readonly Certificate[]
  /** The bundled revocation list, DER. A custom authority has none. */
  readonly revocationList?: Buffer
}

function trustFile(name: keyof typeof TRUST_FILES): string {
  return Buffer.from(TRUST_FILES[name], 'base64').toString('latin1')
}

function listFile(name: keyof typeof TRUST_FILES): Buffer {
  return Buffer.from(parsePem(trustFile(name))[0]?.base64 ?? '', 'base64')
}

/**
 * The authorities that the legacy format knows, from the files in `trust/`.
 *
 * Nextcloud trusts both certificates of its file; ownCloud reads only the first of its, the intermediate, which has
 * expired and is trusted all the same (SPEC 3 and 5).
 */
export function bundledAuthorities(): Authority[] {
  return [
    {
      id: 'nextcloud',
      name: 'Nextcloud',
      server: 'nextcloud',
      anchors: readCertificates(trustFile('nextcloud/root.crt')),
      revocationList: listFile('nextcloud/root.crl'),
    },
    {
      id: 'owncloud-g1',
      name: 'ownCloud G1',
      server: 'owncloud',
      anchors: readCertificates(trustFile('owncloud/root-g1.crt')).slice(0, 1),
      revocationList: listFile('owncloud/legacy.crl'),
    },
  ]
}

/** An authority from certificates that the user trusts (own distributions, tests). */
export function customAuthority(anchors: readonly Certificate[]): Authority {
  return { id: 'custom', name: 'an authority from trusted-authorities', anchors }
}

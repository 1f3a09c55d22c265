import type { KeyObject } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Format } from '../findings/server'
import { type Certificate, fingerprint } from './certificate'
import type { Chain } from './chain'
import { judgeCertificate } from './judge'
import { publicKeyOf } from './key'
import type { RevocationCheck } from './revocation-check'
import type { Trust } from './trust'

/** What signs: a private key, the certificate that goes with it, and the intermediates above that. */
export interface Credentials {
  readonly key: KeyObject
  readonly leaf: Certificate
  /** From the input certificate-chain; the leaf's issuer first. Only format v2 has any. */
  readonly intermediates: readonly Certificate[]
  /** The address that the leaf was fetched from; undefined when the user gave it. */
  readonly fetchedFrom?: string | undefined
}

/** Credentials that servers will accept, and what is worth saying all the same. */
export interface AcceptedCredentials {
  readonly chain: Chain
  readonly revocation: RevocationCheck
  readonly findings: readonly Finding[]
}

/**
 * Makes sure, before anything is written, that servers will accept what these credentials sign: the key belongs to the
 * certificate, which is for this app and for signing, is issued by an authority that counts, not revoked, and valid now.
 *
 * @param appId the `<id>` of info.xml, or `core` for a server
 * @throws AppsignError KEY_MISMATCH, CERTIFICATE_REFUSED, or CERTIFICATE_INVALID for certificate-chain
 */
export async function acceptCredentials(
  credentials: Credentials,
  appId: string,
  format: Format,
  trust: Trust,
): Promise<AcceptedCredentials> {
  const { leaf, intermediates } = credentials
  assertKeyBelongs(credentials)
  const { chain, revocation, problems, findings } = await judgeCertificate(leaf, intermediates, appId, format, trust)
  if (problems[0]) throw new AppsignError('CERTIFICATE_REFUSED', `${certificateName(credentials)} ${problems[0].why}`)
  if (!chain || !revocation) throw new AppsignError('INTERNAL', 'A certificate without a chain was accepted.')
  return { chain, revocation, findings }
}

/** A fetched certificate is one that the user has never seen: it goes by where it came from. */
function certificateName({ fetchedFrom }: Credentials): string {
  return fetchedFrom === undefined ? 'certificate' : `the certificate that was fetched from ${fetchedFrom}`
}

function assertKeyBelongs(credentials: Credentials): void {
  const { key, leaf, fetchedFrom } = credentials
  const ofKey = fingerprint(publicKeyOf(key))
  const ofLeaf = fingerprint(leaf.publicKey)
  if (ofKey === ofLeaf) return
  const remedy =
    fetchedFrom === undefined
      ? 'Take the key that made the CSR, or request a new certificate.'
      : 'Take the key that made the CSR for it; if yours is another certificate, pass that as certificate.'
  throw new AppsignError(
    'KEY_MISMATCH',
    `private-key does not belong to ${certificateName(credentials)}: the public key of private-key has the SHA-256 fingerprint ${ofKey}, that of the certificate ${ofLeaf}. ${remedy}`,
  )
}

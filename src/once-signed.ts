import { APP_SIGNATURE, MAX_ENVELOPE_SIZE } from './envelope/envelope'
import { parseEnvelope } from './envelope/parse'
import type { Finding } from './findings/finding'
import type { Payload } from './payload/payload'
import type { Authority } from './pki/authorities'
import { fingerprint } from './pki/certificate'
import { findChain } from './pki/chain'
import { commonNameOf, foldAscii } from './pki/identity'
import { readLeaf } from './verdict'

/** By whom an app was signed, going by its leaf; whether the signature holds is not asked here. */
export type Signer =
  | { readonly signed: false }
  | { readonly signed: true; readonly problem: string }
  | {
      readonly signed: true
      readonly problem?: never
      readonly commonName: string
      readonly authority: Pick<Authority, 'id' | 'name' | 'server'>
      /** SHA-256 over the public key's SPKI, lower-case hex. */
      readonly fingerprint: string
    }

/** An archive of an earlier release. `tag` and `asset` are untrusted names. */
export interface EarlierArchive {
  readonly tag: string
  readonly asset: string
  readonly signer: Signer
}

/** The archives of the app in its latest earlier release, one at least; or why there is nothing to compare with. */
export type Earlier = { readonly archives: readonly EarlierArchive[] } | { readonly unchecked: string }

type Known = Extract<Signer, { readonly fingerprint: string }>

/** Who signed an app, as its signature.json says. */
export function readSigner(payload: Payload, authorities: readonly Authority[]): Signer {
  const bytes = payload.read(APP_SIGNATURE, MAX_ENVELOPE_SIZE)
  if (bytes === undefined) return { signed: false }
  if (bytes === 'too-large') return { signed: true, problem: `its ${APP_SIGNATURE} is too large` }
  const parsed = parseEnvelope(bytes)
  if ('problem' in parsed) return { signed: true, problem: `its ${parsed.problem}` }
  const { envelope } = parsed
  const leaf = readLeaf(envelope.format === 'v2' ? envelope.leaf : envelope.certificate)
  if (!leaf) return { signed: true, problem: 'its certificate can not be read' }
  const candidates = envelope.format === 'v2' ? envelope.chain.map(readLeaf).filter((one) => one !== undefined) : []
  const authority = findChain(leaf, authorities, candidates)?.authority
  if (!authority) return { signed: true, problem: `nobody known issued its certificate ("${leaf.issuer.text}")` }
  const commonName = commonNameOf(leaf)
  if (commonName === undefined) return { signed: true, problem: 'its certificate has not one CN' }
  return { signed: true, commonName, authority, fingerprint: fingerprint(leaf.publicKey) }
}

/**
 * Once signed, always signed: servers refuse an update that is not signed when the installed app is. Of several archives of
 * a release (one for each line of ownCloud) the one that the same authority vouches for is compared.
 *
 * @param now the archive to be released
 * @returns no finding when the signer is the same, or the earlier release was not signed
 */
export function compareSigners(earlier: Earlier, now: Signer): Finding[] {
  if ('unchecked' in earlier) return [unchecked(earlier.unchecked)]
  const known = earlier.archives.flatMap(({ signer, ...where }) =>
    'fingerprint' in signer && signer.fingerprint !== undefined ? [{ ...where, signer }] : [],
  )
  const [first] = known
  if (!first) {
    const [odd] = earlier.archives.filter(({ signer }) => signer.signed)
    if (odd?.signer.signed) return [unchecked(`"${odd.asset}" of ${odd.tag}: ${odd.signer.problem}`)]
    return []
  }
  if (!now.signed) return [changed(first, 'is not signed')]
  if (now.problem !== undefined) return [changed(first, `is signed in a way that can not be compared: ${now.problem}`)]
  return compareKnown(
    known.find(({ signer }) => signer.fingerprint === now.fingerprint) ??
      known.find(({ signer }) => signer.authority.id === now.authority.id) ??
      first,
    now,
  )
}

type KnownArchive = EarlierArchive & { readonly signer: Known }

function compareKnown(earlier: KnownArchive, now: Known): Finding[] {
  const { signer } = earlier
  const moved = isMoveToG2(signer, now)
  if (signer.authority.id !== now.authority.id && !moved)
    return [changed(earlier, `is vouched for by ${now.authority.name}`)]
  const fold = (name: string) => (moved ? foldAscii(name) : name)
  if (fold(signer.commonName) !== fold(now.commonName)) return [changed(earlier, `is signed for CN=${now.commonName}`)]
  if (signer.fingerprint === now.fingerprint) return []
  return [
    {
      code: 'KEY_CHANGED',
      severity: 'warning',
      message: `The key is another one than that of "${earlier.asset}" of ${earlier.tag}. SHA-256 of the public keys: ${signer.fingerprint} then, ${now.fingerprint} now.`,
      hint: moved
        ? 'This is right if the app has moved from ownCloud G1 to G2.'
        : 'This is right if a new certificate was requested with a new key; register it in the App Store. If nobody did, find out whose key this is before you publish.',
    },
  ]
}

/** G1 ends, and its apps have to go to G2 (SPEC 3, the sunset): the one change of authority that is no surprise. */
function isMoveToG2(earlier: Known, now: Known): boolean {
  return earlier.authority.id === 'owncloud-g1' && now.authority.id === 'owncloud-g2'
}

function changed({ asset, tag, signer }: KnownArchive, what: string): Finding {
  return {
    code: 'SIGNER_CHANGED',
    severity: 'error',
    message: `"${asset}" of ${tag} was signed for CN=${signer.commonName}, vouched for by ${signer.authority.name}; this one ${what}.`,
    hint: 'Once signed, always signed: sign with the certificate of the same authority and for the same app.',
  }
}

function unchecked(why: string): Finding {
  return {
    code: 'EARLIER_RELEASE_UNCHECKED',
    severity: 'notice',
    message: `Whether an earlier release was signed by the same signer was not checked: ${why}.`,
  }
}

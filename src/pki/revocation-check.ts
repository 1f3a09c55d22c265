import { reasonOf } from '../findings/errors'
import { shownAddress } from '../net/address'
import type { Certificate } from './certificate'
import type { Chain } from './chain'
import type { FetchList } from './fetch-list'
import { isListOf, parseRevocationList, type RevocationList } from './revocation'

/** `auto`: the authority's published list, else the bundled one; `bundled`: only that; `off`: none. */
export type RevocationMode = 'auto' | 'bundled' | 'off'

export interface RevocationPolicy {
  readonly mode: RevocationMode
  readonly fetch: FetchList
}

/** The list that was asked, for the report. */
export interface AskedList {
  readonly source: 'fetched' | 'bundled'
  readonly issuer: string
  /** CRL number in hex, if the list has one. */
  readonly number: string | undefined
  readonly thisUpdate: Date
}

/** What is known of a chain's revocation. `unchecked` says why nobody knows, and must never pass for `good`. */
export type RevocationCheck = (
  | { readonly state: 'good' | 'no-list' | 'off' }
  | { readonly state: 'revoked'; readonly certificate: Certificate; readonly on: Date }
  | { readonly state: 'unchecked'; readonly reason: string }
) & {
  readonly list?: AskedList
  /** Why the bundled list was asked though a newer one should have been. */
  readonly fallback?: string
}

/**
 * Looks the certificates of a chain up in their authority's list, by issuer **and** serial: serials repeat between the
 * vendors (SPEC 3). A list counts only when the leaf's issuer has signed it, however old it is (SPEC 4).
 *
 * @param chain already verified
 */
export async function checkRevocation(chain: Chain, policy: RevocationPolicy): Promise<RevocationCheck> {
  if (policy.mode === 'off') return { state: 'off' }
  const { revocation, name } = chain.authority
  if (!revocation) return { state: 'no-list' }
  const bundled = accept(revocation.bundled, chain)
  let fallback: string | undefined
  if (policy.mode === 'auto' && revocation.url) {
    const address = shownAddress(revocation.url)
    try {
      const fetched = accept(await policy.fetch(revocation.url), chain)
      if (typeof fetched === 'string') fallback = `the list from ${address} is not used: ${fetched}`
      else if (typeof bundled === 'object' && isOlder(fetched, bundled))
        fallback = `the list from ${address} is older than the bundled one`
      else return lookUp(chain, fetched, 'fetched')
    } catch (error) {
      fallback = `the list of ${name} could not be fetched: ${reasonOf(error)}`
    }
  }
  const told = fallback === undefined ? {} : { fallback }
  if (typeof bundled === 'string')
    return { ...told, state: 'unchecked', reason: `the bundled list of ${name} can not be used: ${bundled}` }
  return { ...told, ...lookUp(chain, bundled, 'bundled') }
}

/** The list, when it speaks for the leaf; else why it does not. */
function accept(bytes: Uint8Array, chain: Chain): RevocationList | string {
  try {
    const list = parseRevocationList(bytes)
    if (list.issuer.key !== chain.leaf.issuer.key) return `it is by another issuer ("${list.issuer.text}")`
    return isListOf(list, chain.issuers[0]) ? list : 'its signature is wrong'
  } catch (error) {
    return `it can not be read (${reasonOf(error)})`
  }
}

function isOlder(list: RevocationList, than: RevocationList): boolean {
  if (list.number === undefined || than.number === undefined) return list.thisUpdate < than.thisUpdate
  return BigInt(`0x${list.number}`) < BigInt(`0x${than.number}`)
}

function lookUp(chain: Chain, list: RevocationList, source: AskedList['source']): RevocationCheck {
  const asked = { source, issuer: list.issuer.text, number: list.number, thisUpdate: list.thisUpdate }
  // ownCloud 11 looks for every certificate of the chain in the one list that there is (SPEC 4).
  const checked = chain.authority.format === 'legacy' ? [chain.leaf] : [chain.leaf, ...chain.issuers.slice(0, -1)]
  for (const certificate of checked) {
    const on = list.revoked.get(certificate.serial)
    if (on) return { state: 'revoked', certificate, on, list: asked }
  }
  return { state: 'good', list: asked }
}

import type { Envelope } from './envelope/envelope'
import type { Certificate } from './pki/certificate'
import { type Chain, findChain } from './pki/chain'
import { authoritiesOf, type Trust } from './pki/trust'
import { readLeaf } from './verdict'

/** Who signed an envelope, as far as it can be known from the envelope alone. */
export interface Signer {
  /** Undefined when it can not be read. */
  readonly leaf: Certificate | undefined
  /** Undefined when it leads to no authority that is trusted. */
  readonly chain: Chain | undefined
}

/** Reads an envelope's leaf, and follows it to an authority (SPEC 3, step 2; SPEC 4). */
export function signerOf(envelope: Envelope, trust: Trust): Signer {
  const isV2 = envelope.format === 'v2'
  const leaf = readLeaf(isV2 ? envelope.leaf : envelope.certificate)
  const candidates = isV2 ? envelope.chain.map(readLeaf).filter((certificate) => certificate !== undefined) : []
  return { leaf, chain: leaf && findChain(leaf, authoritiesOf(trust, isV2 ? 'owncloud' : undefined), candidates) }
}

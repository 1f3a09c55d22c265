import { exception } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { type Certificate, readCertificate } from './pki/certificate'
import type { Chain } from './pki/chain'
import { decodeEnvelopePem } from './pki/pem'
import type { RevocationCheck } from './pki/revocation-check'

/** Who signed an envelope, as far as it can be known, and what is wrong with it. */
export interface EnvelopeVerdict {
  readonly leaf: Certificate | undefined
  readonly chain: Chain | undefined
  readonly revocation: RevocationCheck | undefined
  /** In the order in which the servers ask. */
  readonly findings: readonly Finding[]
}

/** The verdict when nothing could be asked at all. */
export function bareVerdict(finding: Finding): EnvelopeVerdict {
  return { leaf: undefined, chain: undefined, revocation: undefined, findings: [finding] }
}

/**
 * A certificate from an envelope.
 *
 * @param pem the text in the file
 * @returns undefined when it can not be read, whatever is wrong with it
 */
export function readLeaf(pem: string): Certificate | undefined {
  const der = decodeEnvelopePem(pem)
  try {
    return der && readCertificate(der)
  } catch {
    // The servers make no difference either: the caller says what they say.
    return undefined
  }
}

/** The verdict on an envelope whose leaf can not be read. */
export function unreadableLeaf(sentence?: string): EnvelopeVerdict {
  return bareVerdict(
    exception(
      'BAD_CHAIN',
      'The certificate in signature.json can not be read.',
      'Sign again with the certificate that the vendor issued.',
      sentence,
    ),
  )
}

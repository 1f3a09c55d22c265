import { AppsignError } from '../findings/errors'
import type { Certificate } from './certificate'
import type { Chain } from './chain'

/**
 * Makes sure that certificate-chain holds the chain and nothing else: the issuer of the leaf first, then that one's, up to
 * the root, which may be left out. The leaf itself may stand in front.
 *
 * @param given what the input holds
 * @param chain what was found
 * @throws AppsignError CERTIFICATE_INVALID
 */
export function assertChainInput(given: readonly Certificate[], chain: Chain): void {
  const path = [chain.leaf, ...chain.issuers]
  const places = given.map((certificate) => path.findIndex((other) => other.der.equals(certificate.der)))
  const unrelated = given[places.indexOf(-1)]
  if (unrelated)
    throw new AppsignError(
      'CERTIFICATE_INVALID',
      `certificate-chain holds "${unrelated.subject.text}", which is no part of the chain of certificate. Leave it out: only the issuer of the certificate, and the root, belong there.`,
    )
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1)))
    throw new AppsignError(
      'CERTIFICATE_INVALID',
      'certificate-chain is in the wrong order. The issuer of the certificate comes first, then the root, which may be left out.',
    )
}

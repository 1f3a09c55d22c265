import type { Finding, FindingCode } from '../findings/finding'
import type { Format } from '../findings/server'
import type { Certificate } from './certificate'
import { type Chain, findChain } from './chain'
import { assertChainInput } from './chain-input'
import { CORE, commonNameOf, v2IdentityProblem } from './identity'
import { leafProfileProblem } from './leaf-profile'
import { checkRevocation, type RevocationCheck } from './revocation-check'
import { authoritiesOf, revocationFindings, type Trust, unknownIssuer } from './trust'
import { expiryWarning, formatDate, validityOf } from './validity'

/** What servers would say of a certificate before it signs anything. */
export interface JudgedCertificate {
  /** Undefined when nobody who counts issued it. */
  readonly chain: Chain | undefined
  readonly revocation: RevocationCheck | undefined
  /** Why it will not do, the first reason first; empty when it will. */
  readonly problems: readonly CertificateProblem[]
  /** What is worth saying all the same. */
  readonly findings: readonly Finding[]
}

/** One reason for which a certificate will not do. */
export interface CertificateProblem {
  /** What a server would call it. */
  readonly code: FindingCode
  /** What is wrong and what to do about it, to follow what the certificate is called: "can not be used: …". */
  readonly why: string
}

/**
 * Asks of a certificate what servers and the store will ask; it is no secret, and its key is not needed.
 *
 * @param appId the `<id>` of info.xml, or `core` for a server
 * @throws AppsignError CERTIFICATE_INVALID for certificate-chain
 */
export async function judgeCertificate(
  leaf: Certificate,
  intermediates: readonly Certificate[],
  appId: string,
  format: Format,
  trust: Trust,
): Promise<JudgedCertificate> {
  const chain = findChain(leaf, authoritiesOf(trust), format === 'v2' ? intermediates : [])
  if (chain && format === 'v2') assertChainInput(intermediates, chain)
  const revocation = chain && (await checkRevocation(chain, trust.revocation))
  const revoked = chain && revocation ? revocationFindings(revocation, chain.authority) : []
  const problems = [
    scopeProblem(leaf, appId, format),
    format === 'v2' ? profileProblem(leaf) : undefined,
    chain ? undefined : chainProblem(leaf, intermediates, format, trust),
    ...datesProblems(chain && format === 'v2' ? [leaf, ...chain.issuers] : [leaf], trust.now),
    ...revoked.filter(({ severity }) => severity === 'error').map(problemOf),
  ]
  const unused = format === 'legacy' && intermediates.length > 0 ? CHAIN_NOT_USED : undefined
  const expires =
    validityOf(leaf, trust.now) === 'valid' ? expiryWarning(leaf, trust.now, trust.expiryWarningDays) : undefined
  return {
    chain,
    revocation,
    problems: problems.filter((problem) => problem !== undefined),
    findings: [...revoked.filter(({ severity }) => severity !== 'error'), unused, expires].filter(
      (one) => one !== undefined,
    ),
  }
}

const CHAIN_NOT_USED: Finding = {
  code: 'CHAIN_NOT_USED',
  severity: 'notice',
  message: 'certificate-chain is not used: the legacy format carries the certificate of the app alone.',
}

/** The id itself in the legacy format; its folded form, which must look like an id, in format v2 (SPEC 4). */
function scopeProblem(leaf: Certificate, appId: string, format: Format): CertificateProblem | undefined {
  const problem = format === 'v2' ? v2IdentityProblem(appId, leaf) : undefined
  if (format === 'v2' ? !problem : commonNameOf(leaf) === appId) return undefined
  const named = leaf.subject.commonNames.join('", "')
  const reason = problem ? ` (${problem})` : ''
  if (appId === CORE)
    return refused(
      'CN_MISMATCH',
      `it is for "${named}", and a server is signed as "${CORE}". Use the certificate that the vendor issued for its server.`,
    )
  return {
    code: 'CN_MISMATCH',
    why: `is for "${named}", and appinfo/info.xml says that the app is "${appId}"${reason}. Use the certificate of "${appId}", or correct <id>.`,
  }
}

function profileProblem(leaf: Certificate): CertificateProblem | undefined {
  const problem = leafProfileProblem(leaf)
  return problem
    ? refused('BAD_CHAIN', `it ${problem}. Use the certificate that ownCloud issued for this app.`)
    : undefined
}

function chainProblem(
  leaf: Certificate,
  intermediates: readonly Certificate[],
  format: Format,
  trust: Trust,
): CertificateProblem {
  if (format === 'legacy' && findChain(leaf, authoritiesOf(trust), intermediates))
    return refused(
      'BAD_CHAIN',
      'an intermediate issued it, and the legacy format has no place for that one. Set format: v2.',
    )
  return problemOf(unknownIssuer(leaf, trust.server))
}

/** Servers let some of these pass; a release that was signed with one could never be uploaded. */
function datesProblems(certificates: readonly Certificate[], now: Date): CertificateProblem[] {
  const problems = certificates.map((certificate, index) => {
    const name = index === 0 ? 'it' : `its issuer "${certificate.subject.text}"`
    const validity = validityOf(certificate, now)
    if (validity === 'valid') return undefined
    return validity === 'expired'
      ? refused(
          'CERTIFICATE_EXPIRED',
          `${name} expired on ${formatDate(certificate.notAfter)}. Request a new certificate from the vendor with a new CSR.`,
        )
      : refused(
          'CERTIFICATE_NOT_YET_VALID',
          `${name} is valid only from ${formatDate(certificate.notBefore)}. Wait until then, and check the clock of this machine.`,
        )
  })
  return problems.filter((problem) => problem !== undefined)
}

function problemOf({ code, message, hint = '' }: Finding): CertificateProblem {
  return refused(code, `${message} ${hint}`.trim())
}

function refused(code: FindingCode, why: string): CertificateProblem {
  return { code, why: `can not be used: ${why}` }
}

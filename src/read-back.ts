import type { Buffer } from 'node:buffer'
import type { Envelope } from './envelope/envelope'
import { parseEnvelope } from './envelope/parse'
import { AppsignError } from './findings/errors'
import type { Finding } from './findings/finding'
import type { Manifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import type { Trust } from './pki/trust'
import type { Subject } from './subject'
import { verifyEnvelope } from './verify-subject'

/**
 * The verifying code must accept what was just written.
 *
 * @param readBack gives the envelope's bytes as they are on the disk; nobody keeps them
 * @throws AppsignError INTERNAL
 */
export async function assertVerifies(
  readBack: () => Buffer,
  manifest: Manifest,
  subject: Subject,
  trust: Trust,
): Promise<void> {
  const parsed = parseEnvelope(readBack(), subject.signaturePath, manifest.hashes)
  const problems: string[] = []
  if ('problem' in parsed) problems.push(parsed.problem)
  else {
    const verdict = await verifyEnvelope(parsed.envelope, subject, trust)
    for (const finding of [...verdict.findings, ...compareManifests(parsed.envelope.hashes, manifest.hashes)])
      if (finding.severity === 'error' && !isSunset(finding, parsed.envelope)) problems.push(finding.message)
  }
  if (problems[0])
    throw new AppsignError(
      'INTERNAL',
      `The new signature was not accepted by our own verification and was not kept: ${problems[0]} Please report this.`,
    )
}

/** After the sunset a legacy signature still serves ownCloud 10: whoever signs is warned, not stopped. */
function isSunset(finding: Finding, envelope: Envelope): boolean {
  return finding.code === 'BAD_ALGORITHM' && envelope.format === 'legacy'
}

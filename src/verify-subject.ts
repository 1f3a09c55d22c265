import { type Envelope, MAX_ENVELOPE_SIZE } from './envelope/envelope'
import { type ParsedEnvelope, parseEnvelope } from './envelope/parse'
import { diagnose } from './findings/diagnose'
import { exception } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import type { Format, Server } from './findings/server'
import { formatFindings } from './format'
import { buildManifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import { numericNames } from './manifest/numeric-names'
import { isCompared } from './payload/exclusions'
import type { Payload } from './payload/payload'
import type { Certificate } from './pki/certificate'
import type { Trust } from './pki/trust'
import type { Report, ReportedCertificate } from './report/report'
import { chooseServer } from './server'
import { forServer, shippingFindings } from './shipping'
import { signerOf } from './signer'
import type { EnvelopeSubject, Subject } from './subject'
import { bareVerdict, type EnvelopeVerdict } from './verdict'
import { verifyLegacy } from './verify-legacy'
import { verifyV2 } from './verify-v2'

/**
 * Verifies one app or a server's own files as the servers do (SPEC 3 and 4), with all findings instead of the first only.
 *
 * @throws AppsignError when the payload can not be read
 */
export async function verifySubject(payload: Payload, subject: Subject, trust: Trust): Promise<Report> {
  const { scope, within } = subject
  const parsed = readEnvelope(payload, subject)
  const envelope = 'envelope' in parsed ? parsed.envelope : undefined
  const format = envelope?.format ?? 'legacy'
  const signer = envelope && signerOf(envelope, trust)
  const { server, finding } = chooseServer(trust.server, signer?.chain?.authority, subject, format)
  const signed = envelope?.hashes.keys()
  // The signature is verified, and its authority's list fetched, while other threads hash.
  const [manifest, verdict] = await Promise.all([
    buildManifest(payload, { server, scope, within, ...(signed ? { signed } : {}) }),
    'envelope' in parsed ? verifyEnvelope(parsed.envelope, subject, trust, signer) : missing(parsed.problem, subject),
  ])
  const compared = envelope ? compareManifests(expectedOf(envelope, server, subject), manifest.hashes, scope) : []
  const differences = await diagnose(compared, payload.reread, scope)
  return {
    mode: 'verify',
    scope,
    kind: payload.kind,
    name: payload.name,
    root: payload.root,
    appId: subject.id,
    appVersion: subject.version,
    server,
    format,
    signaturePath: envelope && subject.signaturePath,
    ...describe(verdict),
    fileCount: manifest.hashes.size,
    bytes: manifest.bytes,
    findings: forServer(
      server,
      sortFindings([
        ...verdict.findings,
        ...differences,
        ...withoutRepeats(manifest.findings, differences).map((one) => (within ? softened(one) : one)),
        ...(within ? [] : adviceOnApp(payload, subject, server, envelope && format, trust)),
        ...(format === 'legacy' ? numericNames(manifest.hashes.keys()) : []),
        ...(finding ? [finding] : []),
      ]),
    ),
  }
}

/** Asks of an envelope what the servers of its format ask, in their order. */
export function verifyEnvelope(
  envelope: Envelope,
  subject: EnvelopeSubject,
  trust: Trust,
  signer = signerOf(envelope, trust),
): Promise<EnvelopeVerdict> {
  return envelope.format === 'v2'
    ? verifyV2(envelope, signer, subject, trust)
    : verifyLegacy(envelope, signer, subject, trust)
}

function readEnvelope(payload: Payload, { scope, signaturePath }: Subject): ParsedEnvelope {
  const bytes = payload.read(signaturePath, MAX_ENVELOPE_SIZE)
  if (bytes === undefined) return { problem: `The ${scope} is not signed: there is no ${signaturePath}` }
  if (bytes === 'too-large')
    return { problem: `${signaturePath} is larger than ${MAX_ENVELOPE_SIZE / 1024 / 1024} MiB and was not read` }
  return parseEnvelope(bytes, signaturePath)
}

function missing(problem: string, { within }: Subject): EnvelopeVerdict {
  const hint = within
    ? 'Take signature.json from the release of this very version.'
    : 'Sign the app (mode: sign), and ship signature.json as it is written.'
  return bareVerdict(exception('MISSING_SIGNATURE', `${problem}.`, hint))
}

/** What was signed and is compared. */
function expectedOf({ hashes }: Envelope, server: Server, { scope }: Subject): Envelope['hashes'] {
  const all = [...hashes.keys()].every((path) => isCompared(path, server, scope))
  return all ? hashes : new Map([...hashes].filter(([path]) => isCompared(path, server, scope)))
}

/** What the store and other servers would say of an app that is by itself. */
function adviceOnApp(
  payload: Payload,
  subject: Subject,
  server: Server,
  format: Format | undefined,
  trust: Trust,
): Finding[] {
  return [
    ...shippingFindings(payload, subject, server),
    ...(format ? formatFindings(format, server, subject, trust.now, false) : []),
  ]
}

/** A dangling link that differs from the envelope was told as a difference already. */
function withoutRepeats(findings: readonly Finding[], differences: readonly Finding[]): Finding[] {
  const told = new Set(differences.map((difference) => difference.path))
  return findings.filter((finding) => finding.code !== 'DANGLING_LINK' || !told.has(finding.path))
}

/** A link that dangles as it did when the server was signed is what was signed: its makers are to blame, and no server minds. */
function softened(finding: Finding): Finding {
  return finding.code === 'DANGLING_LINK' ? { ...finding, severity: 'warning' } : finding
}

/** What a report says of who signed. */
export function describe({
  leaf,
  chain,
  revocation,
}: Pick<EnvelopeVerdict, 'leaf' | 'chain' | 'revocation'>): Pick<Report, 'chain' | 'authority' | 'revocation'> {
  const certificates = chain ? [chain.leaf, ...chain.issuers] : leaf ? [leaf] : []
  return { chain: certificates.map(describeCertificate), authority: chain?.authority.name, revocation }
}

function describeCertificate({ subject, issuer, serial, notAfter }: Certificate): ReportedCertificate {
  return { subject: subject.text, issuer: issuer.text, serial, notAfter }
}

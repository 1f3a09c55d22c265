import { APP_SIGNATURE, type Envelope, MAX_ENVELOPE_SIZE } from './envelope/envelope'
import { type ParsedEnvelope, parseEnvelope } from './envelope/parse'
import { diagnose } from './findings/diagnose'
import { exception } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import { formatFindings } from './format'
import { buildManifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import { numericNames } from './manifest/numeric-names'
import { type AppInfo, readAppInfo } from './payload/app-info'
import type { Payload } from './payload/payload'
import type { Certificate } from './pki/certificate'
import type { Trust } from './pki/trust'
import type { Report, ReportedCertificate } from './report/report'
import { chooseServer } from './server'
import { forServer, shippingFindings } from './shipping'
import { bareVerdict, type EnvelopeVerdict } from './verdict'
import { verifyLegacy } from './verify-legacy'
import { verifyV2 } from './verify-v2'

/**
 * Verifies an app as the servers do (SPEC 3 and 4), with all findings instead of the first only.
 *
 * @param payload the app
 * @throws AppsignError when the payload can not be read, or is no app
 */
export async function verify(payload: Payload, trust: Trust): Promise<Report> {
  const app = readAppInfo(payload)
  const parsed = readEnvelope(payload)
  const envelope = 'envelope' in parsed ? parsed.envelope : undefined
  const verdict = 'envelope' in parsed ? await verifyEnvelope(parsed.envelope, app, trust) : missing(parsed.problem)
  const format = envelope?.format ?? 'legacy'
  const { server, finding } = chooseServer(trust.server, verdict.chain?.authority, app, format)
  const signed = envelope?.hashes.keys()
  const manifest = await buildManifest(payload, { server, scope: 'app', ...(signed ? { signed } : {}) })
  const compared = envelope ? compareManifests(envelope.hashes, manifest.hashes) : []
  const differences = await diagnose(compared, payload.reread)
  return {
    mode: 'verify',
    scope: 'app',
    kind: payload.kind,
    name: payload.name,
    root: payload.root,
    appId: app.id,
    appVersion: app.version,
    server,
    format,
    signaturePath: envelope && APP_SIGNATURE,
    ...describe(verdict),
    fileCount: manifest.hashes.size,
    bytes: manifest.bytes,
    findings: forServer(
      server,
      sortFindings([
        ...verdict.findings,
        ...differences,
        ...withoutRepeats(manifest.findings, differences),
        ...shippingFindings(payload, app, server),
        ...(format === 'legacy' ? numericNames(manifest.hashes.keys()) : []),
        ...(envelope ? formatFindings(format, server, app, trust.now, false) : []),
        ...(finding ? [finding] : []),
      ]),
    ),
  }
}

/** Asks of an envelope what the servers of its format ask, in their order. */
export function verifyEnvelope(envelope: Envelope, app: AppInfo, trust: Trust): Promise<EnvelopeVerdict> {
  if (envelope.format === 'v2') return verifyV2(envelope, app.id, trust)
  return verifyLegacy(envelope, app, trust)
}

function readEnvelope(payload: Payload): ParsedEnvelope {
  const bytes = payload.read(APP_SIGNATURE, MAX_ENVELOPE_SIZE)
  if (bytes === undefined) return { problem: `The app is not signed: there is no ${APP_SIGNATURE}` }
  if (bytes === 'too-large')
    return { problem: `${APP_SIGNATURE} is larger than ${MAX_ENVELOPE_SIZE / 1024 / 1024} MiB and was not read` }
  return parseEnvelope(bytes)
}

function missing(problem: string): EnvelopeVerdict {
  const hint = 'Sign the app (mode: sign), and ship signature.json as it is written.'
  return bareVerdict(exception('MISSING_SIGNATURE', `${problem}.`, hint))
}

/** A dangling link that differs from the envelope was told as a difference already. */
function withoutRepeats(findings: readonly Finding[], differences: readonly Finding[]): Finding[] {
  const told = new Set(differences.map((difference) => difference.path))
  return findings.filter((finding) => finding.code !== 'DANGLING_LINK' || !told.has(finding.path))
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

import { Buffer } from 'node:buffer'
import { APP_SIGNATURE, type LegacyEnvelope, MAX_ENVELOPE_SIZE } from './envelope/envelope'
import { verifyLegacyEnvelope } from './envelope/legacy'
import { type ParsedEnvelope, parseEnvelope } from './envelope/parse'
import { AppsignError } from './findings/errors'
import { exception, scopeSentence } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import { buildManifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import { numericNames } from './manifest/numeric-names'
import { readAppInfo } from './payload/app-info'
import type { Payload } from './payload/payload'
import { type Certificate, readCertificate } from './pki/certificate'
import { type Chain, findChain } from './pki/chain'
import { parsePem } from './pki/pem'
import { revocationFinding, type Trust, unknownIssuer } from './pki/trust'
import { checkDates } from './pki/validity'
import type { Report } from './report/report'
import { chooseServer } from './server'

/** Who signed an envelope, as far as it can be known, and what is wrong with it. */
export interface EnvelopeVerdict {
  readonly leaf: Certificate | undefined
  readonly chain: Chain | undefined
  readonly findings: readonly Finding[]
}

/**
 * Verifies an app as the servers do (SPEC 3), with all findings instead of the first only.
 *
 * @param payload the app
 * @throws AppsignError when the payload can not be read, or is no app
 */
export function verify(payload: Payload, trust: Trust): Report {
  const app = readAppInfo(payload)
  const parsed = readEnvelope(payload)
  const envelope = 'envelope' in parsed ? parsed.envelope : undefined
  const verdict = 'envelope' in parsed ? verifyEnvelope(parsed.envelope, app.id, trust) : missing(parsed.problem)
  const { server, finding } = chooseServer(trust.server, verdict.chain?.authority, app)
  const manifest = buildManifest(payload, server, 'app', envelope?.hashes.keys())
  const differences = envelope ? compareManifests(envelope.hashes, manifest.hashes) : []
  return {
    mode: 'verify',
    name: payload.name,
    root: payload.root,
    appId: app.id,
    appVersion: app.version,
    server,
    format: 'legacy',
    signaturePath: envelope ? APP_SIGNATURE : undefined,
    certificate: describe(verdict.leaf),
    authority: verdict.chain?.authority.name,
    fileCount: manifest.hashes.size,
    findings: sortFindings([
      ...verdict.findings,
      ...differences,
      ...withoutRepeats(manifest.findings, differences),
      ...numericNames(manifest.hashes.keys()),
      ...(finding ? [finding] : []),
    ]),
  }
}

/**
 * Asks of an envelope what the servers ask, in their order (SPEC 3, steps 2 to 5): who issued the leaf, is it revoked, is
 * it for this app, and does the signature fit. A step that can not be taken without an earlier one is left out.
 *
 * @param requested the CN that the leaf must have: the app's id, or `core`
 */
export function verifyEnvelope(envelope: LegacyEnvelope, requested: string, trust: Trust): EnvelopeVerdict {
  const findings: Finding[] = []
  const add = (finding: Finding | undefined) => finding && findings.push(finding)

  const leaf = readLeaf(envelope.certificate)
  if (!leaf) {
    add(
      exception(
        'BAD_CHAIN',
        'The certificate in signature.json can not be read.',
        'Sign again with the certificate that the vendor issued.',
      ),
    )
    return { leaf: undefined, chain: undefined, findings }
  }
  const chain = findChain(leaf, trust.authorities)
  add(chain ? revocationFinding(chain) : unknownIssuer(leaf, trust))
  add(checkScope(leaf, requested))
  add(checkSignature(envelope, leaf))
  add(checkDates(leaf, trust.now, trust.expiryWarningDays))
  return { leaf, chain, findings }
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
  return { leaf: undefined, chain: undefined, findings: [exception('MISSING_SIGNATURE', `${problem}.`, hint)] }
}

function readLeaf(pem: string): Certificate | undefined {
  const [block] = parsePem(pem)
  try {
    return block && readCertificate(Buffer.from(block.base64, 'base64'))
  } catch {
    // Whatever is wrong with it: the servers say "Certificate is not valid." and so does the caller.
    return undefined
  }
}

/** The leaf speaks for one app only; CN `core` is trusted for everything (SPEC 3, step 4). */
function checkScope(leaf: Certificate, requested: string): Finding | undefined {
  const { commonNames } = leaf.subject
  const [commonName] = commonNames
  if (commonNames.length === 1 && (commonName === requested || commonName === 'core')) return undefined
  const shown = commonNames.join(', CN=')
  return exception(
    'CN_MISMATCH',
    `The certificate is for "${shown}", and info.xml says that the app is "${requested}".`,
    `Sign with the certificate of "${requested}", or correct <id> in appinfo/info.xml.`,
    scopeSentence(requested, shown),
  )
}

function checkSignature(envelope: LegacyEnvelope, leaf: Certificate): Finding | undefined {
  const hint =
    'signature.json was edited, merged, or made with a key that does not belong to its certificate. Sign again.'
  try {
    if (verifyLegacyEnvelope(envelope.hashes, envelope.signature, leaf)) return undefined
    return exception('BAD_SIGNATURE', 'The signature does not belong to the hashes and the certificate.', hint)
  } catch (error) {
    if (!(error instanceof AppsignError)) throw error
    return exception('BAD_SIGNATURE', `The signature can not be verified. ${error.message}`, hint)
  }
}

/** A dangling link that differs from the envelope was told as a difference already. */
function withoutRepeats(findings: readonly Finding[], differences: readonly Finding[]): Finding[] {
  const told = new Set(differences.map((difference) => difference.path))
  return findings.filter((finding) => finding.code !== 'DANGLING_LINK' || !told.has(finding.path))
}

/** A certificate for the report. */
export function describe(leaf: Certificate | undefined): Report['certificate'] {
  return leaf && { subject: leaf.subject.text, issuer: leaf.issuer.text, serial: leaf.serial, notAfter: leaf.notAfter }
}

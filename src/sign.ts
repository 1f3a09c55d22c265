import type { Buffer } from 'node:buffer'
import { accessSync, constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { APP_SIGNATURE } from './envelope/envelope'
import { makeLegacyEnvelope } from './envelope/legacy'
import { parseEnvelope } from './envelope/parse'
import { assertLegacyKey } from './envelope/scheme'
import { AppsignError, reasonOf } from './findings/errors'
import { sortFindings } from './findings/order'
import { buildManifest, type Manifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import { numericNames } from './manifest/numeric-names'
import { APP_INFO, readAppInfo } from './payload/app-info'
import { writeAtomically } from './payload/atomic-write'
import type { Payload } from './payload/payload'
import { assertCredentials, type Credentials } from './pki/credentials'
import type { Trust } from './pki/trust'
import type { Report } from './report/report'
import { chooseServer } from './server'
import { describe, verifyEnvelope } from './verify'

/**
 * Signs an app: writes `appinfo/signature.json` exactly as the server's own `occ integrity:sign-app` would (SPEC 3).
 * Before anything is written, everything that a server or the App Store would refuse is an error; what was written is read
 * back and verified before it takes the place of an earlier file.
 *
 * @param payload the app's folder
 * @param credentials the key and its certificate
 * @throws AppsignError when the app, the key or the certificate will not do; an earlier signature.json is left as it was
 */
export function sign(payload: Payload, credentials: Credentials, trust: Trust): Report {
  const app = readAppInfo(payload)
  assertLegacyKey(credentials.key)
  const { chain, findings } = assertCredentials(credentials, app.id, trust)
  const { server, finding } = chooseServer(trust.server, chain.authority, app)
  assertWritable(payload)

  const manifest = buildManifest(payload, server, 'app')
  const hashes = signableHashes(payload, manifest)
  const bytes = makeLegacyEnvelope(hashes, credentials.key, credentials.leaf)
  writeAtomically(join(payload.root, APP_SIGNATURE), bytes, APP_SIGNATURE, (readBack) =>
    assertVerifies(readBack, manifest, app.id, trust),
  )
  return {
    mode: 'sign',
    name: payload.name,
    root: payload.root,
    appId: app.id,
    appVersion: app.version,
    server,
    format: 'legacy',
    signaturePath: APP_SIGNATURE,
    certificate: describe(credentials.leaf),
    authority: chain.authority.name,
    fileCount: hashes.size,
    findings: sortFindings([
      ...findings,
      ...manifest.findings,
      ...numericNames(hashes.keys()),
      ...(finding ? [finding] : []),
    ]),
  }
}

function assertWritable(payload: Payload): void {
  const folder = dirname(join(payload.root, APP_SIGNATURE))
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new AppsignError(
      'WRITE_FAILED',
      `path "${payload.name}" is not writable: ${reasonOf(error)}. Make its folder appinfo writable for this step.`,
      error,
    )
  }
}

/** The hashes of a manifest in which nothing stands that must not be signed. */
function signableHashes(payload: Payload, manifest: Manifest): Map<string, string> {
  const refused = manifest.findings.filter((finding) => finding.severity === 'error')
  const [first] = refused
  if (first) {
    const more = refused.length > 1 ? ` (and ${refused.length - 1} more)` : ''
    const message = `Not signed: ${first.message} ${first.hint ?? ''}${more}`
    throw new AppsignError('PAYLOAD_NOT_SIGNABLE', message, undefined, refused)
  }
  if (!manifest.hashes.has(APP_INFO))
    throw new AppsignError(
      'PAYLOAD_NOT_SIGNABLE',
      `Not signed: ${APP_INFO} is reached through a link to a folder, so servers do not list it. Make appinfo a real folder in "${payload.name}".`,
    )
  return new Map([...manifest.hashes].filter((entry): entry is [string, string] => entry[1] !== false))
}

/** The read-back: the verifying code must accept what was just written. */
function assertVerifies(readBack: Buffer, manifest: Manifest, appId: string, trust: Trust): void {
  const parsed = parseEnvelope(readBack)
  const problems: string[] = []
  if ('problem' in parsed) problems.push(parsed.problem)
  else {
    const verdict = verifyEnvelope(parsed.envelope, appId, trust)
    const findings = [...verdict.findings, ...compareManifests(parsed.envelope.hashes, manifest.hashes)]
    for (const finding of findings) if (finding.severity === 'error') problems.push(finding.message)
  }
  if (problems[0])
    throw new AppsignError(
      'INTERNAL',
      `The new signature was not accepted by our own verification and was not kept: ${problems[0]} Please report this.`,
    )
}

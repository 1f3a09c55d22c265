import type { Buffer } from 'node:buffer'
import { accessSync, constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { APP_SIGNATURE, type Envelope } from './envelope/envelope'
import { makeLegacyEnvelope } from './envelope/legacy'
import { parseEnvelope } from './envelope/parse'
import { assertLegacyKey, assertV2Key } from './envelope/scheme'
import { makeV2Envelope } from './envelope/v2'
import { AppsignError, reasonOf } from './findings/errors'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import type { Format } from './findings/server'
import { chooseFormat, formatFindings } from './format'
import { buildManifest, type Manifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import { numericNames } from './manifest/numeric-names'
import { APP_INFO, type AppInfo, readAppInfo } from './payload/app-info'
import { writeAtomically } from './payload/atomic-write'
import type { Payload } from './payload/payload'
import { findChain, intermediatesOf } from './pki/chain'
import { acceptCredentials, type Credentials } from './pki/credentials'
import type { Trust } from './pki/trust'
import type { Report } from './report/report'
import { chooseServer, onlyServer } from './server'
import { describe, verifyEnvelope } from './verify'

/**
 * Signs an app: writes `appinfo/signature.json`, in the legacy format exactly as the server's own `occ integrity:sign-app`
 * would (SPEC 3), in format v2 as ownCloud 11 reads it (SPEC 4). Before anything is written, everything that a server or
 * the App Store would refuse is an error; what was written is read back and verified before it takes the place of an
 * earlier file.
 *
 * @param payload the app's folder
 * @param wanted the format, undefined for `auto`
 * @throws AppsignError when the app, the key or the certificate will not do; an earlier signature.json is left as it was
 */
export async function sign(payload: Payload, credentials: Credentials, trust: Trust, wanted?: Format): Promise<Report> {
  const app = readAppInfo(payload)
  const { key, leaf, intermediates } = credentials
  const { authority } = findChain(leaf, trust.authorities, intermediates) ?? {}
  const format = chooseFormat({
    format: wanted,
    server: trust.server ?? authority?.server ?? onlyServer(app),
    key,
    authority,
  })
  if (format === 'v2') assertV2Key(key)
  else assertLegacyKey(key)
  const { chain, revocation, findings } = await acceptCredentials(credentials, app.id, format, trust)
  const { server, finding } = chooseServer(trust.server, chain.authority, app, format)
  assertWritable(payload)

  const manifest = buildManifest(payload, server, 'app')
  const hashes = signableHashes(payload, manifest)
  const bytes =
    format === 'v2' ? makeV2Envelope(hashes, key, leaf, intermediatesOf(chain)) : makeLegacyEnvelope(hashes, key, leaf)
  // The same list was asked a moment ago, and the sunset is a warning to whoever signs.
  const readBackTrust = { ...trust, revocation: { ...trust.revocation, mode: 'off' as const } }
  await writeAtomically(join(payload.root, APP_SIGNATURE), bytes, APP_SIGNATURE, (readBack) =>
    assertVerifies(readBack, manifest, app, readBackTrust),
  )
  return {
    mode: 'sign',
    name: payload.name,
    root: payload.root,
    appId: app.id,
    appVersion: app.version,
    server,
    format,
    signaturePath: APP_SIGNATURE,
    ...describe({ leaf, chain, revocation }),
    fileCount: hashes.size,
    findings: sortFindings([
      ...findings,
      ...manifest.findings,
      ...(format === 'legacy' ? numericNames(hashes.keys()) : []),
      ...formatFindings(format, server, app, trust.now, true),
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
async function assertVerifies(readBack: Buffer, manifest: Manifest, app: AppInfo, trust: Trust): Promise<void> {
  const parsed = parseEnvelope(readBack)
  const problems: string[] = []
  if ('problem' in parsed) problems.push(parsed.problem)
  else {
    const verdict = await verifyEnvelope(parsed.envelope, app, trust)
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

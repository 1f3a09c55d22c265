import type { Buffer } from 'node:buffer'
import { accessSync, constants, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
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
import type { WrittenPackage } from './package'
import { APP_INFO, type AppInfo, readAppInfo } from './payload/app-info'
import { writeAtomically } from './payload/atomic-write'
import { type LeftOut, readIgnored } from './payload/ignore'
import { type PackageRequest, packagePath } from './payload/package-path'
import type { Payload } from './payload/payload'
import { findChain, intermediatesOf } from './pki/chain'
import { acceptCredentials, type Credentials } from './pki/credentials'
import type { Trust } from './pki/trust'
import type { Report } from './report/report'
import { chooseServer, onlyServer } from './server'
import { shippingFindings } from './shipping'
import { describe, verifyEnvelope } from './verify'

/** What the user decides about signing. */
export interface SignOptions {
  /** Undefined for `auto`. */
  readonly format?: Format | undefined
  /** What not to ship, in the syntax of .gitignore, on top of .nextcloudignore. */
  readonly exclude?: string | undefined
  /** Write a package as well. */
  readonly package?: PackageRequest | undefined
}

/**
 * Signs an app: writes `appinfo/signature.json`, in the legacy format exactly as the server's own `occ integrity:sign-app`
 * would (SPEC 3), in format v2 as ownCloud 11 reads it (SPEC 4). Before anything is written, everything that a server or
 * the App Store would refuse is an error; what was written is read back and verified before it takes the place of an
 * earlier file.
 *
 * @param payload the app's folder
 * @throws AppsignError when the app, the key or the certificate will not do; an earlier signature.json is left as it was
 */
export async function sign(
  payload: Payload,
  credentials: Credentials,
  trust: Trust,
  options: SignOptions = {},
): Promise<Report> {
  const app = readAppInfo(payload)
  const { key, leaf, intermediates } = credentials
  const { authority } = findChain(leaf, trust.authorities, intermediates) ?? {}
  const format = chooseFormat({
    format: options.format,
    server: trust.server ?? authority?.server ?? onlyServer(app),
    key,
    authority,
  })
  if (format === 'v2') assertV2Key(key)
  else assertLegacyKey(key)
  const { chain, revocation, findings } = await acceptCredentials(credentials, app.id, format, trust)
  const { server, finding } = chooseServer(trust.server, chain.authority, app, format)
  assertWritable(payload)

  const leftOut = await whatIsLeftOut(payload, app, options)
  const manifest = await buildManifest(payload, { server, scope: 'app', leftOut, key })
  const hashes = signableHashes(payload, manifest)
  const bytes =
    format === 'v2' ? makeV2Envelope(hashes, key, leaf, intermediatesOf(chain)) : makeLegacyEnvelope(hashes, key, leaf)
  // The same list was asked a moment ago, and the sunset is a warning to whoever signs.
  const readBackTrust = { ...trust, server, revocation: { ...trust.revocation, mode: 'off' as const } }
  await writeAtomically(join(payload.root, APP_SIGNATURE), bytes, APP_SIGNATURE, (readBack) =>
    assertVerifies(readBack, manifest, app, readBackTrust),
  )
  const shipping = shippingFindings(payload, app, server)
  const written = options.package && (await packApp(payload, app, hashes, options.package, readBackTrust))
  return {
    mode: 'sign',
    scope: 'app',
    kind: payload.kind,
    name: payload.name,
    root: payload.root,
    appId: app.id,
    appVersion: app.version,
    server,
    format,
    signaturePath: APP_SIGNATURE,
    ...describe({ leaf, chain, revocation }),
    ...(written ? { package: written.package } : {}),
    fileCount: hashes.size,
    bytes: manifest.bytes,
    findings: sortFindings([
      ...findings,
      ...manifest.findings,
      ...(format === 'legacy' ? numericNames(hashes.keys()) : []),
      ...formatFindings(format, server, app, trust.now, true),
      ...shipping,
      ...(written?.findings.filter(
        (one) => isOfArchive(one) && !shipping.some(({ message }) => message === one.message),
      ) ?? []),
      ...(finding ? [finding] : []),
    ]),
  }
}

/** The package itself, in the app's folder from an earlier run, is no part of the app. */
async function whatIsLeftOut(payload: Payload, app: AppInfo, options: SignOptions): Promise<LeftOut> {
  const ignored = await readIgnored(payload, options.exclude)
  const own =
    options.package &&
    relative(payload.root, realPath(packagePath(options.package.path, app)))
      .split(sep)
      .join('/')
  return (path) => path === own || ignored(path)
}

/** A path without links on its way, as far as it exists. */
function realPath(path: string): string {
  const folder = dirname(path)
  if (folder === path) return path
  try {
    return join(realpathSync.native(folder), basename(path))
  } catch {
    return join(realPath(folder), basename(path))
  }
}

/** Loaded only when there is something to pack. */
async function packApp(
  payload: Payload,
  app: AppInfo,
  hashes: ReadonlyMap<string, string>,
  request: PackageRequest,
  trust: Trust,
): Promise<WrittenPackage> {
  const { writePackage } = await import('./package')
  return writePackage(payload, app, hashes.keys(), request, trust)
}

/** What only the archive can tell; the rest was said of the folder. */
function isOfArchive({ code }: Finding): boolean {
  return code === 'NAMES_COLLIDE' || code === 'STORE_LIMIT'
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
      `Not signed: ${APP_INFO} is not among the files of "${payload.name}". Either exclude or .nextcloudignore leaves it out, or appinfo is a link to a folder, which servers do not enter.`,
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

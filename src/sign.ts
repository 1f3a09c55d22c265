import { join } from 'node:path'
import { makeLegacyEnvelope } from './envelope/legacy'
import { assertLegacyKey, assertV2Key } from './envelope/scheme'
import { makeV2Envelope } from './envelope/v2'
import { AppsignError } from './findings/errors'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import type { Format, Scope, Server } from './findings/server'
import { chooseFormat, formatFindings } from './format'
import { whatIsLeftOut } from './left-out'
import { buildManifest } from './manifest/build'
import { numericNames } from './manifest/numeric-names'
import type { WrittenPackage } from './package'
import { readAppInfo } from './payload/app-info'
import { writeAtomically } from './payload/atomic-write'
import { type PackageRequest, packagePath } from './payload/package-path'
import type { Payload } from './payload/payload'
import { readServerInfo } from './payload/server-info'
import { findChain, intermediatesOf } from './pki/chain'
import { acceptCredentials, type Credentials } from './pki/credentials'
import type { Trust } from './pki/trust'
import { assertVerifies } from './read-back'
import type { Report } from './report/report'
import { chooseServer, onlyServer } from './server'
import { serverFormatFindings } from './server-format'
import { shippingFindings } from './shipping'
import { assertWritable, signableHashes } from './signable'
import { appSubject, coreSubject, type Subject } from './subject'
import { describe } from './verify-subject'

/** What the user decides about signing. */
export interface SignOptions {
  /** What the payload is; an app if not said. */
  readonly scope?: Scope | undefined
  /** Undefined for `auto`. */
  readonly format?: Format | undefined
  /** What not to ship, in the syntax of .gitignore, on top of .nextcloudignore. */
  readonly exclude?: string | undefined
  /** What else the run writes, by absolute paths: it is no part of the app. */
  readonly written?: readonly string[]
  /** Write a package as well; of an app only. */
  readonly package?: PackageRequest | undefined
}

/**
 * Signs an app or a server's own files: writes `appinfo/signature.json` or `core/signature.json`, in the legacy format
 * exactly as the server's own `occ integrity:sign-app` or `integrity:sign-core` would (SPEC 3), in format v2 as ownCloud 11
 * reads it (SPEC 4). Before anything is written, everything that a server or the App Store would refuse is an error; what
 * was written is read back and verified before it takes the place of an earlier file.
 *
 * @param payload the folder of the app, or of the whole server
 * @throws AppsignError when the payload, the key or the certificate will not do; an earlier signature.json is left as it was
 */
export async function sign(
  payload: Payload,
  credentials: Credentials,
  given: Trust,
  options: SignOptions = {},
): Promise<Report> {
  const subject = subjectOf(payload, options)
  const { scope, within } = subject
  // A server trusts its own vendor only.
  const trust = { ...given, server: given.server ?? within?.vendor }
  const { key, leaf, intermediates } = credentials
  const { authority } = findChain(leaf, trust.authorities, intermediates) ?? {}
  const format = chooseFormat({
    format: options.format,
    server: trust.server ?? authority?.server ?? onlyServer(subject),
    key,
    authority,
  })
  if (format === 'v2') assertV2Key(key)
  else assertLegacyKey(key)
  const { chain, revocation, findings } = await acceptCredentials(credentials, subject.id, format, trust)
  const { server, finding } = chooseServer(trust.server, chain.authority, subject, format)
  const advice = adviceOnFormat(format, server, subject, trust)
  assertWritable(payload, subject)

  const packages = options.package ? [packagePath(options.package.path, subject)] : []
  const leftOut = await whatIsLeftOut(payload, options.exclude, [...packages, ...(options.written ?? [])])
  const manifest = await buildManifest(payload, { server, scope, within, leftOut, key })
  const hashes = signableHashes(payload, manifest, subject)
  const pieces =
    format === 'v2' ? makeV2Envelope(hashes, key, leaf, intermediatesOf(chain)) : makeLegacyEnvelope(hashes, key, leaf)
  // The same list was asked a moment ago, and the sunset is a warning to whoever signs.
  const readBackTrust = { ...trust, server, revocation: { ...trust.revocation, mode: 'off' as const } }
  await writeAtomically(join(payload.root, subject.signaturePath), pieces, subject.signaturePath, (readBack) =>
    assertVerifies(readBack, manifest, subject, readBackTrust),
  )
  const shipping = within ? [] : shippingFindings(payload, subject, server)
  const written = options.package && (await packApp(payload, subject, hashes, options.package, readBackTrust))
  return {
    mode: 'sign',
    scope,
    kind: payload.kind,
    name: payload.name,
    root: payload.root,
    appId: subject.id,
    appVersion: subject.version,
    server,
    format,
    signaturePath: subject.signaturePath,
    ...describe({ leaf, chain, revocation }),
    ...(written ? { package: written.package } : {}),
    fileCount: hashes.size,
    bytes: manifest.bytes,
    findings: sortFindings([
      ...findings,
      ...manifest.findings,
      ...(format === 'legacy' ? numericNames(hashes.keys()) : []),
      ...advice,
      ...shipping,
      ...(written?.findings.filter(
        (one) => isOfArchive(one) && !shipping.some(({ message }) => message === one.message),
      ) ?? []),
      ...(finding ? [finding] : []),
    ]),
  }
}

function subjectOf(payload: Payload, { scope, package: request }: SignOptions): Subject {
  if (scope !== 'server') return appSubject(readAppInfo(payload))
  if (payload.kind === 'archive')
    throw new AppsignError('INPUT_INVALID', `path "${payload.name}" is an archive. Sign the folder, and pack it then.`)
  if (request)
    throw new AppsignError(
      'INPUT_INVALID',
      'package is given, and scope is server: only apps are packed. Leave package out, and pack the server once it is signed.',
    )
  return coreSubject(readServerInfo(payload))
}

function adviceOnFormat(format: Format, server: Server, subject: Subject, { now }: Trust): Finding[] {
  return subject.within
    ? serverFormatFindings(format, server, subject.within, now)
    : formatFindings(format, server, subject, now, true)
}

/** Loaded only when there is something to pack. */
async function packApp(
  payload: Payload,
  subject: Subject,
  hashes: ReadonlyMap<string, string>,
  request: PackageRequest,
  trust: Trust,
): Promise<WrittenPackage> {
  const { writePackage } = await import('./package')
  return writePackage(payload, subject, hashes.keys(), request, trust)
}

/** What only the archive can tell; the rest was said of the folder. */
function isOfArchive({ code }: Finding): boolean {
  return code === 'NAMES_COLLIDE' || code === 'STORE_LIMIT'
}

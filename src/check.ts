import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { APP_SIGNATURE } from './envelope/envelope'
import { makeLegacyEnvelope } from './envelope/legacy'
import { parseEnvelope } from './envelope/parse'
import { makeV2Envelope } from './envelope/v2'
import { AppsignError } from './findings/errors'
import type { Finding } from './findings/finding'
import { sortFindings } from './findings/order'
import type { Format, Server } from './findings/server'
import { chooseFormat, formatFindings, isFor10, isFor11 } from './format'
import { whatIsLeftOut } from './left-out'
import { buildManifest, type Manifest } from './manifest/build'
import { compareManifests } from './manifest/compare'
import { numericNames } from './manifest/numeric-names'
import { APP_INFO, type AppInfo, readAppInfo } from './payload/app-info'
import { findCollisions } from './payload/collisions'
import type { Payload } from './payload/payload'
import { customAuthority } from './pki/authorities'
import { type Certificate, readCertificates } from './pki/certificate'
import { findChain } from './pki/chain'
import { type JudgedCertificate, judgeCertificate } from './pki/judge'
import { parsePrivateKey } from './pki/key'
import { makeThrowaway, makeThrowawayKeys, type ThrowawayKeys } from './pki/throwaway'
import { authoritiesOf, type Trust } from './pki/trust'
import type { Report } from './report/report'
import { chooseServer, onlyServer } from './server'
import { shippingFindings } from './shipping'
import { describe, verifyEnvelope } from './verify'

/** What the user decides about a rehearsal. */
export interface CheckOptions {
  /** Undefined for `auto`: every format that the app's servers need. */
  readonly format?: Format | undefined
  /** What not to ship, in the syntax of .gitignore, on top of .nextcloudignore. */
  readonly exclude?: string | undefined
  /** What else the run writes, by absolute paths: it is no part of the app. */
  readonly written?: readonly string[]
  /** The app's real certificate, if it is at hand. It is no secret. */
  readonly leaf?: Certificate | undefined
  readonly intermediates?: readonly Certificate[]
}

/**
 * Rehearses signing, for pull requests: everything that `sign` would do, with a key and a certificate that exist for this
 * moment only, and nothing written. What would stop a release is a finding here, and none of them hides another.
 *
 * @param payload the app's folder
 * @throws AppsignError when there is no app, or its files can not be read
 */
export async function check(payload: Payload, trust: Trust, options: CheckOptions = {}): Promise<Report> {
  const app = readAppInfo(payload)
  const { leaf, intermediates = [] } = options
  const issuer = leaf && findChain(leaf, authoritiesOf(trust), intermediates)?.authority
  const format = chooseFormat({
    format: options.format,
    server: trust.server ?? issuer?.server ?? onlyServer(app),
    key: leaf?.publicKey,
    authority: issuer,
  })
  const { server, finding } = chooseServer(trust.server, issuer, app, format)
  const needed = formatsOf(app, server, trust.server ?? issuer?.server)
  const own = leaf || needed.length === 0 ? [format] : []
  const formats = options.format ? [format] : [...new Set([...own, ...needed])]
  const leftOut = await whatIsLeftOut(payload, options.exclude, options.written ?? [])
  const manifest = await buildManifest(payload, { server, scope: 'app', leftOut })
  const judged = leaf && (await judgeCertificate(leaf, intermediates, app.id, format, trust))
  return {
    mode: 'check',
    scope: 'app',
    kind: payload.kind,
    name: payload.name,
    root: payload.root,
    appId: app.id,
    appVersion: app.version,
    server,
    format: formats[0] ?? format,
    formats,
    signaturePath: undefined,
    ...describe({ leaf, chain: judged?.chain, revocation: judged?.revocation }),
    fileCount: manifest.hashes.size,
    bytes: manifest.bytes,
    findings: sortFindings([
      ...manifest.findings,
      ...withoutInfo(manifest),
      ...inTheWay(payload),
      ...findCollisions(manifest.hashes.keys()),
      ...(await rehearse(formats, manifest, app, { ...trust, server })),
      ...(judged ? certificateFindings(judged) : []),
      ...formats.flatMap((format) => formatFindings(format, server, app, trust.now, formats.length === 1)),
      ...shippingFindings(payload, app, server),
      ...(finding ? [finding] : []),
    ]),
  }
}

/** The formats in which the app must be signed for all servers that info.xml names (SPEC 4, "who needs what"). */
function formatsOf(app: AppInfo, server: Server, wanted: Server | undefined): Format[] {
  const { nextcloud, owncloud } = app.dependencies
  const isForOwnCloud = server === 'owncloud' || (!wanted && nextcloud !== undefined && owncloud !== undefined)
  if (!isForOwnCloud) return ['legacy']
  const legacy = server === 'nextcloud' || isFor10(app)
  return [...(legacy ? ['legacy' as const] : []), ...(isFor11(app) ? ['v2' as const] : [])]
}

/** Signs in memory and verifies what came of it, as `sign` reads back what it wrote. */
async function rehearse(
  formats: readonly Format[],
  manifest: Manifest,
  app: AppInfo,
  trust: Trust,
): Promise<Finding[]> {
  const hashes = new Map([...manifest.hashes].filter((entry): entry is [string, string] => entry[1] !== false))
  const findings: Finding[] = []
  for (const format of formats) {
    if (format === 'legacy') for (const finding of numericNames(hashes.keys())) findings.push(finding)
    try {
      // No other server reads version 2.
      const server = format === 'v2' ? ('owncloud' as const) : trust.server
      for (const finding of await roundTrip(format, hashes, app, { ...trust, server })) findings.push(finding)
    } catch (error) {
      if (!(error instanceof AppsignError) || error.code !== 'PAYLOAD_NOT_SIGNABLE') throw error
      findings.push({ code: 'NUMERIC_NAMES', severity: 'error', message: error.message })
    }
  }
  return findings
}

async function roundTrip(
  format: Format,
  hashes: ReadonlyMap<string, string>,
  app: AppInfo,
  trust: Trust,
): Promise<Finding[]> {
  const id = format === 'v2' ? app.id.toLowerCase() : app.id
  const throwaway = makeThrowaway(id, trust.now, format, keysOf(format))
  const key: KeyObject = parsePrivateKey(throwaway.privateKey)
  const [leaf] = readCertificates(throwaway.certificate)
  if (!leaf) throw new AppsignError('INTERNAL', 'The throw-away certificate can not be read. Please report this.')
  const bytes = format === 'v2' ? makeV2Envelope(hashes, key, leaf, []) : makeLegacyEnvelope(hashes, key, leaf)
  const parsed = parseEnvelope(Buffer.from([...bytes].join('')))
  if ('problem' in parsed) throw new AppsignError('INTERNAL', `${parsed.problem}. Please report this.`)
  const { findings } = await verifyEnvelope(parsed.envelope, app, {
    ...trust,
    authorities: [customAuthority(readCertificates(throwaway.rootCertificate))],
    revocation: { ...trust.revocation, mode: 'off' },
  })
  // After the sunset a legacy signature still serves ownCloud 10; formatFindings says so.
  const refused = findings.filter(({ severity, code }) => severity === 'error' && code !== 'BAD_ALGORITHM')
  return [...refused, ...compareManifests(parsed.envelope.hashes, hashes)]
}

function withoutInfo({ hashes }: Manifest): Finding[] {
  if (hashes.has(APP_INFO)) return []
  return [
    {
      code: 'NOT_SIGNABLE',
      severity: 'error',
      message: `${APP_INFO} would not be signed.`,
      hint: 'Either exclude or .nextcloudignore leaves it out, or appinfo is a link to a folder, which servers do not enter.',
    },
  ]
}

/** Signing replaces a file or a link there, and can not replace a folder. */
function inTheWay({ root }: Payload): Finding[] {
  if (!lstatSync(join(root, APP_SIGNATURE), { throwIfNoEntry: false })?.isDirectory()) return []
  return [
    {
      code: 'NOT_SIGNABLE',
      severity: 'error',
      message: `${APP_SIGNATURE} is a folder, and the signature would have to be a file there.`,
      hint: 'Remove the folder.',
    },
  ]
}

function certificateFindings({ problems, findings }: JudgedCertificate): Finding[] {
  return [
    ...problems.map(({ code, why }): Finding => ({ code, severity: 'error', message: `certificate ${why}` })),
    ...findings,
  ]
}

/** Of this process: nobody trusts them, and a hundred apps would make two hundred. */
const KEYS = new Map<Format, ThrowawayKeys>()

function keysOf(format: Format): ThrowawayKeys {
  const keys = KEYS.get(format) ?? makeThrowawayKeys(format)
  KEYS.set(format, keys)
  return keys
}

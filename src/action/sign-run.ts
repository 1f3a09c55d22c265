import type { KeyObject } from 'node:crypto'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppsignError } from '../findings/errors'
import { sortFindings } from '../findings/order'
import { verdictOf } from '../findings/verdict'
import { readAppInfo } from '../payload/app-info'
import { openFolder } from '../payload/folder'
import type { Payload } from '../payload/payload'
import type { Progress } from '../payload/progress'
import { readServerInfo } from '../payload/server-info'
import type { Trust } from '../pki/trust'
import { isRefusal, type Outcome, type Report, refuse } from '../report/report'
import { sign } from '../sign'
import { coreSubject } from '../subject'
import { attempt } from './attempt'
import { assertVersion } from './expected-version'
import type { SignInputs } from './inputs'
import { type Keyring, makeKeyring } from './keyring'
import { packageTime } from './package-time'
import { type Match, matchFolders } from './patterns'
import type { Publication, ReleaseDay, SignedArchive } from './release-day'
import type { Surroundings } from './run'
import { verifyAll } from './verify-run'

/** What was published of one app, beside its report. */
export interface Published extends Partial<Publication> {
  readonly appId: string
  readonly archive: SignedArchive
}

/** One app on its way: signed, and not published yet. */
interface Signed {
  readonly match: Match
  readonly report: Report
  readonly key: KeyObject
  readonly day: ReleaseDay | undefined
}

/**
 * Signs everything that `path` stands for, then verifies `artifact`, then publishes. Nothing is published unless all of it
 * passed.
 */
export async function* signAll(
  inputs: SignInputs,
  trust: Trust,
  surroundings: Surroundings,
): AsyncGenerator<Outcome | Published> {
  const { workspace, expand } = surroundings
  const keyring = makeKeyring(inputs, surroundings)
  const signed: Signed[] = []
  const artifacts: Report[] = []
  let failed = false
  const told = (outcome: Outcome) => {
    failed ||= isRefusal(outcome) || verdictOf(outcome.findings) === 'failed'
    return outcome
  }
  for (const match of await matchFolders(inputs.path, 'path', workspace, expand)) {
    const outcome = await attempt(match, 'sign', surroundings.watch, async (progress) => {
      const one = await signOne(match, inputs, keyring, trust, surroundings, progress)
      signed.push(one)
      return one.report
    })
    yield told(outcome)
  }
  if (inputs.artifact && signed.length > 0)
    for await (const outcome of verifyAll(inputs.artifact, 'artifact', 'app', trust, surroundings)) {
      if (!isRefusal(outcome)) artifacts.push(outcome)
      yield told(outcome)
    }
  for (const one of signed)
    if (!failed) yield* publishOne(one, artifacts)
    else if (one.day) yield refuse(one.match.name, one.match.path, NOT_ALL_PASSED, 'sign')
}

async function signOne(
  match: Match,
  inputs: SignInputs,
  keyring: Keyring,
  trust: Trust,
  { workspace, env, now }: Surroundings,
  progress?: Progress,
): Promise<Signed> {
  const { scope, format, exclude } = inputs
  const payload = { ...openFolder(match.path, match.name, match.path === resolve(workspace), scope), progress }
  const app = scope === 'server' ? coreOf(payload) : readAppInfo(payload)
  assertVersion(app, inputs.expectedVersion, env)
  const credentials = await keyring(app)
  const day =
    inputs.releaseAsset || inputs.appStoreToken
      ? await (await import('./release-day')).planRelease(app, inputs, { env, now, authorities: trust.authorities })
      : undefined
  const written = inputs.report.map((report) => resolve(workspace, report))
  const request = inputs.package
    ? { path: resolve(workspace, inputs.package), mtime: packageTime(match.path, env) }
    : undefined
  const report = await sign(payload, credentials, trust, { scope, format, exclude, written, package: request })
  const earlier = day && report.package ? await day.compare(report.package.path) : []
  return {
    match,
    report: { ...report, findings: sortFindings([...report.findings, ...earlier]) },
    key: credentials.key,
    day,
  }
}

function coreOf(payload: Payload) {
  return coreSubject(readServerInfo(payload))
}

/** The package, or the only artifact: signed for the store, and published where that was asked for. */
async function* publishOne(
  { match, report, key, day }: Signed,
  artifacts: readonly Report[],
): AsyncGenerator<Outcome | Published> {
  const path = report.package?.path ?? (artifacts.length === 1 ? artifacts[0]?.root : undefined)
  if (path === undefined) {
    if (day) yield refuse(match.name, match.path, NOTHING_TO_PUBLISH, 'sign')
    return
  }
  try {
    const archive = await signArchive(path, report, key)
    yield { appId: report.appId, archive, ...(day ? await day.publish(report, archive) : {}) }
  } catch (error) {
    if (!(error instanceof AppsignError)) throw error
    yield refuse(match.name, match.path, error, 'sign')
  }
}

const NOT_ALL_PASSED = new AppsignError(
  'NOT_PUBLISHABLE',
  'Nothing was published, neither at GitHub nor in the App Store: not everything passed. Mend what failed, and run the job again.',
)

const NOTHING_TO_PUBLISH = new AppsignError(
  'NOT_PUBLISHABLE',
  'Nothing was published: there is no package, and not exactly one artifact. Set package, or name one archive as artifact.',
)

/** Only Nextcloud has a store that takes signatures, and only of RSA keys. */
async function signArchive(path: string, { server }: Report, key: KeyObject): Promise<SignedArchive> {
  if (server === 'nextcloud' && key.asymmetricKeyType === 'rsa') {
    const { signForStore } = await import('../envelope/store-signature')
    return { path, ...(await signForStore(path, key)) }
  }
  const { sha256Of } = await import('../package')
  return { path, sha256: await sha256Of(path), size: statSync(path).size, signature: undefined }
}

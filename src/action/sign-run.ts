import { basename, resolve, sep } from 'node:path'
import { AppsignError } from '../findings/errors'
import { sortFindings } from '../findings/order'
import { failsOn } from '../findings/verdict'
import { type AppInfo, readAppInfo } from '../payload/app-info'
import { openFolder } from '../payload/folder'
import { packagePath } from '../payload/package-path'
import type { Payload } from '../payload/payload'
import type { Progress } from '../payload/progress'
import { readServerInfo } from '../payload/server-info'
import type { Trust } from '../pki/trust'
import { isRefusal, type Outcome, type Report } from '../report/report'
import { sign } from '../sign'
import { coreSubject } from '../subject'
import { attempt } from './attempt'
import { assertVersion } from './expected-version'
import type { SignInputs } from './inputs'
import { type Keyring, makeKeyring } from './keyring'
import { packageTime } from './package-time'
import { type Match, matchFolders } from './patterns'
import { type Published, publishAll, refuseAll, type Signed } from './publish-run'
import type { ReleaseDay } from './release-day'
import type { Surroundings } from './run'
import { verifyAll } from './verify-run'

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
    // Whatever fail-on says, an app with an error is not published; and a step that fails has published nothing.
    failed ||= isRefusal(outcome) || failsOn(outcome.findings, 'error') || failsOn(outcome.findings, inputs.failOn)
    return outcome
  }
  for (const match of await matchFolders(inputs.path, 'path', workspace, expand)) {
    const outcome = await attempt(match, 'sign', surroundings.watch, async (progress) => {
      assertNotInside(match, signed)
      const one = await signOne(match, inputs, keyring, trust, surroundings, signed, progress)
      signed.push(one)
      return one.report
    })
    yield told(outcome)
  }
  if (inputs.artifact && signed.length > 0)
    for await (const outcome of verifyAll(inputs.artifact, 'artifact', inputs.scope, trust, surroundings)) {
      const compared = isRefusal(outcome) ? outcome : await compareArtifact(outcome, signed)
      if (!isRefusal(compared)) artifacts.push(compared)
      yield told(compared)
    }
  if (failed) yield* refuseAll(signed, NOT_EVERYTHING_PASSED)
  else yield* publishAll(signed, artifacts)
}

const NOT_EVERYTHING_PASSED = new AppsignError(
  'NOT_PUBLISHABLE',
  'Nothing was published, because not everything passed that this run signed or verified. Mend that, and run the job again.',
)

async function signOne(
  match: Match,
  inputs: SignInputs,
  keyring: Keyring,
  trust: Trust,
  { workspace, env, now }: Surroundings,
  signed: readonly Signed[],
  progress?: Progress,
): Promise<Signed> {
  const { scope, format, exclude } = inputs
  const payload = { ...openFolder(match.path, match.name, match.path === resolve(workspace), scope), progress }
  const app = scope === 'server' ? coreOf(payload) : readAppInfo(payload)
  assertVersion(app, inputs.expectedVersion, env)
  // Before anything is written: the package of the other app may have that name already.
  if (inputs.package) assertOwnPackage(app, packagePath(resolve(workspace, inputs.package), app), signed, inputs)
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
  const { key } = credentials
  return { match, report: report.package ? await compared(report, report.package.path, day) : report, key, day }
}

/** An artifact that is to be published in the place of a package. */
async function compareArtifact(artifact: Report, signed: readonly Signed[]): Promise<Report> {
  const one = signed.find(({ report }) => !report.package && report.appId === artifact.appId)
  return artifact.kind === 'archive' ? compared(artifact, artifact.root, one?.day) : artifact
}

/** A report, and what the earlier release says of the archive. */
async function compared(report: Report, archive: string, day: ReleaseDay | undefined): Promise<Report> {
  if (!day) return report
  return { ...report, findings: sortFindings([...report.findings, ...(await day.compare(archive))]) }
}

/**
 * Each app has a package of its own; on a release, files are told apart by their names alone.
 *
 * @throws AppsignError INPUT_INVALID
 */
function assertOwnPackage(
  { id }: Pick<AppInfo, 'id'>,
  path: string,
  signed: readonly Signed[],
  { releaseAsset }: SignInputs,
): void {
  const nameOf = (file: string) => (releaseAsset ? basename(file) : file)
  const other = signed.find(({ report }) => report.package && nameOf(report.package.path) === nameOf(path))
  if (!other) return
  throw new AppsignError(
    'INPUT_INVALID',
    `package has the same name for "${id}" as for "${other.report.appId}". Put {id} into the file's name: package: build/{id}-{version}.tar.gz.`,
  )
}

/**
 * What is signed later inside of an app would not be in its signature.
 *
 * @throws AppsignError INPUT_INVALID
 */
function assertNotInside({ path, name }: Match, signed: readonly Signed[]): void {
  const outer = signed.find(({ report }) => report.scope === 'app' && path.startsWith(`${report.root}${sep}`))
  if (!outer) return
  throw new AppsignError(
    'INPUT_INVALID',
    `path "${name}" is inside of "${outer.match.name}", which is signed already, and would be invalid after this. Put "${name}" into a line before it.`,
  )
}

function coreOf(payload: Payload) {
  return coreSubject(readServerInfo(payload))
}

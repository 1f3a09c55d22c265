import type { KeyObject } from 'node:crypto'
import { statSync } from 'node:fs'
import { AppsignError } from '../findings/errors'
import { type Outcome, type Report, refuse } from '../report/report'
import type { Match } from './patterns'
import type { Attached, Released } from './release'
import type { Publication, ReleaseDay, SignedArchive } from './release-day'

/** What was published of one app, beside its report. */
export interface Published extends Partial<Publication> {
  readonly appId: string
  /** Absolute path of the folder that was signed: two apps of a run may have one id. */
  readonly root: string
  readonly archive: SignedArchive
}

/** One app on its way: signed, and not published yet. */
export interface Signed {
  readonly match: Match
  readonly report: Report
  readonly key: KeyObject
  readonly day: ReleaseDay | undefined
}

/** An app with what is to be published of it, and how far it has come. */
interface Ready extends Signed {
  readonly archive: SignedArchive
  attached?: Attached | undefined
  released?: Released | undefined
  store?: Publication['store']
  error?: AppsignError
}

/**
 * Signs every archive for the store and publishes what is to be published, step by step for all apps: a release of several
 * is published when all packages are on it, and nothing is when the store would refuse one.
 *
 * @param artifacts the reports of those that passed; for an app without a package, its only one takes the package's place
 */
export async function* publishAll(
  signed: readonly Signed[],
  artifacts: readonly Report[],
): AsyncGenerator<Outcome | Published> {
  const all: Ready[] = []
  for (const one of signed) {
    const path = archiveOf(one.report, artifacts)
    if (path !== undefined) all.push({ ...one, archive: await signArchive(path, one.report, one.key) })
    else if (one.day) return yield* refuseAll(signed, NOTHING_TO_PUBLISH)
  }
  const steps: ((day: ReleaseDay, one: Ready) => unknown)[] = [
    (day, { report, archive }) => day.assertPublishable(report, archive),
    async (day, one) => {
      one.attached = await day.attach(one.archive)
    },
    async (day, one) => {
      one.released = one.attached && (await day.release(one.attached))
    },
  ]
  for (const step of steps) if (!(await doAll(all, step))) return yield* tell(all)
  await doAll(all, async (day, one) => {
    one.store = await day.tellStore(one.report, one.archive, one.released)
  })
  yield* tell(all)
}

/** Says of everything that was to be published that it was not. */
export function* refuseAll(signed: readonly Signed[], error: AppsignError): Generator<Outcome> {
  for (const { match, day } of signed) if (day) yield refuse(match.name, match.path, error, 'sign')
}

/** Does one step with each app. @returns whether all could do it */
async function doAll(all: readonly Ready[], step: (day: ReleaseDay, one: Ready) => unknown): Promise<boolean> {
  let good = true
  for (const one of all) {
    try {
      if (one.day) await step(one.day, one)
    } catch (error) {
      if (!(error instanceof AppsignError)) throw error
      one.error = error
      good = false
    }
  }
  return good
}

/** What was done before something failed stays done, and is told. */
function* tell(all: readonly Ready[]): Generator<Outcome | Published> {
  const failed = all.find(({ error }) => error)
  for (const { match, report, archive, day, attached, released, store, error } of all) {
    yield { appId: report.appId, root: report.root, archive, release: released, store }
    const stopped = error ?? (failed && day && !store && !released ? stoppedBy(failed, attached) : undefined)
    if (stopped) yield refuse(match.name, match.path, stopped, 'sign')
  }
}

function stoppedBy({ report }: Ready, attached: Attached | undefined): AppsignError {
  const what = attached ? 'is on its release, and nothing else of it was published' : 'was not published'
  return new AppsignError(
    'NOT_PUBLISHABLE',
    `The package ${what}, because "${report.appId}" of the same run could not be. Mend that, and run the job again.`,
  )
}

/** The package; else the only artifact of this app and version. */
function archiveOf({ package: written, appId, appVersion }: Report, artifacts: readonly Report[]): string | undefined {
  if (written) return written.path
  const own = artifacts.filter((one) => one.kind === 'archive' && one.appId === appId && one.appVersion === appVersion)
  return own.length === 1 ? own[0]?.root : undefined
}

const NOTHING_TO_PUBLISH = new AppsignError(
  'NOT_PUBLISHABLE',
  'Nothing was published: there is no package, and not exactly one artifact of this app and version. Set package, or name one archive as artifact.',
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

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { prepareRelease, publishRelease } from '../../src/action/release'
import { attachPackage } from '../../src/action/release-asset'
import type { ReleaseWish } from '../../src/action/release-wish'
import { COMMIT, type GitHub, type GitHubOptions, startGitHub } from './github'
import { connectTo, refusalBy } from './github-connect'
import { temporaryFolder } from './tree'

export const OTHER = 'd'.repeat(40)
export const TAG = 'v1.2.3'
export const NAME = 'activity-1.2.3.tar.gz'
export const BYTES = Buffer.from('the package')
export const OLD_BYTES = Buffer.from('an older one')
export const MARK = `<!-- appsign octo-org/activity@${COMMIT} -->`
/** What each test releases, but for what it says otherwise. */
export const wish: ReleaseWish = { tag: TAG, commit: COMMIT, version: '1.2.3', asset: NAME, attempt: 1 }
export const asset = { name: NAME, bytes: BYTES }
export const other = { name: NAME, bytes: OLD_BYTES }

/** The one of the test that runs. */
export let github: GitHub
afterEach(() => github.close())

/** Starts a GitHub with two commits and the tag. */
export async function start(options: GitHubOptions = {}) {
  github = await startGitHub({ commits: [COMMIT, OTHER], tags: { [TAG]: COMMIT }, latency: 0, ...options })
}

/** Writes the package to a file of its own. */
export function writePackage(bytes: Buffer): string {
  const path = join(temporaryFolder(), NAME)
  writeFileSync(path, bytes)
  return path
}

/** A whole run, as the action does it. */
export async function release(more: Partial<ReleaseWish> = {}, bytes = BYTES, token = github.token) {
  const client = await connectTo(github, token)
  const mine = { ...wish, ...more }
  await prepareRelease(client, mine)
  return publishRelease(client, mine, await attachPackage(client, mine, writePackage(bytes)))
}

export const prepare = async (more: Partial<ReleaseWish> = {}) =>
  prepareRelease(await connectTo(github), { ...wish, ...more })
/** What a whole run is refused with. */
export const refused = (more: Partial<ReleaseWish> = {}, bytes = BYTES) => refusalBy(github, release(more, bytes))
/** The methods of the requests that were to change something. */
export const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)
/** What a reader of the repository sees in the end. */
export const state = () =>
  github.releases.map(({ tag_name, draft, body, prerelease, assets }) => ({
    ...{ tag_name, draft, body, prerelease },
    assets: assets.map(({ name, state, bytes }) => ({ name, state, bytes: bytes.toString() })),
  }))
/** That, with these bytes as the only asset of the published release. */
export const stateWith = (bytes: Buffer, more: object = {}) => [
  { tag_name: TAG, draft: false, assets: [{ name: NAME, state: 'uploaded', bytes: bytes.toString() }], ...more },
]

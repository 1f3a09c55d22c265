import type { GitHub } from './github'
import { type Asset, markedCommit, markOf, type Release, readRelease } from './release-data'
import { explained, releaseError } from './release-error'
import { findAsset, findRelease } from './release-find'
import { checkTag } from './release-tag'
import { checkAssetName, isPrerelease, type ReleaseWish } from './release-wish'

/** A package on its release. */
export interface Attached {
  readonly release: Release
  readonly asset: Asset
  /** Whether this run made the release. */
  readonly created: boolean
  readonly uploaded: 'new' | 'same' | 'replaced'
}

/** What became of a release. */
export interface Released extends Pick<Attached, 'created' | 'uploaded'> {
  /** The package's public address; of no use to anyone while `draft`. */
  readonly url: string
  /** The release's page. */
  readonly htmlUrl: string
  /** True for a draft that a maintainer made: it stays one until he publishes it, and the App Store can not have it yet. */
  readonly draft: boolean
}

/**
 * Everything that can be said before there is a package, and changes nothing: the tag is of this commit, its release takes
 * this package. Whether the token may write, GitHub tells only when it is asked to.
 *
 * @throws AppsignError RELEASE_FAILED
 */
export function prepareRelease(github: GitHub, wish: ReleaseWish): Promise<void> {
  checkAssetName(wish.asset)
  return explained(`show the release of "${wish.tag}"`, 'Nothing was published.', async () => {
    await checkTag(github, wish.tag, wish.commit)
    await findFitting(github, wish)
  })
}

/**
 * The release that takes the package, made as a draft where there is none.
 *
 * @throws GitHubError; AppsignError RELEASE_FAILED when it is of another commit, or can not be changed any more
 */
export async function openRelease(github: GitHub, wish: ReleaseWish): Promise<Pick<Attached, 'release' | 'created'>> {
  const found = await findFitting(github, wish)
  if (found) return { release: found, created: false }
  const { tag, commit, version } = wish
  const { data } = await github.request(
    'POST /repos/{owner}/{repo}/releases',
    {
      tag_name: tag,
      name: tag,
      body: markOf(github.repository, commit),
      draft: true,
      prerelease: isPrerelease(version),
    },
    async () => {
      const made = await findRelease(github, tag, commit)
      return made && readAgain(github, made)
    },
  )
  return { release: readRelease(data), created: true }
}

/**
 * Publishes the draft that appsign made, now that everything is on it. A maintainer's draft stays a draft.
 *
 * @throws AppsignError RELEASE_FAILED
 */
export function publishRelease(github: GitHub, wish: ReleaseWish, attached: Attached): Promise<Released> {
  const { release, created, uploaded } = attached
  const state = `The package is on the release's page, ${release.draft ? 'which is a draft still' : 'which is public'}; a new run goes on from there.`
  return explained(`publish the release of "${wish.tag}"`, state, async () => {
    // It may be public by now: it has the packages of other apps of this run, too.
    const current = readRelease((await readAgain(github, release)).data)
    if (isOwnDraft(current, github, wish)) await publishDraft(github, wish, current)
    const { draft, htmlUrl } = readRelease((await readAgain(github, release)).data)
    // Not before: the addresses of a draft are others.
    const asset = await findAsset(github, release, wish.asset)
    if (!asset?.complete)
      throw releaseError(`"${wish.asset}" is not on the release of "${wish.tag}" any more. Run the job again.`)
    return { url: asset.url, htmlUrl, created, uploaded, draft }
  })
}

/**
 * Whether other bytes may be replaced: on the draft that an earlier run for this commit made and did not publish, which
 * nobody has downloaded; and in a re-run of the same run, which GitHub always starts at the same commit.
 */
export function mayReplace(release: Release, github: GitHub, wish: ReleaseWish): boolean {
  return isOwnDraft(release, github, wish) || wish.attempt > 1
}

function isOwnDraft(release: Release, { repository }: GitHub, { commit }: ReleaseWish): boolean {
  return release.draft && markedCommit(release, repository) === commit
}

async function publishDraft(github: GitHub, { tag, commit }: ReleaseWish, release: Release): Promise<void> {
  // Signing takes a while, in which a tag can be moved; and a tag that is gone would be made anew.
  await checkTag(github, tag, commit)
  await github.request(
    'PATCH /repos/{owner}/{repo}/releases/{release_id}',
    // By version and date: a release of an older line does not become the latest.
    { release_id: release.id, draft: false, make_latest: 'legacy' },
    async () => {
      const answer = await readAgain(github, release)
      return readRelease(answer.data).draft ? undefined : answer
    },
  )
}

function readAgain(github: GitHub, { id }: Release) {
  return github.request('GET /repos/{owner}/{repo}/releases/{release_id}', { release_id: id })
}

async function findFitting(github: GitHub, { tag, commit, asset }: ReleaseWish): Promise<Release | undefined> {
  const release = await findRelease(github, tag, commit)
  if (!release) return undefined
  const made = markedCommit(release, github.repository) ?? commitIn(release.target) ?? commit
  if (made !== commit)
    throw releaseError(
      `The release of "${tag}" (${release.htmlUrl}) was made for commit ${made}, and this run is of commit ${commit}: the tag was moved. Delete the release if nobody has downloaded it, or release a new version.`,
    )
  if (release.immutable && !(await findAsset(github, release, asset))?.complete)
    throw releaseError(
      `The release of "${tag}" (${release.htmlUrl}) is immutable and has no "${asset}", and nothing can be added to it. Release a new version, and leave it to appsign to publish it, or publish it when the package is attached.`,
    )
  return release
}

/** A branch's name says nothing about a commit. */
function commitIn(target: string): string | undefined {
  return /^[0-9a-f]{40}$/.test(target) ? target : undefined
}

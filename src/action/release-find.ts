import type { GitHub } from './github'
import { type Asset, markedCommit, type Release, readAsset, readRelease } from './release-data'
import { isMissing, releaseError } from './release-error'

/** Entries of a list that one answer holds at most. */
const PAGE = 100

/** Pages of a list; GitHub shows no more than 10,000 releases, and a release has no more than 1,000 assets. */
const MAX_PAGES = 100

/**
 * The release of a tag: the published one, else a draft, of which appsign's own goes first.
 *
 * @param commit forty hex digits: drafts of ours are told apart by it
 * @returns undefined when there is none, or none that this token may see
 * @throws GitHubError; AppsignError RELEASE_FAILED when nobody can tell which draft is meant
 */
export async function findRelease(github: GitHub, tag: string, commit: string): Promise<Release | undefined> {
  const published = await findPublished(github, tag)
  if (published) return published
  const drafts: Release[] = []
  for await (const release of listReleases(github)) if (release.draft && release.tag === tag) drafts.push(release)
  const [own] = drafts.filter((draft) => markedCommit(draft, github.repository) === commit)
  if (own === undefined && drafts.length > 1)
    throw releaseError(
      `${drafts.length} drafts are for the tag "${tag}". Delete all but the one that the package belongs to, and run the job again.`,
    )
  return own ?? drafts[0]
}

/** Every release, newest first, drafts too where the token may see them. @throws GitHubError */
export async function* listReleases(github: GitHub): AsyncGenerator<Release> {
  for await (const data of list(github, 'GET /repos/{owner}/{repo}/releases', {})) yield readRelease(data)
}

/** Every asset of a release, those too of which the upload broke off. @throws GitHubError */
export async function* listAssets(github: GitHub, release: Release): AsyncGenerator<Asset> {
  const route = 'GET /repos/{owner}/{repo}/releases/{release_id}/assets'
  for await (const data of list(github, route, { release_id: release.id })) yield readAsset(data)
}

/** The asset of a name. @throws GitHubError */
export async function findAsset(github: GitHub, release: Release, name: string): Promise<Asset | undefined> {
  for await (const asset of listAssets(github, release)) if (asset.name === name) return asset
  return undefined
}

async function findPublished(github: GitHub, tag: string): Promise<Release | undefined> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { tag })
    return readRelease(data)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function* list(github: GitHub, route: string, parameters: Record<string, unknown>): AsyncGenerator<unknown> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data, headers } = await github.request(route, { ...parameters, per_page: PAGE, page })
    if (!Array.isArray(data)) throw releaseError('GitHub answered with something that is no list. Run the job again.')
    yield* data
    // A page may be short although others follow: drafts that the token may not see are taken out of it.
    if (!/rel="next"/.test(String(headers.link ?? ''))) return
  }
}

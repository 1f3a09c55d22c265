import { type Answer, paginate, type Received, type Route, refuse, refuseFields } from './github-answer'
import { type CreateRelease, checkCreate, checkUpdate, type UpdateRelease } from './github-release-limits'
import { type Asset, type Release, showRelease } from './github-release-shape'
import { type Repository, targetCommit } from './github-repository'

/** A release that is there before the test. */
export interface SeedRelease extends Partial<Omit<Release, 'id' | 'assets'>> {
  readonly tag_name: string
  readonly assets?: readonly (Partial<Asset> & { readonly name: string; readonly bytes: Buffer })[]
}

export interface ReleaseSettings {
  /** what is published can not be changed any more */
  readonly immutable: boolean
  /** whether the token may see drafts: `contents: write` */
  readonly seesDrafts: boolean
  /** oldest first */
  readonly seeds: readonly SeedRelease[]
}

/** The releases of the repository, without the bytes of their assets. */
export function serveReleases(repository: Repository, { immutable, seesDrafts, seeds }: ReleaseSettings) {
  const releases: Release[] = []
  /** tags that a deleted immutable release has used up */
  const burned = new Set<string>()
  const state = { repository, releases, burned, immutable }
  for (const seed of seeds) addSeed(seed, state)

  const visible = () => releases.filter(({ draft }) => !draft || seesDrafts)
  const find = (id = '') => visible().find((release) => String(release.id) === id) ?? refuse(404, 'Not Found')
  const answer = (release: Release, status = 200): Answer => ({ status, body: showRelease(release, repository) })
  const byTag = (tag = '') =>
    releases.find(({ draft, tag_name }) => !draft && tag_name === tag) ?? refuse(404, 'Not Found')
  const list = (request: Received) => {
    const page = paginate(visible(), request, repository.apiUrl)
    return { ...page, body: (page.body as Release[]).map((release) => showRelease(release, repository)) }
  }
  const create = ({ body }: Received) => {
    const release = createRelease(checkCreate(body, repository), state)
    const location = `${repository.apiUrl}${repository.path}/releases/${release.id}`
    return { ...answer(release, 201), headers: { location } }
  }
  const update = ({ body }: Received, [id]: readonly string[]) => {
    const release = find(id)
    updateRelease(release, checkUpdate(body, release, repository), state)
    return answer(release)
  }
  const remove = (_: Received, [id]: readonly string[]): Answer => {
    const [release] = releases.splice(releases.indexOf(find(id)), 1)
    if (release?.immutable) burned.add(release.tag_name)
    return { status: 204 }
  }
  const one = /^\/releases\/(\d+)$/
  const read = { method: 'GET', needs: ['contents', 'read'] } as const
  const write = { needs: ['contents', 'write'] } as const
  const routes: Route[] = [
    { ...read, path: /^\/releases$/, handle: list },
    { ...read, path: /^\/releases\/latest$/, handle: () => answer(latest(releases)) },
    { ...read, path: /^\/releases\/tags\/(.+)$/, handle: (_, [tag]) => answer(byTag(tag)) },
    { ...read, path: one, handle: (_, [id]) => answer(find(id)) },
    { ...write, method: 'POST', path: /^\/releases$/, handle: create },
    { ...write, method: 'PATCH', path: one, handle: update },
    { ...write, method: 'DELETE', path: one, handle: remove },
  ]
  return { releases, find, routes }
}

interface State {
  readonly repository: Repository
  readonly releases: Release[]
  readonly burned: ReadonlySet<string>
  readonly immutable: boolean
}

function createRelease(body: CreateRelease, state: State): Release {
  const { repository } = state
  const [defaultBranch = 'main'] = repository.branches.keys()
  const release: Release = {
    id: repository.nextId(),
    tag_name: body.tag_name,
    target_commitish: body.target_commitish ?? defaultBranch,
    name: body.name ?? null,
    body: body.body ?? null,
    draft: true,
    prerelease: body.prerelease ?? false,
    immutable: false,
    make_latest: body.make_latest !== 'false',
    created_at: new Date().toISOString(),
    published_at: null,
    assets: [],
  }
  if (body.generate_release_notes) {
    release.name ??= body.tag_name
    release.body = [...(release.body ? [release.body] : []), `**Full Changelog**: ${body.tag_name}`].join('\n\n')
  }
  refuseTaken(release, state)
  if (!body.draft) publish(release, state)
  state.releases.unshift(release)
  return release
}

function updateRelease(release: Release, body: UpdateRelease, state: State): void {
  const changed = { ...release, ...(body.tag_name === undefined ? {} : { tag_name: body.tag_name }) }
  refuseTaken(changed, state)
  for (const key of ['tag_name', 'target_commitish', 'name', 'body', 'prerelease'] as const)
    if (body[key] !== undefined) Object.assign(release, { [key]: body[key] })
  if (body.make_latest !== undefined) release.make_latest = body.make_latest !== 'false'
  if (body.draft === false && release.draft) publish(release, state)
  if (body.draft === true) release.draft = true
}

/** @throws Refused when the tag belongs to a published release, or did to an immutable one */
function refuseTaken({ id, tag_name }: Release, { releases, burned }: State): void {
  if (releases.some((other) => other.id !== id && !other.draft && other.tag_name === tag_name))
    refuseFields({ resource: 'Release', code: 'already_exists', field: 'tag_name' })
  if (burned.has(tag_name)) {
    const message = 'tag_name was used by an immutable release'
    refuseFields({ resource: 'Release', code: 'custom', field: 'tag_name', message })
  }
}

/** Makes the tag when there is none. */
function publish(release: Release, { repository, immutable }: State): void {
  const commit = targetCommit(repository, release.target_commitish)
  if (commit !== undefined && !repository.tags.has(release.tag_name)) repository.tags.set(release.tag_name, commit)
  Object.assign(release, { draft: false, immutable, published_at: new Date().toISOString() })
}

function latest(releases: readonly Release[]): Release {
  const full = releases.filter(({ draft, prerelease, make_latest }) => !draft && !prerelease && make_latest)
  const [first] = full.toSorted((a, b) => (a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : 0))
  return first ?? refuse(404, 'Not Found')
}

function addSeed({ assets = [], ...seed }: SeedRelease, state: State): void {
  const { draft = false, tag_name, target_commitish } = seed
  const release = createRelease({ tag_name, draft: true, ...(target_commitish ? { target_commitish } : {}) }, state)
  if (!draft) publish(release, state)
  Object.assign(release, seed)
  for (const asset of assets)
    release.assets.push({
      id: state.repository.nextId(),
      ...{ label: null, content_type: 'application/octet-stream', state: 'uploaded', download_count: 0 },
      size: asset.bytes.length,
      created_at: release.created_at,
      ...asset,
    })
}

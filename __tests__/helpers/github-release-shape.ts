import { createHash } from 'node:crypto'
import type { components } from '@octokit/openapi-types'
import type { Repository } from './github-repository'

/** A file of a release. `starter` is what an upload that broke off leaves. */
export interface Asset {
  readonly id: number
  readonly name: string
  readonly label: string | null
  readonly content_type: string
  readonly state: 'uploaded' | 'starter'
  /** as announced, for a starter too */
  readonly size: number
  readonly bytes: Buffer
  readonly created_at: string
  download_count: number
}

export interface Release {
  readonly id: number
  tag_name: string
  target_commitish: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  immutable: boolean
  /** whether `latest` may be it */
  make_latest: boolean
  readonly created_at: string
  published_at: string | null
  readonly assets: Asset[]
}

const WHO: components['schemas']['simple-user'] = {
  ...{ login: 'github-actions[bot]', id: 41898282, node_id: 'BOT_1', type: 'Bot', site_admin: false },
  ...{ avatar_url: '', gravatar_id: '', url: '', html_url: '', followers_url: '', following_url: '', gists_url: '' },
  ...{ starred_url: '', subscriptions_url: '', organizations_url: '', repos_url: '', events_url: '' },
  received_events_url: '',
}

/** A draft has no tag yet, and its addresses change when it is published. */
export function tagInAddress({ draft, id, tag_name }: Release): string {
  return draft ? `untagged-${createHash('sha1').update(String(id)).digest('hex').slice(0, 20)}` : tag_name
}

/** The release as the API gives it. */
export function showRelease(release: Release, repository: Repository): components['schemas']['release'] {
  const { apiUrl, path, htmlUrl } = repository
  const { assets, make_latest: _, ...fields } = release
  const url = `${apiUrl}${path}/releases/${release.id}`
  return {
    ...fields,
    url,
    node_id: `RE_${release.id}`,
    html_url: `${htmlUrl}/releases/tag/${tagInAddress(release)}`,
    assets_url: `${url}/assets`,
    upload_url: `${apiUrl}/uploads${path}/releases/${release.id}/assets{?name,label}`,
    tarball_url: release.draft ? null : `${apiUrl}${path}/tarball/${release.tag_name}`,
    zipball_url: release.draft ? null : `${apiUrl}${path}/zipball/${release.tag_name}`,
    updated_at: release.published_at ?? release.created_at,
    author: WHO,
    assets: assets.map((asset) => showAsset(asset, release, repository)),
  }
}

/** The asset as the API gives it. */
export function showAsset(asset: Asset, release: Release, repository: Repository) {
  const { apiUrl, path, htmlUrl } = repository
  const { bytes, ...fields } = asset
  return {
    ...fields,
    // The schema does not know of starters; the API does.
    state: asset.state as 'uploaded',
    url: `${apiUrl}${path}/releases/assets/${asset.id}`,
    browser_download_url: `${htmlUrl}/releases/download/${tagInAddress(release)}/${asset.name}`,
    node_id: `RA_${asset.id}`,
    digest: asset.state === 'uploaded' ? `sha256:${createHash('sha256').update(bytes).digest('hex')}` : null,
    updated_at: asset.created_at,
    uploader: WHO,
  } satisfies components['schemas']['release-asset']
}

import type { operations } from '@octokit/openapi-types'
import { refuseFields, refuseSchema } from './github-answer'
import type { Release } from './github-release-shape'
import { isTagName, type Repository, targetCommit } from './github-repository'
import { flag, object, oneOf, text } from './github-schema'

export type CreateRelease = operations['repos/create-release']['requestBody']['content']['application/json']
export type UpdateRelease = NonNullable<
  operations['repos/update-release']['requestBody']
>['content']['application/json']

const common = {
  tag_name: text(),
  target_commitish: text(),
  name: text(),
  body: text(),
  draft: flag,
  prerelease: flag,
  make_latest: oneOf('true', 'false', 'legacy'),
  discussion_category_name: text(),
}
const create = object({ ...common, generate_release_notes: flag }, 'tag_name')
const update = object(common)

/** @throws Refused */
export function checkCreate(body: unknown, repository: Repository): CreateRelease {
  const complaints = create(body, 'body')
  if (complaints.length > 0) refuseSchema(complaints)
  const release = body as CreateRelease
  checkTag(release.tag_name)
  checkTarget(release, repository, !release.draft)
  return release
}

/** @throws Refused */
export function checkUpdate(body: unknown, release: Release, repository: Repository): UpdateRelease {
  const complaints = update(body, 'body')
  if (complaints.length > 0) refuseSchema(complaints)
  const change = body as UpdateRelease
  if (change.tag_name !== undefined) checkTag(change.tag_name)
  if (release.immutable) checkFrozen(release, change)
  const { tag_name, target_commitish } = { ...release, ...change }
  checkTarget({ tag_name, target_commitish }, repository, change.draft === false)
  return change
}

const INVALID_TAG = [
  { resource: 'Release', code: 'custom', field: 'tag_name', message: 'tag_name is not a valid tag' },
  { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' },
]

function checkTag(name: string): void {
  const message = 'tag_name is not well-formed'
  if (!isTagName(name))
    refuseFields(...INVALID_TAG, { resource: 'Release', code: 'custom', field: 'tag_name', message })
}

/** It has to be a branch or a full SHA, even when the tag is there and it is not used. */
function checkTarget(
  release: { readonly tag_name: string; readonly target_commitish?: string },
  repository: Repository,
  publishes: boolean,
): void {
  const target = release.target_commitish
  if (target === undefined || targetCommit(repository, target) !== undefined) return
  const needsTag = publishes && !repository.tags.has(release.tag_name)
  const invalid = { resource: 'Release', code: 'invalid', field: 'target_commitish' }
  refuseFields(...(needsTag ? INVALID_TAG : []), invalid)
}

/** Title, notes, prerelease and make_latest stay open; tag and assets do not (github/docs#45718). */
function checkFrozen(release: Release, change: UpdateRelease): void {
  for (const field of ['tag_name', 'target_commitish', 'draft'] as const)
    if (change[field] !== undefined && change[field] !== release[field]) {
      const message = `${field} can not be changed on an immutable release`
      refuseFields({ resource: 'Release', code: 'custom', field, message })
    }
}

import type { GitHub } from './github'
import { isMissing, releaseError } from './release-error'

/** Annotated tags that point at each other before someone is making fun of us. */
const MAX_DEPTH = 5

/**
 * Makes sure that a tag is of this run's commit: what was signed is what the tag says.
 *
 * @param tag its name, without `refs/tags/`
 * @param commit forty hex digits
 * @throws GitHubError; AppsignError RELEASE_FAILED when there is no such tag, or it is of another commit
 */
export async function checkTag(github: GitHub, tag: string, commit: string): Promise<void> {
  const tagged = await readTag(github, tag)
  if (tagged === commit) return
  throw releaseError(
    `The tag "${tag}" is of commit ${tagged}, and this run is of commit ${commit}. Run the workflow on the tag (on: push: tags), or move the tag to this commit and push it.`,
  )
}

/** The commit that a tag is of in the end, forty hex digits. */
async function readTag(github: GitHub, tag: string): Promise<string> {
  let object = await readReference(github, tag)
  for (let depth = 0; object.type === 'tag' && depth < MAX_DEPTH; depth++) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { tag_sha: object.sha })
    object = objectOf(data)
  }
  if (object.type !== 'commit')
    throw releaseError(`The tag "${tag}" is not of a commit. Tag the commit of the release.`)
  return object.sha
}

async function readReference(github: GitHub, tag: string): Promise<GitObject> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `tags/${tag}` })
    return objectOf(data)
  } catch (error) {
    if (!isMissing(error)) throw error
    throw releaseError(
      `There is no tag "${tag}" in ${github.repository}, or github-token may not read it. Push the tag first (git push origin "${tag}"), and give the job "permissions: contents: write".`,
    )
  }
}

interface GitObject {
  readonly type: string
  readonly sha: string
}

function objectOf(data: unknown): GitObject {
  const { object } = (data ?? {}) as { readonly object?: Partial<GitObject> }
  return { type: String(object?.type), sha: String(object?.sha) }
}

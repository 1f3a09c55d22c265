/** A tag: of a commit, or annotated, which is an object of its own that points to the commit. */
export type Tag = string | { readonly tag: string; readonly commit: string }

/** The one repository of a local GitHub, and where it is served. */
export interface Repository {
  /** the API's root */
  readonly apiUrl: string
  /** the host that holds the bytes of assets; another origin than the API */
  readonly storageUrl: string
  /** the repository's page */
  readonly htmlUrl: string
  /** `/repos/{owner}/{name}` */
  readonly path: string
  /** those that exist, 40 hex digits each */
  readonly commits: readonly string[]
  /** name → commit; the first is the default branch */
  readonly branches: ReadonlyMap<string, string>
  /** name → commit or annotated tag; publishing a release adds to it */
  readonly tags: Map<string, Tag>
  /** a number that no check run, release or asset had before */
  readonly nextId: () => number
}

/** The commit that a tag is of, in the end. */
export function commitOf(tag: Tag): string {
  return typeof tag === 'string' ? tag : tag.commit
}

/** The commit that a branch or a full SHA stands for: what `target_commitish` may be, and no tag. */
export function targetCommit({ commits, branches }: Repository, target: string): string | undefined {
  return branches.get(target) ?? commits.find((commit) => commit === target)
}

/** A name that Git takes for a tag. `refs/tags/x` is one, too, but never what was meant. */
export function isTagName(name: string): boolean {
  return /^(?!refs\/|[-/.])(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock$|[/.]$))[^\0-\x20\x7f~^:?*[\\]+$/.test(name)
}

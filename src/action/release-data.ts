import { GitHubError } from './github'

/** A release of the repository, as far as it concerns us. Everything in it is untrusted text. */
export interface Release {
  readonly id: number
  readonly tag: string
  /** Its page; a draft's changes when it is published. */
  readonly htmlUrl: string
  /** Where its assets are uploaded to, which is not the API's host; without the template at its end. */
  readonly uploadUrl: string
  readonly draft: boolean
  readonly prerelease: boolean
  /** Published for good: nothing of it can be changed. */
  readonly immutable: boolean
  /** The branch or commit that it was made for; GitHub ignores it where the tag is there. */
  readonly target: string
  /** Markdown. */
  readonly body: string
}

/** A file of a release. */
export interface Asset {
  readonly id: number
  readonly name: string
  /** False for what an upload that broke off has left, and what blocks the name until it is deleted. */
  readonly complete: boolean
  /** Bytes. */
  readonly size: number
  /** 64 lower-case hex digits; undefined where this GitHub does not tell. */
  readonly sha256: string | undefined
  /** Its public address; a draft's is of no use to anyone, and changes when it is published. */
  readonly url: string
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a release from an answer.
 *
 * @throws GitHubError when the answer is something else
 */
export function readRelease(data: unknown): Release {
  const { id, tag_name, html_url, upload_url, draft, prerelease, immutable, target_commitish, body } = fieldsOf(data)
  if (typeof id !== 'number' || typeof tag_name !== 'string') throw unreadable('release')
  return {
    id,
    tag: tag_name,
    htmlUrl: textOf(html_url),
    uploadUrl: textOf(upload_url).replace(/\{.*$/, ''),
    draft: draft === true,
    prerelease: prerelease === true,
    immutable: immutable === true,
    target: textOf(target_commitish),
    body: textOf(body),
  }
}

/**
 * Reads an asset from an answer.
 *
 * @throws GitHubError when the answer is something else
 */
export function readAsset(data: unknown): Asset {
  const { id, name, state, size, digest, browser_download_url } = fieldsOf(data)
  if (typeof id !== 'number' || typeof name !== 'string') throw unreadable('release asset')
  return {
    id,
    name,
    complete: state === 'uploaded',
    size: typeof size === 'number' ? size : 0,
    sha256: /^sha256:([0-9a-f]{64})$/.exec(textOf(digest))?.[1],
    url: textOf(browser_download_url),
  }
}

/**
 * What the notes of a release that appsign makes begin with, unseen by readers: the next run knows by it what is its own.
 *
 * @param repository `owner/name`: notes are copied from one repository to another
 * @param commit forty hex digits
 */
export function markOf(repository: string, commit: string): string {
  return `<!-- appsign ${repository}@${commit} -->`
}

/** The commit for which appsign made this release; undefined when somebody else made it. */
export function markedCommit({ body }: Release, repository: string): string | undefined {
  const marks = body.matchAll(/<!-- appsign ([^\s@]+)@([0-9a-f]{40}) -->/g)
  return [...marks].find(([, marked]) => marked === repository)?.[2]
}

function fieldsOf(data: unknown): Fields {
  return typeof data === 'object' && data !== null ? (data as Fields) : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function unreadable(what: string): GitHubError {
  return new GitHubError(0, `the answer is no ${what}`, undefined)
}

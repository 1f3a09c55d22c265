import { AppsignError } from '../findings/errors'
import { GitHubError } from './github'

/**
 * Does something with a release, and says of a request that GitHub did not do what to do about it.
 *
 * @param doing what GitHub was asked to do, such as `publish the release of "v1.2.3"`
 * @param state what there is now and what a new run makes of it, as a sentence
 * @throws AppsignError RELEASE_FAILED in place of GitHubError; anything else as it is
 */
export async function explained<T>(doing: string, state: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const message = `GitHub did not ${doing}: ${error.message}. ${remedyOf(error)} ${state}`
    throw new AppsignError('RELEASE_FAILED', message, error)
  }
}

/** A release that is not as it has to be. */
export function releaseError(message: string): AppsignError {
  return new AppsignError('RELEASE_FAILED', message)
}

/** Whether GitHub answered that there is no such thing, or none for this token. */
export function isMissing(error: unknown): boolean {
  return error instanceof GitHubError && error.status === 404
}

const PERMISSION =
  'Give the job "permissions: contents: write"; a run for a fork or for Dependabot can not have it, whatever the workflow says.'

function remedyOf({ status, message }: GitHubError): string {
  if (status === 429 || /rate limit/i.test(message))
    return 'Too many requests were sent with this token: run the job again later.'
  if (status === 401) return `github-token is not valid, or not any more: pass \${{ github.token }}. ${PERMISSION}`
  if (status === 403 || status === 404) return PERMISSION
  if (status === 422) return "Look at the repository's releases, drafts too, for what stands in the way."
  return 'Run the job again.'
}

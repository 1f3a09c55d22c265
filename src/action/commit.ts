import { readFileSync } from 'node:fs'

/**
 * The commit that a check run belongs to: the head of the pull request or of the run that started this one, else
 * `GITHUB_SHA`, which for pull requests is a merge that nobody looks at (PLATFORM, "which commit").
 *
 * @returns forty hex digits; undefined where there is no commit
 */
export function headCommit(env: NodeJS.ProcessEnv): string | undefined {
  const { pull_request: pullRequest, workflow_run: workflowRun } = readEvent(env)
  const candidates = [pullRequest?.head?.sha, workflowRun?.head_sha, env.GITHUB_SHA]
  return candidates.find((candidate) => typeof candidate === 'string' && /^[0-9a-f]{40}$/.test(candidate))
}

interface Event {
  readonly pull_request?: { readonly head?: { readonly sha?: string } } | null
  readonly workflow_run?: { readonly head_sha?: string } | null
}

/** What started the run, as GitHub wrote it to a file. */
function readEvent(env: NodeJS.ProcessEnv): Event {
  if (!env.GITHUB_EVENT_PATH) return {}
  try {
    const event: unknown = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
    return typeof event === 'object' && event !== null ? event : {}
  } catch {
    // No file, or none that can be read: GITHUB_SHA is what is left.
    return {}
  }
}

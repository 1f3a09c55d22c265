import { reasonOf } from '../findings/errors'
import { summaryMarkdown } from '../report/markdown'
import { type Outcome, verdictOfAll } from '../report/report'
import { headLine } from '../report/text'
import type { Annotation } from './annotations'
import { MAX_SUMMARY, publishCheckRun } from './check-run'
import { headCommit } from './commit'
import { connectGitHub } from './connect-github'
import { GitHubError } from './github'
import type { ReportingInputs } from './inputs'
import type { Audience } from './reporting'

/**
 * Makes the check run of a run and of everything that it found out.
 *
 * @returns its address, or why there is none and what to do about it
 */
export async function makeCheckRun(
  outcomes: readonly Outcome[],
  annotations: readonly Annotation[],
  inputs: ReportingInputs,
  failed: boolean,
  audience: Audience,
): Promise<{ readonly url: string } | { readonly problem: string }> {
  try {
    return { url: await publish(outcomes, annotations, inputs, failed, audience) }
  } catch (error) {
    return { problem: explainNoCheckRun(error) }
  }
}

async function publish(
  outcomes: readonly Outcome[],
  annotations: readonly Annotation[],
  inputs: ReportingInputs,
  failed: boolean,
  { env, now }: Audience,
): Promise<string> {
  const github = await connectGitHub(inputs.githubToken, env)
  const commit = headCommit(env)
  if (!commit) throw new Error('GITHUB_SHA is not set: this is no run of GitHub Actions')
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  return publishCheckRun(github, {
    name: inputs.checkName,
    commit,
    verdict: verdictOfAll(outcomes),
    failed,
    title: headLine(outcomes),
    summary: summaryMarkdown(outcomes, { now, limit: MAX_SUMMARY }),
    annotations,
    detailsUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
  })
}

/** Why there is no check run, and what to do about it. */
function explainNoCheckRun(error: unknown): string {
  const rest = 'Up to nine of a kind follow; all are in the step summary and in the report.'
  // A limit comes as 403, too.
  if (error instanceof GitHubError && [401, 403, 404].includes(error.status) && !/rate limit/i.test(error.message))
    return `GitHub did not let this run make a check run (${error.message}). Add "permissions: checks: write" to the job; runs from forks and by Dependabot never have it. ${rest}`
  if (error instanceof GitHubError) return `GitHub did not take the check run: ${error.message}. ${rest}`
  return `There is no check run: ${reasonOf(error)} To have one, pass a token with "permissions: checks: write". ${rest}`
}

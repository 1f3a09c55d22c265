import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../findings/errors'
import { failsOn, verdictOf } from '../findings/verdict'
import { summaryMarkdown } from '../report/markdown'
import type { Locate } from '../report/place'
import { isRefusal, type Outcome, verdictOfAll } from '../report/report'
import { headLine, verdictLine } from '../report/text'
import { type Annotation, annotateByCommands, annotationsOf, fitCommands } from './annotations'
import { MAX_SUMMARY, publishCheckRun } from './check-run'
import { headCommit } from './commit'
import { connect, type GitHub, GitHubError, PACE } from './github'
import type { ReportingInputs } from './inputs'
import { annotate, log } from './log'
import { outputsOf, setOutputs, writeSummary } from './outputs'
import { makeLocate } from './places'
import type { Published } from './publish-run'
import { writeReports } from './report-files'

/** Where outcomes are told. */
export interface Audience {
  /** Absolute path. */
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  readonly now: Date
  readonly published: readonly Published[]
}

/**
 * Tells what a run found out: annotations, report files, summary, outputs, and last the error that fails the step. The
 * verdict does not depend on whether that could be told.
 *
 * @returns whether the step fails
 */
export async function tellOutcomes(
  outcomes: readonly Outcome[],
  inputs: ReportingInputs,
  audience: Audience,
): Promise<boolean> {
  const { workspace, env, now } = audience
  const failed = outcomes.filter((outcome) => isRefusal(outcome) || failsOn(outcome.findings, inputs.failOn))
  const locate = makeLocate(workspace, env)
  const checkRun = await tellAnnotations(outcomes, locate, inputs, failed.length > 0, audience)
  const facts = { now, verdict: verdictOfAll(outcomes) }
  const reports = await writeReports(inputs.report, outcomes, facts, locate, workspace)
  writeSummary(summaryMarkdown(outcomes, { now }))
  setOutputs({
    ...outputsOf(outcomes, audience.published),
    report: reports.join('\n'),
    'check-run-url': checkRun ?? '',
  })
  if (failed.length > 0) tellFailure(failed, locate)
  return failed.length > 0
}

/** One error for the step, whatever else was told. */
function tellFailure(failed: readonly Outcome[], locate: Locate): void {
  const lines = failed.map((outcome) => {
    if (isRefusal(outcome)) return outcome.error.message
    const warned = verdictOf(outcome.findings) !== 'failed'
    return `${verdictLine(outcome)}${warned ? ' fail-on is warning.' : ''}`
  })
  const [only] = failed
  const place = failed.length === 1 && only && isRefusal(only) ? locate(only) : undefined
  annotate('error', lines.join(' '), { title: 'appsign', ...(place ? { file: place.path, line: place.line } : {}) })
}

/** @returns the check run's address, if there is one */
async function tellAnnotations(
  outcomes: readonly Outcome[],
  locate: Locate,
  inputs: ReportingInputs,
  failed: boolean,
  audience: Audience,
): Promise<string | undefined> {
  if (inputs.annotations === 'none') return undefined
  const annotations = annotationsOf(outcomes, locate)
  const wanted = inputs.annotations === 'check-run' || (inputs.annotations === 'auto' && !fitCommands(annotations))
  if (!wanted) {
    annotateByCommands(annotations)
    return undefined
  }
  try {
    const url = await makeCheckRun(outcomes, annotations, inputs, failed, audience)
    log(`Check run: ${url}`)
    return url
  } catch (error) {
    annotate('notice', explainNoCheckRun(error), { title: 'appsign: no check run' })
    annotateByCommands(annotations, 1)
    return undefined
  }
}

async function makeCheckRun(
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

/** The client of a run, at the pace that GitHub asks for. */
export function connectGitHub(token: string, env: NodeJS.ProcessEnv): Promise<GitHub> {
  const pace = /^\d{1,5}$/.test(env.APPSIGN_GITHUB_PACE ?? '') ? Number(env.APPSIGN_GITHUB_PACE) : PACE
  return connect(token, env, { pause: (milliseconds) => sleep(milliseconds), pace, now: Date.now })
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

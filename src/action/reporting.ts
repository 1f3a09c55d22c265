import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { failsOn, verdictOf } from '../findings/verdict'
import { summaryMarkdown } from '../report/markdown'
import type { Locate } from '../report/place'
import { isRefusal, type Outcome, verdictOfAll } from '../report/report'
import { verdictLine } from '../report/text'
import { annotateByCommands, annotationsOf, fitCommands } from './annotations'
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
  if (failed.length > 0) tellFailure(failed, locate, workspace)
  return failed.length > 0
}

/** One error for the step, whatever else was told. */
function tellFailure(failed: readonly Outcome[], locate: Locate, workspace: string): void {
  const lines = failed.map((outcome) => {
    if (isRefusal(outcome)) return outcome.error.message
    const warned = verdictOf(outcome.findings) !== 'failed'
    return `${verdictLine(outcome)}${warned ? ' fail-on is warning.' : ''}`
  })
  const [only] = failed
  const found = failed.length === 1 && only && isRefusal(only) ? locate(only) : undefined
  // What stops a run before there is a payload has no file.
  const place = found && existsSync(resolve(workspace, found.path)) ? found : undefined
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
  // Loaded only by runs that talk to GitHub.
  const { makeCheckRun } = await import('./tell-check-run')
  const told = await makeCheckRun(outcomes, annotations, inputs, failed, audience)
  if ('url' in told) {
    log(`Check run: ${told.url}`)
    return told.url
  }
  annotate('notice', told.problem, { title: 'appsign: no check run' })
  annotateByCommands(annotations, 1)
  return undefined
}

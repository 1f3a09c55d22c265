import { resolve } from 'node:path'
import { annotateFindings } from './action/annotations'
import { type Inputs, readInputs, readRunnerInput, readSecrets } from './action/inputs'
import { annotate, log, mask } from './action/log'
import { countFindings, outputsOf, setOutputs, writeSummary } from './action/outputs'
import { listAddresses, run } from './action/run'
import { AppsignError, reasonOf } from './findings/errors'
import { verdictOf } from './findings/verdict'
import { maskedForms } from './pki/key'
import { errorMarkdown, summaryMarkdown } from './report/markdown'
import type { Report } from './report/report'
import { chainLines, resultLines, verdictLine } from './report/text'

const workspace = process.env.GITHUB_WORKSPACE || process.cwd()
let inputs: Inputs | undefined

try {
  const { privateKey, passphrase } = readSecrets(readRunnerInput)
  mask([...(privateKey ? maskedForms(privateKey) : []), ...(passphrase ? [passphrase] : [])])
  inputs = readInputs(readRunnerInput)
  tell(await run(inputs, { workspace, now: new Date(), addresses: listAddresses(process.env), mask }))
} catch (error) {
  tellError(error)
}

function tell(report: Report): void {
  log(...chainLines(report), ...resultLines(report))
  annotateFindings(report, workspace)
  writeSummary(summaryMarkdown(report))
  setOutputs(outputsOf(report))
  if (verdictOf(report.findings) === 'failed') fail(verdictLine(report))
  else log(verdictLine(report))
}

function tellError(error: unknown): void {
  const known = error instanceof AppsignError
  const message = known
    ? error.message
    : `appsign failed in a way that it should not: ${reasonOf(error)} Please report this.`
  if (!known && process.env.RUNNER_DEBUG === '1' && error instanceof Error) log(...(error.stack ?? '').split('\n'))
  const findings = known ? error.findings : []
  const refused = { appId: inputs?.path ?? '.', signaturePath: undefined, findings }
  log(...resultLines(refused))
  annotateFindings({ ...refused, root: resolve(workspace, inputs?.path ?? '.') }, workspace)
  writeSummary(errorMarkdown(message))
  setOutputs({ verdict: 'failed', 'finding-count': String(countFindings(findings)) })
  fail(message)
}

function fail(message: string): void {
  annotate('error', message, { title: 'appsign' })
  process.exitCode = 1
}

import { resolve } from 'node:path'
import { annotateFindings } from './action/annotations'
import { type Inputs, readInputs, readRunnerInput, readSecrets } from './action/inputs'
import { annotate, log, mask } from './action/log'
import { countFindings, outputsOf, setOutputs, writeSummary } from './action/outputs'
import { expandGlobs } from './action/patterns'
import { listAddresses, run } from './action/run'
import { AppsignError, reasonOf } from './findings/errors'
import { verdictOf } from './findings/verdict'
import { maskedForms } from './pki/key'
import { errorMarkdown, summaryMarkdown } from './report/markdown'
import type { Report } from './report/report'
import { chainLines, packageLines, resultLines, verdictLine } from './report/text'

const workspace = resolve(process.env.GITHUB_WORKSPACE || process.cwd())
const reports: Report[] = []
let inputs: Inputs | undefined

try {
  const { privateKey, passphrase } = readSecrets(readRunnerInput)
  mask([...(privateKey ? maskedForms(privateKey) : []), ...(passphrase ? [passphrase] : [])])
  inputs = readInputs(readRunnerInput)
  const { env } = process
  const surroundings = { workspace, now: new Date(), env, addresses: listAddresses(env), expand: expandGlobs, mask }
  for await (const report of run(inputs, surroundings)) {
    reports.push(report)
    log(...chainLines(report), ...packageLines(report), ...resultLines(report), verdictLine(report))
    writeSummary(summaryMarkdown(report))
  }
  annotateFindings(reports, workspace)
  finish()
} catch (error) {
  stop(error)
}

function finish(): void {
  const findings = reports.flatMap((report) => report.findings)
  if (reports[0]) setOutputs(outputsOf(reports[0], findings))
  const failed = reports.filter((report) => verdictOf(report.findings) === 'failed')
  if (failed.length > 0) fail(failed.map(verdictLine).join(' '))
}

/** What makes it impossible to go on. What was done before is told all the same. */
function stop(error: unknown): void {
  const known = error instanceof AppsignError
  const message = known
    ? error.message
    : `appsign failed in a way that it should not: ${reasonOf(error)} Please report this.`
  if (!known && process.env.RUNNER_DEBUG === '1' && error instanceof Error) log(...(error.stack ?? '').split('\n'))
  const name = inputs?.path ?? '.'
  const findings = known ? error.findings : []
  const refused = {
    kind: 'folder',
    name,
    root: resolve(workspace, name),
    appId: name,
    signaturePath: undefined,
    findings,
  } as const
  log(...resultLines(refused))
  annotateFindings([...reports, refused], workspace)
  writeSummary(errorMarkdown(message))
  const all = [...reports.flatMap((report) => report.findings), ...findings]
  if (reports[0]) setOutputs(outputsOf(reports[0], all))
  setOutputs({ verdict: 'failed', 'finding-count': String(countFindings(all)) })
  fail(message)
}

function fail(message: string): void {
  annotate('error', message, { title: 'appsign' })
  process.exitCode = 1
}

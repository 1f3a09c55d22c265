import { resolve } from 'node:path'
import { readRunnerInput } from './action/input-values'
import { DEFAULT_REPORTING, type Inputs } from './action/inputs'
import { annotate, log, logOutcome, logPublished, mask } from './action/log'
import { expandGlobs } from './action/patterns'
import { watchWith } from './action/progress'
import type { Published } from './action/publish-run'
import { readInputs, readSecrets } from './action/read-inputs'
import { tellOutcomes } from './action/reporting'
import { listAddresses, run } from './action/run'
import { AppsignError, asAppsignError } from './findings/errors'
import { maskedForms } from './pki/key'
import { type Outcome, refuse } from './report/report'

const { env } = process
const workspace = resolve(env.GITHUB_WORKSPACE || process.cwd())
const now = new Date()
const outcomes: Outcome[] = []
const published: Published[] = []
let inputs: Inputs | undefined

try {
  const { privateKeys, others } = readSecrets(readRunnerInput)
  mask([...privateKeys.flatMap((key) => maskedForms(key)), ...others])
  inputs = readInputs(readRunnerInput)
  const watch = watchWith(() => Number(process.hrtime.bigint() / 1_000_000n))
  const surroundings = { workspace, now, env, addresses: listAddresses(env), expand: expandGlobs, mask, watch }
  for await (const step of run(inputs, surroundings)) {
    if ('archive' in step) {
      published.push(step)
      logPublished(step)
    } else {
      outcomes.push(step)
      logOutcome(step)
    }
  }
} catch (error) {
  outcomes.push(stoppedBy(error))
}
try {
  if (await tellOutcomes(outcomes, inputs ?? DEFAULT_REPORTING, { workspace, env, now, published }))
    process.exitCode = 1
} catch (error) {
  annotate('error', asAppsignError(error).message, { title: 'appsign' })
  process.exitCode = 1
}

/** What makes it impossible to go on. What was done before is told all the same. */
function stoppedBy(error: unknown): Outcome {
  if (!(error instanceof AppsignError) && env.RUNNER_DEBUG === '1' && error instanceof Error)
    log(...(error.stack ?? '').split('\n'))
  const name =
    inputs?.path
      .trim()
      .split(/\s*\n\s*/)
      .join(', ') ?? '.'
  const refusal = refuse(name, resolve(workspace, name), asAppsignError(error))
  logOutcome(refusal)
  return refusal
}

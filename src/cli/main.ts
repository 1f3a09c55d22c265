import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Inputs } from '../action/inputs'
import { logOutcome, logPublished } from '../action/log'
import { makeLocate } from '../action/places'
import { readInputs } from '../action/read-inputs'
import { writeReports } from '../action/report-files'
import { listAddresses, run } from '../action/run'
import { AppsignError, asAppsignError, quoted, reasonOf } from '../findings/errors'
import { failsOn } from '../findings/verdict'
import { makeThrowaway } from '../pki/throwaway'
import { printable, printableLine } from '../report/printable'
import { isRefusal, type Outcome, verdictOfAll } from '../report/report'
import { type Command, readArguments, USAGE } from './arguments'

/** Exit codes: a payload that failed is another thing than a run that could not be. */
const FAILED = 1
const IMPOSSIBLE = 2

// Whoever reads may stop reading; the exit code is the verdict all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

try {
  process.exitCode = await perform(readArguments(process.argv.slice(2), process.env))
} catch (error) {
  const { message, findings } = asAppsignError(error)
  for (const { message: line, hint = '' } of findings) print(`${line} ${hint}`.trim())
  process.stderr.write(`appsign: ${printable(message)}\n`)
  process.exitCode = IMPOSSIBLE
}

async function perform(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(USAGE)
      return 0
    case 'throwaway':
      writeThrowaway(command.appId, command.folder)
      return 0
    case 'sign':
    case 'verify':
    case 'check':
      return look(readInputs(command.read))
  }
}

/** @returns the exit code */
async function look(inputs: Inputs): Promise<number> {
  const { env } = process
  const workspace = process.cwd()
  const now = new Date()
  // Nothing is masked: a terminal shows what its user has, and no message holds a word of the key.
  const surroundings = { workspace, now, env, addresses: listAddresses(env), mask: () => undefined }
  const outcomes: Outcome[] = []
  for await (const outcome of run(inputs, surroundings)) {
    if ('archive' in outcome) {
      logPublished(outcome)
      continue
    }
    outcomes.push(outcome)
    logOutcome(outcome)
    for (const { message, hint = '' } of outcome.findings) print(`${message} ${hint}`.trim())
    if (isRefusal(outcome)) process.stderr.write(`appsign: ${printable(outcome.error.message)}\n`)
  }
  const facts = { now, verdict: verdictOfAll(outcomes) }
  await writeReports(inputs.report, outcomes, facts, makeLocate(workspace, env), workspace)
  if (outcomes.some(isRefusal)) return IMPOSSIBLE
  return outcomes.some(({ findings }) => failsOn(findings, inputs.failOn)) ? FAILED : 0
}

function print(line: string): void {
  process.stdout.write(`${printableLine(line)}\n`)
}

function writeThrowaway(appId: string, folder: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(appId))
    throw new AppsignError(
      'INPUT_INVALID',
      `"${quoted(appId)}" is no app id. It may have letters, digits, "_", "." and "-".`,
    )
  const throwaway = makeThrowaway(appId, new Date())
  const files = {
    [`${appId}.key`]: throwaway.privateKey,
    [`${appId}.crt`]: throwaway.certificate,
    'root.crt': throwaway.rootCertificate,
  }
  const existing = Object.keys(files).find((name) => existsSync(join(folder, name)))
  if (existing)
    throw new AppsignError(
      'WRITE_FAILED',
      `"${join(folder, existing)}" exists already, and a key that is overwritten is lost. Choose another folder.`,
    )
  try {
    if (!existsSync(folder)) mkdirSync(folder)
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), content, { flag: 'wx', mode: name.endsWith('.key') ? 0o600 : 0o644 })
  } catch (error) {
    throw new AppsignError(
      'WRITE_FAILED',
      `"${folder}" can not be written to: ${reasonOf(error)}. Choose a folder whose parent exists.`,
      error,
    )
  }
  print(`Wrote ${appId}.key, ${appId}.crt and root.crt to ${folder}. No server trusts them.`)
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readInputs } from '../action/inputs'
import { listAddresses, run } from '../action/run'
import { AppsignError, reasonOf } from '../findings/errors'
import { verdictOf } from '../findings/verdict'
import { makeThrowaway } from '../pki/throwaway'
import { printable, printableLine } from '../report/printable'
import { chainLines, packageLines, resultLines, verdictLine } from '../report/text'
import { type Command, readArguments, USAGE } from './arguments'

/** Exit codes: a payload that failed is another thing than a run that could not be. */
const FAILED = 1
const IMPOSSIBLE = 2

try {
  process.exitCode = await perform(readArguments(process.argv.slice(2), process.env))
} catch (error) {
  const message =
    error instanceof AppsignError ? error.message : `appsign failed in a way that it should not: ${reasonOf(error)}`
  if (error instanceof AppsignError)
    for (const { message: line, hint = '' } of error.findings) print(`${line} ${hint}`.trim())
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
    case 'verify': {
      // Nothing is masked: a terminal shows what its user has, and no message holds a word of the key.
      const surroundings = {
        workspace: process.cwd(),
        now: new Date(),
        env: process.env,
        addresses: listAddresses(process.env),
        mask: () => undefined,
      }
      let failed = false
      for await (const report of run(readInputs(command.read), surroundings)) {
        for (const line of [...chainLines(report), ...packageLines(report), ...resultLines(report)]) print(line)
        for (const { message, hint = '' } of report.findings) print(`${message} ${hint}`.trim())
        print(verdictLine(report))
        failed ||= verdictOf(report.findings) === 'failed'
      }
      return failed ? FAILED : 0
    }
  }
}

function print(line: string): void {
  process.stdout.write(`${printableLine(line)}\n`)
}

function writeThrowaway(appId: string, folder: string): void {
  const throwaway = makeThrowaway(appId, new Date())
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${appId}.key`), throwaway.privateKey, { mode: 0o600 })
  writeFileSync(join(folder, `${appId}.crt`), throwaway.certificate)
  writeFileSync(join(folder, 'root.crt'), throwaway.rootCertificate)
  print(`Wrote ${appId}.key, ${appId}.crt and root.crt to ${folder}. No server trusts them.`)
}

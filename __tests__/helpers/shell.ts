import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './tree'

/** Runs the commands of a step as the runner does: `bash -e`, in this folder, with nothing of this process's environment but PATH. */
export function runCommands(commands: string, cwd: string, env: Record<string, string> = {}): SpawnSyncReturns<string> {
  const script = join(temporaryFolder(), 'step.sh')
  writeFileSync(script, commands)
  return spawnSync('bash', ['-e', script], { cwd, env: { PATH: process.env.PATH ?? '', ...env }, encoding: 'utf8' })
}

/** A program in the place of one that only works on GitHub: it notes how it was called, and does what its script says. */
export function standIn(name: string, script: string): { env: Record<string, string>; calls: () => string[] } {
  const folder = temporaryFolder()
  const calls = join(folder, 'calls')
  writeFileSync(join(folder, name), `#!/bin/bash\necho "$*" >> ${calls}\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return {
    env: { PATH: `${folder}:${process.env.PATH}` },
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
  }
}

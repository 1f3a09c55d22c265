import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppsignError, asAppsignError } from '../findings/errors'
import type { Scope } from '../findings/server'
import { openPayload } from '../payload/open'
import type { Progress } from '../payload/progress'
import type { Trust } from '../pki/trust'
import { type Outcome, refuse } from '../report/report'
import { verify } from '../verify'
import { attempt } from './attempt'
import { type Match, matchPaths } from './patterns'
import type { StartWatch } from './progress'
import type { Surroundings } from './run'

/**
 * Verifies everything that the patterns of an input stand for.
 *
 * @throws AppsignError ARTIFACT_MISSING when they stand for nothing
 */
export async function* verifyAll(
  patterns: string,
  input: 'path' | 'artifact',
  scope: Scope,
  trust: Trust,
  { workspace, expand, watch }: Surroundings,
): AsyncGenerator<Outcome> {
  for (const match of await matchPaths(patterns, input, workspace, expand)) {
    const open = (progress?: Progress) => openMatch(match, input, scope, workspace, progress)
    if (scope === 'server') yield* verifyServerAt(match, open, trust, watch)
    else yield await attempt(match, 'verify', watch, async (progress) => verify(await open(progress), trust))
  }
}

/** Loaded only for whole servers. */
async function* verifyServerAt(
  { path, name }: Match,
  open: (progress?: Progress) => ReturnType<typeof openPayload>,
  trust: Trust,
  watch: StartWatch | undefined,
): AsyncGenerator<Outcome> {
  const { verifyServer } = await import('../verify-server')
  const watched = watch?.(name)
  try {
    for await (const outcome of verifyServer(await open(watched?.progress), trust)) yield outcome
  } catch (error) {
    yield refuse(name, path, asAppsignError(error), 'verify')
  } finally {
    watched?.end()
  }
}

function openMatch({ path, name }: Match, input: string, scope: Scope, workspace: string, progress?: Progress) {
  if (input === 'artifact' && !existsSync(path))
    throw new AppsignError(
      'ARTIFACT_MISSING',
      `artifact "${name}" does not exist. Is it built before this step? Paths are relative to the workspace.`,
    )
  return openPayload(path, name, path === resolve(workspace), { scope, progress })
}

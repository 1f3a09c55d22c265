import { readFileSync } from 'node:fs'
import { AppsignError, reasonOf } from '../findings/errors'
import { readOutcomes } from '../report/read'
import type { Outcome } from '../report/report'
import { matchPaths } from './patterns'
import type { Surroundings } from './run'

/**
 * The outcomes of other machines, from the JSON reports that they wrote.
 *
 * @throws AppsignError ARTIFACT_MISSING, or INPUT_INVALID for what is no such report
 */
export async function* readReports(patterns: string, { workspace, expand }: Surroundings): AsyncGenerator<Outcome> {
  for (const { path, name } of await matchPaths(patterns, 'path', workspace, expand))
    yield* readOutcomes(readText(path, name), `report "${name}"`)
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new AppsignError(
      'INPUT_INVALID',
      `path "${name}" can not be read: ${reasonOf(error)}. Is the report downloaded before this step?`,
      error,
    )
  }
}

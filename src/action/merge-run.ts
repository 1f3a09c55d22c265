import { readFileSync } from 'node:fs'
import { AppsignError, reasonOf } from '../findings/errors'
import { readOutcomes } from '../report/read'
import { type Outcome, refuse } from '../report/report'
import { type Match, matchPaths } from './patterns'
import type { Surroundings } from './run'

/**
 * The outcomes of other machines, from the JSON reports that they wrote. What is no such report is refused, and does not
 * hide the others.
 *
 * @throws AppsignError ARTIFACT_MISSING when the patterns stand for nothing
 */
export async function* readReports(patterns: string, { workspace, expand }: Surroundings): AsyncGenerator<Outcome> {
  for (const match of await matchPaths(patterns, 'path', workspace, expand)) yield* readOne(match)
}

function readOne({ path, name }: Match): Outcome[] {
  try {
    return readOutcomes(readText(path, name), `report "${name}"`)
  } catch (error) {
    if (error instanceof AppsignError) return [refuse(name, path, error)]
    throw error
  }
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

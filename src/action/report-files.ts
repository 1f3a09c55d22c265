import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { reasonOf } from '../findings/errors'
import type { Verdict } from '../findings/verdict'
import { writeAtomically } from '../payload/atomic-write'
import type { Locate } from '../report/place'
import type { Outcome, RunFacts } from '../report/report'
import { VERSION } from '../version'
import { annotate } from './log'

/**
 * Writes the report in each of the forms that were asked for. One that can not be written is a warning: the verdict stands
 * whether it could be told or not.
 *
 * @param paths relative to the workspace or absolute; the ending picks the form
 * @returns absolute paths of those that were written
 */
export async function writeReports(
  paths: readonly string[],
  outcomes: readonly Outcome[],
  { now, verdict }: { readonly now: Date; readonly verdict: Verdict },
  locate: Locate,
  workspace: string,
): Promise<string[]> {
  const written: string[] = []
  for (const path of paths) {
    const target = resolve(workspace, path)
    try {
      const text = await formatReport(endingOf(path), outcomes, { version: VERSION, now, verdict }, locate)
      mkdirSync(dirname(target), { recursive: true })
      await writeAtomically(target, [text], path, async (readBack) => void readBack())
      written.push(target)
    } catch (error) {
      annotate('warning', `The report "${path}" was not written: ${reasonOf(error)}`, { title: 'appsign' })
    }
  }
  return written
}

/** Lower case, with its dot. A name that is nothing but an ending has one, too. */
function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.')).toLowerCase()
}

/** Each form is loaded only when it is asked for. */
async function formatReport(
  ending: string,
  outcomes: readonly Outcome[],
  facts: RunFacts,
  locate: Locate,
): Promise<string> {
  switch (ending) {
    case '.json':
      return (await import('../report/json')).reportJson(outcomes, facts)
    case '.sarif':
      return (await import('../report/sarif')).reportSarif(outcomes, facts, locate)
    case '.md':
      return (await import('../report/markdown')).summaryMarkdown(outcomes, { now: facts.now })
    default:
      return (await import('../report/document')).resultDocument(outcomes)
  }
}

import { asAppsignError } from '../findings/errors'
import type { Progress } from '../payload/progress'
import { type Outcome, type Report, refuse } from '../report/report'
import type { Match } from './patterns'
import type { StartWatch } from './progress'

/** One payload's outcome, and how long it took. What can not be done is told as well, and does not hide the others. */
export async function attempt(
  { path, name }: Match,
  mode: Report['mode'],
  watch: StartWatch | undefined,
  report: (progress?: Progress) => Promise<Report>,
): Promise<Outcome> {
  const start = process.hrtime.bigint()
  const watched = watch?.(name)
  try {
    return {
      ...(await report(watched?.progress)),
      milliseconds: Number((process.hrtime.bigint() - start) / 1_000_000n),
    }
  } catch (error) {
    return refuse(name, path, asAppsignError(error), mode)
  } finally {
    watched?.end()
  }
}

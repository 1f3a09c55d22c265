import { AppsignError } from '../findings/errors'
import { type Outcome, type Report, refuse } from '../report/report'
import type { Match } from './patterns'

/** One payload's outcome, and how long it took. What can not be done is told as well, and does not hide the others. */
export async function attempt(
  { path, name }: Match,
  mode: Report['mode'],
  report: () => Promise<Report>,
): Promise<Outcome> {
  const start = performance.now()
  try {
    return { ...(await report()), milliseconds: Math.round(performance.now() - start) }
  } catch (error) {
    if (error instanceof AppsignError) return refuse(name, path, error, mode)
    throw error
  }
}

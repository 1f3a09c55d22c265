import { AppsignError } from '../../src/findings/errors'

/** The AppsignError that a call throws; anything else fails the test. */
export function errorOf(call: () => unknown): AppsignError {
  try {
    call()
  } catch (error) {
    if (error instanceof AppsignError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** The AppsignError with which a promise fails; anything else fails the test. */
export async function rejectionOf(promise: Promise<unknown>): Promise<AppsignError> {
  const [settled] = await Promise.allSettled([promise])
  return errorOf(() => {
    if (settled.status === 'rejected') throw settled.reason
  })
}

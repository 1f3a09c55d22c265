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

import { inspect } from 'node:util'
import { expect } from 'vitest'
import { connect } from '../../src/action/github'
import { AppsignError } from '../../src/findings/errors'
import type { GitHub } from './github'

/** The action's own client of a local GitHub, which does not wait. */
export function connectTo(github: GitHub, token = github.token) {
  return connect(token, github.env(), { pause: async () => {}, pace: 0, now: Date.now })
}

/** What an AppsignError says; anything else that happens fails the test, and so does a token anywhere in it. */
export async function refusalBy(github: GitHub, promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppsignError)
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(github.token)
  return `${(error as AppsignError).code}: ${(error as AppsignError).message}`
}

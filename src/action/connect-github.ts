import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type GitHub, PACE } from './github'

/**
 * The client of a run, at the pace that GitHub asks for, or that a test sets in the environment.
 *
 * @throws AppsignError INPUT_INVALID as `connect` does
 */
export function connectGitHub(token: string, env: NodeJS.ProcessEnv): Promise<GitHub> {
  const pace = /^\d{1,5}$/.test(env.APPSIGN_GITHUB_PACE ?? '') ? Number(env.APPSIGN_GITHUB_PACE) : PACE
  return connect(token, env, { pause: (milliseconds) => sleep(milliseconds), pace, now: Date.now })
}

import type { Buffer } from 'node:buffer'
import type { Pause } from './clock'
import { discard, hostOf, readAll, request } from './request'
import { Refusal, retry } from './retry'

/** How a small public file is fetched. */
export interface FetchLimits {
  /** Bytes. */
  readonly size: number
  /** Milliseconds for one try, connection and body together. */
  readonly timeout: number
  /** Milliseconds before the second try, the third, … */
  readonly pauses: readonly number[]
}

/**
 * Fetches a small public file over https. Redirects are not followed; 429, 5xx and connections that fail are tried again.
 *
 * @returns the body of the answer 200, not yet looked at
 * @throws Refusal with the status for any other answer; Error when there is none. One line each, with nothing secret in it.
 */
export function fetchBytes(url: string, limits: FetchLimits, pause: Pause): Promise<Buffer> {
  return retry(() => fetchOnce(url, limits), limits.pauses, pause)
}

async function fetchOnce(url: string, { size, timeout }: FetchLimits): Promise<Buffer> {
  const response = await request(url, { timeout })
  const { status } = response
  if (status === 200) return readAll(response, size)
  await discard(response)
  if (status >= 500 || status === 429) throw new Error(`${hostOf(url)} answered ${status}`)
  if (status >= 300 && status < 400)
    throw new Refusal(`${hostOf(url)} redirects elsewhere, which is not followed`, status)
  throw new Refusal(`${hostOf(url)} answered ${status}`, status)
}

import { Buffer } from 'node:buffer'
import { reasonOf } from '../findings/errors'

/** Milliseconds for one try, connection and body together; ownCloud 11 waits as long (SPEC 4). */
const TIMEOUT = 10_000

/** One more after the first. */
const TRIES = 2

/** Bytes. The largest list today has 4 KB; what is larger than this is something else. */
export const MAX_LIST_SIZE = 4 * 1024 * 1024

/** Gets the bytes behind an address. The library never opens a connection of its own. */
export type FetchList = (url: string) => Promise<Uint8Array>

/**
 * Fetches a revocation list over https. Redirects are not followed (SPEC 4); one retry after a failure.
 *
 * @param url https only
 * @returns the body, not yet looked at
 * @throws Error that says what went wrong, in one line
 */
export const fetchList: FetchList = async (url) => {
  if (!/^https:\/\//i.test(url)) throw new Error(`${shownAddress(url)} is not an https address`)
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(url)
    } catch (error) {
      if (attempt === TRIES || error instanceof Refusal) throw error
    }
  }
}

/** An answer that another try would not change. */
class Refusal extends Error {}

/** An address without what may be secret in it: user, password, query. */
export function shownAddress(url: string): string {
  const { protocol = '', host = '', pathname = '' } = URL.canParse(url) ? new URL(url) : {}
  return host ? `${protocol}//${host}${pathname}` : 'what was given'
}

async function fetchOnce(url: string): Promise<Buffer> {
  let response: Response
  try {
    response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) })
  } catch (error) {
    throw new Error(`${new URL(url).host} can not be reached (${whyOf(error)})`)
  }
  const { status } = response
  if (status >= 500 || status === 429) throw new Error(`${new URL(url).host} answered ${status}`)
  if (status >= 300 && status < 400)
    throw new Refusal(`${new URL(url).host} redirects elsewhere, which is not followed`)
  if (status !== 200) throw new Refusal(`${new URL(url).host} answered ${status}`)
  return readLimited(response)
}

/** Only the innermost reason: the outer ones may quote the whole address. Of several addresses each has its own. */
function whyOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause
  return inner instanceof Error ? reasonOf(inner) : 'no connection'
}

async function readLimited(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MAX_LIST_SIZE) throw new Refusal(`the answer is larger than ${MAX_LIST_SIZE / 1024 / 1024} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

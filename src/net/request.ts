import { Buffer } from 'node:buffer'
import { reasonOf } from '../findings/errors'
import { isHttps, shownAddress } from './address'
import { Refusal } from './retry'

/** What is sent. */
export interface Sent {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string
  /** Milliseconds for connection, answer and body together. */
  readonly timeout: number
}

/**
 * Sends one request to one https address. Redirects are answers like others: nothing is followed.
 *
 * @returns whatever status came back, its body unread
 * @throws Refusal when the address is not https; Error, in one line without anything secret, when there is no answer
 */
export async function request(url: string, { timeout, ...sent }: Sent): Promise<Response> {
  if (!isHttps(url)) throw new Refusal(`${shownAddress(url)} is not an https address`)
  try {
    return await fetch(url, { ...sent, redirect: 'manual', signal: AbortSignal.timeout(timeout) })
  } catch (error) {
    throw new Error(`${hostOf(url)} can not be reached (${whyOf(error)})`)
  }
}

/**
 * The bytes of an answer, piece by piece as they come.
 *
 * @param limit bytes; a longer answer is given up
 * @throws Refusal when it is longer; Error when it breaks off
 */
export async function* readPieces(response: Response, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const piece of response.body ?? []) {
      size += piece.length
      if (size > limit) throw new Refusal(`the answer is larger than ${mebibytes(limit)}`, response.status)
      yield piece
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Error(`the answer of ${hostOf(response.url)} broke off (${whyOf(error)})`)
  }
}

/** All bytes of an answer; see `readPieces`. */
export async function readAll(response: Response, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of readPieces(response, limit)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Lets go of an answer whose body nobody wants. */
export async function discard(response: Response): Promise<void> {
  // A connection that broke in the meantime is let go of already.
  await response.body?.cancel().catch(() => undefined)
}

/** Host and port, for messages. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'what was given'
}

function mebibytes(bytes: number): string {
  return bytes % (1024 * 1024) === 0 ? `${bytes / 1024 / 1024} MiB` : `${Math.round(bytes / 1024)} KiB`
}

/** Only the innermost reason: the outer ones may quote the whole address. Of several addresses each has its own. */
function whyOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it takes too long'
  const cause = error instanceof Error ? error.cause : undefined
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause
  return inner instanceof Error ? reasonOf(inner) : 'no connection'
}

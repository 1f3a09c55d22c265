import { createHash } from 'node:crypto'
import { AppsignError, reasonOf } from '../findings/errors'
import { shownAddress } from '../net/address'
import type { Clock } from '../net/clock'
import { follow } from '../net/follow'
import { discard, hostOf, readPieces } from '../net/request'
import { Refusal } from '../net/retry'
import { assertDownloadAddress, MAX_ARCHIVE_SIZE } from './rules'

/** Milliseconds from the first try to the beginning of the last: a CDN's 404 is normal in the first seconds (issue 6). */
export const WAIT = 120_000
/** Milliseconds before the second try; each further pause is twice as long, up to the longest. */
export const FIRST_PAUSE = 1_000
export const LONGEST_PAUSE = 20_000
/** Milliseconds that one try may take: the store gives up after as long. */
const TRY_TIMEOUT = 60_000

/** Bytes that were signed: SHA-256 in lower-case hex, and how many. */
export interface SignedBytes {
  readonly sha256: string
  readonly size: number
}

/** What an address serves. */
type Served =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly is: string; readonly unpacked: boolean }
  | { readonly kind: 'none'; readonly reason: string }

/** What may be different in a moment, besides 5xx: S3 says 403 of what is not there yet. */
const PASSING = [403, 404, 408, 425, 429]

/**
 * Waits until a public address serves exactly the signed bytes, for nobody in particular: what the store gets when it asks.
 *
 * @param url https, on a public host; redirects are followed
 * @param timeout milliseconds for one try
 * @throws AppsignError INPUT_INVALID for an address that is none, DOWNLOAD_UNAVAILABLE when nothing is there in the end,
 *   DOWNLOAD_DIFFERS when something else is
 */
export async function waitForDownload(
  url: string,
  signed: SignedBytes,
  { now, pause }: Clock,
  timeout: number = TRY_TIMEOUT,
): Promise<void> {
  assertDownloadAddress(url)
  const end = now() + WAIT
  let waited = 0
  for (let next = FIRST_PAUSE; ; next = Math.min(2 * next, LONGEST_PAUSE)) {
    const served = await look(url, signed, timeout)
    if (served.kind === 'same') return
    // The sum as well, for a clock that is set back or stands still.
    const left = Math.min(end - now(), WAIT - waited)
    if (left <= 0) throw failureOf(url, signed, served)
    const milliseconds = Math.min(next, left)
    await pause(milliseconds)
    waited += milliseconds
  }
}

async function look(url: string, signed: SignedBytes, timeout: number): Promise<Served> {
  try {
    const response = await follow(url, timeout)
    const { status } = response
    if (status === 200) return await compare(response, signed)
    await discard(response)
    const reason = `${hostOf(response.url)} answered ${status}`
    if (status >= 500 || PASSING.includes(status)) return { kind: 'none', reason }
    throw unavailable(url, reason)
  } catch (error) {
    if (error instanceof AppsignError) throw error
    if (error instanceof Refusal) throw unavailable(url, reasonOf(error))
    return { kind: 'none', reason: reasonOf(error) }
  }
}

/** Nothing of the body is kept. */
async function compare(response: Response, signed: SignedBytes): Promise<Served> {
  const unpacked = response.headers.has('content-encoding')
  const digest = createHash('sha256')
  let size = 0
  try {
    for await (const piece of readPieces(response, MAX_ARCHIVE_SIZE)) {
      digest.update(piece)
      size += piece.length
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'other', is: `more than ${MAX_ARCHIVE_SIZE} bytes`, unpacked }
    throw error
  }
  const sha256 = digest.digest('hex')
  if (size === signed.size && sha256 === signed.sha256) return { kind: 'same' }
  return { kind: 'other', is: `${size} bytes with the SHA-256 ${sha256}`, unpacked }
}

function failureOf(url: string, signed: SignedBytes, served: Exclude<Served, { kind: 'same' }>): AppsignError {
  if (served.kind === 'none') return unavailable(url, `${served.reason}, for ${WAIT / 1000} seconds`)
  const unpacked = served.unpacked
    ? ' The host says that it packed or unpacks the file on its way (Content-Encoding): it must not.'
    : ''
  return new AppsignError(
    'DOWNLOAD_DIFFERS',
    `Nothing was published in the App Store: ${shownAddress(url)} serves ${served.is}, and ${signed.size} bytes with the SHA-256 ${signed.sha256} were signed.${unpacked} Put the archive that this run wrote there, and do not build it again anywhere else.`,
  )
}

function unavailable(url: string, reason: string): AppsignError {
  return new AppsignError(
    'DOWNLOAD_UNAVAILABLE',
    `Nothing was published in the App Store: the archive can not be downloaded from ${shownAddress(url)} (${reason}). Anybody must be able to do so without signing in: is the release still a draft, the repository private, or app-store-download-url wrong?`,
  )
}

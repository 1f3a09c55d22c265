import type { StoreSignature } from '../envelope/store-signature'
import { AppsignError, reasonOf } from '../findings/errors'
import type { Clock } from '../net/clock'
import { readPieces, request } from '../net/request'
import { Refusal, retry } from '../net/retry'
import { explainRefusal, type StoreAnswer } from './answers'
import { assertDownloadAddress, assertToken } from './rules'
import { waitForDownload } from './wait'
import { isHtml } from './words'

/** Where releases are posted (SPEC 6): a setting, because addresses change. */
export const STORE_ADDRESS = 'https://apps.nextcloud.com/api/v1/apps/releases'

/** Milliseconds before the second post, the third, …: after 5xx and connections that fail, never after a 4xx. */
export const POST_PAUSES = [5_000, 15_000, 30_000]
/** Milliseconds for one post: the store downloads the archive meanwhile, for which it takes up to 60 seconds. */
const POST_TIMEOUT = 120_000
/** Bytes. The store's answers have a few hundred. */
const MAX_ANSWER_SIZE = 64 * 1024

/** One release to publish. */
export interface StoreRelease {
  /** The `<id>` of info.xml. */
  readonly appId: string
  /** The archive's public https address. */
  readonly download: string
  readonly signed: StoreSignature
  readonly nightly: boolean
}

/** What became of it. */
export interface Published {
  /** `updated` when the store knew the release already, as after an answer that got lost. */
  readonly status: 'created' | 'updated'
  /** The app's page in the store. */
  readonly url: string
}

/**
 * Publishes a release in the Nextcloud App Store (SPEC 6): waits until its public address serves exactly the signed bytes,
 * then posts it. Publishing it again only updates it.
 *
 * @param token of the app's owner; in no error and in nothing that is returned
 * @param address of the store's API, https
 * @throws AppsignError INPUT_INVALID, DOWNLOAD_UNAVAILABLE or DOWNLOAD_DIFFERS before anything was sent; STORE_REFUSED or
 *   STORE_UNREACHABLE after
 */
export async function publish(
  release: StoreRelease,
  token: string,
  clock: Clock,
  address: string = STORE_ADDRESS,
): Promise<Published> {
  assertToken(token)
  assertDownloadAddress(release.download)
  await waitForDownload(release.download, release.signed, clock)
  const answer = await post(release, token, clock, address)
  const { status, body } = answer
  if ((status !== 200 && status !== 201) || isHtml(body)) throw explainRefusal(answer, token, clock.now())
  const url = `${new URL(address).origin}/apps/${encodeURIComponent(release.appId)}`
  return { status: status === 201 ? 'created' : 'updated', url }
}

/** The first answer that is one. */
async function post(release: StoreRelease, token: string, clock: Clock, address: string): Promise<StoreAnswer> {
  const { download, signed, nightly } = release
  const body = JSON.stringify({ download, signature: signed.signature, nightly })
  try {
    return await retry(() => postOnce(address, body, token), POST_PAUSES, clock.pause)
  } catch (error) {
    if (error instanceof Refusal)
      throw new AppsignError(
        'INPUT_INVALID',
        `The address of the App Store can not be used: ${reasonOf(error)}.`,
        error,
      )
    throw new AppsignError(
      'STORE_UNREACHABLE',
      `The App Store did not answer as it should, though it was asked ${POST_PAUSES.length + 1} times (${reasonOf(error)}). Whether it took the release is not known. Run this step again later: what the store has already, it only updates.`,
      error,
    )
  }
}

async function postOnce(address: string, body: string, token: string): Promise<StoreAnswer> {
  const response = await request(address, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Token ${token}` },
    body,
    timeout: POST_TIMEOUT,
  })
  const { status, headers } = response
  const said = await readStart(response)
  if (status >= 500) throw new Error(`it answered ${status}`)
  return { status, body: said, retryAfter: headers.get('retry-after') ?? undefined }
}

/** As much of an answer as is worth reading, as text. */
async function readStart(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const piece of readPieces(response, MAX_ANSWER_SIZE)) text += decoder.decode(piece, { stream: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return text
}

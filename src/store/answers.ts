import { AppsignError } from '../findings/errors'
import { MEANINGS, TOKEN_PAGE } from './meanings'
import { isHtml, SILENCE, wordsOf } from './words'

/** An answer of the store, read. */
export interface StoreAnswer {
  readonly status: number
  readonly body: string
  /** Seconds or a date, as the header says it; undefined when there is none. */
  readonly retryAfter: string | undefined
}

/**
 * What an answer that another try would not change means, and what to do about it.
 *
 * @param token is taken out of the store's words, in case it echoes it
 * @param now milliseconds since 1970
 */
export function explainRefusal(answer: StoreAnswer, token: string, now: number): AppsignError {
  const said = wordsOf(answer.body, token)
  const sentence = `The App Store did not take the release (${answer.status}): ${said.replace(/\.$/, '')}.`
  return new AppsignError('STORE_REFUSED', `${sentence} ${remedyOf(answer, said, now)}`)
}

function remedyOf(answer: StoreAnswer, said: string, now: number): string {
  const { status } = answer
  if (status === 429) return `It takes 100 uploads a day from one account. ${comeBack(answer, said, now)}`
  // Not the store's own: what its statuses mean does not hold.
  if (isHtml(answer.body))
    return 'The API never does: is the address of the store right, and is there a proxy on the way? If both are as they should be, run this step again later.'
  if (status === 400) return MEANINGS.find(([says]) => says.test(said))?.[1] ?? unknown(said)
  if (status === 401)
    return `app-store-token is not one that it knows. Copy it anew from ${TOKEN_PAGE} into the secret.`
  if (status === 403)
    return `app-store-token belongs to an account that may not release this app. Take the token of its owner or of a co-maintainer (${TOKEN_PAGE}).`
  if (status >= 300 && status < 400)
    return 'It points to another address, which is not followed: the token would go along. Is the address of the store right?'
  if (status === 404 || status === 405) return 'Is the address of the store right?'
  return unknown(said)
}

function unknown(said: string): string {
  const sure = 'the archive that it can download is the one that was signed'
  return said === SILENCE
    ? `Its form may say more (https://apps.nextcloud.com/developer/apps/releases/new); ${sure}.`
    : `Correct what it names and run this step again; ${sure}.`
}

function comeBack({ retryAfter }: StoreAnswer, said: string, now: number): string {
  const seconds = secondsOf(retryAfter, now) ?? secondsOf(/available in (\d+)/i.exec(said)?.[1], now)
  if (seconds === undefined) return 'Run this step again tomorrow.'
  const minute = Math.ceil((now + seconds * 1000) / MINUTE) * MINUTE
  const at = new Date(minute).toISOString().slice(0, 16).replace('T', ' ')
  return `Run this step again after ${at} UTC.`
}

const MINUTE = 60_000

/** A week at most: what is longer is no answer. */
const MAX_SECONDS = 7 * 24 * 60 * 60

function secondsOf(text: string | undefined, now: number): number | undefined {
  const seconds = /^\d+$/.test(text ?? '') ? Number(text) : (Date.parse(text ?? '') - now) / 1000
  return seconds >= 0 && seconds <= MAX_SECONDS ? seconds : undefined
}

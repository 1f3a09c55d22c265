import { shownAddress } from './address'
import { publicAddressProblem } from './public-address'
import { discard, hostOf, request } from './request'
import { Refusal } from './retry'

/** GitHub's asset addresses need one or two. */
export const MAX_REDIRECTS = 5

const REDIRECTS = [301, 302, 303, 307, 308]

/**
 * Asks a public address as somebody would who has no account anywhere: redirects are followed, but only to https and to
 * public hosts, and nothing that is secret goes along.
 *
 * @param timeout milliseconds for each hop, the last one with its body
 * @returns the answer at the end, its body unread
 * @throws Refusal when an address on the way is none to go to; Error when one can not be reached
 */
export async function follow(url: string, timeout: number): Promise<Response> {
  let at = url
  for (let hops = 0; ; hops++) {
    const problem = publicAddressProblem(at)
    if (problem)
      throw new Refusal(`${hops === 0 ? '' : `${shownAddress(url)} redirects to `}${shownAddress(at)} ${problem}`)
    const response = await request(at, { timeout })
    const next = response.headers.get('location')
    if (!REDIRECTS.includes(response.status) || next === null) return response
    await discard(response)
    if (hops === MAX_REDIRECTS) throw new Refusal(`${shownAddress(url)} redirects more than ${MAX_REDIRECTS} times`)
    if (!URL.canParse(next, at)) throw new Refusal(`${hostOf(at)} redirects to something that is not an address`)
    at = new URL(next, at).href
  }
}

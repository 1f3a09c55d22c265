import { fetchBytes } from '../net/fetch-bytes'

/** Bytes. The largest list today has 4 KB; what is larger than this is something else. */
export const MAX_LIST_SIZE = 4 * 1024 * 1024

/** ownCloud 11 waits as long for an answer (SPEC 4). One more try after the first, at once: the bundled list is there. */
const LIMITS = { size: MAX_LIST_SIZE, timeout: 10_000, pauses: [0] }

/** Gets the bytes behind an address. The library never opens a connection of its own. */
export type FetchList = (url: string) => Promise<Uint8Array>

/**
 * Fetches a revocation list over https. Redirects are not followed (SPEC 4); one retry after a failure.
 *
 * @param url https only
 * @returns the body, not yet looked at
 * @throws Error that says what went wrong, in one line
 */
export const fetchList: FetchList = (url) => fetchBytes(url, LIMITS, () => Promise.resolve())

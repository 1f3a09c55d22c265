/** Whose servers, and so whose rules and whose trust anchors. The lowest room, because every other one speaks of it. */
export type Server = 'nextcloud' | 'owncloud'

/** What kind of thing a payload is: one app, or a whole server. */
export type Scope = 'app' | 'server'

/** As it is written in sentences. */
export const SERVER_NAMES: Record<Server, string> = { nextcloud: 'Nextcloud', owncloud: 'ownCloud' }

/** Whether a word names one of the servers. */
export function isServer(word: string): word is Server {
  return Object.hasOwn(SERVER_NAMES, word)
}

/** The two forms of signature.json (SPEC 3 and 4). */
export type Format = 'legacy' | 'v2'

/** From this second on, ownCloud 11 accepts no legacy signature (SPEC 3 and 4). */
export const LEGACY_SUNSET = new Date('2026-12-31T23:59:59Z')

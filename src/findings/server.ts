/** Whose servers, and so whose rules and whose trust anchors. The lowest room, because every other one speaks of it. */
export type Server = 'nextcloud' | 'owncloud'

/** As it is written in sentences. */
export const SERVER_NAMES: Record<Server, string> = { nextcloud: 'Nextcloud', owncloud: 'ownCloud' }

import type { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Authority } from '../../src/pki/authorities'
import type { RevocationPolicy } from '../../src/pki/revocation-check'
import type { Trust } from '../../src/pki/trust'

/** The repository's folder of trust anchors and revocation lists. */
export const TRUST_FOLDER = fileURLToPath(new URL('../../trust', import.meta.url))

/** The bytes of a file in it. */
export function trustFile(name: string): Buffer {
  return readFileSync(`${TRUST_FOLDER}/${name}`)
}

/** The bundled lists only: whoever asks for another one fails. */
export const OFFLINE: RevocationPolicy = {
  mode: 'bundled',
  fetch: () => Promise.reject(new Error('no network in this test')),
}

/** Trust in these authorities, for any server and without the network, but for what is given. */
export function makeTrust(authorities: readonly Authority[], now: Date, more: Partial<Trust> = {}): Trust {
  return { authorities, server: undefined, revocation: OFFLINE, now, expiryWarningDays: 60, ...more }
}

import type { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's folder of trust anchors and revocation lists. */
export const TRUST_FOLDER = fileURLToPath(new URL('../../trust', import.meta.url))

/** The bytes of a file in it. */
export function trustFile(name: string): Buffer {
  return readFileSync(`${TRUST_FOLDER}/${name}`)
}

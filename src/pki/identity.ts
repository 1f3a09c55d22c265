import type { Certificate } from './certificate'

/** What an app's id must look like for format v2 (SPEC 4). */
const APP_ID = /^[a-z][a-z0-9_.-]{2,63}$/

/** The CN with which a server's own files are signed; legacy servers trust it for everything (SPEC 3, step 4). */
export const CORE = 'core'

/** The only CN of a leaf; undefined when it has none or several, which no server can compare. */
export function commonNameOf(leaf: Certificate): string | undefined {
  return leaf.subject.commonNames.length === 1 ? leaf.subject.commonNames[0] : undefined
}

/**
 * The 26 letters of ASCII in lower case, as ownCloud 11 folds ids; everything else stays.
 */
export function foldAscii(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/**
 * Whether a leaf speaks for an app in format v2 below G2 (SPEC 4): the folded id and the CN as it is both look like an id,
 * and are equal.
 *
 * @returns the server's sentence when it does not
 */
export function v2IdentityProblem(id: string, leaf: Certificate): string | undefined {
  const commonName = commonNameOf(leaf) ?? leaf.subject.commonNames.join(', CN=')
  const folded = foldAscii(id)
  if (!APP_ID.test(folded)) return `Invalid appId format: ${id}`
  if (!APP_ID.test(commonName)) return `Invalid CN format: ${commonName}`
  return folded === commonName ? undefined : identitySentence(folded, commonName)
}

/** What ownCloud 11 says when a leaf is for another app. */
export function identitySentence(id: string, commonName: string): string {
  return `CN does not match app identity: ${id} !== ${commonName}`
}

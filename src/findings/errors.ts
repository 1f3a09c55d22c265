import type { Finding } from './finding'

/** Every reason for which appsign stops. Closed: a new reason gets a new word here. */
export type ErrorCode =
  | 'INPUT_INVALID'
  | 'PAYLOAD_UNREADABLE'
  | 'PAYLOAD_NOT_SIGNABLE'
  | 'ARCHIVE_DAMAGED'
  | 'ARCHIVE_TOO_LARGE'
  | 'ARTIFACT_MISSING'
  | 'PACKAGE_FAILED'
  | 'APP_INFO_INVALID'
  | 'KEY_MISSING'
  | 'KEY_INVALID'
  | 'KEY_PASSPHRASE'
  | 'CERTIFICATE_INVALID'
  | 'CERTIFICATE_REFUSED'
  | 'CERTIFICATE_UNAVAILABLE'
  | 'KEY_MISMATCH'
  | 'VERSION_MISMATCH'
  | 'WRITE_FAILED'
  | 'NOT_PUBLISHABLE'
  | 'DOWNLOAD_UNAVAILABLE'
  | 'DOWNLOAD_DIFFERS'
  | 'STORE_REFUSED'
  | 'STORE_UNREACHABLE'
  | 'RELEASE_FAILED'
  | 'INTERNAL'

/**
 * What makes it impossible to go on. The message names the input and the remedy, is one line of plain text and never
 * holds key material; it may hold untrusted names, so whoever prints it passes it through `printable`.
 */
export class AppsignError extends Error {
  override readonly name = 'AppsignError'
  readonly code: ErrorCode

  /** The findings that made it impossible to go on, when it was more than one thing. */
  readonly findings: readonly Finding[]

  /**
   * @param code why, from the closed list
   * @param message what is wrong and what to do about it
   * @param cause the error underneath, kept for debugging and never printed by itself
   */
  constructor(code: ErrorCode, message: string, cause?: unknown, findings: readonly Finding[] = []) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.findings = findings
  }
}

/** Characters of what a user gave that a message repeats: enough to know it by, too few to hold a key. */
const MAX_QUOTED = 80

/** A user's own words for a message, cut short. */
export function quoted(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text
}

/** The message of anything that was thrown, for use inside an AppsignError's own message. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** What was thrown, as an error that can be told; one that nobody thought of asks to be reported. */
export function asAppsignError(thrown: unknown): AppsignError {
  if (thrown instanceof AppsignError) return thrown
  const message = `appsign failed in a way that it should not: ${reasonOf(thrown)} Please report this.`
  return new AppsignError('INTERNAL', message, thrown)
}

/** The errno name (`ENOENT`, `EACCES`) of a failed system call, or undefined for anything else. */
export function errnoOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : undefined
}

export type Severity = 'error' | 'warning' | 'notice'

/** One path's difference between envelope and payload, as the servers spell it. */
export type FileCode = 'INVALID_HASH' | 'FILE_MISSING' | 'EXTRA_FILE'

/** A refusal of the whole envelope: ownCloud 11's reason codes, used for both formats (SPEC 4). */
export type ExceptionCode =
  | 'MISSING_SIGNATURE'
  | 'BAD_CHAIN'
  | 'BAD_ALGORITHM'
  | 'BAD_SIGNATURE'
  | 'CRL_UNAVAILABLE'
  | 'REVOKED'
  | 'CN_MISMATCH'

/** What no server says, but what its administrator or the app's developer has to know. */
export type AdviceCode =
  | 'DANGLING_LINK'
  | 'LINK_LEAVES_PAYLOAD'
  | 'LINK_FOLLOWED'
  | 'LINK_TO_FOLDER'
  | 'LINK_TO_SIGNATURE'
  | 'NOT_A_FILE'
  | 'NAME_NOT_UTF8'
  | 'NUMERIC_NAMES'
  | 'NOT_SIGNABLE'
  | 'RECENT_EXCLUSION'
  | 'VCS_FOLDER'
  | 'LEFT_OUT'
  | 'CERTIFICATE_EXPIRED'
  | 'CERTIFICATE_NOT_YET_VALID'
  | 'CERTIFICATE_EXPIRES'
  | 'NO_REVOCATION_LIST'
  | 'REVOCATION_LIST_BUNDLED'
  | 'REVOCATION_OFF'
  | 'LEGACY_ACCEPTED_WARN'
  | 'LEGACY_SUNSET'
  | 'V2_LEAVES_OUT_10'
  | 'SERVER_GUESSED'
  | 'CHAIN_NOT_USED'
  | 'NOT_SIGNED'
  | 'APP_FOLDER'
  | 'SHIPPED_UNKNOWN'
  | 'APP_INFO_INVALID'
  | 'SIGNER_CHANGED'
  | 'KEY_CHANGED'
  | 'EARLIER_RELEASE_UNCHECKED'

/** What is wrong with an archive as such, whatever was signed. */
export type ArchiveCode =
  | 'ARCHIVE_TRAILING_BYTES'
  | 'PAX_HEADER'
  | 'UNSAFE_NAME'
  | 'DOT_PREFIX'
  | 'DUPLICATE_ENTRY'
  | 'NAMES_COLLIDE'
  | 'HARD_LINK'
  | 'SPARSE_FILE'
  | 'TOP_FOLDER'

/** What must never be shipped, or should not be. */
export type ShippingCode =
  | 'VCS_SHIPPED'
  | 'PRIVATE_KEY'
  | 'SIGNING_KEY'
  | 'MAC_METADATA'
  | 'DEVELOPMENT_FILES'
  | 'SOURCE_MAP'
  | 'BUILD_SCRATCH'
  | 'STORE_LIMIT'

export type FindingCode = FileCode | ExceptionCode | AdviceCode | ArchiveCode | ShippingCode

/** One thing wrong with one payload. Data: the wording for people is in `message` and `hint`, both one line each. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** Relative to the payload's root, forward slashes; raw and untrusted. */
  readonly path?: string
  /** SHA-512 in lower-case hex, `''` where the servers show none. */
  readonly expected?: string
  readonly current?: string
  /** What is wrong, in plain words. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
  /** The server's own sentence, for findings that a server reports as EXCEPTION. */
  readonly exception?: string
  /** True where a server that compares hashes by value (Nextcloud to 30, ownCloud to 10) would not show this path. */
  readonly unseenByValue?: boolean
}

/** The servers' order: exceptions as they are checked, then the files; ours last. */
export const EXCEPTION_CODES: readonly ExceptionCode[] = [
  'MISSING_SIGNATURE',
  'BAD_CHAIN',
  'BAD_ALGORITHM',
  'BAD_SIGNATURE',
  'CRL_UNAVAILABLE',
  'REVOKED',
  'CN_MISMATCH',
]

/** The group under which the servers list a finding, or our own code where no server has one. */
export function serverCategory(finding: Finding): string {
  return (EXCEPTION_CODES as readonly string[]).includes(finding.code) ? 'EXCEPTION' : finding.code
}

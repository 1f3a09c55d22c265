import type { FindingCode } from './finding'

/** What each code means, in the few words of a heading. Closed: a new finding gets a title here. */
const TITLES: Record<FindingCode, string> = {
  INVALID_HASH: 'Changed after signing',
  FILE_MISSING: 'Signed, but missing',
  EXTRA_FILE: 'Not in the signature',
  MISSING_SIGNATURE: 'No signature that can be read',
  BAD_CHAIN: 'Certificate is not accepted',
  BAD_ALGORITHM: 'Algorithm is not accepted',
  BAD_SIGNATURE: 'Signature does not fit',
  CRL_UNAVAILABLE: 'Revocation could not be checked',
  REVOKED: 'Certificate was revoked',
  CN_MISMATCH: 'Certificate is for another app',
  DANGLING_LINK: 'Link to nothing',
  LINK_LEAVES_PAYLOAD: 'Link out of the app',
  LINK_FOLLOWED: 'Link to a file',
  LINK_TO_FOLDER: 'Link to a folder',
  LINK_TO_SIGNATURE: 'Link to the signature',
  NOT_A_FILE: 'Neither file nor folder',
  NAME_NOT_UTF8: 'Name is not UTF-8',
  NUMERIC_NAMES: 'Names that are numbers',
  NOT_SIGNABLE: 'Can not be signed',
  RECENT_EXCLUSION: 'Older servers see this file',
  VCS_FOLDER: 'Checkout left out',
  LEFT_OUT: 'Files left out',
  CERTIFICATE_EXPIRED: 'Certificate has expired',
  CERTIFICATE_NOT_YET_VALID: 'Certificate is not valid yet',
  CERTIFICATE_EXPIRES: 'Certificate expires soon',
  NO_REVOCATION_LIST: 'No revocation list',
  REVOCATION_LIST_BUNDLED: 'Revocation list may be old',
  REVOCATION_OFF: 'Revocation was not checked',
  LEGACY_ACCEPTED_WARN: 'Expired, and still accepted',
  LEGACY_SUNSET: 'Legacy format ends on ownCloud 11',
  V2_LEAVES_OUT_10: 'ownCloud 10 does not read format v2',
  SERVER_GUESSED: 'Server was guessed',
  CHAIN_NOT_USED: 'Chain was not used',
  NOT_SIGNED: 'Not signed, and need not be',
  APP_FOLDER: 'Folder and app id differ',
  SHIPPED_UNKNOWN: 'Not known what the server ships',
  APP_INFO_INVALID: 'info.xml can not be used',
  SIGNER_CHANGED: 'Signed by somebody else than before',
  KEY_CHANGED: 'Signed with another key than before',
  EARLIER_RELEASE_UNCHECKED: 'Not compared with an earlier release',
  ARCHIVE_TRAILING_BYTES: 'Entries behind the end of the archive',
  PAX_HEADER: 'Pax headers in the archive',
  UNSAFE_NAME: 'Unsafe name in the archive',
  DOT_PREFIX: 'Names begin with "./"',
  DUPLICATE_ENTRY: 'In the archive more than once',
  NAMES_COLLIDE: 'Names differ only in case',
  HARD_LINK: 'Hard link in the archive',
  SPARSE_FILE: 'Entry that servers can not unpack',
  TOP_FOLDER: 'Wrong folder in the archive',
  VCS_SHIPPED: 'Repository inside the app',
  PRIVATE_KEY: 'Private key inside the app',
  SIGNING_KEY: 'Signing key inside the app',
  MAC_METADATA: 'Metadata of macOS',
  DEVELOPMENT_FILES: 'Files for development',
  SOURCE_MAP: 'Large source map',
  BUILD_SCRATCH: 'Files for building',
  STORE_LIMIT: 'The App Store refuses this',
}

/** Whether a word is the code of a finding. */
export function isFindingCode(word: string): word is FindingCode {
  return Object.hasOwn(TITLES, word)
}

/** What a code means, in a few plain words without a full stop: for headings and titles of annotations. */
export function titleOf(code: FindingCode): string {
  return TITLES[code]
}

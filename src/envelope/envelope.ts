/** The value of a hash in an envelope: hex, or `false` where the signer met a dangling link (SPEC 3). */
export type EnvelopeHash = string | false

/** signature.json in the legacy format, as its signer meant it. */
export interface LegacyEnvelope {
  readonly format: 'legacy'
  /** Relative path → SHA-512 in hex, in the file's order. */
  readonly hashes: ReadonlyMap<string, EnvelopeHash>
  /** Raw bytes. */
  readonly signature: Uint8Array
  /** PEM text as it stands in the file, not yet looked at. */
  readonly certificate: string
}

/** Where an app's envelope stands, and where a server's, relative to the payload's root (SPEC 1). */
export const APP_SIGNATURE = 'appinfo/signature.json'
export const SERVER_SIGNATURE = 'core/signature.json'

/** Bytes. A server with 300,000 files needs 60 MB; what is larger is not a signature file. */
export const MAX_ENVELOPE_SIZE = 128 * 1024 * 1024

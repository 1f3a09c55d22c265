import type { Buffer } from 'node:buffer'

/** The value of a hash in an envelope: hex, or `false` for what can be no hash, such as a dangling link (SPEC 3). */
export type EnvelopeHash = string | false

/** Relative path → SHA-512 in hex, in the file's order. */
export type EnvelopeHashes = ReadonlyMap<string, EnvelopeHash>

/** signature.json in the legacy format (SPEC 3). */
export interface LegacyEnvelope {
  readonly format: 'legacy'
  readonly hashes: EnvelopeHashes
  /** Raw bytes. */
  readonly signature: Uint8Array
  /** PEM text as it stands in the file, not yet looked at. */
  readonly certificate: string
}

/** signature.json in format v2 (SPEC 4). */
export interface V2Envelope {
  readonly format: 'v2'
  readonly hashes: EnvelopeHashes
  /** M: the bytes of the value of `hashes` as they stand in the file. */
  readonly signedBytes: Buffer
  /** As the file names it; undefined when it is no string. */
  readonly algorithm: string | undefined
  /** Raw bytes. */
  readonly signature: Uint8Array
  /** PEM text, not yet looked at: the leaf, and intermediates that have yet to be verified. */
  readonly leaf: string
  readonly chain: readonly string[]
}

export type Envelope = LegacyEnvelope | V2Envelope

/** Where an app's envelope stands, relative to the payload's root (SPEC 1). */
export const APP_SIGNATURE = 'appinfo/signature.json'

/** Bytes. A server with 300,000 files needs 60 MB; what is larger is not a signature file. */
export const MAX_ENVELOPE_SIZE = 128 * 1024 * 1024

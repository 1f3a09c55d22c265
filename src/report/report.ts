import type { Finding } from '../findings/finding'
import type { Format, Server } from '../findings/server'

/** A certificate as people need it. */
export interface ReportedCertificate {
  readonly subject: string
  readonly issuer: string
  /** Upper-case hex. */
  readonly serial: string
  readonly notAfter: Date
}

/** What revocation was checked against. */
export interface ReportedRevocation {
  readonly state: 'good' | 'revoked' | 'unchecked' | 'no-list' | 'off'
  readonly list?: {
    readonly source: 'fetched' | 'bundled'
    readonly issuer: string
    /** CRL number in hex, if the list has one. */
    readonly number: string | undefined
    readonly thisUpdate: Date
  }
}

/** Everything that one run found out about one payload. */
export interface Report {
  readonly mode: 'sign' | 'verify'
  readonly kind: 'folder' | 'archive'
  /** The path as the user gave it. */
  readonly name: string
  /** Absolute path of the folder, or of the archive's file. */
  readonly root: string
  readonly appId: string
  readonly appVersion: string
  readonly server: Server
  readonly format: Format
  /** Relative to the root; undefined when there is none. */
  readonly signaturePath: string | undefined
  /** The leaf first, the root last; only the leaf when nobody vouches for it, empty when none can be read. */
  readonly chain: readonly ReportedCertificate[]
  /** The authority's name; undefined when nobody vouches for the leaf. */
  readonly authority: string | undefined
  readonly revocation: ReportedRevocation | undefined
  /** The archive that was written: absolute path, SHA-256 in hex, bytes. */
  readonly package?: { readonly path: string; readonly sha256: string; readonly size: number }
  /** How many files the payload's manifest has. */
  readonly fileCount: number
  /** In the servers' order: exceptions, then files, then advice. */
  readonly findings: readonly Finding[]
}

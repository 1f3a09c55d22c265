import type { Finding } from '../findings/finding'
import type { Server } from '../findings/server'

/** A certificate as people need it. */
export interface ReportedCertificate {
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly notAfter: Date
}

/** Everything that one run found out about one payload. */
export interface Report {
  readonly mode: 'sign' | 'verify'
  /** The path as the user gave it. */
  readonly name: string
  /** Absolute path of the folder. */
  readonly root: string
  readonly appId: string
  readonly appVersion: string
  readonly server: Server
  readonly format: 'legacy'
  /** Relative to the root; undefined when there is none. */
  readonly signaturePath: string | undefined
  readonly certificate: ReportedCertificate | undefined
  /** The authority's name; undefined when nobody vouches for the leaf. */
  readonly authority: string | undefined
  /** How many files the payload's manifest has. */
  readonly fileCount: number
  /** In the servers' order: exceptions, then files, then advice. */
  readonly findings: readonly Finding[]
}

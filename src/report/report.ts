import type { AppsignError, ErrorCode } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Format, Scope, Server } from '../findings/server'
import { type Verdict, verdictOf } from '../findings/verdict'

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
  /** The one of the chain that was revoked. */
  readonly certificate?: { readonly serial: string }
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
  readonly mode: 'sign' | 'verify' | 'check'
  readonly kind: 'folder' | 'archive'
  /** The path as the user gave it. */
  readonly name: string
  /** Absolute path of the folder, or of the archive's file. */
  readonly root: string
  readonly appId: string
  readonly appVersion: string
  readonly server: Server
  readonly format: Format
  /** A rehearsal's formats: every one that the app's servers need. */
  readonly formats?: readonly Format[]
  /** Relative to the root; undefined when there is none. */
  readonly signaturePath: string | undefined
  /** One app, or a server's own files (SPEC 1). */
  readonly scope: Scope
  /** The leaf first, the root last; only the leaf when nobody vouches for it, empty when none can be read. */
  readonly chain: readonly ReportedCertificate[]
  /** The authority's name; undefined when nobody vouches for the leaf. */
  readonly authority: string | undefined
  readonly revocation: ReportedRevocation | undefined
  /** The archive that was written: absolute path, SHA-256 in hex, bytes. */
  readonly package?: { readonly path: string; readonly sha256: string; readonly size: number }
  /** How many files the payload's manifest has. */
  readonly fileCount: number
  /** Of these files together. */
  readonly bytes: number
  /** How long it took; undefined where nobody measured. */
  readonly milliseconds?: number
  /** In the servers' order: exceptions, then files, then advice. */
  readonly findings: readonly Finding[]
}

/** Why there is no report on a payload, or on anything. */
export interface Refusal {
  /** What was to be done; undefined when nothing could be begun. */
  readonly mode?: Report['mode'] | undefined
  /** The path as the user gave it. */
  readonly name: string
  /** Absolute path of what the name stands for. */
  readonly root: string
  readonly error: {
    readonly code: ErrorCode
    /** What is wrong and what to do about it, in one line of untrusted text. */
    readonly message: string
  }
  /** What made it impossible to go on, when it was more than one thing. */
  readonly findings: readonly Finding[]
}

/** A refusal from the error behind it. */
export function refuse(
  name: string,
  root: string,
  { code, message, findings }: AppsignError,
  mode?: Report['mode'],
): Refusal {
  return { name, root, mode, error: { code, message }, findings }
}

/** What became of one payload. */
export type Outcome = Report | Refusal

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'error' in outcome
}

/** What reports say of the run itself. */
export interface RunFacts {
  /** Of appsign. */
  readonly version: string
  readonly now: Date
  readonly verdict: Verdict
}

/** One word for a whole run: what could not be done has failed. */
export function verdictOfAll(outcomes: readonly Outcome[]): Verdict {
  return outcomes.some(isRefusal) ? 'failed' : verdictOf(outcomes.flatMap(({ findings }) => findings))
}

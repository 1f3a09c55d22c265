import type { Format, Scope, Server } from '../findings/server'
import type { FailOn } from '../findings/verdict'
import type { RevocationMode } from '../pki/revocation-check'

/** What every mode but merging has. */
export interface CommonInputs extends ReportingInputs {
  /** Folders of apps; verifying, archives too. One pattern a line, relative to the workspace or absolute. */
  readonly path: string
  readonly scope: Scope
  /** Undefined for `auto`. */
  readonly server: Server | undefined
  /** PEM text or a file's path; undefined when empty. */
  readonly trustedAuthorities: string | undefined
  readonly expiryWarningDays: number
  readonly revocation: RevocationMode
}

/** How a run is told about. */
export interface ReportingInputs {
  readonly annotations: 'auto' | 'check-run' | 'commands' | 'none'
  readonly checkName: string
  /** Files to write; the ending picks the form. Relative to the workspace or absolute. */
  readonly report: readonly string[]
  readonly failOn: FailOn
  /** `''` when there is none. */
  readonly githubToken: string
}

/** What is still told when the inputs themselves can not be read. */
export const DEFAULT_REPORTING: ReportingInputs = {
  annotations: 'commands',
  checkName: 'App signature',
  report: [],
  failOn: 'error',
  githubToken: '',
}

export interface SignInputs extends CommonInputs {
  readonly mode: 'sign'
  /** PEM, or a JSON object of app id → PEM. */
  readonly privateKey: string
  readonly privateKeyPassphrase: string | undefined
  /** PEM text, a file's path, a folder of `<id>.crt`, or a JSON object by app id; undefined: fetched. */
  readonly certificate: string | undefined
  /** PEM text or a file's path; undefined when empty. */
  readonly certificateChain: string | undefined
  /** Undefined for `auto`. */
  readonly format: Format | undefined
  /** What not to ship, in the syntax of .gitignore; undefined when empty. */
  readonly exclude: string | undefined
  /** The tar.gz to write, with `{id}` and `{version}` in it; undefined when none. */
  readonly package: string | undefined
  /** Archives to verify after signing, one pattern a line; undefined when none. */
  readonly artifact: string | undefined
  /** Undefined: the tag's, if the run is on one. */
  readonly expectedVersion: string | undefined
  readonly releaseAsset: boolean
  /** Undefined: not published. */
  readonly appStoreToken: string | undefined
  /** Undefined: the release asset's. */
  readonly appStoreDownloadUrl: string | undefined
  readonly appStoreNightly: boolean
}

export interface VerifyInputs extends CommonInputs {
  readonly mode: 'verify'
}

/** Reports of several machines become one. */
export interface MergeInputs extends ReportingInputs {
  readonly mode: 'merge'
  /** JSON reports, one pattern a line. */
  readonly path: string
}

export interface CheckInputs extends CommonInputs {
  readonly mode: 'check'
  /** As for signing; undefined when empty. */
  readonly certificate: string | undefined
  /** PEM text or a file's path; undefined when empty. */
  readonly certificateChain: string | undefined
  /** Undefined for `auto`: every format that the app's servers need. */
  readonly format: Format | undefined
  /** What not to ship, in the syntax of .gitignore; undefined when empty. */
  readonly exclude: string | undefined
}

/** What one run is asked to do: every combination that type-checks makes sense. */
export type Inputs = SignInputs | VerifyInputs | CheckInputs | MergeInputs

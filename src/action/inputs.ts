import type { Format, Server } from '../findings/server'
import type { FailOn } from '../findings/verdict'
import type { RevocationMode } from '../pki/revocation-check'
import {
  assertOnePath,
  type InputReader,
  lines,
  oneOf,
  packageName,
  reportName,
  required,
  wholeNumber,
} from './input-values'

interface CommonInputs extends ReportingInputs {
  /** Signing: the app's folder. Verifying: folders and archives, one pattern a line. Relative to the workspace or absolute. */
  readonly path: string
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
  readonly privateKey: string
  readonly privateKeyPassphrase: string | undefined
  /** PEM text or a file's path. */
  readonly certificate: string
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
}

export interface VerifyInputs extends CommonInputs {
  readonly mode: 'verify'
}

export interface CheckInputs extends CommonInputs {
  readonly mode: 'check'
  /** PEM text or a file's path; undefined when empty. */
  readonly certificate: string | undefined
  /** PEM text or a file's path; undefined when empty. */
  readonly certificateChain: string | undefined
  /** Undefined for `auto`: every format that the app's servers need. */
  readonly format: Format | undefined
  /** What not to ship, in the syntax of .gitignore; undefined when empty. */
  readonly exclude: string | undefined
}

/** What one run is asked to do: every combination that type-checks makes sense. */
export type Inputs = SignInputs | VerifyInputs | CheckInputs

/** Everything secret among the inputs, to be masked before anything else happens. */
export function readSecrets(read: InputReader): { privateKey: string; others: string[] } {
  const others = [read('private-key-passphrase'), read('github-token').trim()]
  return { privateKey: read('private-key'), others: others.filter((secret) => secret !== '') }
}

/**
 * Reads and validates all inputs. All defaults stand here, beside action.yml.
 *
 * @throws AppsignError INPUT_INVALID or KEY_MISSING, naming the input
 */
export function readInputs(read: InputReader): Inputs {
  const text = (name: string, fallback = '') => read(name).trim() || fallback
  const server = oneOf('server', text('server', 'auto'), ['auto', 'nextcloud', 'owncloud'])
  const common: CommonInputs = {
    path: text('path', '.'),
    server: server === 'auto' ? undefined : server,
    trustedAuthorities: text('trusted-authorities') || undefined,
    expiryWarningDays: wholeNumber('expiry-warning-days', text('expiry-warning-days', '60')),
    revocation: oneOf('revocation', text('revocation', 'auto'), ['auto', 'bundled', 'off']),
    ...readReporting(text),
  }
  const mode = oneOf('mode', text('mode', 'sign'), ['sign', 'verify', 'check'])
  const format = oneOf('format', text('format', 'auto'), ['auto', 'legacy', 'v2'])
  // Verifying reads the format from the file.
  if (mode === 'verify') return { ...common, mode }
  assertOnePath(common.path)
  const payload = {
    certificateChain: text('certificate-chain') || undefined,
    format: format === 'auto' ? undefined : format,
    exclude: text('exclude') || undefined,
  }
  if (mode === 'check') return { ...common, ...payload, mode, certificate: text('certificate') || undefined }
  return {
    ...common,
    ...payload,
    mode,
    privateKey: required('private-key', text('private-key')),
    // Not trimmed: a passphrase may begin or end with a blank.
    privateKeyPassphrase: read('private-key-passphrase') || undefined,
    certificate: required('certificate', text('certificate')),
    package: packageName(text('package')),
    artifact: text('artifact') || undefined,
  }
}

function readReporting(text: (name: string, fallback?: string) => string): ReportingInputs {
  return {
    annotations: oneOf('annotations', text('annotations', 'auto'), ['auto', 'check-run', 'commands', 'none']),
    checkName: text('check-name', DEFAULT_REPORTING.checkName),
    report: lines(text('report')).map(reportName),
    failOn: oneOf('fail-on', text('fail-on', DEFAULT_REPORTING.failOn), ['error', 'warning', 'never']),
    githubToken: text('github-token'),
  }
}

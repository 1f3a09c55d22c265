import { AppsignError, quoted } from '../findings/errors'
import type { Format, Server } from '../findings/server'
import type { RevocationMode } from '../pki/revocation-check'

interface CommonInputs {
  /** Signing: the app's folder. Verifying: folders and archives, one pattern a line. Relative to the workspace or absolute. */
  readonly path: string
  /** Undefined for `auto`. */
  readonly server: Server | undefined
  /** PEM text or a file's path; undefined when empty. */
  readonly trustedAuthorities: string | undefined
  readonly expiryWarningDays: number
  readonly revocation: RevocationMode
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

/** What one run is asked to do: every combination that type-checks makes sense. */
export type Inputs = SignInputs | VerifyInputs

/** Gives an input's raw text by its name in action.yml, `''` when it is not set. */
export type InputReader = (name: string) => string

/** The runner's variables: upper case, hyphens stay (PLATFORM, "inputs"). */
export const readRunnerInput: InputReader = (name) =>
  process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? ''

/** Everything secret among the inputs, to be masked before anything else happens. */
export function readSecrets(read: InputReader): { privateKey: string; passphrase: string } {
  return { privateKey: read('private-key'), passphrase: read('private-key-passphrase') }
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
  }
  const mode = oneOf('mode', text('mode', 'sign'), ['sign', 'verify'])
  const format = oneOf('format', text('format', 'auto'), ['auto', 'legacy', 'v2'])
  // Verifying reads the format from the file.
  if (mode === 'verify') return { ...common, mode }
  assertOnePath(common.path)
  return {
    ...common,
    mode,
    privateKey: required('private-key', text('private-key')),
    // Not trimmed: a passphrase may begin or end with a blank.
    privateKeyPassphrase: read('private-key-passphrase') || undefined,
    certificate: required('certificate', text('certificate')),
    certificateChain: text('certificate-chain') || undefined,
    format: format === 'auto' ? undefined : format,
    exclude: text('exclude') || undefined,
    package: packageName(text('package')),
    artifact: text('artifact') || undefined,
  }
}

const MISSING: Record<string, string> = {
  'private-key': [
    'private-key is empty, and nothing was signed. Pass it from a secret (private-key: ${{ secrets.APP_PRIVATE_KEY }}).',
    'If it is passed, the secret is not there in this run: it has another name; it belongs to an environment that the job does not name (environment: …);',
    'the run was started from a fork or by Dependabot, which get no secrets; or a reusable workflow was called without "secrets: inherit".',
    'To check a pull request without secrets, use mode: verify.',
  ].join(' '),
  certificate:
    'certificate is empty. Pass the certificate that the vendor issued for the app: the path of the .crt file, or its text. It is no secret.',
}

function required(name: string, value: string): string {
  if (value) return value
  throw new AppsignError(name === 'private-key' ? 'KEY_MISSING' : 'INPUT_INVALID', MISSING[name] ?? `${name} is empty.`)
}

function oneOf<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value)
  if (word) return word
  throw new AppsignError('INPUT_INVALID', `${name} is "${quoted(value)}". It must be one of: ${words.join(', ')}.`)
}

function wholeNumber(name: string, value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value)
  throw new AppsignError(
    'INPUT_INVALID',
    `${name} is "${quoted(value)}". It must be a whole number of days, such as 60.`,
  )
}

function assertOnePath(value: string): void {
  if (!value.includes('\n')) return
  throw new AppsignError('INPUT_INVALID', 'path has more than one line. Sign one app folder a step.')
}

function packageName(value: string): string | undefined {
  if (value === '' || /\.(?:tar\.gz|tgz)$/.test(value)) return value || undefined
  throw new AppsignError('INPUT_INVALID', `package is "${value}". It must end in .tar.gz: that is what is written.`)
}

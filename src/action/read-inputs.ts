import { AppsignError } from '../findings/errors'
import type { Scope } from '../findings/server'
import {
  flag,
  type InputReader,
  lines,
  oneOf,
  packageName,
  readMap,
  reportName,
  required,
  wholeNumber,
} from './input-values'
import { type CommonInputs, DEFAULT_REPORTING, type Inputs, type ReportingInputs } from './inputs'

/** Everything secret among the inputs, to be masked before anything else happens. */
export function readSecrets(read: InputReader): { privateKeys: string[]; others: string[] } {
  const others = [read('private-key-passphrase'), read('github-token').trim(), read('app-store-token').trim()]
  const privateKey = read('private-key')
  return { privateKeys: keysOf(privateKey), others: others.filter((secret) => secret !== '') }
}

/** Each key by itself; what begins like a map of keys and is none is still masked as it is. */
function keysOf(privateKey: string): string[] {
  try {
    const keys = readMap('private-key', privateKey)
    if (keys) return [...keys.values()]
  } catch {
    // readInputs says so.
  }
  return privateKey === '' ? [] : [privateKey]
}

/**
 * Reads and validates all inputs. All defaults stand here, beside action.yml.
 *
 * @throws AppsignError INPUT_INVALID or KEY_MISSING, naming the input
 */
export function readInputs(read: InputReader): Inputs {
  const text = (name: string, fallback = '') => read(name).trim() || fallback
  const mode = oneOf('mode', text('mode', 'sign'), ['sign', 'verify', 'check', 'merge'])
  if (mode === 'merge') return { ...readReporting(text), mode, path: required('path', text('path')) }
  const server = oneOf('server', text('server', 'auto'), ['auto', 'nextcloud', 'owncloud'])
  const common: CommonInputs = {
    path: text('path', '.'),
    scope: oneOf('scope', text('scope', 'app'), ['app', 'server']),
    server: server === 'auto' ? undefined : server,
    trustedAuthorities: text('trusted-authorities') || undefined,
    expiryWarningDays: wholeNumber('expiry-warning-days', text('expiry-warning-days', '60')),
    revocation: oneOf('revocation', text('revocation', 'auto'), ['auto', 'bundled', 'off']),
    ...readReporting(text),
  }
  const format = oneOf('format', text('format', 'auto'), ['auto', 'legacy', 'v2'])
  // Verifying reads the format from the file.
  if (mode === 'verify') return { ...common, mode }
  const payload = {
    certificateChain: text('certificate-chain') || undefined,
    format: format === 'auto' ? undefined : format,
    exclude: text('exclude') || undefined,
  }
  if (mode === 'check') {
    assertApps(common.scope)
    return { ...common, ...payload, mode, certificate: text('certificate') || undefined }
  }
  return {
    ...common,
    ...payload,
    mode,
    privateKey: keyText(required('private-key', text('private-key'))),
    // Not trimmed: a passphrase may begin or end with a blank.
    privateKeyPassphrase: read('private-key-passphrase') || undefined,
    certificate: text('certificate') || undefined,
    package: packageName(text('package')),
    artifact: text('artifact') || undefined,
    ...readRelease(read, text),
  }
}

/** @throws AppsignError INPUT_INVALID */
function assertApps(scope: Scope): void {
  if (scope === 'app') return
  throw new AppsignError(
    'INPUT_INVALID',
    'scope is "server", and mode is "check", which rehearses apps only. Use mode: verify for a server that is signed, or leave scope out.',
  )
}

/** PEM, or a map of keys that can be read. @throws AppsignError INPUT_INVALID */
function keyText(value: string): string {
  readMap('private-key', value)
  return value
}

function readRelease(read: InputReader, text: (name: string) => string) {
  const releaseAsset = flag('release-asset', text('release-asset'))
  const appStoreToken = text('app-store-token') || undefined
  const appStoreDownloadUrl = text('app-store-download-url') || undefined
  if (releaseAsset) required('package', text('package'), 'release-asset is true')
  if (appStoreToken && !appStoreDownloadUrl && !releaseAsset)
    required('app-store-download-url', '', 'app-store-token is given, and release-asset is not true')
  if (appStoreToken && !text('artifact')) required('package', text('package'), 'app-store-token is given')
  return {
    expectedVersion: read('expected-version').trim() || undefined,
    releaseAsset,
    appStoreToken,
    appStoreDownloadUrl,
    appStoreNightly: flag('app-store-nightly', text('app-store-nightly')),
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

import { afterEach, describe, expect, it } from 'vitest'
import { readRunnerInput } from '../../src/action/input-values'
import { readInputs, readSecrets } from '../../src/action/read-inputs'
import { errorOf } from '../helpers/errors'

const reader = (given: Record<string, string>) => (name: string) => given[name] ?? ''
const inputs = (given: Record<string, string>) => readInputs(reader(given))
const refusal = (given: Record<string, string>) => errorOf(() => inputs(given))
const REPORTING = { annotations: 'auto', checkName: 'App signature', report: [], failOn: 'error', githubToken: '' }
const RELEASE = {
  expectedVersion: undefined,
  releaseAsset: false,
  appStoreToken: undefined,
  appStoreDownloadUrl: undefined,
  appStoreNightly: false,
}
const SIGN = { 'private-key': 'THE KEY', certificate: 'app.crt' }

describe('readInputs', () => {
  it('has its defaults', () => {
    expect(inputs(SIGN)).toEqual({
      ...REPORTING,
      ...RELEASE,
      scope: 'app',
      mode: 'sign',
      path: '.',
      exclude: undefined,
      package: undefined,
      artifact: undefined,
      server: undefined,
      trustedAuthorities: undefined,
      expiryWarningDays: 60,
      revocation: 'auto',
      privateKey: 'THE KEY',
      privateKeyPassphrase: undefined,
      certificate: 'app.crt',
      certificateChain: undefined,
      format: undefined,
    })
  })

  it('reads everything', () => {
    const given = {
      ...SIGN,
      mode: 'sign',
      path: ' apps/activity ',
      server: 'owncloud',
      'private-key': '\n THE KEY \n',
      'private-key-passphrase': ' with blanks ',
      'trusted-authorities': ' root.crt',
      'expiry-warning-days': '0',
      'certificate-chain': ' chain.crt\n',
      format: ' v2 ',
      revocation: 'bundled',
    }
    expect(inputs(given)).toEqual({
      ...REPORTING,
      ...RELEASE,
      scope: 'app',
      mode: 'sign',
      path: 'apps/activity',
      exclude: undefined,
      package: undefined,
      artifact: undefined,
      server: 'owncloud',
      trustedAuthorities: 'root.crt',
      expiryWarningDays: 0,
      privateKey: 'THE KEY',
      privateKeyPassphrase: ' with blanks ',
      certificate: 'app.crt',
      certificateChain: 'chain.crt',
      format: 'v2',
      revocation: 'bundled',
    })
  })

  it('takes no key to verify', () => {
    expect(inputs({ ...SIGN, mode: 'verify', revocation: 'off' })).toEqual({
      ...REPORTING,
      scope: 'app',
      mode: 'verify',
      path: '.',
      server: undefined,
      trustedAuthorities: undefined,
      expiryWarningDays: 60,
      revocation: 'off',
    })
  })

  it('takes blanks for nothing', () => {
    expect(
      inputs({ mode: 'verify', path: ' ', server: '\n', 'expiry-warning-days': ' ', revocation: ' ' }),
    ).toMatchObject({
      path: '.',
      expiryWarningDays: 60,
      revocation: 'auto',
    })
    expect(inputs({ ...SIGN, format: ' ', 'certificate-chain': '\n' })).toMatchObject({
      format: undefined,
      certificateChain: undefined,
    })
  })

  const REFUSED: [name: string, given: Record<string, string>, code: string, says: RegExp][] = [
    ['no key', { certificate: 'app.crt' }, 'KEY_MISSING', /^private-key is empty/],
    ['a key of blanks', { ...SIGN, 'private-key': ' \n' }, 'KEY_MISSING', /^private-key is empty/],
    ['another mode', { ...SIGN, mode: 'Sign' }, 'INPUT_INVALID', /^mode is "Sign"\. It must be one of: .*sign, verify/],
    ['another server', { ...SIGN, server: 'nc' }, 'INPUT_INVALID', /^server is "nc".*nextcloud, owncloud/],
    [
      'days that are no number',
      { ...SIGN, 'expiry-warning-days': 'soon' },
      'INPUT_INVALID',
      /^expiry-warning-days is "soon"/,
    ],
    ['negative days', { ...SIGN, 'expiry-warning-days': '-1' }, 'INPUT_INVALID', /^expiry-warning-days is "-1"/],
    ['half days', { ...SIGN, 'expiry-warning-days': '1.5' }, 'INPUT_INVALID', /^expiry-warning-days/],
    ['days in hex', { ...SIGN, 'expiry-warning-days': '0x10' }, 'INPUT_INVALID', /^expiry-warning-days/],
    ['another format', { ...SIGN, format: 'V2' }, 'INPUT_INVALID', /^format is "V2"\. .*auto, legacy, v2/],
    ['another format to verify', { mode: 'verify', format: 'V2' }, 'INPUT_INVALID', /^format is "V2"\. /],
    ['another way', { ...SIGN, revocation: 'no' }, 'INPUT_INVALID', /^revocation is "no"\. .*auto, bundled, off/],
    ['a flag that is none', { ...SIGN, 'release-asset': 'yes' }, 'INPUT_INVALID', /^release-asset is "yes"/],
    ['a release without a package', { ...SIGN, 'release-asset': 'true' }, 'INPUT_INVALID', /package is empty/],
    [
      'a token without an address',
      { ...SIGN, package: 'a.tar.gz', 'app-store-token': 't' },
      'INPUT_INVALID',
      /app-store-download-url is empty/,
    ],
    [
      'half a map of keys',
      { ...SIGN, 'private-key': '{"calendar": ' },
      'INPUT_INVALID',
      /^private-key begins like a JSON object/,
    ],
    ['nothing to merge', { mode: 'merge' }, 'INPUT_INVALID', /^path is empty/],
  ]
  for (const [name, given, code, says] of REFUSED) {
    it(`refuses ${name}`, () => {
      const error = refusal(given)
      expect(error.code).toBe(code)
      expect(error.message).toMatch(says)
      expect(error.message).not.toContain('THE KEY')
    })
  }

  it('names the likely causes of a missing key', () => {
    const { message } = refusal({})
    for (const word of ['secrets.', 'fork', 'environment', 'Dependabot', 'secrets: inherit', 'mode: check'])
      expect(message).toContain(word)
  })
})

describe('how a run is told', () => {
  const verify = (given: Record<string, string>) => inputs({ mode: 'verify', ...given })

  it('is read in every mode', () => {
    const given = {
      annotations: 'check-run',
      'check-name': ' My check ',
      report: ' a.json\n\n build/b.SARIF \nc.md\nd.txt',
      'fail-on': 'never',
      'github-token': ' t ',
    }
    const read = {
      annotations: 'check-run',
      checkName: 'My check',
      report: ['a.json', 'build/b.SARIF', 'c.md', 'd.txt'],
      failOn: 'never',
      githubToken: 't',
    }
    for (const mode of ['sign', 'verify', 'check']) expect(inputs({ ...SIGN, ...given, mode })).toMatchObject(read)
  })

  it.each([
    ['annotations', 'all', 'auto, check-run, commands, none'],
    ['fail-on', 'failure', 'error, warning, never'],
    ['report', 'report.xml', '.json, .sarif, .md, .txt'],
    ['report', 'a.json\nb', '.json, .sarif, .md, .txt'],
    ['report', 'appinfo/signature.json', 'the name of a signature'],
  ])('%s is not "%s"', (name, value, words) => {
    const run = () => verify({ [name]: value })
    expect(errorOf(run)).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining(name) })
    expect(errorOf(run).message).toContain(words)
  })
})

describe('a rehearsal', () => {
  it('is of apps only', () => {
    expect(errorOf(() => inputs({ mode: 'check', scope: 'server' }))).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('rehearses apps only'),
    })
  })

  it('needs nothing, and takes a certificate', () => {
    expect(inputs({ mode: 'check' })).toMatchObject({
      mode: 'check',
      path: '.',
      certificate: undefined,
      format: undefined,
    })
    expect(inputs({ mode: 'check', certificate: 'a.crt', exclude: 'x' })).toMatchObject({
      certificate: 'a.crt',
      exclude: 'x',
    })
    expect(inputs({ ...SIGN, mode: 'check' })).not.toHaveProperty('privateKey')
  })
})

describe('readSecrets', () => {
  it('gives all as they are, but for empty ones', () => {
    const read = reader({ 'private-key': ' K ', 'private-key-passphrase': ' p ' })
    expect(readSecrets(read)).toEqual({ privateKeys: [' K '], others: [' p '] })
    expect(readSecrets(reader({}))).toEqual({ privateKeys: [], others: [] })
  })
})

describe('readRunnerInput', () => {
  const before = { ...process.env }
  afterEach(() => {
    process.env = { ...before }
  })

  it('reads the variables of the runner, which keep their hyphens', () => {
    process.env['INPUT_PRIVATE-KEY'] = ' K '
    process.env.INPUT_PRIVATE_KEY = 'wrong'
    expect(readRunnerInput('private-key')).toBe(' K ')
    expect(readRunnerInput('not-given')).toBe('')
  })
})

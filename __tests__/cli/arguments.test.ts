import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInputs } from '../../src/action/read-inputs'
import { readArguments, USAGE } from '../../src/cli/arguments'
import { errorOf } from '../helpers/errors'
import { temporaryFolder, writeFiles } from '../helpers/tree'

const folder = writeFiles(temporaryFolder(), { 'app.key': 'KEY FROM FILE' })
const keyFile = join(folder, 'app.key')

function inputs(args: string[], env: NodeJS.ProcessEnv = {}) {
  const command = readArguments(args, env)
  if (!('read' in command)) throw new Error(command.name)
  return readInputs(command.read)
}

describe('readArguments', () => {
  for (const args of [[], ['help'], ['--help'], ['-h'], ['sign', '--help']])
    it(`gives help for "${args.join(' ')}"`, () => expect(readArguments(args, {})).toEqual({ name: 'help' }))

  it('reads sign with all options', () => {
    const args = ['sign', 'app', '--private-key', keyFile, '--certificate', 'app.crt', '--server=owncloud']
    const v2 = ['--format', 'v2', '--certificate-chain', 'chain.crt', '--revocation=bundled']
    const more = [...v2, '--trusted-authorities', 'root.crt', '--expiry-warning-days', '7']
    expect(inputs([...args, ...more], { APPSIGN_PRIVATE_KEY_PASSPHRASE: 'p' })).toEqual({
      ...{ annotations: 'auto', checkName: 'App signature', report: [], failOn: 'error', githubToken: '' },
      ...{ exclude: undefined, package: undefined, artifact: undefined },
      ...{ scope: 'app', expectedVersion: undefined, releaseAsset: false, appStoreToken: undefined },
      ...{ appStoreDownloadUrl: undefined, appStoreNightly: false },
      mode: 'sign',
      path: 'app',
      server: 'owncloud',
      trustedAuthorities: 'root.crt',
      expiryWarningDays: 7,
      privateKey: 'KEY FROM FILE',
      privateKeyPassphrase: 'p',
      certificate: 'app.crt',
      certificateChain: 'chain.crt',
      format: 'v2',
      revocation: 'bundled',
    })
  })

  it('takes the key from the environment, unless a file is named', () => {
    const env = { APPSIGN_PRIVATE_KEY: 'KEY FROM ENV' }
    expect(inputs(['sign', '--certificate', 'c'], env)).toMatchObject({ privateKey: 'KEY FROM ENV', path: '.' })
    expect(inputs(['sign', '--certificate', 'c', '--private-key', keyFile], env)).toMatchObject({
      privateKey: 'KEY FROM FILE',
    })
  })

  it('does not read the inputs of a runner', () => {
    expect(errorOf(() => inputs(['sign'], { 'INPUT_PRIVATE-KEY': 'KEY' })).code).toBe('KEY_MISSING')
  })

  it('reads verify', () => {
    expect(inputs(['verify', 'app'])).toMatchObject({ mode: 'verify', path: 'app', server: undefined })
  })

  it('reads throwaway', () => {
    expect(readArguments(['throwaway', 'activity', 'keys'], {})).toEqual({
      name: 'throwaway',
      appId: 'activity',
      folder: 'keys',
    })
  })

  const REFUSED: [args: string[], says: RegExp][] = [
    [['publish'], /no command "publish"/],
    [['throwaway', 'activity'], /an app id and a folder/],
    [['sign', '--key', 'x'], /--key.*See appsign help/],
    [['sign', '--server'], /--server/],
    [['sign', '--private-key-passphrase', 'x'], /passphrase/],
    [['sign', '--private-key', join(folder, 'gone.key')], /--private-key takes a file's path.*ENOENT/],
  ]
  for (const [args, says] of REFUSED) {
    it(`refuses "${args.join(' ').replace(folder, '')}"`, () => {
      const error = errorOf(() => readArguments(args, {}))
      expect(error.code).toBe('INPUT_INVALID')
      expect(error.message).toMatch(says)
    })
  }

  it('refuses more folders than it takes', () => {
    expect(errorOf(() => readArguments(['verify', 'a', 'b'], {})).code).toBe('INPUT_INVALID')
  })

  it('never shows a key that was given in place of its file', () => {
    const pem = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----`
    const error = errorOf(() => readArguments(['sign', `--private-key=${pem}`], {}))
    // Node's own message would quote the path, here the key.
    expect(error.message).not.toContain('AAAA')
  })

  it('describes every option', () => {
    for (const option of ['private-key', 'certificate', 'server', 'trusted-authorities', 'expiry-warning-days'])
      expect(USAGE).toContain(`--${option}`)
  })
})

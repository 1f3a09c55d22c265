import { Buffer } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { InputReader } from '../action/input-values'
import { AppsignError, errnoOf, reasonOf } from '../findings/errors'

/** What the command line asks for. */
export type Command =
  | { readonly name: 'sign' | 'verify' | 'check'; readonly read: InputReader }
  | { readonly name: 'throwaway'; readonly appId: string; readonly folder: string }
  | { readonly name: 'help' }

/** `appsign help` */
export const USAGE = `appsign signs and verifies Nextcloud and ownCloud apps.

  appsign sign [FOLDER] --private-key FILE --certificate FILE [options]
  appsign verify [FOLDER or ARCHIVE] [options]
  appsign check [FOLDER] [options]    rehearse signing, without a key; writes nothing
  appsign throwaway APP_ID FOLDER     a test key and certificate: APP_ID.key, APP_ID.crt, root.crt

Options, as in the action:
  --scope app|server                  apps, or a whole server
  --server nextcloud|owncloud|auto
  --format legacy|v2|auto
  --expected-version VERSION          that info.xml must have
  --certificate-chain FILE            intermediates, for format v2
  --revocation auto|bundled|off
  --exclude PATTERNS                  what not to ship, as in .gitignore, one a line
  --package FILE.tar.gz               write this, too; {id} and {version} are filled in
  --artifact FILES                    archives to verify after signing
  --trusted-authorities FILE          further root certificates
  --expiry-warning-days DAYS
  --report FILES                      .json, .sarif, .md or .txt, one a line
  --fail-on error|warning|never

The key may also come as text in the environment variable APPSIGN_PRIVATE_KEY,
its passphrase in APPSIGN_PRIVATE_KEY_PASSPHRASE (never as an argument: other users see those).
Exit codes: 0 passed, 1 failed, 2 could not be done.
`

const OPTIONS = {
  'private-key': { type: 'string' },
  certificate: { type: 'string' },
  'certificate-chain': { type: 'string' },
  scope: { type: 'string' },
  server: { type: 'string' },
  format: { type: 'string' },
  exclude: { type: 'string' },
  package: { type: 'string' },
  artifact: { type: 'string' },
  revocation: { type: 'string' },
  'trusted-authorities': { type: 'string' },
  'expected-version': { type: 'string' },
  'expiry-warning-days': { type: 'string' },
  report: { type: 'string' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Reads the command line into the same inputs that the action has.
 *
 * @param args without node and script
 * @param env for the key and its passphrase
 * @throws AppsignError INPUT_INVALID
 */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Command {
  const { values, positionals } = parse(args)
  const [name = 'help', first, second, ...more] = positionals
  if (values.help || name === 'help') return { name: 'help' }
  if (name === 'throwaway') {
    if (!first || !second) throw new AppsignError('INPUT_INVALID', 'throwaway takes an app id and a folder.')
    return { name, appId: first, folder: second }
  }
  if (name !== 'sign' && name !== 'verify' && name !== 'check')
    throw new AppsignError('INPUT_INVALID', `There is no command "${name}". See appsign help.`)
  if (second !== undefined || more.length > 0)
    throw new AppsignError('INPUT_INVALID', `${name} takes one folder. See appsign help.`)
  const key = values['private-key'] === undefined ? env.APPSIGN_PRIVATE_KEY : readKeyFile(values['private-key'])
  if (name === 'sign' && !key)
    throw new AppsignError(
      'KEY_MISSING',
      'There is no key to sign with. Give its file as --private-key, or its text in the environment variable APPSIGN_PRIVATE_KEY.',
    )
  const inputs: Record<string, string | undefined> = {
    ...values,
    help: undefined,
    mode: name,
    path: first,
    'private-key': key,
    'private-key-passphrase': env.APPSIGN_PRIVATE_KEY_PASSPHRASE,
  }
  return { name, read: (input) => inputs[input] ?? '' }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new AppsignError('INPUT_INVALID', `${reasonOf(error).replace(/\.?$/, '.')} See appsign help.`, error)
  }
}

/** Bytes. The largest key, encrypted, has 4 KB. */
const MAX_KEY_SIZE = 64 * 1024

function readKeyFile(path: string): string {
  try {
    return readAtMost(path, MAX_KEY_SIZE)
  } catch (error) {
    throw new AppsignError(
      'INPUT_INVALID',
      `--private-key takes a file's path, and this one can not be read: ${errnoOf(error) ?? 'unknown reason'}`,
      error,
    )
  }
}

/** In pieces, so that a pipe works and an endless file ends. */
function readAtMost(path: string, limit: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(limit)
    let length = 0
    for (let read = -1; read !== 0 && length < limit; length += read)
      read = readSync(file, bytes, length, limit - length, null)
    return bytes.toString('utf8', 0, length)
  } finally {
    closeSync(file)
  }
}

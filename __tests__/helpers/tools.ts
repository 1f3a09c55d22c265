import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'

const PHPSECLIB = ['/usr/share/php/phpseclib/autoload.php', '/usr/share/php/phpseclib3/autoload.php']

function missingPhp(): string | undefined {
  const php = spawnSync('php', ['-r', 'echo PHP_VERSION_ID;'], { encoding: 'utf8' })
  if (php.status !== 0) return 'php is not installed (apt-get install php-cli)'
  // Before 8.2, ksort compares names that look like numbers in another way (SPEC 3).
  if (Number(php.stdout) < 80200) return `php is ${php.stdout}, and 8.2 is needed`
  const absent = PHPSECLIB.filter((path) => !existsSync(path))
  return absent.length > 0 ? `${absent.join(', ')} missing (apt-get install php-phpseclib php-phpseclib3)` : undefined
}

function missingOpenssl(): string | undefined {
  const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' })
  if (openssl.status !== 0) return 'openssl is not installed (apt-get install openssl)'
  return /^OpenSSL [3-9]\./.test(openssl.stdout) ? undefined : `${openssl.stdout.trim()} is too old, or not OpenSSL`
}

const looked = new Map<string, boolean>()

/**
 * Whether an interop test can run. Without its tool it is passed over with a notice, but in CI that is a failing test.
 *
 * @returns true when the tool is missing, for `describe.skipIf`
 */
export function isMissing(tool: 'php' | 'openssl'): boolean {
  const missing = looked.get(tool) ?? lookFor(tool)
  looked.set(tool, missing)
  return missing
}

function lookFor(tool: 'php' | 'openssl'): boolean {
  const reason = tool === 'php' ? missingPhp() : missingOpenssl()
  if (reason === undefined) return false
  console.warn(`NOT RUN, interop with ${tool}: ${reason}.`)
  it.runIf(process.env.CI === 'true')(`${tool} is there in CI`, () => {
    expect(reason).toBeUndefined()
  })
  return true
}

/** Runs a tool to its end. */
export function runTool(command: string, args: readonly string[], input?: string | Uint8Array): string {
  const done = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.status} ${done.stderr} ${done.stdout}`)
  return done.stdout
}

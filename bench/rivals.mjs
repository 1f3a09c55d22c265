// What a user would run instead.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const INTEGRITY = fileURLToPath(new URL('../__tests__/interop/integrity.php', import.meta.url))
// The servers bring version 2; what it costs is mostly hashing, so 3 will do.
const LIBRARIES = { 2: '/usr/share/php/phpseclib/autoload.php', 3: '/usr/share/php/phpseclib3/autoload.php' }

export const OPENSSL = 'find, xargs, openssl'
export const UNPACK = 'tar -xzf, find, xargs, openssl'
export const GZIP = 'gzip -dc > /dev/null'
export const PHP = { hash: 'PHP: hash_file of each', sign: 'PHP: sign', check: 'PHP: verify' }

const hasTool = (name) => spawnSync(name, ['--version']).error === undefined
const library = Object.keys(LIBRARIES).find((version) => existsSync(LIBRARIES[version]))
const has = {
  openssl: ['find', 'xargs', 'openssl', 'sh'].every(hasTool),
  tar: ['tar', 'gzip', 'sh'].every(hasTool),
  php: hasTool('php') && library !== undefined,
}

/** The tools that are not here; their rows are left out. */
export const missing = [
  ...(has.openssl ? [] : ['find, xargs or openssl']),
  ...(has.tar ? [] : ['tar or gzip']),
  ...(has.php ? [] : ['php with phpseclib (php-cli, php-phpseclib)']),
]

/** What the names above stand for. */
export const explanation = `"${OPENSSL}" is \`find … -print0 | xargs -0 -P${availableParallelism()} -n400 openssl dgst -sha512\`;
"PHP" is phpseclib ${library ?? ''} and RecursiveDirectoryIterator with hash_file, as the servers do it.`

/** Whether archives can be made. */
export const canPack = has.tar

/** Hashing a folder of the workspace with openssl, on all processors. */
export function hashWithOpenssl(folder, path) {
  return has.openssl ? { [OPENSSL]: shell(folder, hashing(path)) } : {}
}

/** Unpacking an archive of the workspace: to nowhere, and to a folder that is then hashed. */
export function unpack(folder, archive, top) {
  if (!has.tar) return {}
  const extract = `mkdir unpacked && tar -xzf ${archive} -C unpacked && ${hashing(`unpacked/${top}`)}`
  const before = () => rmSync(join(folder, 'unpacked'), { recursive: true, force: true })
  return {
    [GZIP]: shell(folder, `gzip -dc ${archive} > /dev/null`),
    ...(has.openssl ? { [UNPACK]: { ...shell(folder, extract), before } } : {}),
  }
}

/** Hashing, signing and verifying a folder as the servers do, with the PHP that the tests compare with. */
export function askPhp(folder, path) {
  if (!has.php) return {}
  const read = (name) => readFileSync(join(folder, 'keys', name), 'utf8')
  const root = join(folder, path)
  const job = (entries, answer) => ({
    file: 'php',
    args: [INTEGRITY, library],
    input: JSON.stringify([{ root, ...entries }]),
    answer,
  })
  return {
    [PHP.hash]: job({ do: 'hash' }),
    [PHP.sign]: job({ do: 'sign', key: read('bench.key'), certificate: read('bench.crt') }),
    [PHP.check]: job({ do: 'check', authority: read('root.crt'), id: 'bench' }, '[[]]'),
  }
}

function hashing(path) {
  return `find ${path} -type f -print0 | xargs -0 -P${availableParallelism()} -n400 openssl dgst -sha512 > /dev/null`
}

function shell(cwd, script) {
  return { file: 'sh', args: ['-c', script], cwd }
}

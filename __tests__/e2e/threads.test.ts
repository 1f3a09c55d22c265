import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { BUNDLE, prepareRun } from '../../examples/runner.mjs'
import { MANY_FILES } from '../../src/manifest/hash'
import { NODE } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { INFO_XML, temporaryFolder, writeFiles } from '../helpers/tree'

const HOOK = fileURLToPath(new URL('../helpers/thread-log.cjs', import.meta.url))
const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const authority = makeAuthority()
const INPUTS = {
  'trusted-authorities': authority.rootPem,
  'private-key': authority.keyPem,
  certificate: authority.issue(),
}

/** Runs a command, and says what threads it started. */
function run(command: readonly string[], cwd: string, env: Record<string, string>) {
  const log = join(temporaryFolder(), 'threads')
  const [file = '', ...args] = command
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, NODE_OPTIONS: `--require ${HOOK}`, THREAD_LOG: log },
    maxBuffer: 1 << 28,
  })
  const threads = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  return { code: status, output: stdout + stderr, threads }
}

function runBundle(mode: string, app: string, prefix: readonly string[] = []) {
  const { variables, collect } = prepareRun({ mode, ...INPUTS }, { workspace: app })
  const result = run([...prefix, NODE, BUNDLE], app, variables)
  return { ...result, ...collect() }
}

const FILES = Object.fromEntries(
  Array.from({ length: MANY_FILES + 500 }, (_, index) => [`lib/d${index % 90}/${index}.php`, `${index}`.repeat(index)]),
)
const makeLarge = () => writeFiles(temporaryFolder(), { 'appinfo/info.xml': INFO_XML, ...FILES })
const ONE_PROCESSOR = ['taskset', '-c', '0']
const canBeOne = spawnSync('taskset', ['-c', '0', 'true']).status === 0

describe('an app of so many files that threads hash them', () => {
  const app = makeLarge()
  const signed = runBundle('sign', app)
  const signature = readFileSync(join(app, 'appinfo/signature.json'), 'utf8')

  it('is signed by as many threads as there are processors', () => {
    expect(signed.code, signed.output).toBe(0)
    expect(signed.threads).toEqual(Array(availableParallelism() - 1).fill('started'))
    const { hashes } = JSON.parse(signature) as { hashes: Record<string, string> }
    const sha512 = (content: string) => createHash('sha512').update(content).digest('hex')
    expect(hashes['appinfo/info.xml']).toBe(sha512(INFO_XML))
    for (const [path, content] of Object.entries(FILES)) expect(hashes[path]).toBe(sha512(content))
    expect(Object.keys(hashes)).toHaveLength(MANY_FILES + 501)
  })

  it.runIf(canBeOne)('is signed and verified alike by one thread, on one processor', () => {
    const other = makeLarge()
    const alone = runBundle('sign', other, ONE_PROCESSOR)
    expect([alone.code, alone.threads]).toEqual([0, []])
    expect(readFileSync(join(other, 'appinfo/signature.json'), 'utf8')).toBe(signature)
    const verified = runBundle('verify', app, ONE_PROCESSOR)
    expect([verified.code, verified.threads, verified.outputs]).toEqual([0, [], runBundle('verify', app).outputs])
  })

  it('is verified by the command line, with its own threads', () => {
    writeFileSync(join(app, 'root.crt'), authority.rootPem)
    const command = [NODE, CLI, 'verify', '--trusted-authorities', 'root.crt', '--revocation', 'bundled']
    const { code, output, threads } = run(command, app, { PATH: process.env.PATH ?? '' })
    expect(code, output).toBe(1)
    expect(output).toContain('"root.crt" is in the app, but not in the signature.')
    expect(output.match(/in the signature/g)).toHaveLength(1)
    expect(threads).toEqual(Array(availableParallelism() - 1).fill('started'))
    rmSync(join(app, 'root.crt'))
  })

  it('is refused for a key in any of its files', () => {
    const other = makeLarge()
    writeFileSync(join(other, 'lib/d7/97.php'), `<?php\n${authority.keyPem}`)
    const { code, output } = runBundle('sign', other)
    expect(code).toBe(1)
    expect(output).toContain('"lib/d7/97.php" holds the very key that signs this app.')
    expect(existsSync(join(other, 'appinfo/signature.json'))).toBe(false)
  })

  it('does not wait for a thread that never takes up its work', () => {
    const dist = join(temporaryFolder(), 'dist')
    cpSync(dirname(BUNDLE), dist, { recursive: true })
    writeFileSync(join(dist, 'package.json'), '{"type":"module"}')
    writeFileSync(join(dist, 'hash-worker.js'), 'setInterval(() => undefined, 1000)')
    const { variables } = prepareRun({ mode: 'verify', ...INPUTS }, { workspace: app })
    const { status, signal, stdout } = spawnSync(NODE, [join(dist, basename(BUNDLE))], {
      cwd: app,
      encoding: 'utf8',
      env: variables,
      timeout: 15_000,
    })
    expect({ status, signal }, stdout).toEqual({ status: 0, signal: null })
  }, 20_000)

  it('that is small needs no thread', () => {
    const small = writeFiles(temporaryFolder(), { 'appinfo/info.xml': INFO_XML, a: 'a' })
    const { code, threads } = runBundle('sign', small)
    expect([code, threads]).toEqual([0, []])
  })
})

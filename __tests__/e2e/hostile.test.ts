import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { action, commands, NODE, visible } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const authority = makeAuthority()
const certificate = authority.issue()
const trust = { 'trusted-authorities': authority.rootPem }
const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

function signedApp(): string {
  const app = makeApp()
  expect(action({ ...trust, 'private-key': authority.keyPem, certificate }, app).code).toBe(0)
  return app
}

/** Changes what stands in signature.json; the signature does not cover the certificate. */
function withCertificate(change: (pem: string) => string): string {
  const app = signedApp()
  const path = join(app, 'appinfo/signature.json')
  const envelope = JSON.parse(readFileSync(path, 'utf8')) as { certificate: string }
  writeFileSync(path, JSON.stringify({ ...envelope, certificate: change(envelope.certificate) }))
  return app
}

describe('a certificate in signature.json that no server can load is refused:', () => {
  it.each<[string, (pem: string) => string]>([
    ['literal \\n for line breaks', (pem) => pem.replaceAll('\r\n', '\\n')],
    ['in quotes', (pem) => `"${pem}"`],
    ['base64 of the whole', (pem) => Buffer.from(pem).toString('base64')],
    ['a sign that is no base64', (pem) => pem.replace('\r\n', '\r\n*')],
    ['another label', (pem) => pem.replaceAll('CERTIFICATE', 'FOO')],
    ['two of them', (pem) => `${pem}\n${pem}`],
    ['200,000 backslashes', () => '\\'.repeat(200_000)],
    ['20,000 beginnings', () => '-----BEGIN A-----'.repeat(20_000)],
  ])('%s', (_, change) => {
    const result = action({ mode: 'verify', ...trust }, withCertificate(change))
    expect(result.code).toBe(1)
    expect(visible(result.stdout)).toContain('Certificate is not valid.')
  })

  it('while LF for CRLF is loaded by every server', () => {
    const app = withCertificate((pem) => pem.replaceAll('\r\n', '\n'))
    expect(action({ mode: 'verify', ...trust }, app).outputs.verdict).toBe('passed')
  })
})

it.each(['certificate', 'certificate-chain', 'trusted-authorities'])(
  'a key without its armour in %s is not quoted',
  (input) => {
    const bare = authority.keyPem.replace(/-----.*-----/g, '').replaceAll('\n', '')
    const other = makeAuthority()
    const result = action({ ...trust, 'private-key': other.keyPem, certificate, [input]: bare }, makeApp())
    expect(result.code).toBe(1)
    expect(visible(result.stdout)).toContain(`${input} looks like base64 without its armour`)
    expect(visible(result.stdout) + result.summary + result.stderr).not.toContain(bare.slice(0, 100))
  },
)

it('an info.xml of comments that never end is refused', () => {
  const app = makeApp({ 'appinfo/info.xml': '<!--'.repeat(250_000) })
  const result = action({ mode: 'verify', ...trust }, app)
  expect(visible(result.stdout)).toMatch(/info\.xml (is not well-formed|has no)/)
})

it('the summary stays within what the runner shows', () => {
  const app = signedApp()
  for (let i = 0; i < 600; i++) writeFiles(app, { [`${i}${'_'.repeat(240)}`]: '' })
  const result = action({ mode: 'verify', ...trust }, app)
  expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024)
  expect(result.summary).toMatch(/and \d+ more: the log of this step lists them/)
})

it('annotations find their file though the workspace is reached through a link', () => {
  const app = signedApp()
  writeFiles(app, { 'js/b.js': 'changed' })
  const link = join(temporaryFolder(), 'workspace')
  symlinkSync(app, link)
  const result = action({ mode: 'verify', ...trust }, link)
  expect(commands(result.stdout, 'error')[0]?.properties).toBe(
    'title=Changed after signing (INVALID_HASH)%3A activity,file=js/b.js,line=1',
  )
})

describe('the command line', () => {
  const run = (args: string[], cwd: string) => spawnSync(NODE, [CLI, ...args], { cwd, encoding: 'utf8' })
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

  it('never overwrites a key', () => {
    const folder = temporaryFolder()
    expect(run(['throwaway', 'my_app', 'keys'], folder).status).toBe(0)
    const before = digest(join(folder, 'keys/my_app.key'))
    const again = run(['throwaway', 'my_app', 'keys'], folder)
    expect(again.status).toBe(2)
    expect(again.stderr).toContain('exists already')
    expect(digest(join(folder, 'keys/my_app.key'))).toBe(before)
  })

  it.each([
    ['an app id that is a path', ['throwaway', '../evil', '.'], /is no app id/],
    ['a folder without a parent', ['throwaway', 'my_app', 'a/b/c'], /can not be written to/],
    ['an endless key', ['sign', '.', '--private-key', '/dev/zero', '--certificate', 'x.crt'], /private-key/],
  ])('refuses %s', (_, args, says) => {
    const { status, stderr } = run(args, temporaryFolder())
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('keeps its exit code when nobody reads to the end', () => {
    const app = signedApp()
    for (let i = 0; i < 3000; i++) writeFiles(app, { [`lib/extra${i}.php`]: '' })
    writeFileSync(join(app, '..', 'root.pem'), authority.rootPem)
    const script = `"${NODE}" "${CLI}" verify . --trusted-authorities ../root.pem | head -1; exit "\${PIPESTATUS[0]}"`
    const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: app, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(1)
  })
})

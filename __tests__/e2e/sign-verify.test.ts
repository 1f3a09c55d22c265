import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../../src/payload/folder'
import { bundledAuthorities, customAuthority } from '../../src/pki/authorities'
import { readCertificates } from '../../src/pki/certificate'
import { sign } from '../../src/sign'
import { action, commands, visible } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'
import { makeTrust } from '../helpers/trust'

const authority = makeAuthority()
const certificate = authority.issue()
const trust = { 'trusted-authorities': authority.rootPem }
const credentials = { 'private-key': authority.keyPem, certificate }

function signedApp(files: Record<string, string> = {}): string {
  const app = makeApp(files)
  const result = action({ mode: 'sign', ...trust, ...credentials }, app)
  expect(result.code, result.stdout).toBe(0)
  return app
}

describe('signing', () => {
  it('writes what the library writes, verifies it, and fills the outputs', async () => {
    const app = makeApp()
    const result = action({ mode: 'sign', ...trust, ...credentials }, app)
    expect(result.code, result.stdout).toBe(0)
    expect(result.outputs).toMatchObject({
      verdict: 'passed',
      'app-id': 'activity',
      'app-version': '1.2.3',
      server: 'nextcloud',
      format: 'legacy',
      'signature-path': join(openFolder(app).root, 'appinfo/signature.json'),
      'file-count': '3',
      'finding-count': '0',
    })
    expect(result.outputs['certificate-expires']).toMatch(/^\d{4}-\d\d-\d\d$/)
    const written = readFileSync(join(app, 'appinfo/signature.json'))
    const [leaf] = readCertificates(certificate)
    const trusted = readCertificates(authority.rootPem)
    if (!leaf) throw new Error('no leaf')
    const library = makeTrust([...bundledAuthorities(), customAuthority(trusted)], new Date())
    await sign(openFolder(app), { key: authority.leafKey, leaf, intermediates: [] }, library)
    expect(readFileSync(join(app, 'appinfo/signature.json')).equals(written)).toBe(true)
  })

  it('masks the key in every form before anything else is printed', () => {
    const oneLine = authority.keyPem.trim().replaceAll('\n', '\\n')
    const result = action({ mode: 'sign', ...trust, 'private-key': oneLine, certificate }, makeApp())
    expect(result.code, result.stdout).toBe(0)
    const masked = commands(result.stdout, 'add-mask').map(({ message }) => message)
    const lines = authority.keyPem.trim().split('\n').slice(1, -1)
    for (const line of [oneLine, lines.join(''), ...lines]) expect(masked).toContain(line)
    for (const line of lines) expect(visible(result.stdout)).not.toContain(line)
    expect(result.stdout.indexOf('::add-mask::')).toBe(0)
  })

  it('takes the key and the certificate from files and odd shapes alike', () => {
    const app = makeApp()
    const base64 = Buffer.from(authority.keyPem).toString('base64')
    const path = join(temporaryFolder(), 'leaf.crt')
    writeFileSync(path, certificate)
    const result = action({ ...trust, 'private-key': base64, certificate: path }, app)
    expect(result.code, result.stdout).toBe(0)
  })

  it('leaves the .git of the checkout out, with a notice, and so does verifying', () => {
    const app = makeApp({ '.git/HEAD': 'ref: refs/heads/main\n', '.git/config': '[core]\n' })
    const signed = action({ ...trust, ...credentials }, app)
    expect(signed.code, signed.stdout).toBe(0)
    expect(readFileSync(join(app, 'appinfo/signature.json'), 'utf8')).not.toContain('.git')
    expect(
      commands(signed.stdout, 'notice')
        .map(({ message }) => message)
        .join(),
    ).toContain('.git of the checkout is left out')
    const verified = action({ mode: 'verify', ...trust }, app)
    expect(verified.outputs.verdict).toBe('passed')
  })
})

describe('verifying', () => {
  it('finds each kind of damage and annotates the file', () => {
    const workspace = temporaryFolder()
    renameSync(signedApp(), join(workspace, 'app'))
    appendFileSync(join(workspace, 'app/js/b.js'), 'x')
    rmSync(join(workspace, 'app/lib/a.php'))
    writeFiles(workspace, { 'app/lib/new.php': '<?php' })
    const result = action({ mode: 'verify', path: 'app', ...trust }, workspace)
    expect(result.code).toBe(1)
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'finding-count': '3', 'app-id': 'activity' })
    expect(visible(result.stdout)).toContain(
      [
        '- activity',
        '\t- INVALID_HASH',
        '\t\t- /js/b.js',
        '\t- FILE_MISSING',
        '\t\t- /lib/a.php',
        '\t- EXTRA_FILE',
        '\t\t- /lib/new.php',
      ].join('\n'),
    )
    const errors = commands(result.stdout, 'error').map(({ properties }) => properties)
    const signature = readFileSync(join(workspace, 'app/appinfo/signature.json'), 'utf8').split('\n')
    const line = signature.findIndex((text) => text.includes('lib\\/a.php')) + 1
    expect(errors).toEqual([
      'title=Changed after signing (INVALID_HASH)%3A activity,file=app/js/b.js,line=1',
      `title=Signed%2C but missing (FILE_MISSING)%3A activity,file=app/appinfo/signature.json,line=${line}`,
      'title=Not in the signature (EXTRA_FILE)%3A activity,file=app/lib/new.php,line=1',
      'title=appsign',
    ])
    for (const code of ['INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE']) expect(result.summary).toContain(code)
  })

  it('keeps to nine annotations and the final error, lists all, and counts the rest', () => {
    const app = signedApp()
    for (let i = 10; i < 35; i++) writeFiles(app, { [`lib/extra${i}.php`]: String(i) })
    const result = action({ mode: 'verify', ...trust }, app)
    expect(commands(result.stdout, 'error')).toHaveLength(10)
    for (let i = 10; i < 35; i++) {
      expect(visible(result.stdout)).toContain(`- /lib/extra${i}.php`)
      expect(result.summary).toContain(`extra${i}.php`)
    }
    expect(result.stdout).toMatch(/16 findings more without an annotation/)
    expect(result.summary).toMatch(/25 errors/)
  })

  it('lets no file name reach the log as it is', () => {
    const names = [
      '::error::x',
      'a\n::add-mask::b',
      '##[add-mask]c',
      '\u001b[31mred',
      'r\u202etl',
      'p|i`p*e<b>',
      '::set-output name=verdict::passed',
    ]
    const app = signedApp()
    for (const name of names) writeFiles(app, { [name.replaceAll('/', '')]: 'x' })
    const result = action({ mode: 'verify', ...trust }, app)
    expect(result.outputs.verdict).toBe('failed')
    const lines = result.stdout.split('\n').map((line) => line.trim())
    for (const line of lines.filter((text) => text.startsWith('::'))) expect(line).toMatch(/^::(error|notice) /)
    expect(result.stdout).not.toMatch(/##\[/)
    expect(result.stdout).not.toMatch(/[\u001b\u202e]/)
    expect(result.summary).not.toMatch(/##\[|<b>|[\u001b\u202e]/)
  })

  it('fails without a signature, and says what to do', () => {
    const result = action({ mode: 'verify', ...trust }, makeApp())
    expect(result.code).toBe(1)
    expect(result.outputs.verdict).toBe('failed')
    expect(visible(result.stdout)).toContain('\t- EXCEPTION')
    expect(visible(result.stdout)).toContain('Signature data not found.')
    expect(visible(result.stdout)).toContain('Sign the app (mode: sign)')
  })

  it('names an app outside of the workspace by its folder, without the way there', () => {
    const app = signedApp({ 'x.txt': 'x' })
    appendFileSync(join(app, 'x.txt'), 'y')
    const workspace = temporaryFolder()
    mkdirSync(join(workspace, 'empty'))
    const result = action({ mode: 'verify', path: app, ...trust }, workspace)
    expect(commands(result.stdout, 'error')[0]?.properties).toBe(
      `title=Changed after signing (INVALID_HASH)%3A activity,file=${basename(app)},line=1`,
    )
  })

  it('tells its verdict although the runner takes neither outputs nor summary', () => {
    const app = signedApp()
    const lost = { GITHUB_OUTPUT: '/nowhere/output', GITHUB_STEP_SUMMARY: '/nowhere/summary' }
    const result = action({ mode: 'verify', ...trust }, app, lost)
    expect(result.code, result.stdout).toBe(0)
    expect(commands(result.stdout, 'warning')).toHaveLength(2)
  })
})

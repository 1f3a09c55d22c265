import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { action, commands, visible } from '../helpers/action'
import { isMissingTool } from '../helpers/archive-tools'
import { makeAuthority } from '../helpers/authority'
import { readTree, tarGzFiles, zipFiles } from '../helpers/signed-app'
import { tarEntry } from '../helpers/tar'
import { INFO_XML, makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const authority = makeAuthority()
const trust = { 'trusted-authorities': authority.rootPem, revocation: 'off' }
const signing = { mode: 'sign', ...trust, 'private-key': authority.keyPem, certificate: authority.issue() }
const verifying = { mode: 'verify', ...trust }

/** A workspace with the app in a folder below. */
function workspaceWith(files: Record<string, string> = {}): string {
  const workspace = temporaryFolder()
  cpSync(makeApp(files), join(workspace, 'activity'), { recursive: true })
  return workspace
}

/** The same, signed, with the package in `dist/`. */
function packed(files: Record<string, string> = {}): string {
  const workspace = workspaceWith(files)
  const result = action({ ...signing, path: 'activity', package: 'dist/{id}-{version}.tar.gz' }, workspace)
  expect(result.code, result.stdout).toBe(0)
  return workspace
}
const PACKAGE = 'dist/activity-1.2.3.tar.gz'
const errors = (stdout: string) => commands(stdout, 'error')

describe('signing with a package', () => {
  it('writes it, verifies it, and fills the outputs', () => {
    const workspace = workspaceWith()
    const result = action(
      { ...signing, path: 'activity', package: 'dist/{id}-{version}.tar.gz', artifact: 'dist/*.tar.gz' },
      workspace,
    )
    expect(result.code, result.stdout).toBe(0)
    const bytes = readFileSync(join(workspace, PACKAGE))
    expect(result.outputs).toMatchObject({
      verdict: 'passed-with-warnings',
      package: join(workspace, PACKAGE),
      'package-sha256': createHash('sha256').update(bytes).digest('hex'),
      'app-id': 'activity',
      'signature-path': join(workspace, 'activity/appinfo/signature.json'),
    })
    expect(visible(result.stdout)).toContain('activity-1.2.3.tar.gz')
    expect(errors(result.stdout)).toEqual([])
  })

  it('writes the same bytes for SOURCE_DATE_EPOCH, in each workspace', () => {
    const digests = ['1000000000', '1000000000', '1000000001'].map((time) => {
      const result = action({ ...signing, path: 'activity', package: 'a.tar.gz' }, workspaceWith(), {
        SOURCE_DATE_EPOCH: time,
      })
      return result.outputs['package-sha256']
    })
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(digests[1]).toBe(digests[0])
    expect(digests[2]).not.toBe(digests[0])
  })

  it.skipIf(isMissingTool('git'))("takes the commit's time, and another clone makes the same bytes", () => {
    const workspace = workspaceWith()
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', workspace, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        env: { ...process.env, GIT_COMMITTER_DATE: '2010-01-02T03:04:05Z' },
      })
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'x')
    const clone = join(temporaryFolder(), 'clone')
    execFileSync('git', ['clone', '-q', workspace, clone])
    const inputs = { ...signing, path: 'activity', package: 'a.tar.gz' }
    const digest = action(inputs, workspace).outputs['package-sha256']
    expect(action(inputs, clone).outputs['package-sha256']).toBe(digest)
    const withTime = action(inputs, workspaceWith(), {
      SOURCE_DATE_EPOCH: String(Date.UTC(2010, 0, 2, 3, 4, 5) / 1000),
    })
    expect(withTime.outputs['package-sha256']).toBe(digest)
  })

  it('leaves out what exclude says, in the signature as in the package', () => {
    const workspace = workspaceWith({
      'tests/a.php': 'x',
      'dev/b.txt': 'x',
      '.nextcloudignore': '/tests\n/.nextcloudignore\n',
    })
    const result = action({ ...signing, path: 'activity', package: PACKAGE, exclude: 'dev/' }, workspace)
    expect(result.code, result.stdout).toBe(0)
    expect(result.outputs['file-count']).toBe('3')
    expect(
      commands(result.stdout, 'notice')
        .map(({ message }) => message)
        .join(),
    ).toContain('3 files are left out')
  })

  it('refuses a name that is no tar.gz, and a version that leads elsewhere, before anything is written', () => {
    const workspace = workspaceWith()
    const named = action({ ...signing, path: 'activity', package: 'a.zip' }, workspace)
    expect(named.code).toBe(1)
    expect(errors(named.stdout)[0]?.message).toContain('package is "a.zip"')
    writeFiles(workspace, { 'activity/appinfo/info.xml': INFO_XML.replace('1.2.3', '../../x') })
    const hostile = action({ ...signing, path: 'activity', package: 'dist/{version}.tar.gz' }, workspace)
    expect(hostile.code).toBe(1)
    expect(errors(hostile.stdout)[0]?.message).toContain('{version}')
    expect(existsSync(join(workspace, 'activity/appinfo/signature.json'))).toBe(false)
  })

  it('refuses what must never ship, with an annotation on each file', () => {
    const workspace = workspaceWith({ 'lib/.git/HEAD': 'x', 'dev.pem': authority.keyPem })
    const result = action({ ...signing, path: 'activity', package: PACKAGE }, workspace)
    expect(result.code).toBe(1)
    const places = errors(result.stdout).map(({ properties }) => properties)
    expect(places.join()).toMatch(/VCS_SHIPPED.*file=activity\/lib\/\.git/)
    expect(places.join()).toMatch(/SIGNING_KEY.*file=activity\/dev\.pem/)
    expect(result.outputs).toMatchObject({ verdict: 'failed' })
    expect(existsSync(join(workspace, PACKAGE))).toBe(false)
    for (const line of authority.keyPem.split('\n').slice(1, -2)) expect(visible(result.stdout)).not.toContain(line)
  })
})

describe('verifying archives', () => {
  it('passes what we packed, and other archives of the same files', () => {
    const workspace = packed()
    const files = readTree(join(workspace, 'activity'))
    writeFileSync(join(workspace, 'dist/other.zip'), zipFiles(files))
    writeFileSync(join(workspace, 'dist/other.tgz'), tarGzFiles(files))
    const result = action({ ...verifying, path: 'dist/*' }, workspace)
    expect(result.code, result.stdout).toBe(0)
    for (const name of ['activity-1.2.3.tar.gz', 'other.zip', 'other.tgz'])
      expect(visible(result.stdout)).toContain(name)
    expect(result.outputs).toMatchObject({
      verdict: 'passed-with-warnings',
      'app-id': '["activity","activity","activity"]',
      'app-version': '["1.2.3","1.2.3","1.2.3"]',
      'signature-path': '["","",""]',
      package: '["","",""]',
    })
  })

  it('fails for a file that came in later, and its annotation names the archive and stands there', () => {
    const workspace = packed()
    const files = readTree(join(workspace, 'activity'))
    const archive = tarGzFiles(
      files,
      tarEntry({ name: 'activity/lib/new.php', content: 'x' }),
      tarEntry({ name: 'activity/.git/HEAD', content: 'x' }),
    )
    writeFileSync(join(workspace, PACKAGE), archive)
    writeFiles(workspace, { 'lib/new.php': 'a file of that name in the workspace' })
    const result = action({ ...verifying, path: PACKAGE }, workspace)
    expect(result.code).toBe(1)
    expect(result.outputs).toMatchObject({ verdict: 'failed' })
    const found = errors(result.stdout)
    expect(found.map(({ properties }) => properties).join('\n')).toMatch(
      /\(EXTRA_FILE\)%3A activity in dist\/activity-1\.2\.3\.tar\.gz,file=dist\/activity-1\.2\.3\.tar\.gz,line=1/,
    )
    for (const code of ['EXTRA_FILE', 'VCS_SHIPPED']) {
      expect(visible(result.stdout)).toContain(code)
      expect(result.summary).toContain(code)
    }
  })

  it('says what happened to a file, and puts it on the archive where the repository has nothing of it', () => {
    const workspace = packed({ 'js/text.js': 'a\nb\n' })
    const files = readTree(join(workspace, 'activity'))
    files.set('js/text.js', Buffer.from('a\r\nb\r\n'))
    files.delete('lib/a.php')
    writeFileSync(join(workspace, PACKAGE), tarGzFiles(files))
    const result = action({ ...verifying, path: PACKAGE }, workspace)
    const messages = errors(result.stdout)
    expect(messages.map(({ message }) => message).join()).toContain('line ends are CRLF')
    for (const { properties } of messages.slice(0, -1))
      expect(properties).toMatch(/,file=dist\/activity-1\.2\.3\.tar\.gz,line=1$/)
  })

  it('takes out what ! says, and folders beside archives', () => {
    const workspace = packed()
    writeFileSync(join(workspace, 'dist/broken.tar.gz'), 'x')
    const inputs = { ...verifying, path: 'activity\ndist/*.tar.gz\n!dist/broken*' }
    const result = action(inputs, workspace)
    expect(result.code, result.stdout).toBe(0)
    expect(visible(result.stdout)).not.toContain('broken')
    expect(action({ ...inputs, path: 'dist/*.tar.gz' }, workspace).code).toBe(1)
  })

  it('fails when nothing matches, naming the input', () => {
    const result = action({ ...verifying, path: 'dist/*.tar.gz' }, workspaceWith())
    expect(result.code).toBe(1)
    expect(errors(result.stdout)[0]?.message).toMatch(/^path matches nothing: "dist\/\*\.tar\.gz"/)
    expect(result.outputs).toMatchObject({ verdict: 'failed' })
  })

  it('lets no name in an archive reach the log as it is', () => {
    const workspace = packed()
    const names = [
      '::error::x',
      'a\n::add-mask::b',
      '##[add-mask]c',
      '\u001b[31mred',
      '/absolute\n::warning::d',
      '../up\n::error::e',
    ]
    const evil = names.map((name) =>
      tarEntry({ name: name.startsWith('/') || name.startsWith('..') ? name : `activity/${name}`, content: 'x' }),
    )
    const top = tarEntry({ name: 'top\n::error::f/x', content: 'x' })
    writeFileSync(join(workspace, PACKAGE), tarGzFiles(readTree(join(workspace, 'activity')), ...evil, top))
    const result = action({ ...verifying, path: PACKAGE }, workspace)
    expect(result.outputs.verdict).toBe('failed')
    const lines = result.stdout.split('\n').map((line) => line.trim())
    for (const line of lines.filter((text) => text.startsWith('::')))
      expect(line).toMatch(/^::(?:error|warning|notice) title=/)
    expect(result.stdout).not.toMatch(/##\[|\u001b/)
  })
})

describe('artifact', () => {
  const sign = (workspace: string, artifact: string) => action({ ...signing, path: 'activity', artifact }, workspace)

  it('is verified after signing: one that was built before is older than the signature', () => {
    const workspace = packed()
    appendFileSync(join(workspace, 'activity/js/b.js'), '// later\n')
    const result = sign(workspace, 'dist/*.tar.gz')
    expect(result.code, result.stdout).toBe(0)
    const old = readFileSync(join(workspace, PACKAGE))
    const files = readTree(join(workspace, 'activity'))
    files.set('js/b.js', Buffer.from('b()\n'))
    writeFileSync(join(workspace, PACKAGE), tarGzFiles(files))
    const stale = sign(workspace, 'dist/*.tar.gz')
    expect(stale.code).toBe(1)
    expect(stale.outputs).toMatchObject({ verdict: 'failed' })
    expect(
      errors(stale.stdout)
        .map(({ properties }) => properties)
        .join(),
    ).toContain('INVALID_HASH')
    expect(old.length).toBeGreaterThan(0)
  })

  it('with ! takes out', () => {
    const workspace = packed()
    writeFileSync(join(workspace, 'dist/broken.tar.gz'), 'x')
    expect(sign(workspace, 'dist/*.tar.gz\n!**/broken.*').code).toBe(0)
  })

  it('that matches nothing fails with the input and the pattern; the app stays signed', () => {
    const workspace = workspaceWith()
    const result = sign(workspace, 'dist/*.tar.gz')
    expect(result.code).toBe(1)
    expect(errors(result.stdout).at(-1)?.message).toMatch(/^artifact matches nothing: "dist\/\*\.tar\.gz"/)
    expect(existsSync(join(workspace, 'activity/appinfo/signature.json'))).toBe(true)
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'app-id': 'activity' })
  })

  it('that is not there fails, naming the input that it stands in', () => {
    const result = sign(workspaceWith(), 'dist/x.tar.gz')
    expect(result.code).toBe(1)
    expect(errors(result.stdout).at(-1)?.message).toMatch(/artifact/)
  })

  it('that is damaged fails with a clear message; the app stays signed, and what was done is told', () => {
    const workspace = packed()
    const signature = join(workspace, 'activity/appinfo/signature.json')
    const earlier = readFileSync(signature)
    truncateSync(join(workspace, PACKAGE), 300)
    const result = sign(workspace, 'dist/*')
    expect(result.code).toBe(1)
    const message = errors(result.stdout).at(-1)?.message
    expect(message).toContain('dist/activity-1.2.3.tar.gz')
    expect(message).toMatch(/damaged or cut off/)
    expect(message).not.toMatch(/Please report this/)
    expect(readFileSync(signature).equals(earlier)).toBe(true)
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'app-id': 'activity', 'signature-path': signature })
    expect(result.summary).toContain('damaged or cut off')
  })

  it('that is no archive fails clearly', () => {
    const workspace = packed()
    copyFileSync(join(workspace, 'activity/js/b.js'), join(workspace, 'dist/b.tar.gz'))
    const result = sign(workspace, 'dist/b.tar.gz')
    expect(errors(result.stdout).at(-1)?.message).toContain('no archive')
  })

  it('with the app under another name fails', () => {
    const workspace = packed()
    renameSync(join(workspace, 'activity'), join(workspace, 'app'))
    const files = readTree(join(workspace, 'app'))
    const entries = [...files].map(([path, content]) => tarEntry({ name: `activity-1.2.3/${path}`, content }))
    writeFileSync(join(workspace, PACKAGE), tarGzFiles(new Map(), ...entries))
    const result = action({ ...signing, path: 'app', artifact: 'dist/*' }, workspace)
    expect(result.code).toBe(1)
    expect(
      errors(result.stdout)
        .map(({ properties }) => properties)
        .join(),
    ).toContain('TOP_FOLDER')
  })
})

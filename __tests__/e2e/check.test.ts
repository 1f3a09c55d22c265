import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { action, commands } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { makeApp, temporaryFolder } from '../helpers/tree'

const authority = makeAuthority()
const trust = { 'trusted-authorities': authority.rootPem }

/** Names and contents of everything below a folder. */
function contentOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return `${path} ${entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''}`
    })
    .sort()
}

describe('mode: check', () => {
  it('needs nothing, writes nothing, and says that the app can be signed', () => {
    const app = makeApp()
    const before = contentOf(app)
    const result = action({ mode: 'check' }, app)
    expect(result).toMatchObject({
      code: 0,
      outputs: {
        verdict: 'passed',
        'app-id': 'activity',
        server: 'nextcloud',
        'file-count': '3',
        'signature-path': '',
      },
    })
    expect(result.stdout).toContain('activity 1.2.3 can be signed: 3 files.')
    expect(contentOf(app)).toEqual(before)
    expect(existsSync(join(app, 'appinfo/signature.json'))).toBe(false)
  })

  it('says with the certificate whether it will do', () => {
    const app = makeApp()
    expect(action({ mode: 'check', ...trust, certificate: authority.issue() }, app).outputs).toMatchObject({
      verdict: 'passed',
      'certificate-expires': expect.stringMatching(/^\d{4}-/),
    })
    const result = action({ mode: 'check', ...trust, certificate: authority.issue({ commonName: 'calendar' }) }, app)
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'finding-count': '1' } })
    expect(commands(result.stdout, 'error')[0]?.message).toContain('certificate is for "calendar"')
  })

  it('finds what signing would stop on, at its place', () => {
    const app = makeApp({ 'lib/.git/HEAD': 'x' })
    symlinkSync('nowhere', join(app, 'gone'))
    const result = action({ mode: 'check' }, app)
    expect(result.code).toBe(1)
    expect(commands(result.stdout, 'error').map(({ message }) => message.split(' → ')[0])).toEqual([
      '"lib/.git" is a repository inside the app: its whole history would be shipped',
      '"gone" is a link to "nowhere", which does not exist',
      'activity 1.2.3 failed: 2 errors in 5 files.',
    ])
  })

  it('writes a report whose name is nothing but its ending in the form that it names', () => {
    const folder = temporaryFolder()
    const app = makeApp()
    expect(action({ mode: 'check', report: `${folder}/.json` }, app).code).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, '.json'), 'utf8'))).toMatchObject({ verdict: 'passed' })
  })

  it.each(['x'.repeat(300), 'appinfo/info.xml/x', 'loop'])('tells of a path that can not be looked at: %s', (path) => {
    const app = makeApp()
    symlinkSync('loop', join(app, 'loop'))
    for (const mode of ['check', 'verify']) {
      const report = join(temporaryFolder(), 'report.json')
      const result = action({ mode, path, report }, app)
      expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', report } })
      expect(result.stdout).not.toContain('Please report this')
      expect(result.summary).toContain('❌')
      expect(existsSync(report)).toBe(true)
    }
  })

  it('does not look at a key that is passed by mistake, but masks it', () => {
    const result = action({ mode: 'check', 'private-key': authority.keyPem }, makeApp())
    expect(result.code).toBe(0)
    expect(commands(result.stdout, 'add-mask').length).toBeGreaterThan(10)
  })

  it('fails where there is no app', () => {
    expect(action({ mode: 'check', path: 'no-app' }, temporaryFolder())).toMatchObject({
      code: 1,
      outputs: { verdict: 'failed' },
    })
  })
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeLocate } from '../../src/action/places'
import type { Finding } from '../../src/findings/finding'
import type { Outcome, Report } from '../../src/report/report'
import { EXTRA, makeReport, REVOKED } from '../helpers/report'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const INFO = [
  '<?xml version="1.0"?>',
  '<!-- <id>not this one</id>',
  '     <version>nor this</version> -->',
  '<info>',
  '  <id>activity</id>',
  '  <version>1.2.3</version>',
  '  <dependencies><owncloud min-version="10"/></dependencies>',
  '</info>',
].join('\n')
const SIGNATURE = '{\n    "hashes": {\n        "a": "1",\n        "lib\\/gone.php": "2"\n    }\n}'
const MISSING: Finding = { ...EXTRA, code: 'FILE_MISSING', path: 'lib/gone.php' }
const env = process.env
const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']

/** A repository with these files in its commit. */
function repository(files: Record<string, string>): string {
  const root = temporaryFolder()
  writeFiles(root, files)
  execFileSync('git', ['-C', root, 'init', '-q'])
  execFileSync('git', ['-C', root, 'add', '.'])
  return root
}

function placeOf(workspace: string, finding: Finding | undefined, more: Partial<Report> = {}) {
  const outcome = makeReport(finding ? [finding] : [], { root: workspace, ...more })
  return makeLocate(workspace, env)(outcome, finding)
}

describe('a finding on a file', () => {
  const app = repository({ 'appinfo/info.xml': INFO, 'js/new.js': '', 'lib/a.php': '' })

  it('is shown on it when it is in the commit', () => {
    expect(placeOf(app, EXTRA)).toEqual({ path: 'js/new.js', line: 1 })
  })

  it('is shown on info.xml when neither it nor signature.json is', () => {
    writeFiles(app, { 'js/built.js': '', 'appinfo/signature.json': SIGNATURE })
    expect(placeOf(app, { ...EXTRA, path: 'js/built.js' })).toEqual({ path: 'appinfo/info.xml', line: 5 })
    expect(placeOf(app, MISSING)).toEqual({ path: 'appinfo/info.xml', line: 5 })
  })

  it('is shown on its line of signature.json when that is', () => {
    const signed = repository({ 'appinfo/info.xml': INFO, 'appinfo/signature.json': SIGNATURE })
    expect(placeOf(signed, MISSING)).toEqual({ path: 'appinfo/signature.json', line: 4 })
    expect(placeOf(signed, EXTRA)).toEqual({ path: 'appinfo/signature.json', line: 1 })
  })

  it('is never shown under a name that can not be printed', () => {
    const path = 'js/\u202egpj.js'
    const odd = repository({ 'appinfo/info.xml': INFO, [path]: '' })
    expect(placeOf(odd, { ...EXTRA, path })).toEqual({ path: 'appinfo/info.xml', line: 5 })
  })
})

describe('a finding on the app as a whole', () => {
  const app = repository({ 'appinfo/info.xml': INFO, 'appinfo/signature.json': SIGNATURE })
  const of = (code: Finding['code']) => placeOf(app, { ...REVOKED, code })

  it.each([
    ['CN_MISMATCH', 'appinfo/info.xml', 5],
    ['REVOKED', 'appinfo/info.xml', 5],
    ['MISSING_SIGNATURE', 'appinfo/info.xml', 5],
    ['CERTIFICATE_EXPIRES', 'appinfo/info.xml', 6],
    ['LEGACY_SUNSET', 'appinfo/info.xml', 7],
    ['BAD_SIGNATURE', 'appinfo/signature.json', 1],
  ] as const)('%s: %s, line %i', (code, path, line) => {
    expect(of(code)).toEqual({ path, line })
  })
})

describe('an app', () => {
  it('in a subfolder is shown there', () => {
    const root = repository({ 'apps/activity/appinfo/info.xml': INFO, 'apps/activity/js/new.js': '' })
    expect(placeOf(root, EXTRA, { root: join(root, 'apps/activity') })).toEqual({
      path: 'apps/activity/js/new.js',
      line: 1,
    })
  })

  it('that was built elsewhere is known by its id', () => {
    const root = repository({ 'apps/activity/appinfo/info.xml': INFO, 'apps/activity/js/new.js': '' })
    const built = makeApp()
    expect(placeOf(root, EXTRA, { root: built }).path).toBe('apps/activity/js/new.js')
    mkdirSync(join(root, 'build/activity/appinfo'), { recursive: true })
    writeFileSync(join(root, 'build/activity/appinfo/info.xml'), INFO)
    expect(placeOf(root, EXTRA, { root: join(root, 'build/activity') }).path).toBe('apps/activity/js/new.js')
    expect(placeOf(root, EXTRA, { root: built, appId: 'other' })).toEqual({
      path: expect.stringContaining('appsign-test-'),
      line: 1,
    })
  })

  it('in an archive is known by its id, too', () => {
    const root = repository({ 'appinfo/info.xml': INFO, 'lib/a.php': '' })
    writeFiles(root, { 'build/activity.tar.gz': '' })
    const archive = {
      kind: 'archive',
      root: join(root, 'build/activity.tar.gz'),
      name: 'build/activity.tar.gz',
    } as const
    expect(placeOf(root, { ...EXTRA, path: 'lib/a.php' }, archive)).toEqual({ path: 'lib/a.php', line: 1 })
    expect(placeOf(root, EXTRA, { ...archive, appId: 'other' })).toEqual({ path: 'build/activity.tar.gz', line: 1 })
  })

  it('in a submodule is shown at the submodule, since the commit is that of the repository around it', () => {
    const app = repository({ 'appinfo/info.xml': INFO, 'lib/a.php': '' })
    execFileSync('git', ['-C', app, ...AUTHOR, 'commit', '-qm', 'app'])
    const root = repository({ 'lib/a.php': 'another file' })
    execFileSync('git', ['-C', root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', app, 'apps/a'])
    const place = placeOf(root, { ...EXTRA, path: 'lib/a.php' }, { root: join(root, 'apps/a') })
    expect(place).toEqual({ path: 'apps/a', line: 1 })
  })

  it('that holds what looks like a repository is no checkout', () => {
    const app = 'apps/activity'
    const root = repository({ [`${app}/appinfo/info.xml`]: INFO, [`${app}/lib/a.php`]: '' })
    execFileSync('git', ['-C', root, 'init', '-q', '--bare', app])
    execFileSync('git', ['-C', join(root, app), 'config', 'core.bare', 'false'])
    execFileSync('git', ['-C', join(root, app), 'config', 'core.worktree', '/'])
    const place = placeOf(root, { ...EXTRA, path: 'lib/a.php' }, { root: join(root, app) })
    expect(place).toEqual({ path: `${app}/lib/a.php`, line: 1 })
  })

  it.each([
    ['too long a name', 'x'.repeat(300)],
    ['a path through a file', 'appinfo/info.xml/x'],
    ['a loop of links', 'loop/x'],
  ])('that can not be looked at has a place all the same: %s', (_, path) => {
    const root = repository({ 'appinfo/info.xml': INFO })
    symlinkSync('loop', join(root, 'loop'))
    expect(placeOf(root, undefined, { root: join(root, path), appId: 'other' })).toEqual({ path, line: 1 })
  })

  it('at the root of the machine has a place that GitHub takes', () => {
    const root = repository({ 'appinfo/info.xml': INFO })
    expect(placeOf(root, undefined, { root: '/', appId: 'other' })).toEqual({ path: 'appinfo/info.xml', line: 1 })
  })

  it('is not looked for in what is no file, and could be read for ever', () => {
    const root = repository({ 'apps/a/appinfo/info.xml': INFO })
    for (const name of ['b', 'c']) {
      mkdirSync(join(root, 'apps', name, 'appinfo'), { recursive: true })
      symlinkSync(name === 'b' ? '/dev/zero' : 'info.xml', join(root, 'apps', name, 'appinfo/info.xml'))
    }
    execFileSync('git', ['-C', root, 'add', '.'])
    expect(placeOf(root, undefined, { root: makeApp() })).toEqual({ path: 'apps/a/appinfo/info.xml', line: 5 })
    rmSync(join(root, 'apps/a/appinfo/info.xml'))
    symlinkSync('info.xml', join(root, 'apps/a/appinfo/info.xml'))
    expect(placeOf(root, undefined, { root: join(root, 'apps/a') }).path).toBe('apps/a/appinfo/info.xml')
  })

  it('in a checkout of its own below the workspace is shown from the top of that one', () => {
    const workspace = temporaryFolder()
    const root = join(workspace, 'checkout')
    writeFiles(root, { 'appinfo/info.xml': INFO, 'js/new.js': '' })
    execFileSync('git', ['-C', root, 'init', '-q'])
    execFileSync('git', ['-C', root, 'add', '.'])
    const outcome: Outcome = makeReport([EXTRA], { root })
    expect(makeLocate(workspace, env)(outcome, EXTRA)).toEqual({ path: 'js/new.js', line: 1 })
  })

  it('without git is shown where its files are', () => {
    const root = temporaryFolder()
    writeFiles(root, { 'appinfo/info.xml': INFO, 'js/new.js': '' })
    expect(placeOf(root, EXTRA)).toEqual({ path: 'js/new.js', line: 1 })
    expect(placeOf(root, { ...EXTRA, path: 'no.js' })).toEqual({ path: 'appinfo/info.xml', line: 5 })
  })
})

describe('what stopped a payload', () => {
  it('is shown on its info.xml, or on what the input named', () => {
    const root = repository({ 'appinfo/info.xml': INFO })
    const error = { code: 'INPUT_INVALID', message: 'No.' } as const
    const refusal: Outcome = { name: '.', root, error, findings: [] }
    expect(makeLocate(root, env)(refusal)).toEqual({ path: 'appinfo/info.xml', line: 5 })
    const gone: Outcome = { ...refusal, name: 'build/no.tar.gz', root: join(root, 'build/no.tar.gz') }
    expect(makeLocate(root, env)(gone)).toEqual({ path: 'build/no.tar.gz', line: 1 })
  })
})

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CheckOptions, check } from '../src/check'
import { openFolder } from '../src/payload/folder'
import { bundledAuthorities, customAuthority } from '../src/pki/authorities'
import { type Certificate, readCertificates } from '../src/pki/certificate'
import { makeAuthority } from './helpers/authority'
import { rejectionOf } from './helpers/errors'
import { goldenFile, INFO_XML, makeApp, temporaryFolder } from './helpers/tree'
import { makeTrust } from './helpers/trust'
import { issueIntermediate, issueLeaf, issueRoot, NOW } from './helpers/v2-pki'

const trust = makeTrust(bundledAuthorities(), NOW)
const rehearse = (app: string, options: CheckOptions = {}, more = {}) =>
  check(openFolder(app), { ...trust, ...more }, options)
const told = async (app: string, options: CheckOptions = {}, more = {}) =>
  (await rehearse(app, options, more)).findings.map(({ code, severity, path }) =>
    `${severity} ${code} ${path ?? ''}`.trim(),
  )

const info = (dependencies: string, id = 'activity') => ({
  'appinfo/info.xml': INFO_XML.replace('>activity<', `>${id}<`).replace(
    '<nextcloud min-version="28" max-version="31"/>',
    dependencies,
  ),
})

/** Every file and its bytes, links and times: whatever a run might have left. */
function snapshot(root: string): string {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
  const lines = names.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    const content = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
    return `${path} ${entry.isFile() ? statSync(path).mtimeMs : ''} ${content}`
  })
  return lines.sort().join('\n')
}

describe('a rehearsal', () => {
  it('of a good app finds nothing, and writes nothing', async () => {
    const app = makeApp()
    const before = snapshot(app)
    const report = await rehearse(app)
    expect(report).toMatchObject({
      mode: 'check',
      appId: 'activity',
      server: 'nextcloud',
      formats: ['legacy'],
      fileCount: 3,
      chain: [],
      signaturePath: undefined,
      findings: [],
    })
    expect(snapshot(app)).toBe(before)
  })

  it.each<[string, string, string[]]>([
    ['Nextcloud', '<nextcloud min-version="28"/>', ['legacy']],
    ['ownCloud 10', '<owncloud min-version="10" max-version="10"/>', ['legacy']],
    ['ownCloud 11', '<owncloud min-version="11"/>', ['v2']],
    ['ownCloud 10 and 11', '<owncloud min-version="10" max-version="11"/>', ['legacy', 'v2']],
    ['both vendors', '<nextcloud min-version="28"/><owncloud min-version="10"/>', ['legacy', 'v2']],
    ['nobody in particular', '', ['legacy']],
  ])('for %s tries the formats that it needs', async (_, dependencies, formats) => {
    const report = await rehearse(makeApp(info(dependencies)))
    expect(report.formats).toEqual(formats)
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('tries the one format that is asked for', async () => {
    const app = makeApp(info('<owncloud min-version="10" max-version="11"/>'))
    expect((await rehearse(app, { format: 'v2' })).formats).toEqual(['v2'])
  })

  it('signs names of every kind', async () => {
    const app = makeApp({ 'odd/ü\u{1f600}"\\.txt': 'x', '10': 'ten', 'a.b': 'c' })
    expect((await rehearse(app)).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('finds everything that would stop a release, at once', async () => {
    const app = makeApp({
      'lib/.git/config': 'x',
      'lib/A.php': 'x',
      'key.pem': goldenFile('pki/activity.key'),
      'tests/x.php': 'x',
    })
    symlinkSync('nowhere', join(app, 'dangling'))
    symlinkSync('/etc/hostname', join(app, 'outside'))
    expect(await told(app)).toEqual(
      expect.arrayContaining([
        'error VCS_SHIPPED lib/.git',
        'error DANGLING_LINK dangling',
        'error LINK_LEAVES_PAYLOAD outside',
        'error PRIVATE_KEY key.pem',
        'warning DEVELOPMENT_FILES tests',
      ]),
    )
    expect((await told(app)).filter((line) => line.includes('NAMES_COLLIDE'))).toHaveLength(1)
  })

  it('leaves out what is not shipped', async () => {
    const app = makeApp({ 'tests/x.php': 'x', '.nextcloudignore': 'tests\n' })
    expect(await told(app, { exclude: '.nextcloudignore' })).toEqual(['notice LEFT_OUT'])
    expect(await told(app, { exclude: 'appinfo' })).toContain('error NOT_SIGNABLE')
  })

  it('says which names no order can be found for', async () => {
    const app = makeApp({ '10': 'a', '9': 'b', '1e1': 'c', '1a': 'd' })
    expect(await told(app)).toContain('error NUMERIC_NAMES')
  })

  it('of very many names that are numbers is told, too', async () => {
    const app = makeApp()
    for (let number = 0; number < 130_000; number++) writeFileSync(join(app, String(number)), '')
    expect((await rehearse(app)).findings).toHaveLength(130_000)
  }, 60_000)

  it('says that a folder is where the signature would have to be', async () => {
    expect(await told(makeApp({ 'appinfo/signature.json/x': 'x' }))).toContain('error NOT_SIGNABLE')
  })

  it('refuses a format that no server of the app reads, as signing does', async () => {
    const nextcloud = makeApp()
    expect(await rejectionOf(rehearse(nextcloud, { format: 'v2' }))).toMatchObject({ code: 'INPUT_INVALID' })
    const both = makeApp(info('<nextcloud min-version="28"/><owncloud min-version="11"/>'))
    const wanted = { server: 'nextcloud' as const }
    expect(await rejectionOf(rehearse(both, { format: 'v2' }, wanted))).toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('says that ownCloud 11 does not take the id', async () => {
    const app = makeApp(info('<owncloud min-version="11"/>', 'x'))
    expect(await told(app)).toContain('error CN_MISMATCH')
  })

  it('is refused where there is no app', async () => {
    expect(await rejectionOf(rehearse(temporaryFolder()))).toMatchObject({ code: 'APP_INFO_INVALID' })
  })
})

describe('a rehearsal with the certificate', () => {
  const authority = makeAuthority()
  const [root] = readCertificates(authority.rootPem)
  const today = new Date()
  const own = { authorities: [customAuthority([root as Certificate])], now: today }
  const issued = (options: Parameters<typeof authority.issue>[0] = {}) =>
    readCertificates(authority.issue(options))[0] as Certificate

  it('reports the chain', async () => {
    const report = await rehearse(makeApp(), { leaf: issued() }, own)
    expect(report.chain.map(({ subject }) => subject)).toEqual(['CN=activity', 'CN=Test Authority'])
    expect(report.findings.map(({ code }) => code)).toEqual(['NO_REVOCATION_LIST'])
  })

  it('finds every fault of it at once', async () => {
    const leaf = issued({ commonName: 'calendar', notAfter: new Date('2020-01-01'), notBefore: new Date('2019-01-01') })
    const told = (await rehearse(makeApp(), { leaf })).findings.map(({ code, severity }) => `${severity} ${code}`)
    expect(told).toEqual(expect.arrayContaining(['error CN_MISMATCH', 'error BAD_CHAIN', 'error CERTIFICATE_EXPIRED']))
  })

  it('warns before it ends', async () => {
    const findings = await told(makeApp(), { leaf: issued() }, { ...own, expiryWarningDays: 2000 })
    expect(findings).toContain('warning CERTIFICATE_EXPIRES')
  })

  it.each([
    '<owncloud min-version="10" max-version="11"/>',
    '<owncloud min-version="10" max-version="10"/>',
    '<nextcloud min-version="28"/><owncloud min-version="10"/>',
  ])('judges it for the format that it signs: %s', async (dependencies) => {
    const app = makeApp(info(dependencies))
    const v2 = { authorities: [customAuthority([issueRoot()])], now: NOW }
    const report = await rehearse(app, { leaf: issueLeaf(), intermediates: [issueIntermediate()] }, v2)
    expect(report).toMatchObject({ format: 'v2', formats: ['v2', 'legacy'], chain: { length: 3 } })
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const only11 = makeApp(info('<owncloud min-version="11"/>'))
    const legacy = await rehearse(only11, { leaf: issued() }, { ...own, server: 'owncloud' })
    expect(legacy.formats).toEqual(['legacy', 'v2'])
    expect(legacy.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('takes that of ownCloud with its intermediate', async () => {
    const app = makeApp(info('<owncloud min-version="11"/>'))
    const report = await rehearse(
      app,
      { leaf: issueLeaf(), intermediates: [issueIntermediate()] },
      { authorities: [customAuthority([issueRoot()])] },
    )
    expect(report).toMatchObject({ format: 'v2', formats: ['v2'] })
    expect(report.chain).toHaveLength(3)
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

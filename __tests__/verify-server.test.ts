import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeLegacyEnvelope } from '../src/envelope/legacy'
import { verdictOf } from '../src/findings/verdict'
import { openPayload } from '../src/payload/open'
import type { Payload } from '../src/payload/payload'
import { bundledAuthorities } from '../src/pki/authorities'
import { isRefusal } from '../src/report/report'
import { joined } from './helpers/manifest-json'
import {
  ALIASES,
  appFiles,
  credentialsFor,
  infoXml,
  makeServer,
  mimetypeList,
  openServer,
  reportOf,
  signApp,
  signCore,
  verifyAll,
  wrong,
} from './helpers/server-tree'
import { runTool } from './helpers/tools'
import { realPath, temporaryFolder, writeFiles } from './helpers/tree'
import { makeTrust } from './helpers/trust'

const NOTHING: string[] = []
const codes = (findings: readonly { code: string }[]) =>
  findings.map(({ code }) => code).filter((code) => code !== 'REVOCATION_OFF')

describe('a server as it is released', () => {
  for (const vendor of ['nextcloud', 'owncloud'] as const) {
    it(`of ${vendor} passes, its own files first, then its apps by the bytes of their names`, async () => {
      const root = await makeServer(vendor)
      const outcomes = await verifyAll(openServer(root))
      expect([...outcomes.keys()]).toEqual(['', 'apps/dav', 'apps/files'])
      const core = reportOf(outcomes, '')
      expect(core).toMatchObject({
        mode: 'verify',
        scope: 'server',
        kind: 'folder',
        name: 'server',
        root,
        appId: 'core',
        appVersion: vendor === 'nextcloud' ? '25.0.12' : '10.6.0',
        server: vendor,
        signaturePath: 'core/signature.json',
        // One has the list of MIME types, the other the updater.
        fileCount: 16,
      })
      expect(reportOf(outcomes, 'apps/files')).toMatchObject({
        scope: 'app',
        name: 'server/apps/files',
        root: join(root, 'apps/files'),
        appId: 'files',
        appVersion: '1.0.0',
        server: vendor,
        signaturePath: 'appinfo/signature.json',
      })
      for (const place of outcomes.keys()) expect(codes(reportOf(outcomes, place).findings)).toEqual(NOTHING)
    })
  }

  it('is no server without version.php and core', async () => {
    await expect(verifyAll(openServer(temporaryFolder()))).rejects.toMatchObject({
      code: 'PAYLOAD_UNREADABLE',
      message: expect.stringContaining('scope: app'),
    })
    const odd = writeFiles(temporaryFolder(), { 'core/index.php': '', 'version.php': '<?php nothing' })
    const { findings, appVersion } = reportOf(await verifyAll(openServer(odd)), '')
    expect([appVersion, codes(findings)]).toEqual(['', ['MISSING_SIGNATURE', 'SERVER_GUESSED']])
    expect(findings[0]?.message).toBe('The server is not signed: there is no core/signature.json.')
  })
})

describe("a server's own files", () => {
  it('are compared without what servers pass over', async () => {
    const root = await makeServer('nextcloud')
    writeFiles(root, {
      'data/x': '',
      'updater/new.php': '',
      'custom_apps/x/y.php': '',
      'lib/new.php': 'secret',
      occ: 'changed',
    })
    rmSync(join(root, 'index.php'))
    const { findings } = reportOf(await verifyAll(openServer(root)), '')
    expect(wrong({ findings })).toEqual([
      'INVALID_HASH occ',
      'FILE_MISSING index.php',
      'EXTRA_FILE custom_apps/x/y.php',
      'EXTRA_FILE lib/new.php',
    ])
    const hints = Object.fromEntries(findings.map(({ path = '', hint }) => [path, hint]))
    expect(hints['custom_apps/x/y.php']).toContain('config.php names the folder custom_apps in apps_paths')
    expect(hints['lib/new.php']).not.toContain('apps_paths')
    for (const { message } of findings) expect(message).not.toContain('the app')
  })

  it('hold what the envelope says of the updater only for ownCloud', async () => {
    const altered = await makeServer('owncloud')
    writeFileSync(join(altered, 'updater/index.php'), 'changed')
    expect(wrong(reportOf(await verifyAll(openServer(altered)), ''))).toEqual(['INVALID_HASH updater/index.php'])
    // What ownCloud signed, as Nextcloud reads it.
    await signCore(altered, { server: 'owncloud' })
    expect(readFileSync(join(altered, 'core/signature.json'), 'utf8')).toContain('updater')
    rmSync(join(altered, 'updater'), { recursive: true })
    const asNextcloud = reportOf(await verifyAll(openServer(altered), { server: 'nextcloud' }), '')
    expect(wrong(asNextcloud)).toEqual(['EXTRA_FILE core/js/mimetypelist.js'])
  })

  it('may have a file or a link where a folder is passed over, but no other name', async () => {
    const root = await makeServer('nextcloud')
    for (const name of ['themes', 'config']) rmSync(join(root, name), { recursive: true })
    writeFileSync(join(root, 'themes'), 'a file')
    symlinkSync('/nowhere', join(root, 'config'))
    symlinkSync('/proc', join(root, 'data'))
    writeFiles(root, { Data: 'a', 'assets.php': 'b' })
    expect(wrong(reportOf(await verifyAll(openServer(root)), ''))).toEqual(['EXTRA_FILE Data', 'EXTRA_FILE assets.php'])
  })

  it('must be signed for core, by the vendor', async () => {
    const root = await makeServer('nextcloud')
    const core = join(root, 'core/signature.json')
    // A leaf of an app signs nothing but that app.
    const envelope = JSON.parse(readFileSync(join(root, 'apps/files/appinfo/signature.json'), 'utf8'))
    writeFileSync(core, JSON.stringify(envelope))
    const { findings } = reportOf(await verifyAll(openServer(root)), '')
    expect(findings[0]).toMatchObject({
      code: 'CN_MISMATCH',
      message: 'The certificate is for "files", and a server is signed as "core".',
      exception: 'Certificate is not valid for required scope. (Requested: core, current: CN=files)',
    })
    writeFileSync(core, '[]')
    expect(codes(reportOf(await verifyAll(openServer(root)), '').findings)[0]).toBe('MISSING_SIGNATURE')
    await signCore(root)
    expect(wrong(reportOf(await verifyAll(openServer(root)), ''))).toEqual(NOTHING)
    expect(wrong(reportOf(await verifyAll(openServer(root), { authorities: bundledAuthorities() }), ''))).toEqual([
      'BAD_CHAIN',
    ])
  })

  it('hold the list of MIME types for ownCloud before 10.0.4 only', async () => {
    for (const [version, expected] of [
      ['10.0.0', ['INVALID_HASH core/js/mimetypelist.js']],
      ['10.0.3.3', ['INVALID_HASH core/js/mimetypelist.js']],
      ['10.0.4 RC1', NOTHING],
      ['10.0.10', NOTHING],
      ['10.16.0', NOTHING],
      ['11.0.0', NOTHING],
    ] as const) {
      const root = await makeServer('owncloud', version)
      expect([version, wrong(reportOf(await verifyAll(openServer(root)), ''))]).toEqual([version, []])
      writeFiles(root, { 'core/js/mimetypelist.js': 'changed' })
      expect([version, wrong(reportOf(await verifyAll(openServer(root)), ''))]).toEqual([version, expected])
    }
  })

  it('hold a list of MIME types with aliases of the owner as it is where it names other icons than there are', async () => {
    const aliases = { ...ALIASES, 'x/y': 'file' }
    const list = mimetypeList(aliases)
    const withTheme = list.replace('themes: []', 'themes: {\n    "mine": [\n        "one"\n    ]\n}')
    const root = await makeServer('nextcloud', '25.0.12', { 'core/js/mimetypelist.js': mimetypeList(ALIASES) })
    const changed = { code: 'INVALID_HASH', path: 'core/js/mimetypelist.js' }
    const found = async (files: Record<string, string>) => {
      const { findings } = reportOf(await verifyAll(openServer(writeFiles(root, files))), '')
      return findings.filter(({ path }) => path === changed.path)
    }
    const digest = (text: string) => hash('sha512', text, 'hex')
    expect(await found({ 'config/mimetypealiases.json': '{"x/y":"file"}', [changed.path]: list })).toEqual([])
    expect(await found({ 'core/img/filetypes/new.svg': '' })).toMatchObject([{ ...changed, current: digest(list) }])
    rmSync(join(root, 'core/img/filetypes/new.svg'))
    expect(await found({ 'themes/mine/core/img/filetypes/one.svg': '' })).toMatchObject([
      { ...changed, current: digest(list) },
    ])
    // Made anew, it still differs from what was signed, by what the server says of it without the owner's aliases.
    const original = withTheme.replace('    "x/y": "file"', '').replace('",\n\n}', '"\n}')
    expect(await found({ [changed.path]: withTheme })).toMatchObject([{ ...changed, current: digest(original) }])
    rmSync(join(root, 'themes/mine'), { recursive: true })
    expect(await found({})).toMatchObject([{ ...changed, current: digest(withTheme) }])
  })

  it('end where its settings say that it has apps, as a folder and as an archive', async () => {
    const settings = (paths: string) => `<?php\n$CONFIG = array(\n  'apps_paths' => array(\n${paths}  ),\n);\n`
    const path = (text: string) => `    array('path' => ${text}, 'url' => '/custom_apps', 'writable' => true),\n`
    const found = async (files: Record<string, string>) => {
      const root = await makeServer('nextcloud')
      writeFiles(root, { ...appFiles('mine', 'custom_apps/mine'), ...files })
      const archive = join(temporaryFolder(), 'server.tar')
      runTool('tar', ['-cf', archive, '-C', root, '.'])
      const outcomes = [openServer(root), await openPayload(archive, 'server', false, { scope: 'server' })].map(
        verifyOne,
      )
      const [folder, packed] = await Promise.all(outcomes)
      expect(packed).toEqual(folder)
      return folder
    }
    const verifyOne = async (payload: Payload) => {
      const outcomes = await verifyAll(payload)
      expect(outcomes.has('custom_apps/mine')).toBe(true)
      return wrong(reportOf(outcomes, '')).length
    }
    expect(await found({ 'config/config.php': settings(path("OC::$SERVERROOT.'/custom_apps'")) })).toBe(0)
    expect(await found({ 'config/apps.config.php': settings(path('"/var/www/html/custom_apps/"')) })).toBe(0)
    expect(await found({ 'config/config.php': settings(`// ${path("'/custom_apps'")}`) })).toBe(4)
    expect(await found({ 'config/config.php': settings(path("'/srv/others'")) })).toBe(4)
    expect(await found({ 'config/config.sample.php': settings(path("'/custom_apps'")) })).toBe(4)
  })

  it('are compared, too, where nobody may read the settings', async () => {
    const root = await makeServer('nextcloud')
    rmSync(join(root, 'config'), { recursive: true })
    symlinkSync(temporaryFolder(), join(root, 'config'))
    writeFiles(root, { 'custom_apps/x.php': '' })
    expect(wrong(reportOf(await verifyAll(openServer(root)), ''))).toEqual(['EXTRA_FILE custom_apps/x.php'])
  })

  it('show a folder of version control only when it is the very checkout', async () => {
    const root = await makeServer('nextcloud')
    writeFiles(root, { '.git/HEAD': '', 'apps/files/.git/HEAD': '' })
    const installed = await verifyAll(openServer(root))
    expect(wrong(reportOf(installed, ''))).toEqual(['EXTRA_FILE .git/HEAD'])
    expect(wrong(reportOf(installed, 'apps/files'))).toEqual(['EXTRA_FILE .git/HEAD'])
    const checkout = await openPayload(root, 'server', true, { scope: 'server' })
    expect(wrong(reportOf(await verifyAll(checkout), ''))).toEqual(NOTHING)
  })

  it('leave out the lock of newer images only where the server does', async () => {
    for (const [version, expected] of [
      ['25.0.12', ['EXTRA_FILE nextcloud-init-sync.lock']],
      ['29.0.7', ['EXTRA_FILE nextcloud-init-sync.lock']],
      ['30.0.1', NOTHING],
    ] as const) {
      const root = await makeServer('nextcloud', version)
      writeFileSync(join(root, 'nextcloud-init-sync.lock'), 'x')
      const report = reportOf(await verifyAll(openServer(root)), '')
      expect([version, wrong(report), codes(report.findings).includes('RECENT_EXCLUSION')]).toEqual([
        version,
        expected,
        false,
      ])
    }
  })
})

describe('the apps of a server', () => {
  it('must be signed when the server ships them; others may be', async () => {
    const root = await makeServer('nextcloud', '25.0.12', appFiles('mine'))
    rmSync(join(root, 'apps/dav/appinfo/signature.json'))
    writeFiles(root, { ...appFiles('other', 'custom_apps/other'), ...appFiles('dav', 'apps-extra/dav') })
    await signApp(join(root, 'custom_apps/other'), 'other', 'nextcloud')
    writeFileSync(join(root, 'custom_apps/other/lib/Main.php'), 'changed')
    const outcomes = await verifyAll(openServer(root))
    expect([...outcomes.keys()]).toEqual([
      '',
      'apps/dav',
      'apps/files',
      'apps/mine',
      'apps-extra/dav',
      'custom_apps/other',
    ])
    expect(wrong(reportOf(outcomes, 'apps/dav'))).toEqual(['MISSING_SIGNATURE'])
    expect(wrong(reportOf(outcomes, 'apps-extra/dav'))).toEqual(['MISSING_SIGNATURE'])
    const mine = reportOf(outcomes, 'apps/mine')
    expect([codes(mine.findings), verdictOf(mine.findings), mine.fileCount]).toEqual([['NOT_SIGNED'], 'passed', 4])
    expect(wrong(reportOf(outcomes, 'custom_apps/other'))).toEqual(['INVALID_HASH lib/Main.php'])
  })

  it('must all be signed when nobody knows which the server ships', async () => {
    for (const content of ['', '{"shippedApps": "files"}', undefined]) {
      const root = await makeServer('nextcloud', '25.0.12', appFiles('mine'))
      if (content === undefined) rmSync(join(root, 'core/shipped.json'))
      else writeFileSync(join(root, 'core/shipped.json'), content)
      const outcomes = await verifyAll(openServer(root))
      expect(codes(reportOf(outcomes, 'apps/mine').findings)).toEqual(['MISSING_SIGNATURE', 'SHIPPED_UNKNOWN'])
      expect(codes(reportOf(outcomes, 'apps/files').findings)).toEqual(NOTHING)
    }
  })

  it('are for Nextcloud and ownCloud 10 what their folders are called', async () => {
    const root = await makeServer('nextcloud')
    renameSync(join(root, 'apps/files'), join(root, 'apps/renamed'))
    const { findings, appId } = reportOf(await verifyAll(openServer(root)), 'apps/renamed')
    expect([appId, codes(findings)]).toEqual(['renamed', ['CN_MISMATCH', 'APP_FOLDER']])
    expect(findings[0]?.message).toBe('The certificate is for "files", and the server takes the app for "renamed".')
  })

  it('may be signed as core, but not for ownCloud 11', async () => {
    for (const [vendor, version, expected] of [
      ['nextcloud', '25.0.12', NOTHING],
      ['owncloud', '10.6.0', NOTHING],
      ['owncloud', '11.0.0', ['CN_MISMATCH']],
    ] as const) {
      const root = await makeServer(vendor, version)
      const path = join(root, 'apps/files/appinfo/signature.json')
      const { key, leaf } = credentialsFor('core')
      const { hashes } = JSON.parse(readFileSync(path, 'utf8')) as { hashes: Record<string, string> }
      writeFileSync(path, joined(makeLegacyEnvelope(new Map(Object.entries(hashes)), key, leaf)))
      const report = reportOf(await verifyAll(openServer(root), { server: vendor }), 'apps/files')
      expect([version, wrong(report)]).toEqual([version, expected])
    }
  })

  it('are for ownCloud 11 what info.xml says', async () => {
    const root = await makeServer('owncloud', '11.0.0')
    renameSync(join(root, 'apps/files'), join(root, 'apps/renamed'))
    writeFileSync(join(root, 'apps/dav/appinfo/info.xml'), '<info>')
    const outcomes = await verifyAll(openServer(root), { server: 'owncloud' })
    const renamed = reportOf(outcomes, 'apps/renamed')
    expect([renamed.appId, wrong(renamed), codes(renamed.findings)]).toEqual(['files', NOTHING, ['APP_FOLDER']])
    expect(wrong(reportOf(outcomes, 'apps/dav'))).toEqual(['CN_MISMATCH', 'INVALID_HASH appinfo/info.xml'])
  })

  it('with a bad info.xml or none are verified all the same', async () => {
    const root = await makeServer('nextcloud')
    writeFileSync(join(root, 'apps/files/appinfo/info.xml'), '<info>')
    rmSync(join(root, 'apps/dav/appinfo/info.xml'))
    mkdirSync(join(root, 'apps/empty'))
    writeFiles(root, { 'apps/.hidden/appinfo/info.xml': infoXml('hidden'), 'apps/file.php': '' })
    const outcomes = await verifyAll(openServer(root))
    expect([...outcomes.keys()]).toEqual(['', 'apps/dav', 'apps/files'])
    expect(codes(reportOf(outcomes, 'apps/files').findings)).toEqual(['INVALID_HASH', 'APP_INFO_INVALID'])
    expect(codes(reportOf(outcomes, 'apps/dav').findings)).toEqual(['FILE_MISSING', 'APP_INFO_INVALID'])
  })

  it('may have links into the rest of the server, as the server follows them', async () => {
    const root = await makeServer('nextcloud')
    symlinkSync('../../../lib/base.php', join(root, 'apps/files/lib/base.php'))
    symlinkSync('../../../lib', join(root, 'apps/files/lib/all'))
    symlinkSync('/proc', join(root, 'apps/files/lib/elsewhere'))
    symlinkSync('/proc/version', join(root, 'apps/files/lib/file'))
    const report = reportOf(await verifyAll(openServer(root)), 'apps/files')
    expect(wrong(report)).toEqual(['EXTRA_FILE lib/base.php', 'LINK_LEAVES_PAYLOAD lib/file'])
    expect(codes(report.findings).slice(2).sort()).toEqual(['LINK_FOLLOWED', 'LINK_TO_FOLDER', 'LINK_TO_FOLDER'])
  })

  it('that can not be read are refusals of their own, and stop nothing', async () => {
    const root = await makeServer('nextcloud')
    symlinkSync(temporaryFolder(), join(root, 'custom_apps'))
    symlinkSync(temporaryFolder(), join(root, 'apps/away'))
    symlinkSync('files', join(root, 'apps/link'))
    writeFiles(root, { 'apps-external/a/appinfo/info.xml': infoXml('a') })
    const outcomes = await verifyAll(openServer(root))
    const refused = [...outcomes].filter(([, outcome]) => isRefusal(outcome))
    expect(refused.map(([place, { root }]) => [place, root])).toEqual([
      ['apps/away', join(root, 'apps/away')],
      ['custom_apps', join(root, 'custom_apps')],
    ])
    for (const [, outcome] of refused)
      expect(outcome).toMatchObject({
        error: { code: 'PAYLOAD_UNREADABLE', message: expect.stringContaining('outside') },
      })
    expect(codes(reportOf(outcomes, 'apps-external/a').findings)).toEqual(['NOT_SIGNED'])
    // A link to a folder of the server is what the server takes it for: an app of that name.
    expect(codes(reportOf(outcomes, 'apps/link').findings)).toEqual(['CN_MISMATCH', 'APP_FOLDER'])
  })

  it('have a name that is no path, and are a refusal of their own, too', async () => {
    const root = await makeServer('nextcloud')
    writeFiles(root, { 'apps/odd/appinfo/info.xml': infoXml('odd') })
    renameSync(join(root, 'apps/odd'), Buffer.concat([Buffer.from(join(root, 'apps/odd')), Buffer.from([0xff])]))
    const outcomes = await verifyAll(openServer(root))
    expect([...outcomes.keys()]).toEqual(['', 'apps/dav', 'apps/files', 'apps/odd\\xff'])
    expect(outcomes.get('apps/odd\\xff')).toMatchObject({
      error: { code: 'PAYLOAD_UNREADABLE', message: expect.stringContaining('UTF-8') },
    })
  })
})

describe('real signatures of servers', () => {
  it.each([
    ['nextcloud-25.0.12-core.json', '25.0.12', 'nextcloud', 10_697],
    ['owncloud-10.6.0-core.json', '10.6.0', 'owncloud', 6_851],
  ] as const)('%s is good, and all of its files are missing', async (file, version, vendor, count) => {
    const root = writeFiles(temporaryFolder(), {
      'core/signature.json': readFileSync(realPath(file)),
      'version.php': `<?php \n$OC_VersionString = '${version}';\n$vendor = '${vendor}';\n`,
    })
    const real = makeTrust(bundledAuthorities(), new Date('2026-01-15T00:00:00Z'), { expiryWarningDays: 0 })
    const outcomes = await verifyAll(openServer(root), real)
    const { findings, chain, authority, revocation, ...report } = reportOf(outcomes, '')
    expect(report).toMatchObject({ server: vendor, format: 'legacy', fileCount: 1, appVersion: version })
    expect(chain[0]?.subject).toContain('CN=core')
    expect(authority).toBeDefined()
    expect(revocation?.state).toBe('good')
    const codesOf = new Set(codes(findings))
    expect([...codesOf]).toEqual(['INVALID_HASH', 'FILE_MISSING'])
    expect(findings.filter(({ code }) => code === 'FILE_MISSING')).toHaveLength(count - 1)
  })

  it('of one vendor is nothing to the other', async () => {
    const root = writeFiles(temporaryFolder(), {
      'core/signature.json': readFileSync(realPath('owncloud-10.6.0-core.json')),
      'version.php': "<?php\n$OC_VersionString = '25.0.12';\n$vendor = 'nextcloud';\n",
    })
    const real = makeTrust(bundledAuthorities(), new Date('2026-01-15T00:00:00Z'))
    expect(wrong(reportOf(await verifyAll(openServer(root), real), ''))[0]).toBe('BAD_CHAIN')
  })
})

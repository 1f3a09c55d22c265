import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { action, commands } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { keyPem, rsaKey } from '../helpers/certificates'
import { runTool } from '../helpers/tools'
import { INFO_XML, temporaryFolder, writeFiles } from '../helpers/tree'

const authority = makeAuthority()
const trust = { 'trusted-authorities': authority.rootPem }
const APPS = ['calendar', 'tasks', 'notes']
const keys = new Map(APPS.map((id) => [id, rsaKey(`key of ${id}`)]))
const certificates = new Map([...keys].map(([id, key]) => [id, authority.issue({ commonName: id, key })]))

/** A repository with three apps, and something that is none, below apps/. */
function monorepo(): string {
  const root = temporaryFolder()
  for (const id of APPS)
    writeFiles(join(root, 'apps', id), {
      'appinfo/info.xml': INFO_XML.replace('>activity<', `>${id}<`),
      'lib/a.php': `<?php // ${id}\n`,
    })
  writeFiles(root, { 'apps/README.md': 'no app' })
  mkdirSync(join(root, 'certificates'))
  for (const [id, pem] of certificates) writeFileSync(join(root, 'certificates', `${id}.crt`), pem)
  return root
}
const keyMap = (ids: readonly string[]) =>
  JSON.stringify(Object.fromEntries([...keys].filter(([id]) => ids.includes(id)).map(([id, key]) => [id, keyPem(key)])))
const signing = { ...trust, path: 'apps/*', certificate: 'certificates', package: 'build/{id}-{version}.tar.gz' }

describe('several apps', () => {
  it('are each signed with their own key and certificate; outputs are arrays', () => {
    const root = monorepo()
    const result = action({ ...signing, 'private-key': keyMap(APPS) }, root)
    expect(result.code, result.stdout).toBe(0)
    const { outputs } = result
    expect(JSON.parse(outputs['app-id'] ?? '')).toEqual(['calendar', 'notes', 'tasks'])
    expect(JSON.parse(outputs.package ?? '')).toEqual(
      ['calendar', 'notes', 'tasks'].map((id) => join(root, `build/${id}-1.2.3.tar.gz`)),
    )
    expect(new Set(JSON.parse(outputs['app-store-signature'] ?? '')).size).toBe(3)
    expect(outputs.verdict).toBe('passed')
    expect(JSON.parse(outputs.matrix ?? '')).toEqual({
      include: ['calendar', 'notes', 'tasks'].map((id) => ({ path: `apps/${id}`, app: id })),
    })
    const masked = commands(result.stdout, 'add-mask').map(({ message }) => message)
    for (const key of keys.values()) expect(masked).toContain(keyPem(key).split('\n')[3])
  })

  it('may have their certificates in a JSON object, too', () => {
    const map = JSON.stringify(Object.fromEntries(certificates))
    const result = action({ ...signing, 'private-key': keyMap(APPS), certificate: map }, monorepo())
    expect(result.code, result.stdout).toBe(0)
  })

  it('do not hide each other when one can not be signed', () => {
    const root = monorepo()
    writeFileSync(join(root, 'apps/notes/appinfo/info.xml'), 'no XML')
    const result = action({ ...signing, 'private-key': keyMap(['calendar']) }, root)
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'app-id': '["calendar"]' } })
    const [error] = commands(result.stdout, 'error')
    expect(error?.message).toMatch(/info\.xml is not well-formed/)
    expect(error?.message).toMatch(/private-key has nothing for the app "tasks"/)
    expect(result.outputs['app-store-signature']).toBe('[""]')
  })

  it('have each their own signature for the store, also two versions of one app', () => {
    const root = monorepo()
    writeFiles(join(root, 'apps/zcalendar'), {
      'appinfo/info.xml': INFO_XML.replace('>activity<', '>calendar<').replace('1.2.3', '9.9.9'),
    })
    const { outputs } = action({ ...signing, 'private-key': keyMap(APPS) }, root)
    expect(JSON.parse(outputs['app-id'] ?? '')).toEqual(['calendar', 'notes', 'tasks', 'calendar'])
    expect(new Set(JSON.parse(outputs['app-store-signature'] ?? '')).size).toBe(4)
  })

  it('do not write over the package of another one', () => {
    const root = monorepo()
    const result = action({ ...signing, package: 'build/app.tar.gz', 'private-key': keyMap(APPS) }, root)
    expect(result).toMatchObject({ code: 1, outputs: { 'app-id': '["calendar"]' } })
    const sha256 = createHash('sha256')
      .update(readFileSync(join(root, 'build/app.tar.gz')))
      .digest('hex')
    expect(JSON.parse(result.outputs['package-sha256'] ?? '')).toEqual([sha256])
  })

  it('are not signed inside of one that is signed already', () => {
    const root = monorepo()
    writeFiles(join(root, 'apps/calendar/tasks'), { 'appinfo/info.xml': INFO_XML.replace('>activity<', '>tasks<') })
    const run = (path: string) => action({ ...signing, path, 'private-key': keyMap(APPS) }, root)
    const verifyOuter = () => action({ ...trust, mode: 'verify', path: 'apps/calendar' }, root)
    const wrong = run('apps/calendar\napps/calendar/tasks')
    expect(commands(wrong.stdout, 'error')[0]?.message).toMatch(/is inside of "apps\/calendar"/)
    expect(verifyOuter().code).toBe(0)
    expect(run('apps/calendar/tasks\napps/calendar').code).toBe(0)
    expect(verifyOuter().code).toBe(0)
  })

  it('are rehearsed together', () => {
    const result = action({ ...trust, mode: 'check', path: 'apps/*', certificate: 'certificates' }, monorepo())
    expect(result.code, result.stdout).toBe(0)
    expect(result.summary).toContain('calendar')
  })
})

describe('mode: merge', () => {
  it('makes one report of the reports of several machines', () => {
    const root = monorepo()
    for (const id of APPS) action({ ...trust, mode: 'check', path: `apps/${id}`, report: `reports/${id}.json` }, root)
    writeFiles(root, { 'apps/broken/appinfo/info.xml': 'no XML' })
    action({ mode: 'check', path: 'apps/broken', report: 'reports/broken.json' }, root)
    const merged = action({ mode: 'merge', path: 'reports/*.json', report: 'all.json\nall.txt' }, root)
    expect(merged).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    const { payloads } = JSON.parse(readFileSync(join(root, 'all.json'), 'utf8')) as {
      payloads: { verdict: string; name: string }[]
    }
    expect(payloads.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      'apps/broken failed',
      'apps/calendar passed',
      'apps/notes passed',
      'apps/tasks passed',
    ])
    expect(merged.summary).toContain('notes')
    writeFileSync(join(root, 'reports/cut.json'), '{"version": 1')
    expect(commands(action({ mode: 'merge', path: 'reports/*.json' }, root).stdout, 'error')[0]?.message).toMatch(
      /reports\/cut\.json/,
    )
  })
})

describe('mode: merge', () => {
  const root = monorepo()
  for (const id of APPS) action({ ...trust, mode: 'check', report: `../../reports/${id}.json` }, join(root, 'apps', id))
  const whole = JSON.parse(readFileSync(join(root, 'reports/notes.json'), 'utf8'))
  const [payload] = whole.payloads

  it('has arrays for apps that had one name on several machines', () => {
    const { outputs } = action({ mode: 'merge', path: 'reports/*.json' }, root)
    expect(JSON.parse(outputs['app-id'] ?? '')).toEqual(['calendar', 'notes', 'tasks'])
  })

  it.each([
    ['no payload', { payloads: [], verdict: 'failed' }],
    ['a verdict that is not that of its payloads', { verdict: 'failed' }],
    ['a verdict that is not that of its findings', { payloads: [{ ...payload, verdict: 'failed' }] }],
    ['a payload without a name', { payloads: [{ ...payload, name: undefined }] }],
    ['a payload without an app', { payloads: [{ ...payload, app: undefined }] }],
    ['an error that is none', { verdict: 'failed', payloads: [{ ...payload, verdict: 'failed', error: null }] }],
    [
      'a code that there is not',
      { payloads: [{ ...payload, findings: [{ code: 'constructor', severity: 'notice', message: '' }] }] },
    ],
  ])('refuses a report with %s, and tells the others', (_, change) => {
    writeFileSync(join(root, 'odd.json'), JSON.stringify({ ...whole, ...change }))
    const result = action({ mode: 'merge', path: 'odd.json\nreports/tasks.json', report: 'all.json' }, root)
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'app-id': '["tasks"]' } })
    expect(commands(result.stdout, 'error')[0]?.message).toMatch(/"odd\.json" can not be merged: it is cut off/)
    const { payloads } = JSON.parse(readFileSync(join(root, 'all.json'), 'utf8'))
    expect(payloads).toHaveLength(2)
  })
})

describe('scope: server', () => {
  const core = rsaKey('key of core')
  /** A small server with one shipped app that is signed, and one of somebody else that is not. */
  function server(): string {
    const root = temporaryFolder()
    writeFiles(root, {
      'version.php': "<?php\n$OC_VersionString = '25.0.12';\n$vendor = 'nextcloud';\n",
      'core/shipped.json': '{"shippedApps": ["calendar"], "alwaysEnabled": []}',
      'index.php': '<?php\n',
      'config/config.php': '<?php // not its own\n',
      'apps/calendar/appinfo/info.xml': INFO_XML.replace('>activity<', '>calendar<'),
      'apps/mine/appinfo/info.xml': INFO_XML.replace('>activity<', '>mine<'),
    })
    const app = action(
      {
        ...trust,
        path: 'apps/calendar',
        'private-key': keyPem(keys.get('calendar') ?? core),
        certificate: certificates.get('calendar') ?? '',
      },
      root,
    )
    expect(app.code, app.stdout).toBe(0)
    const signed = action(
      {
        ...trust,
        scope: 'server',
        'private-key': keyPem(core),
        certificate: authority.issue({ commonName: 'core', key: core }),
      },
      root,
    )
    expect(signed.code, signed.stdout).toBe(0)
    expect(signed.outputs['signature-path']).toBe(join(root, 'core/signature.json'))
    return root
  }

  it('signs its own files, and verifies them and every app', () => {
    const root = server()
    const good = action({ ...trust, mode: 'verify', scope: 'server' }, root)
    expect(good.code, good.stdout).toBe(0)
    expect(JSON.parse(good.outputs['app-id'] ?? '')).toEqual(['core', 'calendar', 'mine'])
    writeFiles(root, { 'index.php': '<?php evil();\n', 'apps/calendar/new.php': '' })
    const bad = action({ ...trust, mode: 'verify', scope: 'server', report: join(temporaryFolder(), 'list.txt') }, root)
    expect(bad).toMatchObject({ code: 1, outputs: { 'finding-count': '2' } })
    expect(bad.stdout).toContain('- core\n\t- INVALID_HASH\n\t\t- /index.php')
    expect(bad.stdout).toContain('- calendar\n\t- EXTRA_FILE\n\t\t- /new.php')
  })

  it('verifies the archive of a server, too', () => {
    const root = server()
    const archives = temporaryFolder()
    const pack = (name: string) =>
      runTool('tar', ['-czf', join(archives, name), '-C', root, '--transform', 's,^[.],nextcloud,', '.'])
    pack('good.tar.gz')
    writeFiles(root, { 'index.php': '<?php evil();\n' })
    pack('bad.tar.gz')
    const verifying = { ...trust, mode: 'verify', scope: 'server' }
    const good = action({ ...verifying, path: 'good.tar.gz' }, archives)
    expect(good.code, good.stdout).toBe(0)
    expect(JSON.parse(good.outputs['app-id'] ?? '')).toEqual(['core', 'calendar', 'mine'])
    const bad = action({ ...verifying, path: '*.tar.gz' }, archives)
    expect(bad).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'finding-count': '1' } })
    expect(bad.stdout).toContain('- core\n\t- INVALID_HASH\n\t\t- /index.php')
  })

  it('verifies, beside what it signs, an archive of a server', () => {
    const root = server()
    const archives = temporaryFolder()
    runTool('tar', ['-cjf', join(archives, 'server.tar.bz2'), '-C', root, '--transform', 's,^[.],nextcloud,', '.'])
    const signing = {
      ...trust,
      scope: 'server',
      'private-key': keyPem(core),
      certificate: authority.issue({ commonName: 'core', key: core }),
    }
    const good = action({ ...signing, artifact: join(archives, '*.bz2') }, root)
    expect(good.code, good.stdout).toBe(0)
    expect(good.outputs['app-id']).toBe('core')
    expect(good.stdout).toContain('server.tar.bz2/apps/calendar')
  })

  it('is no folder of an app', () => {
    const result = action({ ...trust, mode: 'verify', scope: 'server', path: 'apps/calendar' }, monorepo())
    expect(commands(result.stdout, 'error')[0]?.message).toMatch(/is no server/)
  })
})

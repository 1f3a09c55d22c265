import { Buffer } from 'node:buffer'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/payload/archive'
import { openPayload } from '../../src/payload/open'
import {
  errorCodes,
  errorsOf,
  type Files,
  findingsOf,
  refusalOf,
  said,
  signedFiles,
  tarGzFiles,
  verifyArchive,
  writeArchive,
} from '../helpers/signed-app'
import { tarEntry, tarGzOf } from '../helpers/tar'
import { temporaryFolder } from '../helpers/tree'
import { type ZipParts, zipOf } from '../helpers/zip'

const files = await signedFiles()
/** The names of an archive, packed in both ways. */
const FORMS: [string, (entries: readonly (readonly [string, Uint8Array | string])[]) => Buffer][] = [
  [
    'tar.gz',
    (entries) =>
      tarGzOf(...entries.map(([name, content]) => tarEntry({ name, content, type: name.endsWith('/') ? '5' : '0' }))),
  ],
  ['zip', (entries) => zipOf(entries.map(([name, content]): ZipParts => ({ name, content })))],
]
const below = (top: string, from: Files = files) =>
  [...from].map(([path, content]) => [`${top}${path}`, content] as const)

describe.each(FORMS)('%s', (form, make) => {
  const check = (...entries: (readonly [string, Uint8Array | string])[]) => verifyArchive(make(entries), form)

  it.each<[string, string, string]>([
    ['a second folder', 'other/x.txt', 'other'],
    ['an empty second folder', 'other/', 'other'],
    ['a file beside it', 'README.md', 'README.md'],
    ['a folder that differs by case', 'Activity/x.txt', 'Activity'],
  ])('%s is TOP_FOLDER', async (_, name, path) => {
    for (const entries of [
      [...below('activity/'), [name, ''] as const],
      [[name, ''] as const, ...below('activity/')],
    ])
      expect(findingsOf(await check(...entries), 'TOP_FOLDER')).toMatchObject([{ severity: 'error', path }])
  })

  it('two apps are TOP_FOLDER', async () => {
    expect(await errorsOf(check(...below('activity/'), ...below('other/')))).toContain('TOP_FOLDER')
  })

  it('a folder of another name than the id is TOP_FOLDER', async () => {
    for (const top of ['activity-1.2.3/', 'Activity/', 'activity-master/'])
      expect(await errorsOf(check(...below(top)))).toEqual(['TOP_FOLDER'])
  })

  it('./ in front is DOT_PREFIX, once; for ownCloud it is a warning', async () => {
    const entries = [['./', ''] as const, ...below('./activity/')]
    expect(errorCodes((await check(...entries)).findings)).toEqual(['DOT_PREFIX'])
    const owncloud = await verifyArchive(make(entries), form, undefined, { server: 'owncloud' })
    expect(findingsOf(owncloud, 'DOT_PREFIX')).toMatchObject([{ severity: 'warning' }])
  })

  it('no app in it is APP_INFO_INVALID', async () => {
    for (const entries of [[['x/y.txt', 'x'] as const], [['x.txt', 'x'] as const], [['x/', ''] as const]]) {
      const refusal = await refusalOf(check(...entries))
      expect(refusal).toMatchObject({ code: 'APP_INFO_INVALID', message: expect.stringContaining('holds no app') })
    }
  })

  it('files without a folder are told so', async () => {
    const refusal = await refusalOf(check(...below('')))
    expect(refusal).toMatchObject({ code: 'APP_INFO_INVALID', message: expect.stringContaining('a folder of its own') })
  })

  it('an app two folders down is none', async () => {
    expect((await refusalOf(check(...below('dist/activity/')))).code).toBe('APP_INFO_INVALID')
  })

  it.each(['__MACOSX/._activity', '__MACOSX/activity/._x', '._activity'])(
    '%s at the top is MAC_METADATA',
    async (name) => {
      expect(await errorsOf(check(...below('activity/'), [name, 'x'] as const))).toEqual(['MAC_METADATA'])
    },
  )

  it.each(['activity/._lib', 'activity/lib/._a.php', 'activity/__MACOSX/x'])('%s is MAC_METADATA', async (name) => {
    expect(await errorsOf(check(...below('activity/'), [name, 'x'] as const))).toContain('MAC_METADATA')
  })

  it.each([
    '.git/HEAD',
    '3rdparty/x/.git/config',
    'lib/.git',
    '.hg/store',
    '.svn/entries',
    'a/b/c/.svn/x',
    '.bzr/x',
    'x/_darcs/y',
    '.jj/x',
  ])('activity/%s is VCS_SHIPPED, signed or not', async (name) => {
    expect(await errorsOf(check(...below('activity/'), [`activity/${name}`, 'x'] as const))).toEqual(
      expect.arrayContaining(['EXTRA_FILE', 'VCS_SHIPPED']),
    )
  })

  it('one repository is one finding, and the files in it are EXTRA_FILE', async () => {
    const git = ['HEAD', 'config', 'objects/aa/bb'].map((name) => [`activity/.git/${name}`, name] as const)
    const report = await check(...below('activity/'), ...git)
    expect(findingsOf(report, 'VCS_SHIPPED')).toMatchObject([{ path: '.git', severity: 'error' }])
    expect(findingsOf(report, 'EXTRA_FILE')).toHaveLength(3)
  })

  it('an info.xml that is too large is a clear error', async () => {
    const large = new Map(files).set('appinfo/info.xml', Buffer.alloc(1024 * 1024 + 1, ' '))
    expect((await refusalOf(check(...below('activity/', large)))).code).toBe('APP_INFO_INVALID')
  })
})

describe('findings of an archive', () => {
  it('have paths below the app', async () => {
    const report = await verifyArchive(
      tarGzFiles(files, tarEntry({ name: 'activity/lib/x', type: '1', link: 'activity/js/b.js' })),
    )
    expect(findingsOf(report, 'HARD_LINK')).toMatchObject([
      { path: 'lib/x', message: expect.stringMatching(/^"lib\/x" is/) },
    ])
  })

  it('and none when all is well, but for the list that is not asked', async () => {
    expect(said(await verifyArchive(tarGzFiles(files)))).toEqual([])
  })
})

describe('opening', () => {
  it('tells folders, archives and other files apart', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'x'))
    expect((await openPayload(join(folder, 'x'), 'x', false)).kind).toBe('folder')
    const archive = writeArchive(tarGzFiles(files), 'tar.gz')
    expect(await openPayload(archive, 'a.tar.gz', false)).toMatchObject({
      kind: 'archive',
      isCheckout: false,
      archive: { top: 'activity', format: 'tar.gz' },
    })
    const text = writeArchive(Buffer.from('hello'), 'tar.gz')
    expect(await refusalOf(openPayload(text, 'a.tar.gz', false))).toMatchObject({
      code: 'PAYLOAD_UNREADABLE',
      message: expect.stringContaining('no archive'),
    })
    expect((await refusalOf(openPayload(join(folder, 'nothing'), 'nothing', false))).code).toBe('PAYLOAD_UNREADABLE')
    expect((await refusalOf(openArchive(join(folder, 'nothing')))).code).toBe('PAYLOAD_UNREADABLE')
  })

  it('hands the limits on', async () => {
    const archive = writeArchive(tarGzFiles(files), 'tar.gz')
    const refusal = await refusalOf(openPayload(archive, 'a.tar.gz', false, { limits: { bytes: 10, entries: 10 } }))
    expect(refusal.code).toBe('ARCHIVE_TOO_LARGE')
  })
})

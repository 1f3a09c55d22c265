import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  errorCodes,
  errorsOf,
  findingsOf,
  refusalOf,
  said,
  signedFiles,
  tarEntries,
  tarGzFiles,
  verifyArchive,
} from '../helpers/signed-app'
import { gnuLong, paxHeader, paxRecord, TAR_END, type TarParts, tarEntry, tarGzOf } from '../helpers/tar'

const files = await signedFiles()
/** A folder with a file in it, and a file with a name that is odd on purpose, all of them signed. */
const linked = await signedFiles({ 'lib/real/x.php': '<?php x', 'real.txt': 'real' })
const content = '<?php // a\n'
/** The signed app without one file, for which something else stands in the archive. */
const without = (path: string) => tarEntries(new Map([...files].filter(([other]) => other !== path)))

describe('an archive of a signed app', () => {
  it('passes in each form, named by its bytes', async () => {
    const tar = Buffer.concat([...tarEntries(files), TAR_END])
    for (const [bytes, ending] of [
      [tar, 'tar'],
      [gzipSync(tar), 'tar.gz'],
      [gzipSync(tar), 'tgz'],
      [gzipSync(tar), 'bin'],
      [tar, 'bin'],
    ] as const) {
      const report = await verifyArchive(bytes, ending)
      expect(errorCodes(report.findings), ending).toEqual([])
      expect(report).toMatchObject({ kind: 'archive', appId: 'activity', fileCount: 3, server: 'nextcloud' })
    }
  })

  it('fails for each kind of difference', async () => {
    const changed = new Map(files).set('lib/a.php', Buffer.from('other'))
    changed.delete('js/b.js')
    changed.set('lib/new.php', Buffer.from('new'))
    const report = await verifyArchive(tarGzFiles(changed))
    expect(said(report).map(({ code, path }) => [code, path])).toEqual([
      ['INVALID_HASH', 'lib/a.php'],
      ['FILE_MISSING', 'js/b.js'],
      ['EXTRA_FILE', 'lib/new.php'],
    ])
  })

  it('fails without a signature', async () => {
    const unsigned = new Map(files)
    unsigned.delete('appinfo/signature.json')
    expect(await errorsOf(verifyArchive(tarGzFiles(unsigned)))).toEqual(['MISSING_SIGNATURE'])
  })
})

describe('a hostile name is UNSAFE_NAME', () => {
  it.each<[string, Buffer[], RegExp]>([
    ['absolute', [tarEntry({ name: '/etc/passwd', content: 'x' })], /is absolute/],
    ['absolute, below a folder of the app', [tarEntry({ name: '/activity/lib/a.php', content })], /is absolute/],
    ['..', [tarEntry({ name: 'activity/../../evil', content: 'x' })], /folder above/],
    ['.. that comes back', [tarEntry({ name: 'activity/lib/../lib/a.php', content })], /folder above/],
    ['.. at the front', [tarEntry({ name: '../activity/lib/a.php', content })], /folder above/],
    ['.. in a folder', [tarEntry({ name: 'activity/../x/', type: '5' })], /folder above/],
    ['.. in a GNU long name', [gnuLong('L', 'activity/../evil'), tarEntry({ name: 'a' })], /folder above/],
    ['.. in a pax path', [paxHeader([['path', 'activity/../evil']]), tarEntry({ name: 'a' })], /folder above/],
    ['.. by way of the prefix', [tarEntry({ name: 'evil', prefix: 'activity/..' })], /folder above/],
    ['a drive letter', [tarEntry({ name: 'C:/evil', content: 'x' })], /drive letter/],
    ['a drive letter without a slash', [tarEntry({ name: 'c:evil', content: 'x' })], /drive letter/],
    ['NUL in a pax path', [paxHeader([['path', 'activity/a\0.php']]), tarEntry({ name: 'a' })], /NUL/],
    ['an empty pax path', [paxHeader([['path', '']]), tarEntry({ name: 'a' })], /is empty/],
    ['empty', [tarEntry({ name: '', content: 'x' })], /is empty/],
    ['nothing but a slash', [tarEntry({ name: '/', type: '5' })], /is empty|is absolute/],
    ['not UTF-8', [tarEntry({ name: Buffer.from('activity/\xe9.txt', 'latin1') })], /not valid UTF-8/],
    ['an overlong slash', [tarEntry({ name: Buffer.from('activity/..\xc0\xafx', 'latin1') })], /not valid UTF-8/],
    [
      'not UTF-8 in a GNU long name',
      [gnuLong('L', Buffer.from('activity/\xe9.txt', 'latin1')), tarEntry({ name: 'a' })],
      /not valid UTF-8/,
    ],
  ])('%s', async (_, entries, message) => {
    const report = await verifyArchive(tarGzFiles(files, ...entries))
    const [finding, ...more] = findingsOf(report, 'UNSAFE_NAME')
    expect(finding).toMatchObject({ severity: 'error' })
    expect(finding?.message).toMatch(message)
    expect(more).toEqual([])
  })

  it('and what it names is not taken for the file of that name', async () => {
    const entries = [...without('lib/a.php'), tarEntry({ name: '/activity/lib/a.php', content })]
    expect(await errorsOf(verifyArchive(tarGzOf(...entries)))).toEqual(
      expect.arrayContaining(['FILE_MISSING', 'UNSAFE_NAME']),
    )
  })

  it('a name in pax that is not UTF-8 is no replacement character', async () => {
    const signed = await signedFiles({ 'lib/\ufffd.php': 'x' })
    const rest = tarEntries(new Map([...signed].filter(([path]) => !path.includes('\ufffd'))))
    const path = Buffer.from('activity/lib/\xff.php', 'latin1')
    const archive = tarGzOf(...rest, paxHeader([['path', path]]), tarEntry({ name: 'a', content: 'x' }))
    expect(await errorsOf(verifyArchive(archive))).not.toEqual([])
  })

  it('a path that no disk takes is refused', async () => {
    const archive = tarGzFiles(files, gnuLong('L', `activity/${'a/'.repeat(10_000)}x`), tarEntry({ name: 'a' }))
    const report = await errorsOf(verifyArchive(archive))
    expect(report.filter((code) => code !== 'EXTRA_FILE')).not.toEqual([])
  })
})

describe('one name twice', () => {
  it.each<[string, TarParts[]]>([
    ['exactly', [{ name: 'activity/lib/a.php', content }]],
    ['with other content first', [{ name: 'activity/lib/a.php', content: 'evil' }]],
    ['with a ./ in it', [{ name: 'activity/./lib/a.php', content }]],
    ['with two slashes', [{ name: 'activity//lib/a.php', content }]],
    ['as a link', [{ name: 'activity/lib/a.php', type: '2', link: '../js/b.js' }]],
    ['as a device', [{ name: 'activity/lib/a.php', type: '3' }]],
    ['as a hard link', [{ name: 'activity/lib/a.php', type: '1', link: 'activity/js/b.js' }]],
  ])('%s is DUPLICATE_ENTRY', async (_, entries) => {
    for (const bytes of [
      tarGzFiles(files, ...entries.map(tarEntry)),
      tarGzOf(...entries.map(tarEntry), ...tarEntries(files)),
    ])
      expect(await errorsOf(verifyArchive(bytes))).toContain('DUPLICATE_ENTRY')
  })

  it.each<[string, string]>([
    ['by case', 'activity/lib/A.php'],
    ['by the case of a folder', 'activity/LIB/a.php'],
  ])('%s is NAMES_COLLIDE', async (_, name) => {
    const report = await verifyArchive(tarGzFiles(files, tarEntry({ name, content })))
    expect(findingsOf(report, 'NAMES_COLLIDE')).toHaveLength(1)
    expect(errorCodes(report.findings)).toEqual(['EXTRA_FILE'])
  })

  it('by Unicode form is NAMES_COLLIDE, also where both are signed', async () => {
    const both = await signedFiles({ 'caf\u00e9.txt': '1', 'cafe\u0301.txt': '2' })
    const report = await verifyArchive(tarGzFiles(both))
    expect(findingsOf(report, 'NAMES_COLLIDE')).toMatchObject([{ severity: 'warning' }])
  })

  it('a folder entry twice is no matter', async () => {
    const folder = tarEntry({ name: 'activity/lib/', type: '5' })
    expect(await errorsOf(verifyArchive(tarGzFiles(files, folder, folder)))).toEqual([])
  })

  it('for a file and a folder is an error, in either order', async () => {
    const folder = tarEntry({ name: 'activity/lib/a.php/', type: '5' })
    expect(await errorsOf(verifyArchive(tarGzFiles(files, folder)))).not.toEqual([])
    expect(await errorsOf(verifyArchive(tarGzOf(folder, ...tarEntries(files))))).not.toEqual([])
  })

  it('for a file and the folder of another file is an error, in either order', async () => {
    const below = tarEntry({ name: 'activity/lib/a.php/x', content: 'x' })
    for (const bytes of [tarGzFiles(files, below), tarGzOf(below, ...tarEntries(files))])
      expect((await errorsOf(verifyArchive(bytes))).length).toBeGreaterThan(0)
  })

  it('for the app folder as a file is an error', async () => {
    expect(await errorsOf(verifyArchive(tarGzFiles(files, tarEntry({ name: 'activity', content: 'x' }))))).not.toEqual(
      [],
    )
  })
})

describe('links', () => {
  const link = (name: string, target: string) => tarEntry({ name: `activity/${name}`, type: '2', link: target })
  it.each<[string, Buffer[], string]>([
    ['absolute', [link('x', '/etc/passwd')], 'LINK_LEAVES_PAYLOAD'],
    ['with a drive letter', [link('x', 'C:/x')], 'LINK_LEAVES_PAYLOAD'],
    ['above', [link('x', '../other')], 'LINK_LEAVES_PAYLOAD'],
    ['above and back', [link('x', '../activity/real.txt')], 'LINK_LEAVES_PAYLOAD'],
    ['above by way of a folder', [link('lib/x', 'real/../../../x')], 'LINK_LEAVES_PAYLOAD'],
    ['above by way of what is not there', [link('x', 'nothing/../../x')], 'LINK_LEAVES_PAYLOAD'],
    ['above by way of another link', [link('here', 'lib'), link('x', 'here/../../x')], 'LINK_LEAVES_PAYLOAD'],
    ['dangling', [link('x', 'nowhere')], 'EXTRA_FILE'],
    ['to itself', [link('x', 'x')], 'EXTRA_FILE'],
    ['in a loop', [link('x', 'y'), link('y', 'x')], 'EXTRA_FILE'],
    ['through a file', [link('x', 'real.txt/y')], 'EXTRA_FILE'],
    ['to nothing, in a long target', [gnuLong('K', 'n'.repeat(300)), link('x', 'n')], 'EXTRA_FILE'],
    ['above, in a long target', [gnuLong('K', `../${'n'.repeat(300)}`), link('x', 'real.txt')], 'LINK_LEAVES_PAYLOAD'],
    ['above, in pax', [paxHeader([['linkpath', '../x']]), link('x', 'real.txt')], 'LINK_LEAVES_PAYLOAD'],
    ['to a file that is not signed', [link('x', 'real.txt')], 'EXTRA_FILE'],
    ['to the signature', [link('x', 'appinfo/signature.json')], 'LINK_TO_SIGNATURE'],
  ])('%s', async (_, entries, code) => {
    expect(await errorsOf(verifyArchive(tarGzFiles(linked, ...entries)))).toContain(code)
  })

  it('more hops than a kernel takes are no file', async () => {
    const chain = Array.from({ length: 60 }, (_, hop) => link(`hop${hop}`, hop === 59 ? 'real.txt' : `hop${hop + 1}`))
    const report = await verifyArchive(tarGzFiles(linked, ...chain))
    expect(report.findings.find(({ path }) => path === 'hop0')).toMatchObject({ code: 'EXTRA_FILE', current: '' })
  })

  it('a million steps in a loop of folders come to an end', async () => {
    const loop = [link('a', 'b/'.repeat(40)), link('b', './a')]
    expect(await errorsOf(verifyArchive(tarGzFiles(linked, ...loop)))).toContain('EXTRA_FILE')
  })

  it('to a folder is a warning, and nothing below it is listed', async () => {
    const report = await verifyArchive(tarGzFiles(linked, link('x', 'lib')))
    expect(said(report)).toMatchObject([{ code: 'LINK_TO_FOLDER', severity: 'warning', path: 'x' }])
  })

  it('an empty target dangles, as on every disk', async () => {
    expect(await errorsOf(verifyArchive(tarGzFiles(linked, link('x', ''))))).not.toEqual([])
  })

  it('a file below a link to a folder is an error: unpacking writes it elsewhere', async () => {
    const signed = await signedFiles({ 'lib/sub/x.php': 'x', 'other/y.php': 'y' })
    const entries = tarEntries(signed)
    for (const bytes of [
      tarGzOf(link('lib/sub', '../other'), ...entries),
      tarGzOf(...entries, link('lib/sub', '../other')),
    ])
      expect(await errorsOf(verifyArchive(bytes))).not.toEqual([])
  })

  it('hides no entries in the content that its size promises', async () => {
    const evil = tarEntry({ name: 'activity/lib/evil.php', content: '<?php evil' })
    const entry = tarEntry({ name: 'activity/x', type: '2', link: 'lib', size: evil.length })
    expect(await errorsOf(verifyArchive(tarGzFiles(linked, entry, evil)))).not.toEqual([])
  })
})

describe('what is neither file nor folder', () => {
  it.each<[string, string]>([
    ['a character device', '3'],
    ['a block device', '4'],
    ['a fifo', '6'],
  ])('%s is NOT_A_FILE', async (_, type) => {
    const report = await verifyArchive(tarGzFiles(files, tarEntry({ name: 'activity/x', type })))
    expect(findingsOf(report, 'NOT_A_FILE')).toMatchObject([{ severity: 'error', path: 'x' }])
  })

  it('a hard link is HARD_LINK, also to a signed file and to one that is not there', async () => {
    for (const target of ['activity/lib/a.php', 'nowhere', '/etc/passwd', './activity/lib/a.php']) {
      const report = await verifyArchive(
        tarGzOf(...without('js/b.js'), tarEntry({ name: 'activity/js/b.js', type: '1', link: target })),
      )
      expect(findingsOf(report, 'HARD_LINK')).toMatchObject([{ severity: 'error', path: 'js/b.js' }])
    }
  })

  it.each<[string, Buffer[]]>([
    ['a sparse file of GNU', [tarEntry({ name: 'activity/x', type: 'S', content: 'x' })]],
    [
      'a sparse file of GNU in pax 0.1',
      [
        paxHeader([
          ['GNU.sparse.size', '1024'],
          ['GNU.sparse.map', '0,1'],
        ]),
        tarEntry({ name: 'activity/x', content: 'x' }),
      ],
    ],
    [
      'a sparse file of GNU in pax 1.0, which has its name there',
      [
        paxHeader([
          ['GNU.sparse.major', '1'],
          ['GNU.sparse.minor', '0'],
          ['GNU.sparse.name', 'activity/lib/a.php'],
          ['GNU.sparse.realsize', '1024'],
        ]),
        tarEntry({ name: 'activity/GNUSparseFile.0/a.php', content: 'x' }),
      ],
    ],
    ['a volume label', [tarEntry({ name: 'label', type: 'V' })]],
    ['a continued file', [tarEntry({ name: 'activity/x', type: 'M', content: 'x' })]],
    ['an unknown kind', [tarEntry({ name: 'activity/x', type: 'Z', content: 'x' })]],
  ])('%s is SPARSE_FILE', async (_, entries) => {
    const report = await verifyArchive(tarGzFiles(files, ...entries))
    expect(findingsOf(report, 'SPARSE_FILE')).toMatchObject([{ severity: 'error' }])
  })

  it('a signed file that is packed as sparse does not pass for it', async () => {
    const sparse = tarEntry({ name: 'activity/lib/a.php', type: 'S', content })
    expect(await errorsOf(verifyArchive(tarGzOf(...without('lib/a.php'), sparse)))).toContain('SPARSE_FILE')
  })
})

describe('long names are read', () => {
  for (const length of [101, 156, 255, 256, 300, 4000]) {
    const steps = Array.from({ length: Math.ceil(length / 200) }, (_, i) =>
      `${i}`.padEnd(Math.min(200, length - 200 * i), 'x'),
    )
    const name = `lib/${steps.join('/')}`
    it(`of ${length} bytes, in GNU's form and in pax`, async () => {
      const signed = await signedFiles({ 'lib/a.php': content, ...(length < 3000 ? { [name]: 'long' } : {}) })
      const rest = tarEntries(new Map([...signed].filter(([path]) => path !== name)))
      const entry = tarEntry({ name: `activity/${name}`.slice(0, 100), content: 'long' })
      const gnu = await verifyArchive(tarGzOf(...rest, gnuLong('L', `activity/${name}`), entry))
      const pax = await verifyArchive(tarGzOf(...rest, paxHeader([['path', `activity/${name}`]]), entry))
      const expected = length < 3000 ? [] : ['EXTRA_FILE']
      expect(errorCodes(gnu.findings)).toEqual(expected)
      expect(errorCodes(pax.findings)).toEqual(expected)
      if (length >= 3000) expect(findingsOf(gnu, 'EXTRA_FILE')[0]?.path).toBe(name)
      expect(findingsOf(pax, 'PAX_HEADER')).toMatchObject([{ severity: 'warning' }])
      expect(findingsOf(gnu, 'PAX_HEADER')).toEqual([])
    })
  }

  it('in the prefix of ustar', async () => {
    const folder = 'f'.repeat(90)
    const signed = await signedFiles({ [`${folder}/${'n'.repeat(99)}`]: 'x' })
    const rest = tarEntries(new Map([...signed].filter(([path]) => !path.startsWith('f'))))
    const entry = tarEntry({ name: 'n'.repeat(99), prefix: `activity/${folder}`, content: 'x' })
    expect(await errorsOf(verifyArchive(tarGzOf(...rest, entry)))).toEqual([])
  })

  it('a name of exactly 100 bytes, without a NUL', async () => {
    const name = `lib/${'n'.repeat(100 - 'activity/lib/'.length)}`
    const signed = await signedFiles({ [name]: 'x' })
    expect(await errorsOf(verifyArchive(tarGzFiles(signed)))).toEqual([])
  })

  it('a long target of more than 100 bytes', async () => {
    const folder = 'd'.repeat(120)
    const signed = await signedFiles({ [`${folder}/x.txt`]: 'x' })
    const rest = tarEntries(new Map([...signed].filter(([path]) => !path.startsWith('d'))))
    const file = [gnuLong('L', `activity/${folder}/x.txt`), tarEntry({ name: 'x', content: 'x' })]
    for (const long of [gnuLong('K', `${folder}/x.txt`), paxHeader([['linkpath', `${folder}/x.txt`]])]) {
      const report = await verifyArchive(
        tarGzOf(...rest, ...file, long, tarEntry({ name: 'activity/y', type: '2', link: 'short' })),
      )
      expect(findingsOf(report, 'EXTRA_FILE')).toMatchObject([
        { path: 'y', current: expect.stringMatching(/^[0-9a-f]{128}$/) },
      ])
    }
  })

  it('a name serves the next entry only', async () => {
    const signed = await signedFiles({ [`lib/${'x'.repeat(150)}`]: 'long' })
    const [first, ...rest] = tarEntries(new Map([...signed].filter(([path]) => path.length < 100)))
    const long = gnuLong('L', `activity/lib/${'x'.repeat(150)}`)
    const report = await verifyArchive(
      tarGzOf(long, tarEntry({ name: 'x', content: 'long' }), first ?? Buffer.alloc(0), ...rest),
    )
    expect(errorCodes(report.findings)).toEqual([])
  })
})

describe('pax', () => {
  it('a global header is an error', async () => {
    const report = await verifyArchive(tarGzOf(paxHeader([['comment', 'a'.repeat(40)]], 'g'), ...tarEntries(files)))
    expect(findingsOf(report, 'PAX_HEADER')).toMatchObject([{ severity: 'error' }])
  })

  it('a header of its own for each file is told once, as a warning', async () => {
    const entries = tarEntries(files).flatMap((entry) => [paxHeader([['mtime', '1.5']]), entry])
    const report = await verifyArchive(tarGzOf(...entries))
    expect(said(report)).toMatchObject([{ code: 'PAX_HEADER', severity: 'warning' }])
  })

  it('the size of pax counts', async () => {
    const entry = tarEntry({ name: 'activity/lib/a.php', content, size: 0 })
    const header = paxHeader([['size', String(content.length)]])
    expect(await errorsOf(verifyArchive(tarGzOf(...without('lib/a.php'), header, entry)))).toEqual([])
  })

  it.each(['-1', 'x', '1e3', '99999999999999999999', ''])('a size of "%s" is damage', async (size) => {
    const archive = tarGzFiles(files, paxHeader([['size', size]]), tarEntry({ name: 'activity/x', content: 'x' }))
    expect((await refusalOf(verifyArchive(archive))).code).toBe('ARCHIVE_DAMAGED')
  })

  it.each<[string, Buffer]>([
    ['without a length', Buffer.from('path=activity/lib/evil.php\n')],
    ['without an equals sign', Buffer.concat([Buffer.from('6 abc\n'), paxRecord(['path', 'activity/lib/evil.php'])])],
    ['whose length is short', Buffer.from('5 path=activity/lib/evil.php\n')],
    ['whose length is long', Buffer.from('99 path=activity/lib/a.php\n')],
  ])('a record %s is an error, not passed over', async (_, records) => {
    const header = tarEntry({ name: 'PaxHeaders/x', type: 'x', content: records })
    const entries = [...without('lib/a.php'), header, tarEntry({ name: 'activity/lib/a.php', content })]
    expect(await errorsOf(verifyArchive(tarGzOf(...entries)))).not.toEqual([])
  })
})

describe('damage is ARCHIVE_DAMAGED', () => {
  const size = (value: string | Uint8Array, type = '0') => tarEntry({ name: 'activity/x', size: value, type })
  const base256 = (...bytes: number[]) => Buffer.from([...bytes, ...Array(12 - bytes.length).fill(0xff)])
  it.each<[string, Buffer]>([
    ['a wrong checksum', tarEntry({ name: 'activity/x', checksumError: 1 })],
    ['a wrong checksum by a bit of the name', Buffer.from(tarEntry({ name: 'activity/x' })).fill('X', 0, 1)],
    ['no header at all', Buffer.alloc(512, 'x')],
    ['a negative size', size(Buffer.from([...Array(11).fill(0xff), 0]))],
    ['a size of -1', size(base256(0xff))],
    ['a size beyond all files', size(base256(0x80, 0x7f))],
    ['a size that is no number', size('zzzzzzzzzzz\0')],
    ['a size that is larger than the file', size('00000777777\0')],
    ['a long name larger than 4 MiB', tarEntry({ name: 'x', type: 'L', size: 5 * 1024 * 1024 })],
    ['a pax header larger than 4 MiB', tarEntry({ name: 'x', type: 'x', size: 5 * 1024 * 1024 })],
  ])('%s', async (_, entry) => {
    expect((await refusalOf(verifyArchive(tarGzFiles(files, entry)))).code).toBe('ARCHIVE_DAMAGED')
  })

  it.each<[string, Buffer]>([
    ['a negative size of a pax header', size(Buffer.from([...Array(11).fill(0xff), 0]), 'x')],
    ['a negative size of a long name', size(Buffer.from([...Array(11).fill(0xff), 0]), 'L')],
    ['a size of a pax header that is no number', size('zzzzzzzzzzz\0', 'x')],
  ])('%s', async (_, entry) => {
    expect(await errorsOf(verifyArchive(tarGzFiles(files, entry)))).not.toEqual([])
  })

  it('the end missing, at each place where an entry ends or not', async () => {
    const whole = Buffer.concat(tarEntries(files))
    for (const cut of [whole.length, whole.length - 1, whole.length - 512, whole.length - 700, 512, 513, 100]) {
      const refusal = await refusalOf(verifyArchive(gzipSync(whole.subarray(0, cut))))
      expect(refusal.code, `at ${cut}`).toMatch(/^(?:ARCHIVE_DAMAGED|APP_INFO_INVALID)$/)
      expect(refusal.message).toMatch(/cut off/)
    }
  })

  it('nothing at all', async () => {
    for (const [bytes, ending] of [
      [Buffer.alloc(0), 'tar'],
      [gzipSync(Buffer.alloc(0)), 'tar.gz'],
    ] as const)
      expect((await refusalOf(verifyArchive(bytes, ending))).code).toBe('ARCHIVE_DAMAGED')
    expect((await refusalOf(verifyArchive(TAR_END, 'tar'))).code).toBe('APP_INFO_INVALID')
    expect((await refusalOf(verifyArchive(Buffer.alloc(0), 'bin'))).code).toBe('PAYLOAD_UNREADABLE')
  })

  it('zeros behind the end are what tar itself writes', async () => {
    const padded = Buffer.concat([...tarEntries(files), Buffer.alloc(10_240)])
    expect(await errorsOf(verifyArchive(gzipSync(padded)))).toEqual([])
  })

  it('entries behind the end are ARCHIVE_TRAILING_BYTES, after one block of zeros or many', async () => {
    const evil = tarEntry({ name: 'activity/evil.php', content: 'x' })
    for (const zeros of [512, 1024, 10_240]) {
      const bytes = gzipSync(Buffer.concat([...tarEntries(files), Buffer.alloc(zeros), evil, TAR_END]))
      const report = await verifyArchive(bytes)
      expect(errorCodes(report.findings)).toEqual(expect.arrayContaining(['ARCHIVE_TRAILING_BYTES', 'EXTRA_FILE']))
    }
  })

  it('signed entries behind the end do not pass either', async () => {
    const bytes = gzipSync(
      Buffer.concat([
        ...without('js/b.js'),
        TAR_END,
        ...tarEntries(new Map([...files].filter(([path]) => path === 'js/b.js'))),
        TAR_END,
      ]),
    )
    expect(await errorsOf(verifyArchive(bytes))).toContain('ARCHIVE_TRAILING_BYTES')
  })

  it('bytes behind the end that are no entries are damage', async () => {
    for (const junk of [Buffer.from('x'), Buffer.alloc(512, 'x'), Buffer.alloc(700, 'x')]) {
      const bytes = gzipSync(Buffer.concat([...tarEntries(files), TAR_END, junk]))
      expect((await refusalOf(verifyArchive(bytes))).code).toBe('ARCHIVE_DAMAGED')
    }
  })
})

describe('content where tools disagree', () => {
  it('a folder has no content, whatever its size says: what follows is an entry to all tools', async () => {
    const evil = tarEntry({ name: 'activity/lib/evil.php', content: 'x' })
    const folder = tarEntry({ name: 'activity/lib/', type: '5', size: evil.length })
    expect(await errorsOf(verifyArchive(tarGzFiles(files, folder, evil)))).toContain('EXTRA_FILE')
  })

  it('a pax path and a GNU long name for one entry are an error', async () => {
    const entry = tarEntry({ name: 'x', content })
    const pax = paxHeader([['path', 'activity/lib/evil.php']])
    const archive = tarGzOf(...without('lib/a.php'), pax, gnuLong('L', 'activity/lib/a.php'), entry)
    expect(await errorsOf(verifyArchive(archive))).not.toEqual([])
  })
})

describe('bombs are ARCHIVE_TOO_LARGE', () => {
  const limits = { bytes: 100_000, entries: 20 }
  const big = (size: number) => tarEntry({ name: 'activity/big', content: Buffer.alloc(size) })
  it('by bytes in one file', async () => {
    const refusal = await refusalOf(verifyArchive(tarGzFiles(files, big(200_000)), 'tar.gz', limits))
    expect(refusal).toMatchObject({ code: 'ARCHIVE_TOO_LARGE', message: expect.stringContaining('100000 bytes') })
  })

  it('by bytes in many files', async () => {
    const many = Array.from({ length: 10 }, (_, i) =>
      tarEntry({ name: `activity/${i}`, content: Buffer.alloc(15_000) }),
    )
    expect((await refusalOf(verifyArchive(tarGzFiles(files, ...many), 'tar.gz', limits))).code).toBe(
      'ARCHIVE_TOO_LARGE',
    )
  })

  it('by bytes below a name that is not taken', async () => {
    const entry = tarEntry({ name: '/big', content: Buffer.alloc(200_000) })
    expect((await refusalOf(verifyArchive(tarGzFiles(files, entry), 'tar.gz', limits))).code).toBe('ARCHIVE_TOO_LARGE')
  })

  it('by entries', async () => {
    const many = Array.from({ length: 20 }, (_, i) => tarEntry({ name: `activity/${i}/`, type: '5' }))
    const refusal = await refusalOf(verifyArchive(tarGzFiles(files, ...many), 'tar.gz', limits))
    expect(refusal).toMatchObject({ code: 'ARCHIVE_TOO_LARGE', message: expect.stringContaining('20 entries') })
  })

  it('at the limit all is well', async () => {
    const exact = { entries: files.size, bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0) }
    for (const ending of ['tar', 'tar.gz'] as const) {
      const tar = Buffer.concat([...tarEntries(files), TAR_END])
      const generous = { ...exact, bytes: Math.max(exact.bytes, tar.length) }
      expect(await errorsOf(verifyArchive(ending === 'tar' ? tar : gzipSync(tar), ending, generous))).toEqual([])
    }
  })

  it.each<[string, () => Buffer]>([
    ['by zeros behind the end', () => gzipSync(Buffer.concat([...tarEntries(files), Buffer.alloc(409_600)]))],
    ['by zeros alone', () => gzipSync(Buffer.alloc(4_096_000))],
    [
      'by long names without an entry',
      () => tarGzFiles(files, ...Array.from({ length: 10 }, () => gnuLong('L', 'x'.repeat(100_000)))),
    ],
    [
      'by pax headers without an entry',
      () => tarGzFiles(files, ...Array.from({ length: 10 }, () => paxHeader([['comment', 'x'.repeat(100_000)]]))),
    ],
    [
      'by long names, each of which is kept',
      () =>
        tarGzFiles(
          files,
          ...Array.from({ length: 10 }, (_, i) =>
            Buffer.concat([gnuLong('L', `activity/${i}${'x'.repeat(100_000)}`), tarEntry({ name: 'x' })]),
          ),
        ),
    ],
  ])('%s', async (_, make) => {
    const { code } = await refusalOf(verifyArchive(make(), 'tar.gz', limits))
    expect(code).toBe('ARCHIVE_TOO_LARGE')
  })
})

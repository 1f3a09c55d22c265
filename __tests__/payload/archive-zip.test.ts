import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { INSPECTED_SIZE } from '../../src/payload/inspect'
import {
  errorCodes,
  errorsOf,
  findingsOf,
  refusalOf,
  said,
  signedFiles,
  verifyArchive,
  zipEntries,
  zipFiles,
} from '../helpers/signed-app'
import {
  DESCRIPTOR,
  ENCRYPTED,
  extraField,
  LINK_MODE,
  UTF8,
  unixMode,
  type ZipParts,
  zip64Extra,
  zipOf,
} from '../helpers/zip'

const files = await signedFiles({ 'real.txt': 'real', 'sub/x.txt': 'x', 'empty.txt': '' })
const content = '<?php // a\n'
const NAME = 'activity/lib/a.php'
const others = zipEntries(new Map([...files].filter(([path]) => path !== 'lib/a.php')))
/** The signed app, with one file packed in a way of its own. */
const withEntry = (parts: Partial<ZipParts>) => zipOf([...others, { name: NAME, content, ...parts }])
const verifyZip = (bytes: Uint8Array) => verifyArchive(bytes, 'zip')
const damaged = async (bytes: Uint8Array) => {
  const refusal = await refusalOf(verifyZip(bytes))
  expect(refusal.code).toBe('ARCHIVE_DAMAGED')
  return refusal.message
}

describe('a zip of a signed app', () => {
  it.each<[string, Buffer]>([
    ['deflated', zipFiles(files)],
    ['stored', zipOf([...files].map(([path, bytes]) => ({ name: `activity/${path}`, content: bytes })))],
    ['with folder entries', zipFiles(files, { name: 'activity/lib/' }, { name: 'activity/' })],
    ['with modes of Unix', zipOf(zipEntries(files).map((entry) => ({ ...entry, ...unixMode(0o100644) })))],
    ['without the flag for UTF-8, in ASCII', withEntry({ flags: 0 })],
    ['with an unknown extra field', withEntry({ extra: extraField(0x5455, Buffer.from([1, 0, 0, 0, 0])) })],
    ['in zip64', zipOf([...others, zip64({ name: NAME, content })], { zip64: true })],
    ['with sizes behind the data', withEntry({ flags: UTF8 | DESCRIPTOR, local: { size: 0, packedSize: 0, crc: 0 } })],
    ['with a comment', commented(zipFiles(files), 'by hand')],
  ])('passes %s', async (_, bytes) => {
    const report = await verifyZip(bytes)
    expect(errorCodes(report.findings)).toEqual([])
    expect(report).toMatchObject({ kind: 'archive', fileCount: files.size - 1 })
  })

  it('passes with entries of every size, packed well or badly', async () => {
    const sizes = [1, 2 ** 15 - 30, 2 ** 15, INSPECTED_SIZE - 1, INSPECTED_SIZE, INSPECTED_SIZE + 1, 3 * INSPECTED_SIZE]
    const app = await signedFiles(
      Object.fromEntries(
        sizes.flatMap((size) => [
          [`even/${size}`, Buffer.alloc(size, 'app')],
          [`noise/${size}`, randomBytes(size)],
        ]),
      ),
    )
    const stored = zipEntries(app).map((entry) => ({ ...entry, method: 0 as const }))
    for (const bytes of [zipFiles(app), zipOf(stored)])
      expect(errorCodes((await verifyZip(bytes)).findings)).toEqual([])
    app.set('noise/1', Buffer.from('x'))
    app.set(`noise/${2 ** 15}`, Buffer.from('x'))
    expect(errorCodes((await verifyZip(zipFiles(app))).findings)).toEqual(['INVALID_HASH', 'INVALID_HASH'])
  })

  it('is told that the App Store takes tar.gz only', async () => {
    expect(said(await verifyZip(zipFiles(files)))).toMatchObject([{ code: 'STORE_LIMIT', severity: 'warning' }])
  })

  it('fails for each kind of difference', async () => {
    const changed = new Map(files).set('lib/a.php', Buffer.from('other')).set('new.php', Buffer.from('new'))
    changed.delete('js/b.js')
    expect(errorCodes((await verifyZip(zipFiles(changed))).findings)).toEqual([
      'INVALID_HASH',
      'FILE_MISSING',
      'EXTRA_FILE',
    ])
  })
})

/** The same entry with its sizes in a zip64 field. */
function zip64(parts: ZipParts): ZipParts {
  const { length } = Buffer.from(parts.content ?? '')
  const wide = { size: 0xffffffff, packedSize: 0xffffffff, extra: zip64Extra(length, length) }
  return { ...parts, local: wide, central: wide }
}

function commented(zip: Buffer, comment: string): Buffer {
  const bytes = Buffer.concat([zip, Buffer.from(comment)])
  bytes.writeUInt16LE(comment.length, zip.length - 2)
  return bytes
}

describe('a hostile name is UNSAFE_NAME', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['absolute', '/etc/passwd', /is absolute/],
    ['..', 'activity/../../evil', /folder above/],
    ['.. at the front', '../evil', /folder above/],
    ['a drive letter', 'C:/evil', /drive letter/],
    ['a drive letter with a backslash', 'C:\\evil', /drive letter|backslashes/],
    ['a backslash', 'activity\\evil.php', /backslashes/],
    ['a backslash within the app', 'activity/lib\\a.php', /backslashes/],
    ['.. with backslashes', 'activity\\..\\..\\evil', /backslashes|folder above/],
    ['a network path', '\\\\server\\share', /backslashes/],
    ['NUL', 'activity/a.php\0.txt', /NUL/],
    ['empty', '', /is empty/],
    ['not UTF-8, though it says so', Buffer.from('activity/\xe9.txt', 'latin1'), /not valid UTF-8/],
  ])('%s', async (_, name, message) => {
    const report = await verifyZip(zipFiles(files, { name, content: 'x' }))
    expect(findingsOf(report, 'UNSAFE_NAME')).toMatchObject([
      { severity: 'error', message: expect.stringMatching(message) },
    ])
  })

  it('in the code page of DOS', async () => {
    const report = await verifyZip(zipFiles(files, { name: Buffer.from('activity/\x82.txt', 'latin1'), flags: 0 }))
    expect(findingsOf(report, 'UNSAFE_NAME')).toHaveLength(1)
  })

  it('UTF-8 without the flag is an error where DOS made it: unzip and Python take it for another name', async () => {
    const signed = await signedFiles({ 'caf\u00e9.txt': 'x' })
    const entries = zipEntries(signed).map((entry) => ({ ...entry, flags: 0 }))
    expect(await errorsOf(verifyZip(zipOf(entries)))).not.toEqual([])
  })

  it('a second name in the Unicode field is an error: unzip and bsdtar unpack to that one', async () => {
    const head = Buffer.alloc(5)
    head.writeUInt8(1, 0)
    head.writeUInt32LE(crc32(Buffer.from(NAME)), 1)
    const extra = extraField(0x7075, Buffer.concat([head, Buffer.from('activity/lib/evil.php')]))
    expect(await errorsOf(verifyZip(withEntry({ flags: 0, extra })))).not.toEqual([])
  })
})

describe('one name twice', () => {
  it('exactly is DUPLICATE_ENTRY', async () => {
    for (const twice of ['evil', content])
      expect(await errorsOf(verifyZip(zipFiles(files, { name: NAME, content: twice })))).toContain('DUPLICATE_ENTRY')
  })

  it('by case is NAMES_COLLIDE', async () => {
    const report = await verifyZip(zipFiles(files, { name: 'activity/lib/A.php', content }))
    expect(findingsOf(report, 'NAMES_COLLIDE')).toHaveLength(1)
  })

  it('for a file and a folder is an error', async () => {
    expect(await errorsOf(verifyZip(zipFiles(files, { name: `${NAME}/` })))).not.toEqual([])
  })
})

describe('links', () => {
  const link = (name: string, target: string): ZipParts => ({
    name: `activity/${name}`,
    content: target,
    ...unixMode(LINK_MODE),
  })
  it.each<[string, ZipParts[], string]>([
    ['absolute', [link('x', '/etc/passwd')], 'LINK_LEAVES_PAYLOAD'],
    ['above', [link('x', '../../x')], 'LINK_LEAVES_PAYLOAD'],
    ['above by way of another link', [link('here', 'sub'), link('x', 'here/../../x')], 'LINK_LEAVES_PAYLOAD'],
    ['dangling', [link('x', 'nowhere')], 'EXTRA_FILE'],
    ['in a loop', [link('x', 'y'), link('y', 'x')], 'EXTRA_FILE'],
    ['to the signature', [link('x', 'appinfo/signature.json')], 'LINK_TO_SIGNATURE'],
    ['over a file', [link('lib/a.php', '../real.txt')], 'DUPLICATE_ENTRY'],
  ])('%s', async (_, entries, code) => {
    expect(await errorsOf(verifyZip(zipFiles(files, ...entries)))).toContain(code)
  })

  it('to a file counts with the content of that file, also deflated', async () => {
    for (const method of [0, 8] as const) {
      const report = await verifyZip(zipFiles(files, { ...link('x', 'real.txt'), method }))
      const expected = findingsOf(report, 'EXTRA_FILE')
      expect(expected).toMatchObject([{ path: 'x', current: expect.stringMatching(/^[0-9a-f]{128}$/) }])
    }
  })

  it('with a wrong checksum is damage', async () => {
    const wrong = { ...link('x', 'real.txt'), local: { crc: 1 }, central: { crc: 1 } }
    expect(await damaged(zipFiles(files, wrong))).toMatch(/checksum/)
  })

  it('a target of hundreds of kilobytes is no path', async () => {
    expect(await errorsOf(verifyZip(zipFiles(files, link('x', 'a'.repeat(300_000)))))).not.toEqual([])
  })

  it('its target counts against a bomb', async () => {
    const bomb = { ...link('x', '\0'.repeat(2_000_000)), method: 8 as const }
    const limits = { bytes: 100_000, entries: 100 }
    expect(await errorsOf(verifyArchive(zipFiles(files, bomb), 'zip', limits))).toEqual([
      expect.stringMatching(/^ARCHIVE_(?:TOO_LARGE|DAMAGED)/),
    ])
  })

  it('a device or fifo is NOT_A_FILE', async () => {
    for (const mode of [0o020666, 0o060666, 0o010666, 0o140666])
      expect(await errorsOf(verifyZip(zipFiles(files, { name: 'activity/x', ...unixMode(mode) })))).toEqual([
        'NOT_A_FILE',
      ])
  })
})

describe('local and central directory that disagree are ARCHIVE_DAMAGED', () => {
  it.each<[string, Partial<ZipParts>, RegExp]>([
    ['in the name', { local: { name: 'activity/lib/b.php' } }, /differ in the name/],
    ['in the name, by case', { local: { name: 'activity/lib/A.php' } }, /differ in the name/],
    ['in the size', { local: { size: 5 } }, /differ in the size|damaged/],
    ['in the packed size', { local: { packedSize: 5 } }, /differ in the packed size/],
    ['in the method', { local: { method: 8 } }, /differ in the compression/],
    ['in the checksum', { local: { crc: 5 } }, /differ in the checksum/],
    ["in the name's encoding", { local: { flags: 0 } }, /differ in the name's encoding/],
    ['in a size of zero', { local: { size: 0 } }, /differ in the size/],
    [
      'in a size behind the data that is given in front',
      { flags: UTF8 | DESCRIPTOR, local: { size: 7 } },
      /differ in the size/,
    ],
  ])('%s', async (_, parts, message) => {
    expect(await damaged(withEntry(parts))).toMatch(message)
  })

  it('in a size of 32 ones without zip64', async () => {
    expect(
      await errorsOf(verifyZip(withEntry({ local: { size: 0xffffffff, packedSize: 0xffffffff, crc: 0xffffffff } }))),
    ).not.toEqual([])
  })

  it('in an entry that only the local header has', async () => {
    const bytes = zipOf([{ name: 'activity/evil.php', content: 'evil', hidden: true }, ...zipEntries(files)])
    expect(await errorsOf(verifyZip(bytes))).not.toEqual([])
  })

  it('in the number of entries', async () => {
    const entries = [...zipEntries(files), { name: 'activity/evil.php', content: 'evil' }]
    expect(await errorsOf(verifyZip(zipOf(entries, { count: files.size })))).not.toEqual([])
    expect(await errorsOf(verifyZip(zipOf(zipEntries(files), { count: files.size + 1 })))).not.toEqual([])
  })

  it('in a size of zero with content behind it', async () => {
    const entries = zipEntries(files).filter(({ name }) => name !== 'activity/empty.txt')
    for (const wrong of [{ size: 0 }, { size: 0, crc: 0 }]) {
      const evil: ZipParts = {
        name: 'activity/empty.txt',
        content: '<?php evil',
        method: 8,
        local: wrong,
        central: wrong,
      }
      expect(await errorsOf(verifyZip(zipOf([...entries, evil])))).not.toEqual([])
    }
  })
})

describe('damage is ARCHIVE_DAMAGED', () => {
  it.each<[string, Buffer, RegExp]>([
    ['encryption', withEntry({ method: 8, flags: UTF8 | ENCRYPTED }), /encrypted/],
    ['strong encryption', withEntry({ flags: UTF8 | ENCRYPTED | 0x40 }), /encrypt/],
    ['a wrong checksum', withEntry({ local: { crc: 1 }, central: { crc: 1 } }), /checksum/],
    ['a size that is too large', withEntry({ local: { size: 99 }, central: { size: 99 } }), /damaged/],
    ['a size that is too small', withEntry({ method: 8, local: { size: 5 }, central: { size: 5 } }), /damaged/],
    [
      'a packed size beyond the file',
      withEntry({ local: { packedSize: 1e9 }, central: { packedSize: 1e9 } }),
      /damaged/,
    ],
    ['an unknown compression', withEntry({ local: { method: 99 }, central: { method: 99 } }), /damaged/],
    ['data that are not what they say', withEntry({ local: { method: 8 }, central: { method: 8 } }), /damaged/],
    ['bytes behind the end', zipOf(zipEntries(files), { after: Buffer.from('x') }), /damaged/],
    [
      'a zip64 field that is too short',
      zipOf([{ ...zip64({ name: NAME }), central: { size: 0xffffffff, extra: extraField(1, Buffer.alloc(2)) } }]),
      /damaged/,
    ],
    ['an extra field longer than itself', withEntry({ central: { extra: Buffer.from([1, 0, 99, 0]) } }), /damaged/],
  ])('%s', async (_, bytes, message) => {
    expect(await damaged(bytes)).toMatch(message)
  })

  it('cut off, wherever that is', async () => {
    const whole = zipFiles(files)
    for (const length of [4, 30, 100, Math.floor(whole.length / 2), whole.length - 22, whole.length - 1])
      expect(await damaged(whole.subarray(0, length))).toMatch(/damaged or cut off/)
  })

  it('cut off at its front', async () => {
    const whole = zipFiles(files)
    for (const length of [1, 10, 400, 512, 1000])
      expect((await refusalOf(verifyZip(whole.subarray(length)))).code).toMatch(
        /^(?:ARCHIVE_DAMAGED|PAYLOAD_UNREADABLE)$/,
      )
  })

  it('two zip files in a row are an error', async () => {
    const evil = zipOf([{ name: 'activity/evil.php', content: 'evil' }])
    for (const bytes of [Buffer.concat([zipFiles(files), evil]), Buffer.concat([evil, zipFiles(files)])])
      expect(await errorsOf(verifyZip(bytes))).not.toEqual([])
  })
})

describe('bombs are ARCHIVE_TOO_LARGE', () => {
  const limits = { bytes: 100_000, entries: 20 }
  it('by bytes', async () => {
    const entry = { name: 'activity/big', content: Buffer.alloc(200_000), method: 8 as const }
    const refusal = await refusalOf(verifyArchive(zipFiles(files, entry), 'zip', limits))
    expect(refusal).toMatchObject({ code: 'ARCHIVE_TOO_LARGE', message: expect.stringContaining('100000 bytes') })
  })

  it('by entries', async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ name: `activity/${i}/` }))
    const refusal = await refusalOf(verifyArchive(zipFiles(files, ...many), 'zip', limits))
    expect(refusal).toMatchObject({ code: 'ARCHIVE_TOO_LARGE', message: expect.stringContaining('20 entries') })
  })
})

import { Buffer } from 'node:buffer'
import { constants, deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { errorsOf, refusalOf, signedFiles, tarEntries, verifyArchive } from '../helpers/signed-app'
import { TAR_END, tarEntry } from '../helpers/tar'

const files = await signedFiles({ 'js/large.js': Buffer.alloc(300_000, 'abc\n') })
const tar = Buffer.concat([...tarEntries(files), TAR_END])
const good = gzipSync(tar)
const codeOf = async (bytes: Uint8Array) => (await refusalOf(verifyArchive(bytes))).code
const crc = good.subarray(-8)

describe('a gzip file that is cut off is ARCHIVE_DAMAGED', () => {
  const cuts: [string, number][] = [
    ['in its magic number', 2],
    ['in its header', 5],
    ['behind its header', 10],
    ['at the first byte of its data', 11],
    ['in its data', 200],
    ['in the middle', Math.floor(good.length / 2)],
    ['shortly before its data end', good.length - 20],
    ['where its data end', good.length - 8],
    ['in its checksum', good.length - 6],
    ['before its length', good.length - 4],
    ['in its length', good.length - 1],
  ]
  it.each(cuts)('%s', async (_, length) => {
    const refusal = await refusalOf(verifyArchive(good.subarray(0, length)))
    expect(refusal.code).toBe('ARCHIVE_DAMAGED')
    expect(refusal.message).toMatch(/damaged|cut off/)
  })

  it('at one byte, it is no archive', async () => {
    expect(await codeOf(good.subarray(0, 1))).toBe('PAYLOAD_UNREADABLE')
  })
})

describe('a gzip header', () => {
  const data = deflateRawSync(tar)
  const withFlags = (flags: number, ...more: Buffer[]) =>
    Buffer.concat([Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]), ...more, data, crc])
  it('with name, comment, extra field or header checksum is read', async () => {
    const extra = Buffer.from([4, 0, 1, 2, 3, 4])
    const name = Buffer.from('app.tar\0')
    for (const bytes of [withFlags(8, name), withFlags(16, name), withFlags(4, extra), withFlags(1)])
      expect(await errorsOf(verifyArchive(bytes))).toEqual([])
    expect(await errorsOf(verifyArchive(withFlags(4 | 8 | 16, extra, name, name)))).toEqual([])
  })

  it('that does not end is damage', async () => {
    for (const bytes of [
      withFlags(8).subarray(0, 10),
      Buffer.concat([good.subarray(0, 3), Buffer.from([8]), Buffer.alloc(2 ** 21, 'x')]),
    ])
      expect(await codeOf(bytes)).toBe('ARCHIVE_DAMAGED')
  })

  it.each<[string, () => Buffer]>([
    ['of another method', () => Buffer.from(good).fill(7, 2, 3)],
    ['with flags that nobody knows', () => withFlags(0x80)],
    ['with a wrong checksum of its own', () => withFlags(2, Buffer.from([1, 2]))],
  ])('%s is refused, as gunzip does', async (_, make) => {
    expect(await errorsOf(verifyArchive(make()))).not.toEqual([])
  })
})

describe('more than one gzip file', () => {
  const half = Math.floor(tar.length / 1024) * 512
  it.each<[string, Buffer]>([
    ['one tar in two', Buffer.concat([gzipSync(tar.subarray(0, half)), gzipSync(tar.subarray(half))])],
    ['a second tar', Buffer.concat([good, gzipSync(Buffer.concat([tarEntry({ name: 'activity/x' }), TAR_END]))])],
    ['an empty one at the end', Buffer.concat([good, gzipSync(Buffer.alloc(0))])],
    ['an empty one in front', Buffer.concat([gzipSync(Buffer.alloc(0)), good])],
    ['itself', Buffer.concat([good, good])],
    ['only a magic number', Buffer.concat([good, Buffer.from([0x1f, 0x8b])])],
    ['one that is cut off', Buffer.concat([good, good.subarray(0, 50)])],
  ])('%s is ARCHIVE_DAMAGED', async (_, bytes) => {
    const refusal = await refusalOf(verifyArchive(bytes))
    expect(refusal).toMatchObject({
      code: 'ARCHIVE_DAMAGED',
      message: expect.stringMatching(/several gzip files in a row/),
    })
  })
})

describe('bytes behind the end are ARCHIVE_DAMAGED', () => {
  it.each<[string, Buffer]>([
    ['one', Buffer.from('x')],
    ['one zero', Buffer.alloc(1)],
    ['many', Buffer.alloc(100_000, 'x')],
    ['a zip file', Buffer.from('PK\x05\x06')],
    ['many zeros', Buffer.alloc(300_000)],
  ])('%s', async (_, more) => {
    const refusal = await refusalOf(verifyArchive(Buffer.concat([good, more])))
    expect(refusal).toMatchObject({ code: 'ARCHIVE_DAMAGED', message: expect.stringContaining('further bytes') })
  })
})

describe('the trailer', () => {
  it.each<[string, number]>([
    ['checksum', 8],
    ['length', 4],
    ['highest byte of the length', 1],
  ])('with a wrong %s is ARCHIVE_DAMAGED', async (_, fromEnd) => {
    const bytes = Buffer.from(good)
    bytes.writeUInt8((bytes.readUInt8(bytes.length - fromEnd) + 1) % 256, bytes.length - fromEnd)
    const refusal = await refusalOf(verifyArchive(bytes))
    expect(refusal).toMatchObject({ code: 'ARCHIVE_DAMAGED', message: expect.stringContaining('checksum') })
  })
})

describe('what is compressed', () => {
  it('in stored blocks, at once or flushed now and then, passes', async () => {
    for (const bytes of [
      gzipSync(tar, { level: 0 }),
      gzipSync(tar, { level: 9 }),
      gzipSync(tar, { strategy: constants.Z_HUFFMAN_ONLY }),
    ])
      expect(await errorsOf(verifyArchive(bytes))).toEqual([])
  })

  it('without end is damage', async () => {
    const open = deflateRawSync(tar, { finishFlush: constants.Z_SYNC_FLUSH })
    expect(await codeOf(Buffer.concat([good.subarray(0, 10), open, crc]))).toBe('ARCHIVE_DAMAGED')
  })

  it('as zlib or as gzip within gzip is damage', async () => {
    expect(await codeOf(gzipSync(good))).toBe('ARCHIVE_DAMAGED')
  })
})

import { Buffer } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { bunzip2 } from '../../src/payload/bzip2'
import { isMissingTool } from '../helpers/archive-tools'
import { errorsOf, refusalOf, signedFiles, tarEntries, verifyArchive } from '../helpers/signed-app'
import { TAR_END } from '../helpers/tar'

const files = await signedFiles({ 'js/large.js': Buffer.alloc(300_000, 'abc\n') })
const tar = Buffer.concat([...tarEntries(files), TAR_END])
const bzip2 = (bytes: Uint8Array) => spawnSync('bzip2', ['-c'], { input: bytes, maxBuffer: 2 ** 30 }).stdout

describe.skipIf(isMissingTool('bzip2'))('tar.bz2', () => {
  const good = isMissingTool('bzip2') ? Buffer.alloc(0) : bzip2(tar)

  it('passes', async () => {
    expect(await errorsOf(verifyArchive(good, 'tar.bz2'))).toEqual([])
  })

  it('is ARCHIVE_DAMAGED where it is cut off', async () => {
    for (const length of [
      3,
      4,
      10,
      14,
      100,
      Math.floor(good.length / 2),
      good.length - 10,
      good.length - 4,
      good.length - 1,
    ]) {
      const refusal = await refusalOf(verifyArchive(good.subarray(0, length), 'tar.bz2'))
      expect(refusal.code, `at ${length} of ${good.length}`).toBe('ARCHIVE_DAMAGED')
    }
  })

  it('is ARCHIVE_DAMAGED where a bit is wrong, in the block or in its checksums', async () => {
    for (const at of [5, 12, 20, 100, Math.floor(good.length / 2), good.length - 3]) {
      const bytes = Buffer.from(good)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
      expect((await refusalOf(verifyArchive(bytes, 'tar.bz2'))).code, `at ${at}`).toBe('ARCHIVE_DAMAGED')
    }
  })

  it('is an error with bytes behind the end, or with a second one', async () => {
    for (const more of [Buffer.from('x'), Buffer.alloc(1000, 'x'), good, bzip2(Buffer.from('x'))])
      expect(await errorsOf(verifyArchive(Buffer.concat([good, more]), 'tar.bz2'))).not.toEqual([])
  })

  it('is ARCHIVE_TOO_LARGE when it unpacks to more than it may', async () => {
    const limits = { bytes: 100_000, entries: 100 }
    expect((await refusalOf(verifyArchive(good, 'tar.bz2', limits))).code).toBe('ARCHIVE_TOO_LARGE')
  })

  it('is unpacked a piece at a time, so that a bomb does not fill the memory before anyone counts', async () => {
    const bomb = spawnSync('sh', ['-c', 'head -c 102000000 /dev/zero | bzip2 -1 -c']).stdout
    expect(bomb.length).toBeLessThan(2000)
    const source = (async function* () {
      yield bomb
    })()
    const before = process.memoryUsage().arrayBuffers
    const pieces = bunzip2(source, 'bomb.tar.bz2')
    await pieces.next()
    const held = process.memoryUsage().arrayBuffers - before
    await pieces.return(undefined)
    expect(held).toBeLessThan(50_000_000)
  })
})

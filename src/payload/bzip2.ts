import { Buffer } from 'node:buffer'
import { AppsignError, reasonOf } from '../findings/errors'

/** Bytes of input for which the reader waits: no block of 900 KB is larger. The library's own numbers. */
const BLOCK = { base: 25_000, perLevel: 100_000 }

/**
 * Unpacks a bzip2 file, block by block. The library's own stream unpacks everything that it has within one call, and 2 KB can
 * hold 2 GB; here the next block is unpacked when the one before was taken.
 *
 * @param source the file's bytes in pieces
 * @param name the file, for messages
 * @throws AppsignError ARCHIVE_DAMAGED
 */
export async function* bunzip2(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const [{ default: bzip2 }, { default: bitIterator }] = await Promise.all([
    import('../../node_modules/unbzip2-stream/lib/bzip2.js'),
    import('../../node_modules/unbzip2-stream/lib/bit_iterator.js'),
  ])
  const input = source[Symbol.asyncIterator]()
  const queue: Buffer[] = []
  let received = 0
  let ended = false
  const receive = async () => {
    const { value, done } = await input.next()
    if (done) ended = true
    else {
      queue.push(value)
      received += value.length
    }
  }
  const cutOff = () => new Error('the data end too early')
  try {
    await receive()
    const bits = bitIterator(() => {
      const next = queue.shift()
      if (!next) throw cutOff()
      return next
    })
    let level = 0
    let checksum: number | null = null
    for (;;) {
      const wanted = level === 0 ? BLOCK.base : BLOCK.base + BLOCK.perLevel * level
      while (!ended && received - bits.bytesRead < wanted) await receive()
      if (received <= bits.bytesRead) break
      if (level === 0) {
        level = bzip2.header(bits)
        checksum = 0
        continue
      }
      const block = new Block()
      const size = BLOCK.perLevel * level
      checksum = bzip2.decompress(bits, (byte) => block.push(byte), new Int32Array(size), size, checksum)
      if (checksum === null) level = 0
      else yield block.content()
    }
    if (checksum !== null || level !== 0) throw cutOff()
  } catch (error) {
    if (error instanceof AppsignError) throw error
    throw new AppsignError(
      'ARCHIVE_DAMAGED',
      `"${name}" is damaged or cut off (${reasonOf(error)}). Pack it again, or download it again.`,
      error,
    )
  }
}

/** Bytes that come one by one. */
class Block {
  private bytes = Buffer.allocUnsafe(1024 * 1024)
  private length = 0

  push(byte: number): void {
    if (this.length === this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.allocUnsafe(this.length)])
    this.bytes[this.length++] = byte
  }

  content(): Buffer {
    return this.bytes.subarray(0, this.length)
  }
}

import { Buffer } from 'node:buffer'
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import { AppsignError, reasonOf } from '../findings/errors'

/** Bytes that come out at once: large, because each piece costs a turn of the event loop. */
const PIECE = 1024 * 1024
const TRAILER = 8
const MEMBER = Buffer.from([0x1f, 0x8b])
const DEFLATE = 8
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16, unknown: 0xe0 }

/**
 * Unpacks a gzip file (RFC 1952) that holds exactly one member and nothing else. Node's own gunzip takes several members
 * for one and passes over what follows; whoever reads the file otherwise would see something else.
 *
 * @param source the file's bytes in pieces
 * @param name the file, for messages
 * @yields its content in pieces that are not used again
 * @throws AppsignError ARCHIVE_DAMAGED
 */
export async function* gunzip(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const fail = (what: string, cause?: unknown) =>
    new AppsignError('ARCHIVE_DAMAGED', `"${name}" ${what}. Pack it again, or download it again.`, cause)
  const input = source[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let start: number | undefined
  while (start === undefined) {
    const { value, done } = await input.next()
    if (done) throw fail('is cut off')
    head = Buffer.concat([head, value])
    start = headerLength(head)
    if (head.length > 1024 * 1024) throw fail('is no gzip file: its header does not end')
  }
  const problem = headerProblem(head, start)
  if (problem) throw fail(`is no gzip file that gzip can read: ${problem}`)
  const inflate = createInflateRaw({ chunkSize: PIECE })
  const tail = feed(inflate, head.subarray(start), input)
  let checksum = 0
  let size = 0
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      checksum = crc32(piece, checksum)
      size += piece.length
      yield piece
    }
  } catch (error) {
    throw fail(`is damaged or cut off (${reasonOf(error)})`, error)
  }
  const rest = await tail()
  if (rest.length < TRAILER) throw fail('is cut off at its end')
  if (rest.readUInt32LE(0) !== checksum || rest.readUInt32LE(4) !== size % 2 ** 32)
    throw fail('is damaged: its checksum is wrong')
  if (rest.length > TRAILER)
    throw fail(
      rest.subarray(TRAILER, TRAILER + 2).equals(MEMBER)
        ? 'consists of several gzip files in a row, which servers read differently'
        : 'has further bytes behind its end',
    )
}

/** Why gzip and zlib refuse a header (RFC 1952, 2.3). */
function headerProblem(bytes: Buffer, start: number): string | undefined {
  const flags = bytes[3] ?? 0
  if (bytes[2] !== DEFLATE) return 'it is compressed in another way'
  if (flags & FLAG.unknown) return 'it has flags that nobody knows'
  const wrong =
    flags & FLAG.headerChecksum && bytes.readUInt16LE(start - 2) !== (crc32(bytes.subarray(0, start - 2)) & 0xffff)
  return wrong ? 'the checksum of its header is wrong' : undefined
}

/** Where the compressed data begin, or undefined when more bytes are needed to know. */
function headerLength(bytes: Buffer): number | undefined {
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & FLAG.extra) at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0)
  for (const flag of [FLAG.name, FLAG.comment]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return undefined
    at = end + 1
  }
  if (flags & FLAG.headerChecksum) at += 2
  return bytes.length > at ? at : undefined
}

/**
 * Feeds compressed bytes in, a piece at a time, so that what is left over when the data end is known.
 *
 * @returns gives the bytes behind the end of the data, once that was reached: more than a trailer when there are more
 */
function feed(inflate: InflateRaw, first: Buffer, input: AsyncIterator<Buffer>): () => Promise<Buffer> {
  let written = 0
  let last = first
  const ended = new Promise<void>((resolve) => inflate.once('end', resolve).once('error', () => resolve()))
  const run = async () => {
    try {
      for (let piece: Buffer | undefined = first; piece && !inflate.readableEnded && !inflate.destroyed; ) {
        const bytes = piece
        last = bytes
        written += bytes.length
        // Behind the end of the data the engine takes nothing more, and never says so.
        await Promise.race([new Promise((resolve) => inflate.write(bytes, resolve)), ended])
        if (inflate.bytesWritten < written) return
        const next: IteratorResult<Buffer> = await input.next()
        piece = next.done ? undefined : next.value
      }
      inflate.end()
    } catch (error) {
      inflate.destroy(error as Error)
    }
  }
  const done = run()
  return async () => {
    await done
    let rest = last.subarray(last.length - (written - inflate.bytesWritten))
    while (rest.length <= TRAILER + MEMBER.length) {
      const next = await input.next()
      if (next.done) break
      rest = Buffer.concat([rest, next.value])
    }
    return rest
  }
}

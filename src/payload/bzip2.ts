import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { AppsignError, reasonOf } from '../findings/errors'

/**
 * Unpacks a bzip2 file.
 *
 * @param source the file's bytes in pieces
 * @param name the file, for messages
 * @throws AppsignError ARCHIVE_DAMAGED
 */
export async function* bunzip2(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const { default: unbzip2 } = await import('unbzip2-stream')
  const input = Readable.from(source)
  const output = new Readable({ objectMode: true, read: () => input.resume() })
  // An old kind of stream: it knows data, end and error, and no back-pressure but its input's.
  const stream = unbzip2() as unknown as NodeJS.ReadWriteStream & NodeJS.EventEmitter
  stream.on('data', (piece: Uint8Array) => {
    if (!output.push(Buffer.from(piece))) input.pause()
  })
  stream.on('end', () => output.push(null))
  stream.on('error', (error: Error) => output.destroy(error))
  input.on('data', (piece: Buffer) => stream.write(piece))
  input.on('end', () => stream.end())
  input.on('error', (error) => output.destroy(error))
  try {
    for await (const piece of output) yield piece as Buffer
  } catch (error) {
    if (error instanceof AppsignError) throw error
    throw new AppsignError(
      'ARCHIVE_DAMAGED',
      `"${name}" is damaged or cut off (${reasonOf(error)}). Pack it again, or download it again.`,
      error,
    )
  }
}

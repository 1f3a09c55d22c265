// unbzip2-stream has no types, and no entry for its decoder either: it is imported by file (see bzip2.ts).
declare module '*/unbzip2-stream/lib/bit_iterator.js' {
  export interface BitReader {
    (count: number | null): number
    bytesRead: number
  }
  export default function bitIterator(nextBuffer: () => Uint8Array): BitReader
}

declare module '*/unbzip2-stream/lib/bzip2.js' {
  type BitReader = import('*/unbzip2-stream/lib/bit_iterator.js').BitReader
  const bzip2: {
    /** @returns the level, 1 to 9 */
    header(bits: BitReader): number
    /** @returns the checksum up to here, or null at the end of a stream */
    decompress(
      bits: BitReader,
      write: (byte: number) => void,
      buffer: Int32Array,
      size: number,
      checksum: number | null,
    ): number | null
  }
  export default bzip2
}

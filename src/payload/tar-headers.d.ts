// tar-stream has no types for its header codec, and no entry for it either: it is imported by file (see tar.ts).
declare module '*/tar-stream/headers.js' {
  export interface TarHeader {
    name: string
    size: number
    type: string | null
    linkname: string | null
  }
  const headers: {
    /** @returns null for a block of zeros */
    decode(block: Uint8Array, encoding: string, allowUnknownFormat: boolean): TarHeader | null
    decodeLongPath(content: Uint8Array, encoding: string): string
  }
  export default headers
}

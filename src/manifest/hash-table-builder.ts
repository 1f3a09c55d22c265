import { Buffer } from 'node:buffer'
import { DIGEST_SIZE, type Hash, HashTable, PER_BUFFER } from './hash-table'

/** A SHA-512 digest in hex. */
const DIGEST = /^[0-9a-f]{128}$/
/** What a digit of lower-case hex is worth, by its character code; 16 for anything else. */
const NO_DIGIT = 16
const WORTH = Uint8Array.from({ length: 256 }, (_, code) => {
  const worth = '0123456789abcdef'.indexOf(String.fromCharCode(code))
  return worth < 0 ? NO_DIGIT : worth
})

/** Gathers paths and hashes in any order for a table. Of a path that comes twice the last hash counts. */
export class HashTableBuilder {
  private readonly paths: string[] = []
  private readonly digests: Buffer[] = []
  private readonly others = new Map<number, Hash>()

  /** @param like a table whose paths are probably the same, and then shared */
  constructor(private readonly like?: HashTable) {}

  add(path: string, hash: Hash): void {
    if (hash !== false && DIGEST.test(hash)) this.addDigits(path, Buffer.from(hash), 0)
    else this.others.set(this.paths.push(path) - 1, hash)
  }

  /**
   * Adds a digest from a text of which it is a part.
   *
   * @param bytes the text
   * @param start where the digest's digits begin in it
   * @returns false, with nothing added, where there are not 128 digits
   */
  addDigits(path: string, bytes: Uint8Array, start: number): boolean {
    const place = this.paths.length
    const buffer = this.bufferOf(place)
    const first = (place % PER_BUFFER) * DIGEST_SIZE
    for (let index = 0; index < DIGEST_SIZE; index++) {
      const high = WORTH[bytes[start + 2 * index] ?? 0] ?? NO_DIGIT
      const low = WORTH[bytes[start + 2 * index + 1] ?? 0] ?? NO_DIGIT
      if (high === NO_DIGIT || low === NO_DIGIT) return false
      buffer[first + index] = high * 16 + low
    }
    this.paths.push(this.like?.own(path) ?? path)
    return true
  }

  build(): HashTable {
    return new HashTable(this.paths, this.digests, this.others)
  }

  private bufferOf(place: number): Buffer {
    const index = Math.floor(place / PER_BUFFER)
    const buffer = this.digests[index] ?? Buffer.allocUnsafeSlow(PER_BUFFER * DIGEST_SIZE)
    this.digests[index] = buffer
    return buffer
  }
}

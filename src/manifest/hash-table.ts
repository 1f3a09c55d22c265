import { Buffer } from 'node:buffer'

/** Bytes of a SHA-512 digest. */
export const DIGEST_SIZE = 64
/** Digests in one buffer, so that room is made as it is needed and nothing is moved. */
export const PER_BUFFER = 1024

/** What a manifest or an envelope says of a path: a hash as text, or `false`. */
export type Hash = string | false

/**
 * Path → SHA-512 in lower-case hex, as a Map in a third of its memory: paths are sorted, and digests are bytes that become
 * text when they are asked for. To ask for the paths in their order is as fast as with a Map; others are searched.
 */
export class HashTable implements ReadonlyMap<string, Hash> {
  private readonly paths: readonly string[]
  /** Where the hash of each path is; undefined when it is where the path is. */
  private readonly places: Uint32Array | undefined
  private last = -1

  /**
   * @param paths in any order; of one that comes twice the last counts
   * @param digests raw, in the order of the paths, 1024 in each buffer
   * @param others hashes that are no digests, by the index of their path
   */
  constructor(
    paths: readonly string[],
    private readonly digests: readonly Buffer[],
    private readonly others: Map<number, Hash>,
  ) {
    this.places = isSorted(paths) ? undefined : sortedPlaces(paths)
    this.paths = this.places ? Array.from(this.places, (place) => paths[place] ?? '') : paths
  }

  /**
   * @param digests raw and side by side, in the order of the paths; they are not copied
   * @param dangling further paths, those of dangling links
   */
  static of(paths: readonly string[], digests: Uint8Array, dangling: readonly string[]): HashTable {
    const buffers: Buffer[] = []
    for (let at = 0; at < digests.length; at += PER_BUFFER * DIGEST_SIZE)
      buffers.push(
        Buffer.from(digests.buffer, digests.byteOffset + at, Math.min(PER_BUFFER * DIGEST_SIZE, digests.length - at)),
      )
    const others = new Map(dangling.map((_, index): [number, Hash] => [paths.length + index, false]))
    return new HashTable(dangling.length > 0 ? [...paths, ...dangling] : paths, buffers, others)
  }

  get size(): number {
    return this.paths.length
  }

  has(path: string): boolean {
    return this.indexOf(path) !== undefined
  }

  get(path: string): Hash | undefined {
    const index = this.indexOf(path)
    return index === undefined ? undefined : this.at(index)
  }

  /** Says something else of a path that it has. */
  replace(path: string, hash: Hash): void {
    const index = this.indexOf(path)
    if (index !== undefined) this.others.set(this.placeOf(index), hash)
  }

  keys(): MapIterator<string> {
    return this.paths.values()
  }

  *values(): MapIterator<Hash> {
    for (let index = 0; index < this.size; index++) yield this.at(index)
  }

  *entries(): MapIterator<[string, Hash]> {
    for (const [index, path] of this.paths.entries()) yield [path, this.at(index)]
  }

  [Symbol.iterator](): MapIterator<[string, Hash]> {
    return this.entries()
  }

  forEach(call: (hash: Hash, path: string, table: this) => void): void {
    for (const [path, hash] of this) call(hash, path, this)
  }

  /** The same path, as the very string that this table has, if it has it: so that two tables share theirs. */
  own(path: string): string {
    const index = this.indexOf(path)
    return index === undefined ? path : (this.paths[index] ?? path)
  }

  private at(index: number): Hash {
    const place = this.placeOf(index)
    const other = this.others.size > 0 ? this.others.get(place) : undefined
    if (other !== undefined) return other
    const first = (place % PER_BUFFER) * DIGEST_SIZE
    return this.digests[Math.floor(place / PER_BUFFER)]?.toString('hex', first, first + DIGEST_SIZE) ?? ''
  }

  private placeOf(index: number): number {
    return this.places?.[index] ?? index
  }

  private indexOf(path: string): number | undefined {
    const { paths, last } = this
    const isNext = paths[last + 1] === path
    const index = isNext ? last + 1 : paths[last] === path ? last : search(paths, path)
    if (index !== undefined) this.last = index
    return index
  }
}

function isSorted(paths: readonly string[]): boolean {
  return paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path)
}

/** Indices of the paths in their order, each path once. */
function sortedPlaces(paths: readonly string[]): Uint32Array {
  const at = (place: number) => paths[place] ?? ''
  // Stable: of equal paths the last comes last.
  const sorted = Uint32Array.from(paths.keys()).sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  return sorted.filter((place, index) => index + 1 === sorted.length || at(place) !== at(sorted[index + 1] ?? 0))
}

function search(paths: readonly string[], path: string): number | undefined {
  let from = 0
  let to = paths.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((paths[middle] ?? '') < path) from = middle + 1
    else to = middle
  }
  return paths[from] === path ? from : undefined
}

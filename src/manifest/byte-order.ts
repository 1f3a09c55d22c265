import { Buffer } from 'node:buffer'

const SURROGATE = /[\ud800-\udfff]/

/**
 * Sorts names by their UTF-8 bytes, as both formats want it. JavaScript's own order differs above U+FFFF.
 *
 * @returns a new array
 */
export function sortByBytes(names: Iterable<string>): string[] {
  const sorted = [...names].sort()
  if (!SURROGATE.test(sorted.join(''))) return sorted
  return sorted
    .map((name) => ({ name, bytes: Buffer.from(name) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ name }) => name)
}

/** Negative, zero or positive: the order of two names by their UTF-8 bytes. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

import { Buffer } from 'node:buffer'
import { sortByBytes } from '../../src/manifest/byte-order'
import { encodeCanonicalJson } from '../../src/manifest/canonical-json'
import { encodePhpJson } from '../../src/manifest/php-json'
import { sortLikePhp } from '../../src/manifest/php-order'

/** The bytes of what comes in pieces. */
export function joined(pieces: Iterable<string>): Buffer {
  return Buffer.from([...pieces].join(''))
}

/** M in one. */
export function canonicalJson(hashes: ReadonlyMap<string, string>): Buffer {
  return joined(encodeCanonicalJson(sortByBytes(hashes.keys()), hashes))
}

/** The signed bytes of the legacy format in one, from hashes in any order. */
export function phpJson(hashes: ReadonlyMap<string, string | false>): Buffer {
  return joined(encodePhpJson(sortLikePhp(hashes.keys()), hashes))
}

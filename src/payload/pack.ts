import { Buffer } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { Gzip } from 'fflate'
import { AppsignError, reasonOf } from '../findings/errors'
import { sortByBytes } from '../manifest/byte-order'
import { padding, TAR_END, tarHeader } from './tar-header'

/** One file of a package. */
export interface PackedFile {
  /** Absolute path on disk; a link is followed. */
  readonly source: string
  readonly size: number
}

const FILE_MODE = 0o644
const FOLDER_MODE = 0o755
/** Bytes read at once. */
const PIECE = 256 * 1024
/** As tar -czf. */
const LEVEL = 6

/**
 * Writes a reproducible tar.gz: entries in the order of their bytes, folders included, no owner, fixed modes, one time for
 * all. The same files make the same bytes on every system: fflate compresses in JavaScript, because what zlib makes
 * depends on the processor.
 *
 * @param top the name of the one top folder
 * @param files path below the top folder → where its content is
 * @param mtime seconds since 1970
 * @param write takes the package's bytes, piece by piece
 * @throws AppsignError PACKAGE_FAILED when a file changes while it is read
 */
export function pack(
  top: string,
  files: ReadonlyMap<string, PackedFile>,
  mtime: number,
  write: (piece: Uint8Array) => void,
): void {
  // fflate's gzip header has neither name nor, with mtime 0, a time, and names Unix on every system.
  const gzip = new Gzip({ level: LEVEL, mtime: 0 }, (piece) => write(piece))
  for (const path of sortByBytes([...foldersOf(files.keys()), ...files.keys()].map((one) => `${top}/${one}`))) {
    const file = files.get(path.slice(top.length + 1))
    const size = file?.size ?? 0
    gzip.push(tarHeader({ name: path, size, mode: file ? FILE_MODE : FOLDER_MODE, mtime }))
    if (file) pushContent(gzip, path, file)
  }
  gzip.push(TAR_END, true)
}

/** Every folder on the way to a file, each with a slash at its end; the top itself is `''`. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set([''])
  for (const path of paths)
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at + 1))
  return folders
}

function pushContent(gzip: Gzip, name: string, { source, size }: PackedFile): void {
  const file = openSync(source, 'r')
  try {
    let left = size
    while (left > 0) {
      // A new buffer each time: the compressor keeps what it was given.
      const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, left))
      const read = readSync(file, piece, 0, piece.length, null)
      if (read === 0) throw new Error('it became shorter')
      gzip.push(piece.subarray(0, read))
      left -= read
    }
  } catch (error) {
    throw new AppsignError(
      'PACKAGE_FAILED',
      `"${name}" changed while it was packed (${reasonOf(error)}). Pack after the last change.`,
      error,
    )
  } finally {
    closeSync(file)
  }
  gzip.push(Buffer.alloc(padding(size)))
}

import type { Buffer } from 'node:buffer'
import type { Finding } from '../findings/finding'

/** One entry of an archive as its reader found it, before anyone asks whether it may be there. */
export interface Member {
  /** The name's bytes, as they stand in the archive. */
  readonly name: Buffer
  readonly type: 'file' | 'folder' | 'link' | 'hard-link' | 'special' | 'unknown'
  /** Bytes of content that follow; 0 for everything that has none. */
  readonly size: number
  /** Where a link points. */
  readonly target?: string
}

/** Takes an archive as it is read: each member, then its content in pieces, then its end. Pieces are not kept. */
export interface MemberSink {
  begin(member: Member): void
  data(piece: Buffer): void
  end(): void
  /** Bytes that were unpacked, whatever they were for. @throws AppsignError ARCHIVE_TOO_LARGE */
  tally(bytes: number): void
  /** Something about the archive itself. */
  report(finding: Finding): void
}

/** How an archive is packed, told by its first bytes, whatever its name. */
export type ArchiveFormat = 'tar' | 'tar.gz' | 'tar.bz2' | 'zip'

/** How much an archive may be before it is taken for a bomb. */
export interface ArchiveLimits {
  /** Bytes, unpacked. */
  readonly bytes: number
  readonly entries: number
}

/** A whole server release has 30,000 files and 500 MB; what has more than this is not unpacked any further. */
export const ARCHIVE_LIMITS: ArchiveLimits = { bytes: 2 * 1024 ** 3, entries: 200_000 }

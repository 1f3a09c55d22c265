import type { Buffer } from 'node:buffer'
import type { Finding } from '../findings/finding'
import type { Entry } from './entry'
import type { ArchiveFormat } from './member'
import type { Progress } from './progress'

/** What a payload holds, and the checkout's own top-level VCS folders (`.git`, …) that were left out of it. */
export interface Listing {
  readonly entries: readonly Entry[]
  readonly leftOut: readonly string[]
}

/** Is told, file by file, how many there are until now. */
export type OnFile = (count: number) => void

/** What is signed or verified: a folder, or the content of an archive below its single top folder (SPEC 1). */
export interface Payload {
  readonly kind: 'folder' | 'archive'
  /** For messages: the path as the user gave it. */
  readonly name: string
  /** True for the very checkout that a run is for: its own VCS folder is no surprise, and never ships. */
  readonly isCheckout: boolean
  /** Absolute path of the folder, or of the archive's file. */
  readonly root: string
  /**
   * Everything in it that is not a folder, in no particular order.
   *
   * @param onFile is told of files while the list grows, so that others can make ready for them
   * @param signed the paths that the envelope lists, if there is one: a checkout's own VCS folder is left out unless it
   *   was signed, because then the servers would compare it
   */
  list(signed?: Iterable<string>, onFile?: OnFile): Listing
  /**
   * A small file's bytes.
   *
   * @param path relative to the root
   * @param limit bytes; a larger file is not read
   * @returns undefined when there is no such file inside the payload, `'too-large'` when it is over the limit
   */
  read(path: string, limit: number): Buffer | undefined | 'too-large'
  /** Names of the folders directly below a folder, and of links to folders; none where there is no such folder. */
  folders(path: string): readonly string[]
  /**
   * A folder of this payload as a payload of its own, such as an app in a server.
   *
   * @param folder relative to the root
   * @throws AppsignError PAYLOAD_UNREADABLE when it is a link to somewhere else
   */
  below(folder: string): Payload
  /** The content of these files, read for the second time; those over the size that is inspected are left out. */
  reread(paths: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>>
  /** Bytes of an entry that is a file. */
  sizeOf(file: Entry): number
  /** For an archive: its one top folder, how it is packed, and how many bytes its file has. */
  readonly archive?: { readonly top: string; readonly format: ArchiveFormat; readonly size: number }
  /** SHA-512 in hex by path, where it is known from reading an archive. */
  readonly digests?: ReadonlyMap<string, string>
  /** Is told how far reading its files has come. */
  readonly progress?: Progress | undefined
  /** What is odd about the archive as such. */
  readonly findings: readonly Finding[]
}

/** What stands at a path of a payload, as far as its manifest is concerned. */
export type EntryKind =
  /** A regular file, or a link to one inside the payload, which the servers hash as its target (SPEC 2). */
  | 'file'
  /** A link whose target does not exist. */
  | 'dangling-link'
  /** A link whose target is outside the payload; it is never read. */
  | 'leaving-link'
  /** A link to a folder: the servers list nothing for it. */
  | 'folder-link'
  /** Socket, device, fifo. */
  | 'special'

/** One thing in a payload that is not a folder. */
export interface Entry {
  /** Relative to the root, forward slashes. For a name that is not UTF-8: as it is with `\xff` for each odd byte. */
  readonly path: string
  readonly kind: EntryKind
  /** Where the link points, as written in it; undefined for what is no link. */
  readonly target?: string
  /** For a link to a file: the path of that file, relative to the root. */
  readonly resolved?: string
  /** True when the name is not valid UTF-8, so that no server can write it into a signature. */
  readonly invalidName?: true
}

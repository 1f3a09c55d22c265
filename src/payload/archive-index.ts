import { Buffer } from 'node:buffer'
import { createHash, type Hash, hash } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import { DOT_PREFIX, duplicate, hardLink, sparse, unsafeName } from './archive-findings'
import { collide, collision } from './collisions'
import { INSPECTED_SIZE, type Inspect } from './inspect'
import { MAX_KEPT } from './kept'
import type { ArchiveLimits, Member, MemberSink } from './member'
import { readMemberName } from './member-name'
import type { Progress } from './progress'

/** Everything that one pass over an archive found out. Paths are whole, with the top folder. */
export interface ArchiveContent {
  readonly digests: ReadonlyMap<string, string>
  readonly sizes: ReadonlyMap<string, number>
  readonly folders: ReadonlySet<string>
  readonly links: ReadonlyMap<string, string>
  readonly special: ReadonlySet<string>
  readonly kept: ReadonlyMap<string, Buffer>
  readonly findings: readonly Finding[]
}

/** Takes an archive's members as they go by: hashes them, and looks at their names. Nothing is unpacked. */
export class ArchiveIndex implements MemberSink, ArchiveContent {
  readonly digests = new Map<string, string>()
  readonly sizes = new Map<string, number>()
  readonly folders = new Set<string>()
  readonly links = new Map<string, string>()
  readonly special = new Set<string>()
  readonly kept = new Map<string, Buffer>()
  readonly findings: Finding[] = []
  private readonly seen = new Map<string, string>()
  private entries = 0
  private bytes = 0
  private keptBytes = 0
  private current: { path: string; size: number; pieces: Buffer[]; hash?: Hash } | undefined

  /**
   * @param backslashes whether they separate folders (zip)
   * @param keeps which small files are kept, by their whole path
   * @param inspect is shown each file that is small enough
   * @param progress is told again and again how far reading has come
   */
  constructor(
    private readonly name: string,
    private readonly limits: ArchiveLimits,
    private readonly backslashes: boolean,
    private readonly keeps: RegExp,
    private readonly inspect: Inspect,
    private readonly progress?: Progress,
  ) {}

  report(finding: Finding): void {
    this.findings.push(finding)
  }

  begin(member: Member): void {
    this.current = undefined
    if (++this.entries > this.limits.entries) throw this.tooLarge(`more than ${this.limits.entries} entries`)
    const name = readMemberName(member.name, this.backslashes)
    if ('problem' in name) {
      this.report(unsafeName(name.shown, name.problem))
      return
    }
    if (name.dotPrefix && !this.findings.some(({ code }) => code === 'DOT_PREFIX')) this.report(DOT_PREFIX)
    if (name.path !== '') this.place(name.path, member)
  }

  data(piece: Buffer): void {
    const { current } = this
    if (!current) return
    // A file that comes in one piece, as most do, is not copied: the piece is looked at before the reader goes on.
    if (current.hash) current.hash.update(piece)
    else current.pieces.push(piece.length === current.size ? piece : Buffer.from(piece))
  }

  tally(bytes: number): void {
    this.bytes += bytes
    this.progress?.({ files: this.digests.size, bytes: this.bytes })
    if (this.bytes > this.limits.bytes) throw this.tooLarge(`more than ${this.limits.bytes} bytes unpacked`)
  }

  end(): void {
    const { current } = this
    this.current = undefined
    if (!current) return
    const { path, pieces } = current
    const content = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
    this.digests.set(path, current.hash ? current.hash.digest('hex') : hash('sha512', content, 'hex'))
    if (!current.hash) this.inspect(path, content)
    if (this.keeps.test(path) && content.length === current.size) this.keep(path, content)
  }

  /** Nothing more comes: what only the whole can tell. A file or link of a folder's name would be unpacked over, or through. */
  finish(): void {
    for (const path of new Set([...this.sizes.keys(), ...this.links.keys(), ...this.special]))
      if (this.folders.has(path)) this.report(duplicate(path))
  }

  private place(path: string, member: Member): void {
    const folder = path.slice(0, path.lastIndexOf('/'))
    for (
      let at = folder;
      at !== '' && !this.folders.has(at) && path.includes('/');
      at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))
    )
      this.folders.add(at)
    if (member.type === 'folder') {
      this.folders.add(path)
      this.collide(path)
      return
    }
    if (this.sizes.has(path) || this.links.has(path) || this.special.has(path)) this.report(duplicate(path))
    this.collide(path)
    if (member.type === 'link') this.links.set(path, member.target ?? '')
    else if (member.type === 'hard-link') this.hardLink(path, member.target ?? '')
    else if (member.type === 'unknown') this.report(sparse(path))
    else if (member.type === 'special') this.special.add(path)
    if (member.type !== 'file' && member.type !== 'unknown') return
    this.sizes.set(path, member.size)
    const whole = member.size < INSPECTED_SIZE || (this.keeps.test(path) && member.size <= MAX_KEPT)
    this.current = { path, size: member.size, pieces: [], ...(whole ? {} : { hash: createHash('sha512') }) }
  }

  private hardLink(path: string, target: string): void {
    this.report(hardLink(path, target))
    const digest = this.digests.get(target.replace(/^\.\//, ''))
    if (digest) this.digests.set(path, digest)
    const content = this.kept.get(target.replace(/^\.\//, ''))
    if (content && this.keeps.test(path)) this.keep(path, content)
    this.sizes.set(path, 0)
  }

  /** Two names that are one on a disk that does not tell case or Unicode forms apart. */
  private collide(path: string): void {
    const other = collide(this.seen, path)
    if (other !== undefined) this.report(collision(path, other))
  }

  private keep(path: string, content: Buffer): void {
    this.keptBytes += content.length
    if (this.keptBytes > MAX_KEPT) throw this.tooLarge('more than 128 MiB of signature files')
    this.kept.set(path, Buffer.from(content))
  }

  private tooLarge(what: string): AppsignError {
    return new AppsignError(
      'ARCHIVE_TOO_LARGE',
      `"${this.name}" has ${what}, and was not read any further. If that is meant, unpack it and verify the folder.`,
    )
  }
}

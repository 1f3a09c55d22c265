import { Buffer } from 'node:buffer'
import headers, { type TarHeader } from '../../node_modules/tar-stream/headers.js'
import { AppsignError, reasonOf } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Member, MemberSink } from './member'
import { type PaxRecord, paxRecords } from './pax'
import { decodeTarget, isSize, memberType, untilNul } from './tar-entry'
import { BEHIND_THE_END, GLOBAL_HEADER, PAX_HEADER } from './tar-findings'
import { padding } from './tar-header'

const BLOCK = 512

/** Bytes. A long name or a pax header is never larger; tar-stream has the same limit. */
const MAX_LONG_HEADER = 4 * 1024 * 1024

/** What long headers said about the entry that follows them. */
interface Ahead {
  /** GNU's; that of pax counts before it, as in every tool. */
  longName?: Buffer
  name?: Buffer
  target?: string
  size?: number
  sparse?: boolean
}

/**
 * Reads a tar archive from its bytes. tar-stream decodes the headers; the walk from header to header is our own, because
 * what its extractor passes over in silence is what has to be known here: global headers, and bytes behind the end.
 */
export class TarReader {
  private pending: Buffer[] = []
  private pendingSize = 0
  /** Bytes of the current member's content, or of a long header, that are still to come; then its padding. */
  private content = 0
  private padding = 0
  private long: { type: string; size: number } | undefined
  private ahead: Ahead = {}
  private zeroBlocks = 0
  private readonly told = new Set<string>()

  constructor(
    private readonly sink: MemberSink,
    private readonly name: string,
  ) {}

  /** Takes the next bytes. @throws AppsignError ARCHIVE_DAMAGED */
  push(chunk: Buffer): void {
    let rest = chunk
    while (rest.length > 0) {
      if (this.content > 0 && !this.long) rest = this.takeContent(rest)
      else if (this.content === 0 && this.padding > 0) {
        const passed = Math.min(this.padding, rest.length)
        this.padding -= passed
        rest = rest.subarray(passed)
      } else rest = this.collect(rest)
    }
  }

  /** No more bytes come. @throws AppsignError ARCHIVE_DAMAGED when something is missing */
  finish(): void {
    if (this.content > 0 || this.padding > 0 || this.pendingSize > 0)
      throw this.damaged('is cut off in the middle of an entry')
    if (this.zeroBlocks === 0) throw this.damaged('is cut off: the two empty blocks at its end are missing')
  }

  private takeContent(bytes: Buffer): Buffer {
    const piece = bytes.length > this.content ? bytes.subarray(0, this.content) : bytes
    this.sink.data(piece)
    this.content -= piece.length
    if (this.content === 0) this.sink.end()
    return bytes.subarray(piece.length)
  }

  /** Gathers a whole block, or a whole long header. */
  private collect(bytes: Buffer): Buffer {
    const wanted = this.long ? this.long.size : BLOCK
    const piece = bytes.subarray(0, wanted - this.pendingSize)
    if (this.pendingSize === 0 && piece.length === wanted) this.complete(piece)
    else {
      // Copied: the chunk belongs to whoever gave it.
      this.pending.push(Buffer.from(piece))
      this.pendingSize += piece.length
      if (this.pendingSize === wanted) {
        const whole = Buffer.concat(this.pending)
        this.pending = []
        this.pendingSize = 0
        this.complete(whole)
      }
    }
    return bytes.subarray(piece.length)
  }

  private complete(bytes: Buffer): void {
    if (!this.long) {
      this.header(bytes)
      return
    }
    const { type } = this.long
    this.long = undefined
    this.content = 0
    if (type === 'gnu-long-path') this.ahead.longName = untilNul(bytes)
    else if (type === 'gnu-long-link-path') this.ahead.target ??= untilNul(bytes).toString()
    else if (type === 'pax-header') this.takePax(bytes)
  }

  private header(block: Buffer): void {
    const header = this.decode(block)
    if (!header) {
      this.zeroBlocks++
      return
    }
    if (this.zeroBlocks > 0) this.tell(BEHIND_THE_END)
    const type = header.type ?? 'unknown'
    if (type.startsWith('gnu-long') || type.startsWith('pax')) {
      if (!isSize(header.size)) throw this.damaged('has a long header without a size')
      if (header.size > MAX_LONG_HEADER) throw this.damaged('has a long header of more than 4 MiB')
      if (type === 'pax-global-header') this.tell(GLOBAL_HEADER)
      if (type === 'pax-header') this.tell(PAX_HEADER)
      if (header.size > 0) this.long = { type, size: header.size }
      this.content = header.size
      this.padding = padding(header.size)
      return
    }
    this.begin(header, type)
  }

  private begin(header: TarHeader, type: string): void {
    const { longName = Buffer.from(header.name, 'latin1'), target = decodeTarget(header), sparse } = this.ahead
    const { name = longName } = this.ahead
    const size = this.ahead.size ?? header.size
    this.ahead = {}
    if (!isSize(size)) throw this.damaged('has an entry without a size')
    // Some tools take what follows for the link's content, others for the next entry.
    if (type === 'symlink' && size > 0) throw this.damaged('has a link with content')
    const kind = sparse ? 'unknown' : memberType(type)
    const member: Member = { name, type: kind, size, ...(target === undefined ? {} : { target }) }
    this.content = type === 'directory' ? 0 : size
    this.padding = padding(this.content)
    this.sink.begin({ ...member, size: this.content })
    if (this.content === 0) this.sink.end()
  }

  private decode(block: Buffer): TarHeader | null {
    try {
      // As Latin-1, so that no byte of a name is lost; what it means is decided later.
      return headers.decode(block, 'latin1', true)
    } catch (error) {
      throw this.damaged('has a header whose checksum is wrong', error)
    }
  }

  private takePax(bytes: Buffer): void {
    for (const [key, value] of this.records(bytes)) {
      if (key === 'path') this.ahead.name = value
      else if (key === 'linkpath') this.ahead.target = value.toString()
      else if (key === 'size') this.ahead.size = /^\d+$/.test(value.toString()) ? Number(value) : Number.NaN
      else if (key.startsWith('GNU.sparse')) this.ahead.sparse = true
    }
  }

  private records(bytes: Buffer): PaxRecord[] {
    try {
      return [...paxRecords(bytes)]
    } catch (error) {
      throw this.damaged('has a pax header with a record that can not be read', error)
    }
  }

  /** Once a kind is enough. */
  private tell(finding: Finding): void {
    if (this.told.has(finding.message)) return
    this.told.add(finding.message)
    this.sink.report(finding)
  }

  private damaged(what: string, cause?: unknown): AppsignError {
    const reason = cause === undefined ? '' : ` (${reasonOf(cause)})`
    return new AppsignError(
      'ARCHIVE_DAMAGED',
      `"${this.name}" ${what}${reason}. Pack it again, or download it again.`,
      cause,
    )
  }
}

import { Buffer } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'

/** Bytes that are read at once where little is asked for: headers and small files lie behind each other. */
const WINDOW = 32 * 1024
/** A directory and what it lists are read in turn. */
const WINDOWS = 2

const NOTHING = Buffer.alloc(0)

/** A part of the file that is in memory. */
interface Window {
  readonly start: number
  readonly bytes: Buffer
}

/** A file of which small parts are read here and there, without waiting and with few calls. */
export class WindowedFile {
  private readonly file: number
  private windows: readonly Window[] = []

  /**
   * @param path absolute
   * @throws the file system's error
   */
  constructor(path: string) {
    this.file = openSync(path, 'r')
  }

  /**
   * A part of the file, which must not be written to. What is in memory of its beginning is not read again: a file's content
   * begins in the window of its header.
   *
   * @returns fewer bytes than asked for where the file ends
   * @throws the file system's error
   */
  read(start: number, length: number): Buffer {
    const known = this.windows.find((one) => one.start <= start && start < one.start + one.bytes.length)
    const head = known?.bytes.subarray(start - known.start) ?? NOTHING
    const window = known && head.length >= length ? known : { start, bytes: this.readOn(start, head, length) }
    const others = this.windows.filter((one) => one !== window && one !== known)
    if (window.bytes.length <= 2 * WINDOW) this.windows = [window, ...others].slice(0, WINDOWS)
    return window.bytes.subarray(start - window.start, start - window.start + length)
  }

  /** As much as is asked for, or a window more than is known where that is not much. */
  private readOn(start: number, head: Buffer, length: number): Buffer {
    const rest = this.readThrough(start + head.length, length > WINDOW ? length - head.length : WINDOW)
    return head.length === 0 ? rest : Buffer.concat([head, rest])
  }

  close(): void {
    closeSync(this.file)
  }

  private readThrough(start: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(length)
    let filled = 0
    while (filled < length) {
      const read = readSync(this.file, bytes, filled, length - filled, start + filled)
      if (read === 0) break
      filled += read
    }
    return bytes.subarray(0, filled)
  }
}

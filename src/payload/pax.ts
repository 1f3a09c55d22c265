import type { Buffer } from 'node:buffer'

/** A record of a pax header: its key, and its value as bytes. */
export type PaxRecord = readonly [key: string, value: Buffer]

const BLANK = 0x20
const EQUALS = 0x3d
const NEWLINE = 0x0a

/**
 * Reads the records of a pax header, `length key=value\n` each. Not by tar-stream, which alters names that are not UTF-8 and
 * stops in silence at what it does not understand.
 *
 * @param bytes the header's content
 * @throws Error at a record that can not be read
 */
export function* paxRecords(bytes: Buffer): Generator<PaxRecord> {
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(BLANK, at)
    const length = Number(/^\d{1,7}$/.exec(bytes.toString('latin1', at, Math.max(blank, at)))?.[0])
    const record = bytes.subarray(blank + 1, at + length)
    const equals = record.indexOf(EQUALS)
    if (!(at + length <= bytes.length) || record.at(-1) !== NEWLINE || equals < 1) throw new Error(`at byte ${at}`)
    yield [record.toString('utf8', 0, equals), record.subarray(equals + 1, -1)]
    at += length
  }
}

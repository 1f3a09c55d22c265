import { Buffer } from 'node:buffer'

/**
 * A file name from the bytes that the file system holds.
 *
 * @returns the text, and whether the bytes are valid UTF-8; if not, each odd byte stands as `\xff` in the text
 */
export function decodeName(bytes: Buffer): { text: string; valid: boolean } {
  const text = bytes.toString('utf8')
  if (!text.includes('\ufffd') || Buffer.from(text).equals(bytes)) return { text, valid: true }
  const shown = bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)
  return { text: shown, valid: false }
}

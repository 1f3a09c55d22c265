/** Signs of JSON, as bytes. */
export const SIGN = {
  quote: 0x22,
  comma: 0x2c,
  slash: 0x2f,
  colon: 0x3a,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
} as const
const LIST = { open: 0x5b, close: 0x5d }

/** Whether an object or a list begins with this byte. */
export function opens(byte: number): boolean {
  return byte === SIGN.open || byte === LIST.open
}

/** Whether an object or a list ends with this byte. */
export function closes(byte: number): boolean {
  return byte === SIGN.close || byte === LIST.close
}

/** Where something else than blanks stands, from here on. */
export function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[++at]);
  return at
}

/**
 * Where a string of JSON ends.
 *
 * @param open the index of its opening quote
 * @returns the index behind its closing quote, or behind the last byte when there is none
 */
export function endOfString(bytes: Uint8Array, open: number): number {
  let at = open + 1
  for (let byte = bytes[at]; byte !== undefined && byte !== SIGN.quote; byte = bytes[++at])
    if (byte === SIGN.backslash) at++
  return Math.min(at + 1, bytes.length)
}

/** What PHP makes of a numeric string: an integer of 64 bits, or a double. */
export type PhpNumber =
  | { readonly kind: 'int'; readonly value: bigint }
  /** `overflow`: the string was an integer beyond 64 bits, on the side of this sign. */
  | { readonly kind: 'double'; readonly value: number; readonly overflow: -1 | 0 | 1 }

const NUMERIC = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\r\v\f]*$/
const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n

/**
 * PHP 8's idea of a numeric string (SPEC 3): `404`, `1.0`, `1e1`, ` 1`, `1 `, `+1`, `.5`, `-0`.
 *
 * @returns undefined for any other string
 */
export function phpNumber(name: string): PhpNumber | undefined {
  const digits = NUMERIC.exec(name)?.[1]
  if (digits === undefined) return undefined
  if (!/^[+-]?\d+$/.test(digits)) return { kind: 'double', value: Number(digits), overflow: 0 }
  const value = BigInt(digits.replace(/^\+/, ''))
  if (value >= INT64_MIN && value <= INT64_MAX) return { kind: 'int', value }
  return { kind: 'double', value: Number(digits), overflow: value < 0n ? -1 : 1 }
}

/** True for the names that become integer keys of a PHP array: canonical decimals of 64 bits, not `01`, `-0`, `+1`. */
export function isIntegerKey(name: string): boolean {
  if (!/^(?:0|-?[1-9]\d*)$/.test(name)) return false
  const value = BigInt(name)
  return value >= INT64_MIN && value <= INT64_MAX
}

/** An array of PHP with string or integer keys, in its order: what PHP prints of both kinds of key is the same. */
export type PhpArray = readonly (readonly [key: string, value: string | PhpArray])[]

/** Blanks by which PHP indents what is in an array, and what is in an array in it. */
const INDENT = ' '.repeat(4)

/**
 * What PHP's `print_r` prints of an array: bytes as PHP has them, given that the strings are well-formed.
 *
 * @param array keys and values are printed as they are
 * @param indent of the array itself
 * @returns lines that end in a line break each, the last one too
 */
export function printR(array: PhpArray, indent = ''): string {
  const entries = array.map(([key, value]) => {
    const printed = typeof value === 'string' ? value : printR(value, indent + INDENT + INDENT)
    return `${indent}${INDENT}[${key}] => ${printed}\n`
  })
  return `Array\n${indent}(\n${entries.join('')}${indent})\n`
}

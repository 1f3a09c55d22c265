/** Control and format characters that move the cursor, hide text, reverse it or end a line; lone surrogates. For `replace`. */
export const UNPRINTABLE =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u{e0000}-\u{e007f}]/gu

/**
 * One line of text that is safe to show: what comes from file names, info.xml or certificates can neither start a
 * workflow command (`::error::` at a line's start, `##[…]` anywhere, PLATFORM "log injection"), nor move the cursor,
 * nor reverse or hide text.
 *
 * @param text any string, untrusted
 * @returns the same text with every such character written as `\u{hex}`
 */
export function printable(text: string): string {
  return text
    .replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/##\[/g, '##\\u{5b}')
    .replace(/::/g, ':\\u{3a}')
}

/** Text of at most so many characters; a cut one ends in `…`, and no character is cut in two. */
export function shortened(text: string, characters: number): string {
  return text.length > characters ? `${text.slice(0, characters - 1).replace(/[\ud800-\udbff]$/, '')}…` : text
}

/** A line for a log or a terminal: `printable`, but the tabs that indent it stay. */
export function printableLine(line: string): string {
  const indent = /^\t*/.exec(line)?.[0] ?? ''
  return indent + printable(line.slice(indent.length))
}

import { UNPRINTABLE } from './printable'

/**
 * JSON that may be shown as it is: the value stays what it was, but what could move a cursor, turn text round, or be a
 * command to the runner when the file is printed into a log (`##[` anywhere in a line, PLATFORM "log injection") is
 * escaped in JSON's own way.
 *
 * @param value anything that JSON has; strings may be untrusted, and hold lone surrogates
 * @returns UTF-8 text, two blanks a level, a line feed at its end
 */
export function encodeJson(value: unknown): string {
  // Line feeds part the lines; all else that is found here stands in strings, because JSON's own syntax has none of it.
  const text = JSON.stringify(value, undefined, 2)
    .replace(UNPRINTABLE, (character) => (character === '\n' ? character : escapeUnits(character)))
    .replace(/(?<=##)\[|(?<=:):/g, escapeUnits)
  return `${text}\n`
}

/** `\uXXXX` for each UTF-16 unit. */
function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

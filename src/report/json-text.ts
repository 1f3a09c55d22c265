import { UNPRINTABLE } from './printable'

/**
 * A value as JSON for a file, with two spaces an indent and a newline at the end. Names stay as they are, but none is
 * harmful when the file is shown in a log: what moves the cursor, hides or reverses text, and what a runner takes for a
 * command (PLATFORM, "log injection"), is written as `\uxxxx`, which every reader of JSON takes back.
 *
 * @param value anything that `JSON.stringify` takes; lone surrogates survive
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)
    .replace(UNPRINTABLE, (characters) => (characters === '\n' ? characters : escapeUnits(characters)))
    .replaceAll('::', ':\\u003a')
    .replaceAll('##[', '##\\u005b')}\n`
}

function escapeUnits(characters: string): string {
  return Array.from({ length: characters.length }, (_, index) => {
    return `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`
  }).join('')
}

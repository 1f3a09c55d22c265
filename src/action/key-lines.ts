const KEY_OR_END = /"((?:[^"\\]|\\.)*)"(\s*:)?|\n/g

/**
 * The line on which each of these keys stands in a JSON text, however it escapes them.
 *
 * @param json the text, laid out in any way
 * @param wanted the keys
 * @returns key → line from 1; the first place of a key counts
 */
export function lineOfKeys(json: string, wanted: ReadonlySet<string>): Map<string, number> {
  const lines = new Map<string, number>()
  let line = 1
  for (const match of json.matchAll(KEY_OR_END)) {
    if (match[0] === '\n') line++
    else if (match[2] !== undefined) {
      const key = decode(match[1] ?? '')
      if (key !== undefined && wanted.has(key) && !lines.has(key)) lines.set(key, line)
      line += match[2].split('\n').length - 1
    }
  }
  return lines
}

function decode(escaped: string): string | undefined {
  if (!escaped.includes('\\')) return escaped
  try {
    return JSON.parse(`"${escaped}"`) as string
  } catch {
    // Not JSON after all: then there is no such key.
    return undefined
  }
}

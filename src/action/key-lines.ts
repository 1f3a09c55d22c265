import { endOfString } from '../envelope/json'

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
  const signs = /["\n]/g
  for (let match = signs.exec(json); match; match = signs.exec(json)) {
    if (match[0] === '\n') {
      line++
      continue
    }
    const end = endOfString(json, match.index)
    if (end === undefined) break
    const colon = /\s*:/y
    colon.lastIndex = end
    const [between] = colon.exec(json) ?? []
    signs.lastIndex = end + (between?.length ?? 0)
    if (between === undefined) continue
    const key = decode(json.slice(match.index + 1, end - 1))
    if (key !== undefined && wanted.has(key) && !lines.has(key)) lines.set(key, line)
    line += between.split('\n').length - 1
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

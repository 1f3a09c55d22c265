const PIECES = [
  ...'abzAZ019 -_.,~!#$%&()+=@[]{}"\'\\<>?*|:;`^\n\t\x01\x7f\x1b',
  'é',
  'e\u0301',
  'ß',
  '\u00a0',
  '\u202e',
]
const WIDE = ['\u2028', '日本', '\ue000', '\uff5e', '\ufffd', '\u{1f600}', '\u{10ffff}', '\u{1d400}']
const NUMBERS = ['1', '2', '10', '404', '007', '1.0', '1e3', '-5', '3a', ' 4', '5 ', '.5', '9223372036854775808']

/** Makes names and trees of every kind, the same for the same numbers. */
export function makeTrees(random: (bound: number) => number) {
  const pick = (things: readonly string[]) => things[random(things.length)] as string

  /** A file's name that every file system on Linux takes. */
  function name(): string {
    const length = 1 + random(8)
    const made = Array.from({ length }, () => pick(random(4) ? PIECES : WIDE)).join('')
    return /^\.*$/.test(made) ? `${made}x` : made
  }

  /** Files in up to three folders (path → content), and at the top so many more whose names look like numbers. */
  function tree(numbers: number): Record<string, string> {
    const folders = ['', `f-${name()}/`, `f-${name()}/${name()}/`]
    const files: Record<string, string> = {}
    for (let count = random(30); count >= 0; count--)
      files[`${pick(folders)}${name()}`.replace(/^f-(?!.*\/)/s, 'n-')] = name()
    for (let count = numbers; count > 0; count--) files[pick(NUMBERS)] = 'number'
    return files
  }

  return { pick, name, tree }
}

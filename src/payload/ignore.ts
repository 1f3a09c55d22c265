import type { Payload } from './payload'

/** The app's own list of what is not to be shipped, relative to its root; the syntax is that of .gitignore. */
export const IGNORE_FILE = '.nextcloudignore'

/** Bytes. */
const MAX_IGNORE_SIZE = 256 * 1024

/** Says of a path whether it is left out of what is shipped, and so of what is signed. */
export type LeftOut = (path: string) => boolean

/**
 * What the user does not want to ship: `.nextcloudignore`, and the input `exclude` on top of it.
 *
 * @param exclude lines in the syntax of .gitignore
 */
export async function readIgnored(payload: Payload, exclude: string | undefined): Promise<LeftOut> {
  const file = payload.read(IGNORE_FILE, MAX_IGNORE_SIZE)
  const rules = [typeof file === 'object' ? file.toString() : '', exclude ?? ''].join('\n')
  if (rules.trim() === '') return () => false
  const { default: ignore } = await import('ignore')
  const matcher = ignore({ ignorecase: false, allowRelativePaths: false }).add(rules)
  return (path) => matcher.ignores(path)
}

import { type Dirent, readdirSync } from 'node:fs'
import { decodeName } from './name'

/** One thing in a folder on disk: what it is called (`decodeName`) and what it is. */
export interface Child {
  readonly text: string
  readonly valid: boolean
  readonly type: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>
}

/** What stands in for bytes that are not UTF-8; names may have it of their own. */
const REPLACEMENT = '\ufffd'

/**
 * Lists a folder on disk. A name that is not UTF-8 would be silently altered (SPEC 2), so a folder in which one may be is
 * listed again as bytes; to list all of them so would take twice as long.
 *
 * @param path absolute
 * @throws the file system's error
 */
export function readChildren(path: string): Child[] {
  const children = readdirSync(path, { withFileTypes: true })
  if (children.some(({ name }) => name.includes(REPLACEMENT)))
    return readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((type) => ({
      ...decodeName(type.name),
      type,
    }))
  return children.map((type) => ({ text: type.name, valid: true, type }))
}

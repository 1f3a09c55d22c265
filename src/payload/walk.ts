import { AppsignError, reasonOf } from '../findings/errors'
import { type Child, readChildren } from './children'
import type { Entry } from './entry'
import { classifyLink } from './link'
import { boundMemory, MANY_FILES } from './memory'
import type { OnFile } from './payload'

/** What is not walked, and who is told of the files. */
export interface WalkOptions {
  /** Names at the top that do not ship: what points into them leaves the payload. */
  readonly leftOut?: ReadonlySet<string>
  /** Names at the top that are not even looked at. */
  readonly passedOver?: ReadonlySet<string> | undefined
  readonly onFile?: OnFile | undefined
}

/**
 * Everything below a folder on disk that is not a folder, in the order of the paths (as JavaScript sorts).
 *
 * @param root absolute path of the payload, without links in it
 * @param folder where to begin, relative to the root; empty for the root itself
 * @throws AppsignError PAYLOAD_UNREADABLE when a folder can not be listed
 */
export function walk(root: string, folder: string, options: WalkOptions = {}): Entry[] {
  const entries: Entry[] = []
  walkInto(entries, root, folder, options)
  return entries
}

function walkInto(entries: Entry[], root: string, folder: string, options: WalkOptions): void {
  const { leftOut = new Set(), passedOver, onFile } = options
  for (const { text, valid, type } of childrenOf(root, folder)) {
    if (folder === '' && (leftOut.has(text) || passedOver?.has(text))) continue
    // Joined, not concatenated: V8 would keep the parts beside the whole.
    const path = folder === '' ? text : [folder, text].join('/')
    if (!valid) entries.push({ path, kind: 'special', invalidName: true })
    else if (type.isDirectory()) walkInto(entries, root, path, options)
    else if (type.isFile()) {
      const count = entries.push({ path, kind: 'file' })
      if (count === MANY_FILES) boundMemory()
      onFile?.(count)
    } else if (type.isSymbolicLink()) entries.push(classifyLink(root, path, leftOut))
    else entries.push({ path, kind: 'special' })
  }
}

function childrenOf(root: string, folder: string): Child[] {
  try {
    return readChildren(`${root}/${folder}`).sort(byPath)
  } catch (error) {
    throw new AppsignError(
      'PAYLOAD_UNREADABLE',
      `The folder "${folder || '.'}" can not be listed: ${reasonOf(error)}. Make it readable for this step.`,
      error,
    )
  }
}

/** What is in a folder comes behind a slash. */
function byPath(a: Child, b: Child): number {
  const one = a.type.isDirectory() ? `${a.text}/` : a.text
  const other = b.type.isDirectory() ? `${b.text}/` : b.text
  return one < other ? -1 : 1
}

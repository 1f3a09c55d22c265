import type { Entry } from './entry'

/** What an archive holds, by path below its top folder. */
export interface ArchiveTree {
  readonly files: { has(path: string): boolean }
  readonly folders: ReadonlySet<string>
  /** Path → where the link points, as written. */
  readonly links: ReadonlyMap<string, string>
}

/** More hops than this is a loop; Linux stops at 40 as well. */
const MAX_HOPS = 40

/**
 * What a link in an archive would be to the servers once it is unpacked (SPEC 2), without unpacking it.
 *
 * @param path of the link, below the top folder
 */
export function classifyArchiveLink(tree: ArchiveTree, path: string): Entry {
  const target = tree.links.get(path) ?? ''
  const link = { path, target }
  const resolved = resolve(tree, path)
  if (resolved === 'leaves') return { ...link, kind: 'leaving-link' }
  if (resolved === 'dangles') return { ...link, kind: 'dangling-link' }
  if (tree.files.has(resolved)) return { ...link, kind: 'file', resolved }
  return { ...link, kind: resolved === '' || tree.folders.has(resolved) ? 'folder-link' : 'dangling-link' }
}

/** Step by step, as a kernel would; the way through a folder above leaves, even when it comes back. */
function resolve(tree: ArchiveTree, path: string): string {
  const at: string[] = []
  const steps = path.split('/')
  for (let hops = 0; steps.length > 0; ) {
    const step = steps.shift()
    if (step === undefined || step === '' || step === '.') continue
    if (step === '..') {
      if (at.length === 0) return 'leaves'
      at.pop()
      continue
    }
    const next = [...at, step].join('/')
    const target = tree.links.get(next)
    if (target === undefined) {
      if (!tree.files.has(next) && !tree.folders.has(next)) return leaves(at.length + 1, steps) ? 'leaves' : 'dangles'
      at.push(step)
    } else {
      if (target === '') return 'dangles'
      if (target.startsWith('/') || /^[A-Za-z]:/.test(target)) return 'leaves'
      if (++hops > MAX_HOPS) return 'dangles'
      steps.unshift(...target.split('/'))
    }
  }
  return at.join('/')
}

/** Whether the rest of a way that leads nowhere would go above the top. */
function leaves(depth: number, steps: readonly string[]): boolean {
  let left = depth
  for (const step of steps) {
    if (step === '..') left--
    else if (step !== '.' && step !== '') left++
    if (left < 0) return true
  }
  return false
}

import type { Finding } from '../findings/finding'

/** Names that are one on a disk that does not tell case or Unicode forms apart. Paths relative to the root. */
export function findCollisions(paths: Iterable<string>): Finding[] {
  const seen = new Map<string, string>()
  const findings: Finding[] = []
  for (const path of paths) {
    const other = collide(seen, path)
    if (other !== undefined) findings.push(collision(path, other))
  }
  return findings
}

/**
 * Enters a path among those that were seen.
 *
 * @returns the path that it would overwrite, if there is one
 */
export function collide(seen: Map<string, string>, path: string): string | undefined {
  const key = path.normalize('NFC').toLowerCase()
  const other = seen.get(key)
  if (other === undefined) seen.set(key, path)
  return other === path ? undefined : other
}

/** Says which two names are one. */
export function collision(path: string, other: string): Finding {
  return {
    code: 'NAMES_COLLIDE',
    severity: 'warning',
    path,
    message: `"${path}" and "${other}" differ only in case or Unicode form: on some disks one overwrites the other.`,
    hint: 'Rename one of them.',
  }
}

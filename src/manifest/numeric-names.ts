import type { Finding } from '../findings/finding'
import { isIntegerKey } from './php-number'

/**
 * Warnings on names that only newer servers sort as we do: since PHP 8.2 an integer key and a name are compared as text,
 * before as numbers.
 *
 * @param paths of a manifest in the legacy format
 */
export function numericNames(paths: Iterable<string>): Finding[] {
  return [...paths].filter(isIntegerKey).map((path) => ({
    code: 'NUMERIC_NAMES',
    severity: 'warning',
    path,
    message: `"${path}" looks like a number, and PHP before 8.2 sorts such names differently: servers on it say "Signature could not get verified."`,
    hint: 'Rename the file, or put it into a folder.',
  }))
}

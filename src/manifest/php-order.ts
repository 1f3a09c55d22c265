import { AppsignError } from '../findings/errors'
import { compareBytes, sortByBytes } from './byte-order'
import { isIntegerKey, type PhpNumber, phpNumber } from './php-number'

interface NumericName {
  readonly name: string
  readonly number: PhpNumber
}

/**
 * Names in the order of PHP's `ksort` (SPEC 3): by UTF-8 bytes, but two numeric strings as numbers. That relation need not
 * be an order; a set of names for which it is none is refused, because what PHP makes of it depends on the order in which
 * the folder was listed.
 *
 * @param names in any order, all different
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE naming the files
 */
export function sortLikePhp(names: Iterable<string>): string[] {
  // Between two neighbouring numeric names without any other name between them the numbers decide; a numeric and another
  // name are always compared by bytes. So the whole is an order exactly when the numbers also rise from one run of numeric
  // names to the next: otherwise the name between them closes a circle.
  const ordered: string[] = []
  const numeric: NumericName[] = []
  let run: NumericName[] = []
  const closeRun = () => {
    run.sort(compareNumeric)
    for (const entry of run) {
      ordered.push(entry.name)
      numeric.push(entry)
    }
    run = []
  }
  for (const name of sortByBytes(names)) {
    const number = phpNumber(name)
    if (number) run.push({ name, number })
    else {
      if (run.length > 0) closeRun()
      ordered.push(name)
    }
  }
  closeRun()
  assertRising(numeric)
  return ordered
}

/*
 * Integers of 64 bits are ordered among themselves, and so are doubles and integers that a double holds exactly:
 * neighbours are enough. Beyond, PHP's comparison is no order any more, and every pair is looked at.
 */
function assertRising(numeric: readonly NumericName[]): void {
  const anyDouble = numeric.some(({ number }) => number.kind === 'double')
  const inexact = ({ number }: NumericName) => anyDouble && !(Math.abs(Number(number.value)) <= Number.MAX_SAFE_INTEGER)
  for (const [index, entry] of numeric.entries()) {
    if (inexact(entry)) for (const before of numeric.slice(0, index)) assertBefore(before, entry)
    const after = inexact(entry) ? numeric.slice(index + 1) : numeric.slice(index + 1, index + 2)
    for (const next of after) assertBefore(entry, next)
  }
}

function assertBefore(a: NumericName, b: NumericName): void {
  if (compareNumeric(a, b) < 0) return
  throw new AppsignError(
    'PAYLOAD_NOT_SIGNABLE',
    `The order of the files "${a.name}" and "${b.name}" is ambiguous: PHP compares names that look like numbers as numbers, so the signature would depend on how a server lists the folder. Rename one of them, for example to "file-${b.name.trim()}".`,
  )
}

/** PHP's comparison of two array keys that are numeric strings or integers. */
function compareNumeric(a: NumericName, b: NumericName): number {
  const { number: x } = a
  const { number: y } = b
  if (x.kind === 'int' && y.kind === 'int') return x.value < y.value ? -1 : x.value > y.value ? 1 : 0
  if (isIntegerKey(a.name) || isIntegerKey(b.name)) return Number(x.value) - Number(y.value)
  const overflow = [x, y].map((number) => (number.kind === 'double' ? number.overflow : 0))
  if (overflow[0] !== 0 && overflow[0] === overflow[1] && Number(x.value) === Number(y.value))
    return compareBytes(a.name, b.name)
  if (x.kind === 'int' && overflow[1]) return -overflow[1]
  if (y.kind === 'int' && overflow[0]) return overflow[0]
  const difference = Number(x.value) - Number(y.value)
  if (x.kind === 'double' && y.kind === 'double' && x.value === y.value && !Number.isFinite(x.value))
    return compareBytes(a.name, b.name)
  return difference
}

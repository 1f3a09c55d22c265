// Trees for the benchmarks: the same every time, of sizes like a real app's.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

const INFO =
  '<?xml version="1.0"?>\n<info><id>bench</id><name>Bench</name><version>1.0.0</version><dependencies><nextcloud min-version="28" max-version="34"/></dependencies></info>\n'

/** A generator of numbers that repeats itself from run to run (xorshift). */
function* numbers(seed) {
  for (let x = seed; ; ) {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    yield x >>> 0
  }
}

/** Eight megabytes of words, with some noise between them: they pack to about 40 %, as the files of a release do. */
function makePool(next) {
  const letters = 'etaoinshrdlucmfwypvbgkjqxz_$0123456789'
  const word = (length) => Array.from({ length }, () => letters[Math.min(next() % 38, next() % 38)]).join('')
  const words = Array.from({ length: 1500 }, () => word(3 + (next() % 9)))
  const line = () => `${Array.from({ length: 4 + (next() % 5) }, () => words[next() % words.length]).join(' ')}\n`
  const lines = Array.from({ length: 1000 }, line)
  const parts = []
  for (let size = 0; size < 8 << 20; ) {
    const part = next() % 10 < 3 ? lines[next() % lines.length] : line()
    parts.push(part)
    size += part.length
  }
  return Buffer.from(parts.join(''))
}

/**
 * Writes an app of `count` files, info.xml among them, with `mean` bytes on average.
 *
 * @returns how many bytes it has
 */
export function makeTree(root, count, mean = 16_000) {
  const random = numbers(2026)
  const next = () => random.next().value
  const pool = makePool(next)
  let total = 0
  const write = (path, content) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
    total += content.length
  }
  // About ten files a folder.
  const folders = Math.max(2, Math.floor(count / 40))
  write('appinfo/info.xml', INFO)
  for (let i = 1; i < count; i++) {
    // Many small files and few large ones, as in a release.
    const size = Math.floor((mean * 4 * (next() % 1000) ** 3) / 1000 ** 3)
    const start = next() % (pool.length - size)
    write(
      `${['lib', 'js', 'css', 'l10n'][next() % 4]}/d${i % folders}/file${i}.txt`,
      pool.subarray(start, start + size),
    )
  }
  return total
}

/**
 * Writes an app with one file of `megabytes` million bytes, beside a small one.
 *
 * @returns how many bytes it has
 */
export function makeLargeFile(root, megabytes) {
  const small = makeTree(root, 2, 1000)
  const file = openSync(join(root, 'large.bin'), 'w')
  const megabyte = Buffer.alloc(1_000_000, 'appsign ')
  for (let written = 0; written < megabytes; written++) writeSync(file, megabyte)
  closeSync(file)
  return small + megabytes * 1_000_000
}

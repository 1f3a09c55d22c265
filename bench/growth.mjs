// How time and memory grow with the number of files, and with their bytes.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inMegabytes, ours } from './app.mjs'
import { measureTimes, run } from './measure.mjs'
import { canPack, hashWithOpenssl, OPENSSL } from './rivals.mjs'
import { formatLimited, formatTable } from './table.mjs'
import { makeLargeFile, makeTree } from './tree.mjs'

// Bytes a file. Small, because 300,000 files of a real release's size would be 5 GB; on disk each takes a block all the same.
const MEAN = 1500
// Largest ratio of the time per file at 300,000 files to that at 3,000, and MiB of memory there and for one file of 2 GB.
const LIMITS = { growth: 1.3, manyFiles: 250, largeFile: 150 }

/** 3,000, 30,000 and 300,000 small files. */
export function measureFiles(workspace, rounds, quick) {
  const all = [
    { amount: 3000, rounds },
    { amount: 30_000, rounds: Math.ceil(rounds / 2) },
    { amount: 300_000, rounds: 3, growth: LIMITS.growth, memory: LIMITS.manyFiles },
  ]
  const make = (root, { amount }) => makeTree(root, amount, MEAN)
  const sizes = (quick ? all.slice(0, 2) : all).map((size) => measureSize(workspace, { ...size, make }))
  const note = `Files of ${MEAN} bytes on average.`
  return formatGrowth('files', { name: 'µs per file', factor: 1000 }, sizes, note)
}

/** One file of 20 MB, 200 MB and 2 GB, which is also verified in a tar.gz. */
export function measureBytes(workspace, rounds, quick) {
  const all = [
    { amount: 20, rounds },
    { amount: 200, rounds: Math.ceil(rounds / 2) },
    { amount: 2000, rounds: 2, memory: LIMITS.largeFile, packed: canPack },
  ]
  const make = (root, { amount }) => makeLargeFile(root, amount)
  const sizes = (quick ? all.slice(0, 2) : all).map((size) => measureSize(workspace, { ...size, make }))
  return formatGrowth('MB', { name: 'ms per MB', factor: 1 }, sizes, 'One large file.')
}

/** Times and memory of one size; its tree is gone afterwards. */
function measureSize(workspace, size) {
  const bytes = size.make(join(workspace.folder, 'bench'), size)
  const commands = { ...hashWithOpenssl(workspace.folder, 'bench'), ...ours(workspace, 'bench') }
  const peaks = Object.entries(ours(workspace, 'bench')).map(([name, command]) => [
    name,
    workspace.inspect(command).peak,
  ])
  // Those runs have warmed the page cache.
  const times = measureTimes(commands, size.rounds, true)
  if (size.packed) {
    run({ file: 'tar', args: ['-czf', 'bench.tar.gz', 'bench'], cwd: workspace.folder })
    peaks.push(['appsign verify, tar.gz', workspace.inspect(workspace.verify('bench.tar.gz')).peak])
    rmSync(join(workspace.folder, 'bench.tar.gz'))
  }
  rmSync(join(workspace.folder, 'bench'), { recursive: true })
  return { ...size, bytes, times, peaks }
}

/** Two tables, of time and of memory. */
function formatGrowth(unit, per, sizes, note) {
  const names = [OPENSSL, 'appsign sign', 'appsign verify'].filter((name) => sizes[0].times[name])
  const label = ({ amount, bytes }) =>
    unit === 'MB' ? `${amount} MB` : `${amount.toLocaleString('en')} ${unit}, ${inMegabytes(bytes)}`
  const rows = names.flatMap((name) =>
    sizes.map((size, index) => [label(size), name, ...timeCells(name, size, sizes[0], sizes[index - 1], per.factor)]),
  )
  const head = ['size', 'command', 'rounds', 'median', per.name, 'growth', 'what is added']
  const memory = sizes.flatMap((size) =>
    size.peaks.map(([name, peak]) => [label(size), name, formatLimited(peak, size.memory, 'MiB')]),
  )
  const columns = `Growth is to the first size. "What is added" is ${per.name} beyond the size before, so without the start.`
  return [
    formatTable(`How time grows with ${unit}`, head, rows, `${note} ${columns}`),
    formatTable(`How memory grows with ${unit}`, ['size', 'command', 'peak memory'], memory),
  ]
}

function timeCells(name, size, first, before, factor) {
  const time = ({ times }) => times[name].median * factor
  const each = (of) => time(of) / of.amount
  return [
    String(size.rounds),
    `${size.times[name].median.toFixed(1)} ms`,
    each(size).toFixed(1),
    formatLimited(each(size) / each(first), name === OPENSSL ? undefined : size.growth),
    before ? ((time(size) - time(before)) / (size.amount - before.amount)).toFixed(1) : '',
  ]
}

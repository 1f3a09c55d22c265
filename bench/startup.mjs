// What a run loads before it works, and what that costs.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { measureTimes, medianOf, run } from './measure.mjs'
import { formatTable } from './table.mjs'
import { bundlePath, node } from './workspace.mjs'

const installed = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))

/** The libraries as the source loads them, and words by which to find each in the bundle. */
const LIBRARIES = {
  '@actions/core (2 files)': [['@actions/core/lib/command.js', '@actions/core/lib/file-command.js'], 'ghadelimiter_'],
  '@actions/github': [['@actions/github/lib/github.js'], 'octokit-core.js'],
  '@actions/glob': [['@actions/glob/lib/glob.js'], 'fixupPattern'],
  fflate: [['fflate/esm/index.mjs'], 'invalid UTF-8 data'],
  ignore: [['ignore/index.js'], 'checkIgnore'],
  'node-forge (asn1.js)': [['node-forge/lib/asn1.js'], 'asn1.validate'],
  saxes: [['saxes/saxes.js'], 'XML_ENTITIES'],
  'tar-stream (headers.js)': [['tar-stream/headers.js'], 'USTAR_MAGIC'],
  'unbzip2-stream (2 files)': [['unbzip2-stream/lib/bzip2.js', 'unbzip2-stream/lib/bit_iterator.js'], 'crcTable'],
  yauzl: [['yauzl/index.js'], 'zip64 end of central directory'],
}

/** Bare Node, the bundle read but not run, each library, and each file of the bundle. */
export function measureStartup(workspace, rounds) {
  const used = {
    sign: loadedBy(workspace, workspace.sign('app')),
    verify: loadedBy(workspace, workspace.verify('app')),
  }
  const check = { file: node, args: ['--check', bundlePath('index.js')], cwd: workspace.folder }
  const times = measureTimes({ bare: workspace.node, parse: check }, rounds)
  const rows = [
    ['bare Node (node -e 0)', '', `${times.bare.median.toFixed(1)} ms`, ''],
    ['index.js, read but not run', '', `${(times.parse.median - times.bare.median).toFixed(1)} ms`, 'sign, verify'],
    ...Object.entries(LIBRARIES).map(([name, [files, words]]) => {
      const places = bundleFiles().filter((file) => readFileSync(bundlePath(file), 'utf8').includes(words))
      return [
        name,
        places.join(' '),
        `${importTime(files.map(installed), rounds).toFixed(1)} ms`,
        usersOf(places, used),
      ]
    }),
  ]
  const pieces = bundleFiles().map((file) => [
    file,
    `${(statSync(bundlePath(file)).size / 1000).toFixed(0)} kB`,
    file === 'index.js' ? '' : `${importTime([bundlePath(file)], rounds).toFixed(1)} ms`,
    usersOf([file], used),
  ])
  const note = `Medians of ${rounds} rounds. Libraries and files of the bundle: import() alone, in a Node of their own.`
  return [
    formatTable('What libraries cost at the start', ['what', 'in', 'time', 'loaded for 300 files by'], rows, note),
    formatTable('The files of the bundle', ['file', 'size', 'import', 'loaded for 300 files by'], pieces),
  ]
}

/** Which files of the bundle a run loads; null when this Node can not tell. */
function loadedBy(workspace, command) {
  const { loaded } = workspace.inspect(command)
  return (
    loaded &&
    new Set(loaded.filter((url) => url.startsWith(pathToFileURL(bundlePath()).href)).map((url) => basename(url)))
  )
}

function usersOf(files, used) {
  if (Object.values(used).includes(null)) return '?'
  const users = Object.keys(used).filter((mode) => files.some((file) => used[mode].has(file)))
  return users.join(', ') || '-'
}

function bundleFiles() {
  return readdirSync(bundlePath()).filter((file) => file.endsWith('index.js'))
}

/** Milliseconds that importing these files takes. */
function importTime(files, rounds) {
  const urls = JSON.stringify(files.map((file) => pathToFileURL(file).href))
  const script = `const start = performance.now(); for (const url of ${urls}) await import(url); console.log(performance.now() - start)`
  const command = { file: node, args: ['--input-type=module', '-e', script] }
  return medianOf(Array.from({ length: rounds }, () => Number(run(command))))
}

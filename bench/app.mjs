// An app, and a tree as large as a server, beside what a user would run instead.
import { join } from 'node:path'
import { measureTimes, run } from './measure.mjs'
import { askPhp, canPack, GZIP, hashWithOpenssl, OPENSSL, PHP, UNPACK, unpack } from './rivals.mjs'
import { formatLimited, formatTable, formatTimes } from './table.mjs'
import { makeTree } from './tree.mjs'

const OURS = ['appsign sign', 'appsign verify']

/** An app of 300 files; what counts here is how fast a run starts. */
export function measureApp(workspace, rounds) {
  const bytes = makeTree(join(workspace.folder, 'app'), 300)
  const times = measureTimes(
    {
      'node -e 0': workspace.node,
      ...hashWithOpenssl(workspace.folder, 'app'),
      ...askPhp(workspace.folder, 'app'),
      ...ours(workspace, 'app'),
    },
    rounds,
  )
  const bases = [{ head: 'of bare Node', name: 'node -e 0', limit: 3.5, limited: OURS }]
  return [formatTimes(`An app of 300 files, ${inMegabytes(bytes)}`, times, bases, inRounds(rounds))]
}

/** 24,000 files, as a folder and as a tar.gz. */
export function measureLargeApp(workspace, rounds) {
  const bytes = makeTree(join(workspace.folder, 'large'), 24_000)
  const times = measureTimes(
    {
      ...hashWithOpenssl(workspace.folder, 'large'),
      ...askPhp(workspace.folder, 'large'),
      ...ours(workspace, 'large'),
    },
    rounds,
  )
  const bases = [
    { head: 'of openssl', name: OPENSSL, limit: 1.0, limited: OURS },
    { head: 'of PHP hashing', name: PHP.hash, limit: 0.6, limited: OURS },
  ]
  const title = `24,000 files, ${inMegabytes(bytes)}`
  const tables = [
    formatTimes(`A folder of ${title}`, times, bases, inRounds(rounds)),
    formatMemory(`Peak memory, ${title}`, workspace, ours(workspace, 'large')),
  ]
  return canPack ? [...tables, ...measureArchive(workspace, 'large', title, Math.ceil(rounds / 2))] : tables
}

/** What verifying `<path>.tar.gz` takes, which is made of the folder `path`. */
function measureArchive(workspace, path, title, rounds) {
  const archive = `${path}.tar.gz`
  // The servers want the app's id as the top folder.
  run({
    file: 'sh',
    args: ['-c', `mkdir top && mv ${path} top/bench && tar -C top -czf ${archive} bench && mv top/bench ${path}`],
    cwd: workspace.folder,
  })
  const verify = { 'appsign verify': workspace.verify(archive) }
  const times = measureTimes({ ...unpack(workspace.folder, archive, 'bench'), ...verify }, rounds)
  const bases = [
    { head: 'of gzip', name: GZIP },
    { head: 'of tar and openssl', name: UNPACK },
  ]
  return [
    formatTimes(`A tar.gz of ${title} unpacked`, times, bases, inRounds(rounds)),
    formatMemory(`Peak memory, tar.gz of ${title} unpacked`, workspace, verify),
  ]
}

/** Signing and verifying a folder of the workspace. */
export function ours(workspace, path) {
  return { 'appsign sign': workspace.sign(path), 'appsign verify': workspace.verify(path) }
}

/** The most memory that each command had at once. */
export function formatMemory(title, workspace, commands, limit) {
  const rows = Object.entries(commands).map(([name, command]) => [
    name,
    formatLimited(workspace.inspect(command).peak, limit, 'MiB'),
  ])
  return formatTable(title, ['command', 'peak memory'], rows)
}

/** Of how many rounds the medians are. */
export function inRounds(rounds) {
  return `Medians of ${rounds} rounds.`
}

/** Bytes for a title. */
export function inMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`
}

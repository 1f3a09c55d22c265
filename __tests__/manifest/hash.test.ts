import { Buffer } from 'node:buffer'
import { execFileSync, spawn } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Hashed, Hashing, type HashOptions } from '../../src/manifest/hash'
import { BUFFER_SIZE } from '../../src/manifest/hash-file'
import { INSPECTED_SIZE, keySamples } from '../../src/payload/inspect'
import { rejectionOf } from '../helpers/errors'
import { temporaryFolder, writeFiles } from '../helpers/tree'

type Files = Record<string, string | Uint8Array>

/** Whatever there is to do, more threads than one do it. */
const MANY = { threads: 3, manyFiles: 1 }
const TWO = { threads: 2, manyFiles: 1 }
const hashFiles = (root: string, names: readonly string[], options: HashOptions) =>
  new Hashing(options).hash(root, names)
const sha512 = (content: string | Uint8Array) => createHash('sha512').update(content).digest('hex')
const digestsOf = (files: Files) => Object.values(files).map(sha512)
/** The digests in hex. */
const told = ({ digests, ...rest }: Hashed) => ({
  digests:
    Buffer.from(digests)
      .toString('hex')
      .match(/.{128}/g) ?? [],
  ...rest,
})
const sizeOf = (files: Files) => Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0)
const manyFiles = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`d${index % 70}/${index}`, `${index}`.repeat(index % 300)]),
  )

const SIZES = [0, 1, BUFFER_SIZE - 1, BUFFER_SIZE, BUFFER_SIZE + 1, 2 * BUFFER_SIZE, 3 * BUFFER_SIZE + 7]
const NAMES = ['é', 'e\u0301', '😀', 'a\nb', '__proto__', '404', '\ufffd', ' ', 'a']
const TREES: [string, Files][] = [
  ['nothing', {}],
  ['one file', { 'a b.txt': 'a' }],
  ['empty files', { a: '', b: '', 'c/d': '' }],
  ['sizes around that of the buffer', Object.fromEntries(SIZES.map((size) => [`${size}`, Buffer.alloc(size, 'app')]))],
  ['names of every kind', Object.fromEntries(NAMES.map((name) => [`d/${name}`, name]))],
  ['5,000 files', manyFiles(5000)],
]

describe.each(TREES)('%s', (_, files) => {
  const root = writeFiles(temporaryFolder(), files)
  it.each([
    ['one thread', { threads: 1 }],
    ['three threads', MANY],
    ['threads that start on the way', { threads: 2, manyBytes: 5 }],
    ['as many as the machine runs', {}],
  ])('hashed by %s', async (_, options) => {
    const hashed = await hashFiles(root, Object.keys(files), options)
    expect(told(hashed)).toEqual({ digests: digestsOf(files), bytes: sizeOf(files), keys: [] })
  })
})

describe('the progress', () => {
  const files = manyFiles(300)
  const root = writeFiles(temporaryFolder(), { ...files, large: Buffer.alloc(5 * BUFFER_SIZE) })
  it.each([
    ['one thread', { threads: 1 }],
    ['three threads', MANY],
  ])('only rises, up to the whole, with %s', async (_, options) => {
    const told: { files: number; bytes: number }[] = []
    await hashFiles(root, [...Object.keys(files), 'large'], { ...options, progress: (read) => told.push(read) })
    expect(told.length).toBeGreaterThan(0)
    for (const [index, { files, bytes }] of told.entries()) {
      expect(files).toBeGreaterThanOrEqual(told[index - 1]?.files ?? 0)
      expect(bytes).toBeGreaterThanOrEqual(told[index - 1]?.bytes ?? 0)
    }
    expect(told.at(-1)?.bytes).toBeLessThanOrEqual(sizeOf(files) + 5 * BUFFER_SIZE)
  })

  it('comes with every piece of a large file', async () => {
    const told: number[] = []
    await hashFiles(root, ['large'], { threads: 1, progress: ({ bytes }) => told.push(bytes) })
    expect(told).toEqual([1, 2, 3, 4, 5].map((pieces) => pieces * BUFFER_SIZE))
  })
})

it('threads that are expected to have work, and get none, keep nothing waiting', async () => {
  const hashing = new Hashing(MANY)
  hashing.expect(1)
  expect(told(await new Hashing(MANY).hash(temporaryFolder(), []))).toEqual({ digests: [], bytes: 0, keys: [] })
})

/**
 * A folder in which the main thread waits at the first file, a fifo, until somebody writes; the last file is another. When
 * the last is written to before the first, a worker hashes everything between them.
 */
function withFifos(files: Files) {
  const root = writeFiles(temporaryFolder(), files)
  execFileSync('mkfifo', ['first', 'last'], { cwd: root })
  const write = (...fifos: string[]) => spawn('sh', ['-c', fifos.map((fifo) => `: > ${fifo}`).join(';')], { cwd: root })
  return { root, names: ['first', ...Object.keys(files), 'last'], write }
}

describe.skipIf(process.platform === 'win32')('a worker', () => {
  it('hashes as the main thread does, and counts what it reads', async () => {
    const files = {
      ...manyFiles(500),
      ...Object.fromEntries(SIZES.map((size) => [`s${size}`, Buffer.alloc(size, 'x')])),
    }
    const { root, names, write } = withFifos(files)
    write('last', 'first')
    expect(told(await hashFiles(root, names, TWO))).toEqual({
      digests: [sha512(''), ...digestsOf(files), sha512('')],
      bytes: sizeOf(files),
      keys: [],
    })
  })

  it('finds keys, which are told in the order of the names', async () => {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
    const pem = other.export({ type: 'pkcs8', format: 'pem' }).toString()
    const der = key.export({ type: 'pkcs1', format: 'der' })
    const fill = (size: number) => Buffer.concat([Buffer.alloc(size - pem.length, ' '), Buffer.from(pem)])
    const files = {
      none: 'x',
      other: pem,
      own: der,
      large: fill(INSPECTED_SIZE - 1),
      larger: fill(INSPECTED_SIZE),
      base64: der.toString('base64'),
    }
    const { root, names, write } = withFifos(files)
    write('last', 'first')
    const { keys } = await hashFiles(root, names, { ...TWO, samples: keySamples(key) })
    expect(keys).toEqual([
      { index: 2, code: 'PRIVATE_KEY' },
      { index: 3, code: 'SIGNING_KEY' },
      { index: 4, code: 'PRIVATE_KEY' },
      { index: 6, code: 'SIGNING_KEY' },
    ])
    const alone = await hashFiles(root, Object.keys(files), { threads: 1, samples: keySamples(key) })
    expect(alone.keys).toEqual(keys.map(({ index, code }) => ({ index: index - 1, code })))
  })

  it.each([
    ['exit', 'exit code 3'],
    ['leave', 'nothing was said of it'],
    ['throw', 'out of luck'],
  ])('that dies (%s) is an error that names its file', async (name, reason) => {
    const root = writeFiles(temporaryFolder(), { [name]: 'a', b: 'b', c: 'c' })
    execFileSync('mkfifo', ['fifo'], { cwd: root })
    const worker = new URL('../helpers/dying-worker.mjs', import.meta.url)
    expect(await rejectionOf(hashFiles(root, ['fifo', name, 'b', 'c'], { ...TWO, worker }))).toMatchObject({
      code: 'INTERNAL',
      message: `The file "${name}" was not hashed: the thread that had it ended early (${reason}). Please report this.`,
    })
  })

  it('that can not read a file is an error that names it', async () => {
    const { root, names, write } = withFifos({ a: 'a' })
    write('last', 'first')
    expect(await rejectionOf(hashFiles(root, [...names, 'gone'], TWO))).toMatchObject({
      code: 'PAYLOAD_UNREADABLE',
      message: `The file "gone" can not be read: ENOENT: no such file or directory, open '${root}/gone'. Make it readable for this step, and let nothing change the folder meanwhile.`,
    })
  })

  it('that can not even start is done without', async () => {
    const files = manyFiles(30)
    const root = writeFiles(temporaryFolder(), files)
    const worker = new URL('../helpers/no-such-worker.mjs', import.meta.url)
    expect(told(await hashFiles(root, Object.keys(files), { ...TWO, worker })).digests).toEqual(digestsOf(files))
    // Of no scheme that Node starts: as where the machine gives no more threads, there is none from the beginning.
    const none = new URL('ftp://localhost/worker.mjs')
    expect(told(await hashFiles(root, Object.keys(files), { ...TWO, worker: none })).digests).toEqual(digestsOf(files))
  })
})

describe('a file that can not be read', () => {
  const files = manyFiles(1000)
  const names = Object.keys(files)
  const root = writeFiles(temporaryFolder(), files)
  mkdirSync(join(root, 'folder'))

  it.each<[string, Partial<typeof MANY>]>([
    ['one thread', { threads: 1 }],
    ['three threads', MANY],
  ])('is an error that names it, the first one, with %s', async (_, options) => {
    const gone = [...names.slice(0, 700), 'gone', ...names.slice(700, 702), 'folder', ...names.slice(702)]
    expect(await rejectionOf(hashFiles(root, gone, options))).toMatchObject({
      code: 'PAYLOAD_UNREADABLE',
      message: `The file "gone" can not be read: ENOENT: no such file or directory, open '${root}/gone'. Make it readable for this step, and let nothing change the folder meanwhile.`,
    })
    expect(await rejectionOf(hashFiles(root, [...names, 'folder'], options))).toMatchObject({
      code: 'PAYLOAD_UNREADABLE',
      message:
        'The file "folder" can not be read: EISDIR: illegal operation on a directory, read. Make it readable for this step, and let nothing change the folder meanwhile.',
    })
  })
})

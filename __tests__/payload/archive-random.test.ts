import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { AppsignError } from '../../src/findings/errors'
import { openArchive } from '../../src/payload/archive'
import { openFolder } from '../../src/payload/folder'
import { verify } from '../../src/verify'
import { seeded } from '../helpers/random'
import {
  errorCodes,
  type Files,
  readTree,
  signFolder,
  tarEntries,
  trust,
  writeArchive,
  zipFiles,
} from '../helpers/signed-app'
import { gnuLong, paxHeader, TAR_END, tarEntry, tarGzOf } from '../helpers/tar'
import { makeApp } from '../helpers/tree'

const ROUNDS = 400
const LONG = `lib/${'long'.repeat(40)}.php`
const root = makeApp({ [LONG]: 'long', 'js/app.js': 'a()\n'.repeat(300), 'caf\u00e9.txt': 'x' })
await signFolder(root)
const files = readTree(root)
const short = new Map([...files].filter(([path]) => path !== LONG))
const long = [gnuLong('L', `activity/${LONG}`), tarEntry({ name: 'x', content: 'long' })]
const paxLong = [paxHeader([['path', `activity/${LONG}`]]), tarEntry({ name: 'x', content: 'long' })]
const tar = Buffer.concat([...tarEntries(short), ...long, TAR_END])
const archives: [string, Buffer][] = [
  ['tar', tar],
  ['tar', Buffer.concat([...tarEntries(short), ...paxLong, TAR_END])],
  ['tar.gz', tarGzOf(...tarEntries(short), ...long)],
  ['zip', zipFiles(files)],
]

/**
 * What an archive holds to our reader, so that a change which changes nothing is told from one that was not seen. The
 * signature speaks for itself: it may be written in more than one way.
 */
async function contentOf(path: string): Promise<Map<string, string>> {
  const content = new Map((await openArchive(path)).digests)
  content.delete('appinfo/signature.json')
  return content
}

/** True when the report has an error or there is none; anything but an AppsignError fails the test. */
async function isRefused(path: string): Promise<boolean> {
  try {
    return errorCodes((await verify(await openArchive(path, 'app'), trust)).findings).length > 0
  } catch (error) {
    if (error instanceof AppsignError && error.code !== 'INTERNAL') return true
    throw error
  }
}

const sorted = (map: ReadonlyMap<string, string>) => [...map].sort()

describe.each(archives)('a %s that was damaged', (ending, good) => {
  it('is fine before', async () => {
    expect(await isRefused(writeArchive(good, ending))).toBe(false)
  })

  it('is refused wherever it is cut off, unless only padding is gone', async () => {
    const random = seeded(1)
    const expected = sorted(await contentOf(writeArchive(good, ending)))
    for (let round = 0; round < ROUNDS; round++) {
      const length = random(good.length)
      const path = writeArchive(good.subarray(0, length), ending)
      if (await isRefused(path)) continue
      expect(ending, `cut at ${length} of ${good.length}`).toBe('tar')
      expect(length).toBeGreaterThanOrEqual(good.length - 512)
      expect(sorted(await contentOf(path))).toEqual(expected)
    }
  })

  it('is refused for any wrong bit, unless the content is the same all the same', async () => {
    const random = seeded(2)
    const expected = sorted(await contentOf(writeArchive(good, ending)))
    for (let round = 0; round < ROUNDS; round++) {
      const at = random(good.length)
      const bit = random(8)
      const bytes = Buffer.from(good)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
      const path = writeArchive(bytes, ending)
      if (await isRefused(path)) continue
      expect(sorted(await contentOf(path)), `bit ${bit} at ${at}`).toEqual(expected)
    }
  })

  it('is refused for bytes that are written over, taken out or put in', async () => {
    const random = seeded(3)
    const expected = sorted(await contentOf(writeArchive(good, ending)))
    for (let round = 0; round < ROUNDS; round++) {
      const at = random(good.length)
      const size = 1 + random(600)
      const noise = Buffer.from(Array.from({ length: size }, () => random(256)))
      const kept = [0, size, size][round % 3] ?? 0
      const put = round % 3 === 1 ? Buffer.alloc(0) : noise
      const bytes = Buffer.concat([good.subarray(0, at), put, good.subarray(at + kept)])
      const path = writeArchive(bytes, ending)
      if (await isRefused(path)) continue
      expect(sorted(await contentOf(path)), `round ${round}, ${size} bytes at ${at}`).toEqual(expected)
    }
  })

  it('is refused for parts that changed places', async () => {
    const random = seeded(4)
    const expected = sorted(await contentOf(writeArchive(good, ending)))
    for (let round = 0; round < ROUNDS / 4; round++) {
      const [a = 0, b = 0, c = 0] = [random(good.length), random(good.length), random(good.length)].sort(
        (x, y) => x - y,
      )
      const bytes = Buffer.concat([good.subarray(0, a), good.subarray(b, c), good.subarray(a, b), good.subarray(c)])
      const path = writeArchive(bytes, ending)
      if (await isRefused(path)) continue
      expect(sorted(await contentOf(path)), `round ${round}`).toEqual(expected)
    }
  })
})

describe('an archive that was never one', () => {
  it.each([
    ['tar.gz', [0x1f, 0x8b, 8, 0]],
    ['tar.bz2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
    ['zip', [0x50, 0x4b, 3, 4]],
    ['tar', []],
  ] as const)('of noise is refused (%s)', async (ending, magic) => {
    const random = seeded(5)
    for (let round = 0; round < 60; round++) {
      const noise = Buffer.from([...magic, ...Array.from({ length: random(3000) }, () => random(256))])
      expect(await isRefused(writeArchive(noise, ending))).toBe(true)
    }
  })
})

describe('a signed app of which one file is changed, added or taken out', () => {
  it('fails as a folder and as an archive alike', async () => {
    const random = seeded(6)
    for (let round = 0; round < 20; round++) {
      const changed: Map<string, Buffer> = new Map(files)
      const paths = [...files.keys()].filter((path) => !path.startsWith('appinfo/') && path !== LONG)
      const path = paths[random(paths.length)] ?? ''
      const kind = random(3)
      if (kind === 0) changed.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), Buffer.from('x')]))
      else if (kind === 1) changed.delete(path)
      else changed.set(`new${round}.txt`, Buffer.from('new'))
      const folder = makeApp(Object.fromEntries(changed as Files))
      for (const gone of readTree(folder).keys()) if (!changed.has(gone)) changed.set(gone, Buffer.from(''))
      const byFolder = await verify(openFolder(folder), trust)
      const packed = readTree(folder)
      const byArchive = await verify(await openArchive(writeArchive(zipFiles(packed), 'zip')), trust)
      const differences = (findings: typeof byFolder.findings) =>
        findings
          .filter(({ severity }) => severity === 'error')
          .map(({ code, path: at, message }) => [code, at, message])
      expect(differences(byArchive.findings)).toEqual(differences(byFolder.findings))
      if (kind !== 1) expect(errorCodes(byArchive.findings)).toHaveLength(1)
    }
  })
})

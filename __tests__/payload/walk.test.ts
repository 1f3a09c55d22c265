import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { walk } from '../../src/payload/walk'
import { errorOf } from '../helpers/errors'
import { temporaryFolder, writeFiles } from '../helpers/tree'

const NAMES = [
  'a',
  'a.b/c',
  'a b',
  'a-/c',
  'b/c',
  'b.txt',
  'b0',
  'b/c.d/e',
  'b/c-',
  'B',
  'é/x',
  'é.x',
  '\ufffd/y',
  '\ufffd!',
]

describe('walk', () => {
  const root = writeFiles(temporaryFolder(), Object.fromEntries(NAMES.map((name) => [name, ''])))

  it('lists files in the order of their paths, and tells of each', () => {
    const told: number[] = []
    const paths = walk(root, '', { onFile: (count) => told.push(count) }).map(({ path }) => path)
    expect(paths).toEqual([...NAMES].sort())
    expect(told).toEqual(NAMES.map((_, index) => index + 1))
  })

  it('begins in a folder, passes over names at the top and leaves names out', () => {
    expect(walk(root, 'b').map(({ path }) => path)).toEqual(['b/c', 'b/c-', 'b/c.d/e'])
    const options = { leftOut: new Set(['b', 'c']), passedOver: new Set(['é', 'B']) }
    expect(walk(root, '', options).map(({ path }) => path)).toEqual(
      NAMES.filter((name) => !/^(?:b\/|é\/|B)/.test(name)).sort(),
    )
  })

  // macOS takes no such names.
  it.runIf(process.platform === 'linux')('sees names that are not UTF-8 among others', () => {
    const other = writeFiles(temporaryFolder(), { 'a/one': '', 'a/\ufffd': '', two: '' })
    writeFileSync(Buffer.concat([Buffer.from(`${other}/a/`), Buffer.from([0xff, 0x61])]), '')
    mkdirSync(Buffer.concat([Buffer.from(`${other}/`), Buffer.from([0xe9])]))
    expect(walk(other, '')).toEqual([
      { path: '\\xe9', kind: 'special', invalidName: true },
      { path: 'a/\\xffa', kind: 'special', invalidName: true },
      { path: 'a/one', kind: 'file' },
      { path: 'a/\ufffd', kind: 'file' },
      { path: 'two', kind: 'file' },
    ])
  })

  it('can not list what is no folder', () => {
    expect(errorOf(() => walk(root, 'a')).message).toMatch(/^The folder "a" can not be listed: ENOTDIR/)
  })
})

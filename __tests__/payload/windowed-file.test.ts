import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WindowedFile } from '../../src/payload/windowed-file'
import { seeded } from '../helpers/random'
import { temporaryFolder } from '../helpers/tree'

it('gives any part of a file, and less where the file ends', () => {
  const path = join(temporaryFolder(), 'file')
  const random = seeded(3)
  const content = Buffer.from(Array.from({ length: 200_000 }, () => random(256)))
  writeFileSync(path, content)
  const file = new WindowedFile(path)
  for (let round = 0; round < 2000; round++) {
    const start = random(210_000)
    const length = random(round % 3 ? 300 : 100_000)
    expect(file.read(start, length).equals(content.subarray(start, start + length))).toBe(true)
  }
  file.close()
  expect(() => file.read(0, 100_000)).toThrow('EBADF')
})

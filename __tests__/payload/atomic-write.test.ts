import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppsignError } from '../../src/findings/errors'
import { writeAtomically } from '../../src/payload/atomic-write'
import { rejectionOf } from '../helpers/errors'
import { temporaryFolder, writeFiles } from '../helpers/tree'

const nothing = () => Promise.resolve()
const folderWith = (content: string) => writeFiles(temporaryFolder(), { 'a.json': content })

describe('writeAtomically', () => {
  it('writes a new file and replaces an earlier one, leaving nothing else', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    for (const content of ['one', 'two, and longer', '']) {
      await writeAtomically(path, [content], 'a.json', nothing)
      expect(readFileSync(path, 'utf8')).toBe(content)
    }
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('shows what is on disk before it takes the place of the earlier file', async () => {
    const folder = folderWith('earlier')
    let seen: string | undefined
    await writeAtomically(join(folder, 'a.json'), ['new'], 'a.json', async (readBack) => {
      seen = `${readBack()}, ${readFileSync(join(folder, 'a.json'))}`
    })
    expect(seen).toBe('new, earlier')
  })

  it('lets others read the file', async () => {
    const folder = temporaryFolder()
    await writeAtomically(join(folder, 'a.json'), ['x'], 'a.json', nothing)
    expect(statSync(join(folder, 'a.json')).mode & 0o444 & ~process.umask()).toBe(0o444 & ~process.umask())
  })

  it('keeps the earlier file when the check fails, and passes its error on', async () => {
    const folder = folderWith('earlier')
    const refusal = new AppsignError('INTERNAL', 'no')
    const error = await rejectionOf(
      writeAtomically(join(folder, 'a.json'), ['new'], 'a.json', async () => {
        throw refusal
      }),
    )
    expect(error).toBe(refusal)
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('earlier')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('says WRITE_FAILED for any other error of the check', async () => {
    const folder = folderWith('earlier')
    const error = await rejectionOf(
      writeAtomically(join(folder, 'a.json'), ['new'], 'a.json', async () => {
        throw new TypeError('odd')
      }),
    )
    expect(error.code).toBe('WRITE_FAILED')
    expect(error.message).toMatch(/"a\.json" can not be written: odd/)
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('leaves nothing behind when the place is taken by a folder', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a.json'))
    const error = await rejectionOf(writeAtomically(join(folder, 'a.json'), ['x'], 'a.json', nothing))
    expect(error.code).toBe('WRITE_FAILED')
    expect(readdirSync(folder)).toEqual(['a.json'])
    expect(readdirSync(join(folder, 'a.json'))).toEqual([])
  })

  it('does not make the folder', async () => {
    const folder = temporaryFolder()
    const error = await rejectionOf(writeAtomically(join(folder, 'b/a.json'), ['x'], 'b/a.json', nothing))
    expect(error.code).toBe('WRITE_FAILED')
    expect(readdirSync(folder)).toEqual([])
  })
})

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageTime } from '../../src/action/package-time'
import { isMissingTool } from '../helpers/archive-tools'
import { errorOf } from '../helpers/errors'
import { makeApp, temporaryFolder } from '../helpers/tree'

const FIXED = Date.UTC(2000, 0, 1) / 1000

describe('the time of a package', () => {
  it('is SOURCE_DATE_EPOCH, before anything else', () => {
    expect(packageTime(makeApp(), { SOURCE_DATE_EPOCH: '1700000000' })).toBe(1_700_000_000)
    expect(packageTime('/nowhere', { SOURCE_DATE_EPOCH: '0' })).toBe(0)
  })

  it.each(['-1', 'now', '1.5', '1e9', ' 1', '0x10', '2026-01-01'])('is refused for "%s"', (value) => {
    const error = errorOf(() => packageTime(makeApp(), { SOURCE_DATE_EPOCH: value }))
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('SOURCE_DATE_EPOCH') })
  })

  it('is refused where tar has no room for it', () => {
    expect(errorOf(() => packageTime(makeApp(), { SOURCE_DATE_EPOCH: '99999999999' })).code).toBe('INPUT_INVALID')
  })

  it('is a fixed one where there is no repository, and where it is empty it is not set', () => {
    expect(packageTime(temporaryFolder(), {})).toBe(FIXED)
    expect(packageTime(temporaryFolder(), { SOURCE_DATE_EPOCH: '' })).toBe(FIXED)
    expect(packageTime('/nowhere', {})).toBe(FIXED)
  })

  describe.skipIf(isMissingTool('git'))('in a repository', () => {
    const repository = () => {
      const root = makeApp()
      execFileSync('git', ['-C', root, 'init', '-q'])
      return root
    }
    const commit = (root: string) =>
      execFileSync(
        'git',
        ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-q', '--allow-empty', '-m', 'x'],
        {
          env: { ...process.env, GIT_COMMITTER_DATE: '2010-01-02T03:04:05Z', GIT_AUTHOR_DATE: '2009-01-01T00:00:00Z' },
        },
      )

    it("is the commit's, also of a folder below", () => {
      const root = repository()
      commit(root)
      mkdirSync(join(root, 'apps/x'), { recursive: true })
      const expected = Date.UTC(2010, 0, 2, 3, 4, 5) / 1000
      expect(packageTime(root, {})).toBe(expected)
      expect(packageTime(join(root, 'apps/x'), {})).toBe(expected)
      expect(packageTime(root, { SOURCE_DATE_EPOCH: '7' })).toBe(7)
    })

    it('is asked of git without the inputs, where the key is', () => {
      const folder = temporaryFolder()
      const dump = join(folder, 'environment')
      mkdirSync(join(folder, '.git'))
      writeFileSync(join(folder, 'git'), `#!/bin/sh\nenv > '${dump}'\necho 1234567890\n`, { mode: 0o755 })
      const env = { PATH: `${folder}:${process.env.PATH}`, 'INPUT_PRIVATE-KEY': 'hunter2' }
      expect(packageTime(folder, env)).toBe(1_234_567_890)
      expect(readFileSync(dump, 'utf8')).not.toContain('hunter2')
    })

    it('starts no program that the checkout names', () => {
      const root = repository()
      commit(root)
      const trace = join(temporaryFolder(), 'trace')
      const program = join(temporaryFolder(), 'program')
      writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 })
      for (const [key, value] of [
        ['log.showSignature', 'true'],
        ['gpg.program', program],
        ['core.pager', program],
        ['core.fsmonitor', program],
      ] as const)
        execFileSync('git', ['-C', root, 'config', key, value])
      expect(packageTime(root, { PATH: process.env.PATH })).toBe(Date.UTC(2010, 0, 2, 3, 4, 5) / 1000)
      expect(existsSync(trace)).toBe(false)
    })

    it('is the fixed one before the first commit', () => {
      expect(packageTime(repository(), {})).toBe(FIXED)
    })
  })
})

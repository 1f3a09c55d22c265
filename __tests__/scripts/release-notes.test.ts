import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from '../helpers/tree'

const repository = fileURLToPath(new URL('../..', import.meta.url))

const CHANGELOG = `# Changelog

## 1.2.3 (2026-11-21)

- A new thing,
  in two lines.

### Known

- Nothing.

## 1.2.2 (2026-10-01)

- An old thing.
`

/** What the script says of a tag in a repository of version 1.2.3, in which these files are others. */
function notes(tag: string | undefined, files: Record<string, string> = {}) {
  const root = writeFiles(temporaryFolder(), {
    'package.json': '{"version":"1.2.3"}',
    'package-lock.json': '{"version":"1.2.3","packages":{"":{"version":"1.2.3"}}}',
    'src/version.ts': "/** Of appsign. */\nexport const VERSION = '1.2.3'\n",
    'CHANGELOG.md': CHANGELOG,
    ...files,
  })
  cpSync(join(repository, 'scripts/release-notes.mjs'), join(root, 'scripts/release-notes.mjs'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/release-notes.mjs'), ...(tag === undefined ? [] : [tag])],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

it('prints what is below the heading of the version', () => {
  expect(notes('v1.2.3')).toEqual({
    status: 0,
    stdout: '- A new thing,\n  in two lines.\n\n### Known\n\n- Nothing.\n',
    stderr: '',
  })
})

it.each(['1.2.3', 'v1.2', 'v1.2.3-rc.1', 'v01.2.3 ', 'v1', '', undefined])('refuses the tag %j', (tag) => {
  expect(notes(tag)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('is no tag of a release') })
})

it('names every file that has another version than the tag', () => {
  const { status, stdout, stderr } = notes('v1.2.4')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  for (const file of ['package.json', 'package-lock.json', 'src/version.ts'])
    expect(stderr).toContain(`${file} names 1.2.3, and the tag v1.2.4.`)
  expect(stderr).toContain('CHANGELOG.md begins with "1.2.3"')
})

it.each([
  ['package.json', '{"version":"1.2.2"}'],
  ['package-lock.json', '{"version":"1.2.3","packages":{"":{"version":"1.2.2"}}}'],
  ['src/version.ts', "export const VERSION = '1.2.2'\n"],
  ['src/version.ts', ''],
  ['CHANGELOG.md', CHANGELOG.replace('## 1.2.3', '## 1.3.0')],
  ['CHANGELOG.md', CHANGELOG.replace('(2026-11-21)', '(unreleased)')],
  ['CHANGELOG.md', CHANGELOG.replace(' (2026-11-21)', '')],
  ['CHANGELOG.md', '# Changelog\n\n## 1.2.3 (2026-11-21)\n\n## 1.2.2 (2026-10-01)\n\n- An old thing.\n'],
])('fails when only %s is wrong (%#)', (file, content) => {
  const { status, stdout, stderr } = notes('v1.2.3', { [file]: content })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(file)
})

it('finds the versions of this repository where they are', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string }
  const own = ['package.json', 'package-lock.json', 'src/version.ts']
  const files = Object.fromEntries(own.map((file) => [file, readFileSync(join(repository, file), 'utf8')]))
  const changelog = CHANGELOG.replace('1.2.3', version)
  expect(notes(`v${version}`, { ...files, 'CHANGELOG.md': changelog })).toMatchObject({ status: 0, stderr: '' })
})

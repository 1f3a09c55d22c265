import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runCommands, standIn } from './helpers/shell'
import { temporaryFolder, writeFiles } from './helpers/tree'
import { readWorkflow } from './helpers/workflows'

const content = readFileSync(fileURLToPath(new URL('../.github/workflows/release.yml', import.meta.url)), 'utf8')
const { steps, jobs } = await readWorkflow('release.yml', content)

/** The commands of the step of this name. */
function commandsOf(name: string): string {
  const step = steps.find((candidate) => candidate.name === name)
  if (!step) throw new Error(`release.yml has no step "${name}"`)
  return step.run
}

const AUTHOR = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }

/** A clone as the runner's: `main` has two commits and one tag each, and HEAD is at the first or the second. */
function clone(tags: readonly [string, string], at: string) {
  const origin = temporaryFolder()
  const folder = temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...AUTHOR },
    }).trim()
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', origin])
  git('init', '-q', '-b', 'main')
  git('remote', 'add', 'origin', origin)
  for (const tag of tags) {
    git('commit', '-q', '--allow-empty', '-m', tag)
    git('tag', '-a', tag, '-m', tag)
  }
  git('push', '-q', '--tags', 'origin', 'main')
  git('checkout', '-q', at)
  const tagged = (tag: string) => git('ls-remote', 'origin', `refs/tags/${tag}`).split('\t')[0]
  return { folder, git, tagged }
}

it('publishes only what was tested and attested, and asks for each right where it is used', () => {
  expect(jobs.attest?.needs).toBe('test')
  expect(jobs.publish?.needs).toBe('attest')
  expect(jobs.test?.permissions).toEqual({ contents: 'read' })
  expect(jobs.attest?.permissions).toEqual({ contents: 'read', 'id-token': 'write', attestations: 'write' })
  expect(jobs.publish?.permissions).toEqual({ contents: 'write' })
  expect([jobs.attest?.environment, jobs.publish?.environment]).toEqual(['release', 'release'])
  for (const { run } of steps) expect(run).not.toContain('${{')
})

it('takes tags of commits of main only', () => {
  const commands = commandsOf('The tag is of a commit of main')
  const { folder, git } = clone(['v1.0.0', 'v1.1.0'], 'v1.0.0')
  expect(runCommands(commands, folder, { GITHUB_REF_NAME: 'v1.0.0' }).status).toBe(0)
  git('commit', '-q', '--allow-empty', '-m', 'elsewhere')
  const refused = runCommands(commands, folder, { GITHUB_REF_NAME: 'v1.0.1' })
  expect(refused.status).toBe(1)
  expect(refused.stdout).toMatch(/^::error title=Not on main::v1\.0\.1 /)
})

it('stops at a bundle that is not what the source makes', () => {
  const commands = commandsOf('The bundle in the repository must be the one that the source makes')
  const { folder, git } = clone(['v1.0.0', 'v1.1.0'], 'main')
  writeFiles(folder, { 'dist/index.js': '1' })
  git('add', '.')
  git('commit', '-q', '-m', 'dist')
  expect(runCommands(commands, folder).status).toBe(0)
  for (const file of ['dist/index.js', 'dist/new.js']) {
    git('reset', '-q', '--hard')
    writeFiles(folder, { [file]: '2' })
    expect(runCommands(commands, folder).status).toBe(1)
  }
})

/** Publishes v1.1.0 in a clone, with a `gh` that does what the script says. */
function publish(gh: ReturnType<typeof standIn>, at = 'v1.1.0') {
  const { folder } = clone(['v1.0.0', 'v1.1.0'], at)
  writeFiles(folder, { 'scripts/release-notes.mjs': 'console.log(`notes of ${process.argv[2]}`)' })
  const env = { ...gh.env, GITHUB_REF_NAME: 'v1.1.0', RUNNER_TEMP: folder }
  const { status, stdout } = runCommands(commandsOf('Publish the release'), folder, env)
  return { status, stdout, folder }
}

it('publishes with the notes of the changelog, once', () => {
  const fresh = standIn('gh', '[ "$2" != view ]')
  const { status, folder } = publish(fresh)
  expect(status).toBe(0)
  expect(fresh.calls()).toEqual([
    'release view v1.1.0',
    `release create v1.1.0 --verify-tag --title v1.1.0 --notes-file ${folder}/notes.md`,
  ])
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('notes of v1.1.0\n')
  const again = standIn('gh', '')
  expect(publish(again).status).toBe(0)
  expect(again.calls()).toEqual(['release view v1.1.0'])
  expect(publish(standIn('gh', 'exit 1')).status).toBe(1)
})

it('publishes nothing when the tag was moved meanwhile', () => {
  const gh = standIn('gh', '')
  expect(publish(gh, 'v1.0.0')).toMatchObject({ status: 1, stdout: expect.stringContaining('The tag was moved') })
  expect(gh.calls()).toEqual([])
})

it('fails when the release can still be changed', () => {
  const commands = commandsOf('The release can not be changed any more')
  const env = { GITHUB_REF_NAME: 'v1.1.0', GITHUB_REPOSITORY: 'o/r' }
  const gh = standIn('gh', 'echo true')
  expect(runCommands(commands, temporaryFolder(), { ...gh.env, ...env }).status).toBe(0)
  expect(gh.calls()).toEqual(['api repos/o/r/releases/tags/v1.1.0 --jq .immutable'])
  for (const answer of ['echo false', 'echo null', 'exit 1'])
    expect(runCommands(commands, temporaryFolder(), { ...standIn('gh', answer).env, ...env }).status).toBe(1)
})

it('moves the tag of the major version, and never back', () => {
  const commands = commandsOf('Move the tag of the major version')
  const { folder, git, tagged } = clone(['v1.9.0', 'v1.10.0'], 'v1.9.0')
  expect(runCommands(commands, folder, { GITHUB_REF_NAME: 'v1.9.0' })).toMatchObject({
    status: 0,
    stdout: 'v1 stays at v1.10.0, which is newer.\n',
  })
  expect(tagged('v1')).toBe('')
  // Neither what the major version's own tag is at, nor a prerelease or another major version, counts.
  for (const tag of ['v1', 'v1.10.0-rc.1', 'v1.11.0-rc.1', 'v10.0.0', 'v2.0.0']) git('tag', tag)
  git('push', '-q', '--tags', 'origin')
  git('checkout', '-q', 'v1.10.0')
  expect(tagged('v1')).not.toBe(git('rev-parse', 'HEAD'))
  expect(runCommands(commands, folder, { GITHUB_REF_NAME: 'v1.10.0' }).status).toBe(0)
  expect(tagged('v1')).toBe(git('rev-parse', 'HEAD'))
})

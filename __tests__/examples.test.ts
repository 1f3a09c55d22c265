import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expandGlobs, matchPaths } from '../src/action/patterns'
import { parseAppInfo } from '../src/payload/app-info'
import { runCommands, standIn } from './helpers/shell'
import { readTree } from './helpers/signed-app'
import { temporaryFolder, writeFiles } from './helpers/tree'
import { isThisAction, readAction, readWorkflow, type Step } from './helpers/workflows'

const here = fileURLToPath(new URL('../examples', import.meta.url))
const files = readdirSync(join(here, 'workflows')).filter((file) => file.endsWith('.yml'))
const read = (file: string) => readFileSync(join(here, 'workflows', file), 'utf8')
const action = readAction()

const inputs = new Set((action.inputs ?? []).map(({ id }) => id))
const outputs = new Set((action.outputs ?? []).map(({ id }) => id))
const modes = ['sign', 'verify', 'check', 'merge']

/** The names of what steps of this action put out and this text uses. */
function outputsUsed(content: string, steps: readonly Step[]): string[] {
  const ours = new Set(steps.filter(isThisAction).map(({ id }) => id))
  return [...content.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id = '']) => ours.has(id))
    .map(([, , name = '']) => name)
}

/** The expressions that name a secret. */
const secretsIn = (text: string) => text.match(/\$\{\{[^}]*\bsecrets\b/g) ?? []

it('secrets are found where there are any', () => {
  expect(files.filter((file) => secretsIn(read(file)).length === 0)).toEqual(['check.yml', 'watch-certificate.yml'])
})

describe.each(files)('examples/workflows/%s', async (file) => {
  const content = read(file)
  const { errors, steps, jobs } = await readWorkflow(file, content)

  it('is valid, and says what to change and to set', () => {
    expect(errors).toEqual([])
    expect(content).toMatch(/^# (?:.*\n)+?#\n# Change: OWNER and <SHA> \(see README\)/)
    expect(content).toMatch(/^# Set/m)
  })

  it('uses what action.yml has', () => {
    const ours = steps.filter(isThisAction)
    expect(ours).not.toEqual([])
    for (const step of ours) {
      expect(Object.keys(step.with).filter((name) => !inputs.has(name))).toEqual([])
      expect(modes).toContain(step.with.mode ?? 'sign')
      expect(step.with['private-key'] !== undefined).toBe((step.with.mode ?? 'sign') === 'sign')
    }
    expect(outputsUsed(content, steps).filter((name) => !outputs.has(name))).toEqual([])
  })

  it('gives what one job uses of another', () => {
    for (const [, job = '', name = ''] of content.matchAll(/\bneeds\.(\w+)\.outputs\.([\w-]+)/g))
      expect(jobs[job]?.outputs).toHaveProperty(name)
  })

  it('pins actions to the commits that this repository uses itself', () => {
    const own = ['check-dist.yml', 'test.yml', 'release.yml'].map((name) =>
      readFileSync(join(here, '../.github/workflows', name), 'utf8'),
    )
    const lines = [...content.matchAll(/uses: (.+)/g)].map(([, uses = '']) => uses)
    for (const uses of lines.filter((line) => !line.startsWith('OWNER/'))) {
      expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
      // Nothing of this repository downloads artifacts.
      if (!uses.startsWith('actions/download-artifact@')) expect(own.join()).toContain(uses)
    }
    for (const uses of lines.filter((line) => line.startsWith('OWNER/')))
      expect(uses).toBe('OWNER/appsign@<SHA> # v0.1.0')
  })

  it('grants nothing at the top, and each job what it says', () => {
    expect(content).toMatch(/^permissions: \{\}$/m)
    for (const job of Object.values(jobs)) {
      expect(job).toHaveProperty('permissions')
      expect(Number(job['timeout-minutes'])).toBeLessThanOrEqual(30)
    }
    for (const { with: given } of steps.filter(({ uses }) => uses.startsWith('actions/checkout@')))
      expect(given['persist-credentials']).toBe('false')
  })

  it('shows secrets only to jobs of an environment, and never to pull requests', () => {
    const withSecrets = Object.values(jobs).filter((job) => secretsIn(JSON.stringify(job)).length > 0)
    expect(withSecrets.length > 0).toBe(secretsIn(content).length > 0)
    for (const job of withSecrets) expect(job.environment).toBe('release')
    expect(content).not.toContain('pull_request_target')
    if (/^(?:on: | {2})pull_request\b/m.test(content)) expect(secretsIn(content)).toEqual([])
  })

  it('cancels no release', () => {
    if (steps.some((step) => isThisAction(step) && step.with['private-key'] !== undefined))
      expect(content).toMatch(/^concurrency:\n {2}group: .+\n {2}cancel-in-progress: false$/m)
  })

  it('puts no expression into a command', () => {
    for (const { run } of steps) expect(run).not.toContain('${{')
  })
})

/** The step of an example that has this name. */
async function stepOf(file: string, name: string): Promise<Step> {
  const { steps } = await readWorkflow(file, read(file))
  const step = steps.find((candidate) => candidate.name === name)
  if (!step) throw new Error(`${file} has no step "${name}"`)
  return step
}

const SERVERS = '<nextcloud min-version="28" max-version="34"/>'

/** A workspace with the example app in a folder, for these servers. */
function workspaceWith(folder: string, servers: string): string {
  const workspace = temporaryFolder()
  cpSync(join(here, 'hello_world'), join(workspace, folder), { recursive: true })
  const info = join(folder, 'appinfo/info.xml')
  const xml = readFileSync(join(workspace, info), 'utf8')
  expect(xml).toContain(SERVERS)
  return writeFiles(workspace, { [info]: xml.replace(SERVERS, servers) })
}

describe('the commands of examples', () => {
  it('make one copy for ownCloud 10 and one for 11, which differ in info.xml only', async () => {
    const { run } = await stepOf('release-owncloud.yml', 'Make two copies')
    const workspace = workspaceWith('my_app', '<owncloud min-version="10" max-version="11"/>')
    expect(runCommands(run, workspace)).toMatchObject({ status: 0, stderr: '' })
    const [before, ten, eleven] = ['my_app', 'oc10/my_app', 'oc11/my_app'].map((path) =>
      readTree(join(workspace, path)),
    )
    for (const [version, tree] of Object.entries({ 10: ten, 11: eleven })) {
      const info = parseAppInfo(tree?.get('appinfo/info.xml') ?? Buffer.of())
      expect(info.dependencies).toEqual({ owncloud: { min: version, max: version } })
      expect([...(tree ?? [])].filter(([path, bytes]) => !before?.get(path)?.equals(bytes))).toHaveLength(1)
      expect(tree?.size).toBe(before?.size)
    }
  })

  it('stop when info.xml has the element in several lines', async () => {
    const { run } = await stepOf('release-owncloud.yml', 'Make two copies')
    const workspace = workspaceWith('my_app', '<owncloud min-version="10"\n max-version="11"/>')
    expect(runCommands(run, workspace).status).toBe(1)
  })

  it('build with the Makefile exactly what ships', async () => {
    const { run } = await stepOf('release-make.yml', 'Build')
    const workspace = workspaceWith('.', SERVERS)
    const app = readTree(workspace)
    cpSync(join(here, 'workflows/Makefile'), join(workspace, 'Makefile'))
    writeFiles(workspace, { 'tests/AppTest.php': '<?php\n', '.github/workflows/release.yml': 'on: push\n' })
    writeFiles(workspace, { 'build/my_app/left-over.js': '' })
    expect(runCommands(run, workspace)).toMatchObject({ status: 0, stderr: '' })
    const built = readTree(join(workspace, 'build/my_app'))
    expect(built).toEqual(app)
    expect(await stepOf('release-make.yml', 'Sign, pack, verify and publish')).toMatchObject({
      with: { path: 'build/my_app' },
    })
  })

  it.each([
    ['release-owncloud.yml', 'Publish both packages'],
    ['release-monorepo.yml', 'Publish the packages'],
    ['release-many-apps.yml', 'Publish the packages'],
  ])('%s publishes every package with one command', async (file, name) => {
    const { run } = await stepOf(file, name)
    const workspace = writeFiles(temporaryFolder(), { 'build/a-1.2.3.tar.gz': '', 'build/b-1.2.3.tar.gz': '' })
    const gh = standIn('gh', '')
    expect(runCommands(run, workspace, { ...gh.env, GITHUB_REF_NAME: 'v1.2.3' }).status).toBe(0)
    expect(gh.calls()).toEqual([
      'release create v1.2.3 --verify-tag --generate-notes build/a-1.2.3.tar.gz build/b-1.2.3.tar.gz',
    ])
    const broken = standIn('gh', 'exit 1')
    expect(runCommands(run, workspace, { ...broken.env, GITHUB_REF_NAME: 'v1.2.3' }).status).toBe(1)
  })

  it('fetch the release to where the next step looks', async () => {
    const { run } = await stepOf('watch-certificate.yml', 'Fetch the latest release')
    const workspace = temporaryFolder()
    // gh makes the folder that --dir names.
    const gh = standIn('gh', 'mkdir -p "${@: -1}" && touch "${@: -1}/my_app-1.2.3.tar.gz"')
    expect(runCommands(run, workspace, gh.env).status).toBe(0)
    expect(gh.calls()).toEqual(['release download --pattern *.tar.gz --dir release'])
    const { path = '' } = (await stepOf('watch-certificate.yml', 'Verify it')).with
    expect(await matchPaths(path, 'path', workspace, expandGlobs)).toHaveLength(1)
  })

  it('find the reports where downloading puts them', async () => {
    const sign = await stepOf('release-many-apps.yml', 'Sign, pack and verify')
    const merge = await stepOf('release-many-apps.yml', 'Merge the reports')
    const of = (app: string) => sign.with.report?.replace('${{ matrix.app }}', app).split('/').at(-1)
    const workspace = writeFiles(temporaryFolder(), {
      [`reports/report-one/${of('one')}`]: '{}',
      [`reports/report-two/${of('two')}`]: '{}',
    })
    expect(await matchPaths(merge.with.path ?? '', 'path', workspace, expandGlobs)).toHaveLength(2)
  })

  it('take apps of the monorepo by what path says', async () => {
    const { path = '' } = (await stepOf('release-monorepo.yml', 'Sign, pack and verify')).with
    const workspace = writeFiles(temporaryFolder(), { 'apps/one/a': '', 'apps/two/a': '', 'apps/not_ours/a': '' })
    const found = await matchPaths(path, 'path', workspace, expandGlobs)
    expect(found.map(({ name }) => name)).toEqual(['apps/one', 'apps/two'])
  })
})

import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expandGlobs, matchPaths } from '../src/action/patterns'
import { parseAppInfo } from '../src/payload/app-info'
import { runCommands, standIn } from './helpers/shell'
import { readTree } from './helpers/signed-app'
import { temporaryFolder, writeFiles } from './helpers/tree'
import { readWorkflow, type Step } from './helpers/workflows'

const here = fileURLToPath(new URL('../examples', import.meta.url))

/** The step of an example that has this name. */
async function stepOf(file: string, name: string): Promise<Step> {
  const { steps } = await readWorkflow(file, readFileSync(join(here, 'workflows', file), 'utf8'))
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

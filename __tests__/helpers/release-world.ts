import { spawn } from 'node:child_process'
import { afterEach, expect } from 'vitest'
import { BUNDLE, prepareRun } from '../../examples/runner.mjs'
import { actionBeside, commands, NODE, visible } from './action'
import { makeAuthority } from './authority'
import { startDownloadHost } from './download-host'
import { COMMIT, type GitHubOptions, startGitHub } from './github'
import { childEnvironment } from './local-internet'
import { startStore } from './store'
import { makeApp } from './tree'

export const TOKEN = 'store-token-0123456789'
export const TAG = 'v1.2.3'
export const ASSET = 'activity-1.2.3.tar.gz'
/** A commit that is there, and not the run's. */
export const OTHER = 'feed'.padEnd(40, '0')
export const authority = makeAuthority()
export const certificate = authority.issue()
/** What asks for everything that a release can be. */
export const RELEASE = { 'release-asset': 'true', 'app-store-token': TOKEN }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** GitHub, the App Store and a host of files, all under names that look public. */
export async function startWorld(options: GitHubOptions = {}) {
  const github = await startGitHub({
    ...{ https: true, host: 'github.example', latency: 0, commits: [COMMIT, OTHER], tags: { [TAG]: COMMIT } },
    ...options,
  })
  const files = await startDownloadHost()
  const roots = [github.rootFile ?? '', files.rootFile]
  const store = await startStore({ token: TOKEN, certificate, roots })
  closing.push(github.close, files.close, store.close)
  return { github, files, store }
}
export type World = Awaited<ReturnType<typeof startWorld>>

const INPUTS = {
  'private-key': authority.keyPem,
  certificate,
  'trusted-authorities': authority.rootPem,
  package: 'build/{id}-{version}.tar.gz',
}

function inputsOf({ github }: World, inputs: Record<string, string>): Record<string, string> {
  return { ...INPUTS, 'github-token': github.token, ...inputs }
}

function environmentOf({ github, files, store }: World, more: Record<string, string>): Record<string, string> {
  return {
    ...github.env('push', { ref: `refs/tags/${TAG}` }),
    ...childEnvironment({ rootFile: github.rootFile ?? '' }, files, store),
    APPSIGN_APP_STORE_URL: store.address,
    APPSIGN_NEXTCLOUD_CERTIFICATES_URL: `${files.url}/certificates`,
    APPSIGN_GITHUB_PACE: '0',
    ...more,
  }
}

/** Runs the step on a pushed tag to its end; whatever comes of it, nothing secret is said. */
export async function release(
  world: World,
  inputs: Record<string, string> = RELEASE,
  more: Record<string, string> = {},
  app = makeApp(),
) {
  const result = await actionBeside(inputsOf(world, inputs), app, environmentOf(world, more))
  const said = visible(result.stdout) + result.summary + result.stderr + JSON.stringify(result.outputs)
  expect(said).not.toContain(TOKEN)
  expect(said).not.toContain(world.github.token)
  expect(said).not.toMatch(/\n\s+at |PRIVATE KEY/)
  return { ...result, app, error: commands(result.stdout, 'error').at(-1)?.message ?? '' }
}

/** Begins the same step, and ends it without warning when `isTime`; a step that ends before was not killed. */
export async function releaseKilled(world: World, isTime: () => boolean, app = makeApp()): Promise<void> {
  const { variables, collect } = prepareRun(inputsOf(world, RELEASE), {
    workspace: app,
    env: environmentOf(world, {}),
  })
  const child = spawn(NODE, [BUNDLE], { cwd: app, env: variables, stdio: 'ignore' })
  const watch = setInterval(() => isTime() && child.kill('SIGKILL'), 2)
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)))
  clearInterval(watch)
  collect()
  expect(signal).toBe('SIGKILL')
}

/** For a tag of another name. */
export const onTag = (tag: string) => ({ GITHUB_REF_NAME: tag, GITHUB_REF: `refs/tags/${tag}` })

/** What a reader of the repository and a user of the store see in the end. */
export function publicState({ github, store }: World) {
  return {
    releases: github.releases.map(({ tag_name, draft, prerelease, body, assets }) => ({
      ...{ tag_name, draft, prerelease, body },
      assets: assets.map(({ name, state, bytes }) => ({ name, state, bytes: bytes.toString('base64') })),
    })),
    taken: [...store.taken].map((one) => one.replace(/:\d+/, '')),
  }
}

/** That nobody can download anything, and the store was not asked. */
export function expectNothingPublished({ github, store }: World): void {
  expect(github.releases.filter(({ draft }) => !draft)).toEqual([])
  expect(store.posted).toEqual([])
}

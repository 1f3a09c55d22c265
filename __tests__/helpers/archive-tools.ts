import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

export type ArchiveTool = 'tar' | 'gzip' | 'bzip2' | 'zip' | 'unzip' | 'bsdtar' | 'git' | 'php'

const PROBES: Record<ArchiveTool, readonly string[]> = {
  tar: ['--version'],
  gzip: ['--version'],
  bzip2: ['--help'],
  zip: ['-v'],
  unzip: ['-v'],
  bsdtar: ['--version'],
  git: ['--version'],
  php: ['-r', 'exit(class_exists("PharData") ? 0 : 1);'],
}

/** Every Linux has them; a CI without them is broken. */
const REQUIRED: ReadonlySet<ArchiveTool> = new Set(['tar', 'gzip', 'git'])
const looked = new Map<ArchiveTool, boolean>()

/**
 * Whether a test that needs a tool of the system can run. Without it, the test is passed over with a notice; without tar,
 * gzip or git in CI there is a failing test.
 *
 * @returns true when it is missing, for `describe.skipIf`
 */
export function isMissingTool(tool: ArchiveTool): boolean {
  const known = looked.get(tool)
  if (known !== undefined) return known
  const done = spawnSync(tool, [...PROBES[tool]], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  // GNU's tar is meant: others do not know its options.
  const missing = done.status !== 0 || (tool === 'tar' && !done.stdout.includes('GNU'))
  looked.set(tool, missing)
  if (!missing) return false
  console.warn(`NOT RUN, with ${tool}: it is not installed.`)
  it.runIf(process.env.CI === 'true' && REQUIRED.has(tool))(`${tool} is there in CI`, () => {
    expect(missing).toBe(false)
  })
  return true
}

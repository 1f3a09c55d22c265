import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { action } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { makeApp, temporaryFolder } from '../helpers/tree'

const HOOK = fileURLToPath(new URL('../helpers/module-log.cjs', import.meta.url))
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))
const authority = makeAuthority()
const inputs = {
  'trusted-authorities': authority.rootPem,
  'private-key': authority.keyPem,
  certificate: authority.issue(),
}

/** Words by which each library is known in the bundle. */
const LIBRARIES = {
  '@actions/github': 'octokit-core.js',
  '@actions/glob': 'fixupPattern',
  fflate: 'invalid UTF-8 data',
  ignore: 'checkIgnore',
  yauzl: 'zip64 end of central directory',
  'unbzip2-stream': 'crcTable',
}

/** What a run loads: files of the bundle, and modules of Node. */
function loadedBy(mode: string, app: string, more: Record<string, string> = {}) {
  const coverage = temporaryFolder()
  const log = join(temporaryFolder(), 'modules')
  const result = action({ mode, ...inputs, ...more }, app, {
    NODE_V8_COVERAGE: coverage,
    NODE_OPTIONS: `--require ${HOOK}`,
    MODULE_LOG: log,
  })
  expect(result.code, result.stdout).toBe(0)
  const files = readdirSync(coverage).flatMap((name) => {
    const report: { result: { url: string }[] } = JSON.parse(readFileSync(join(coverage, name), 'utf8'))
    return report.result.map(({ url }) => url).filter((url) => url.includes('/dist/'))
  })
  const texts = [...new Set(files)].map((url) => readFileSync(join(DIST, basename(url)), 'utf8'))
  const libraries = Object.entries(LIBRARIES).filter(([, words]) => texts.some((text) => text.includes(words)))
  return { libraries: libraries.map(([name]) => name), modules: readFileSync(log, 'utf8').split('\n') }
}

describe('a run that needs no more', () => {
  it.each(['sign', 'verify'])('loads no library and no network to %s an app', (mode) => {
    const app = makeApp()
    if (mode === 'verify') expect(action({ ...inputs }, app).code).toBe(0)
    const { libraries, modules } = loadedBy(mode, app)
    expect(libraries).toEqual([])
    expect(modules).toContain('crypto')
    for (const name of ['internal/deps/undici/undici', 'http', 'https', 'zlib', 'child_process', 'worker_threads'])
      expect(modules).not.toContain(name)
  })

  it('loads what it does need', () => {
    const { libraries } = loadedBy('sign', makeApp(), {
      exclude: '*.map',
      package: join(temporaryFolder(), 'a.tar.gz'),
    })
    expect(libraries).toEqual(['fflate', 'ignore'])
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { temporaryFolder } from './tree'

const preload = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const NAMES = preload('names.cjs')
const HURRY = preload('hurry.cjs')

/**
 * For one test file: names that end in .example lead to this machine, and servers are trusted by not looking, because the
 * roots of a process are read at its start. That an unknown certificate is refused is tested in pki/fetch-list and e2e.
 */
export function useLocalInternet(): void {
  createRequire(import.meta.url)(NAMES)
  const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env
  beforeAll(() => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  })
  afterAll(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
  })
}

/**
 * The environment in which a child process, such as dist/index.js, finds these servers, trusts them and nobody else, and does
 * not really take the time that it waits.
 */
export function childEnvironment(...servers: readonly { readonly rootFile: string }[]): Record<string, string> {
  const roots = join(temporaryFolder(), 'roots.pem')
  writeFileSync(roots, servers.map(({ rootFile }) => readFileSync(rootFile, 'utf8')).join('\n'))
  return { NODE_EXTRA_CA_CERTS: roots, NODE_OPTIONS: `--require=${NAMES} --require=${HURRY}` }
}

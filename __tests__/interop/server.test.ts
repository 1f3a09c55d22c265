import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings/finding'
import type { Server } from '../../src/findings/server'
import { openArchive } from '../../src/payload/archive'
import type { Payload } from '../../src/payload/payload'
import { alterServer } from '../helpers/alter-server'
import { isMissingTool } from '../helpers/archive-tools'
import { runServerCheck } from '../helpers/php'
import { seeded } from '../helpers/random'
import { makeServer, openServer, reportOf, signCore, verifyAll, wrong } from '../helpers/server-tree'
import { isMissing, runTool } from '../helpers/tools'
import { temporaryFolder } from '../helpers/tree'

const SIGNED = ['core/signature.json', 'apps/dav/appinfo/signature.json', 'apps/files/appinfo/signature.json']
const FILE_CODES = ['EXTRA_FILE', 'FILE_MISSING', 'INVALID_HASH']
const ROUNDS = 60

/** Code → paths, each list by bytes, of the findings on files. */
function grouped(findings: readonly Finding[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {}
  for (const code of FILE_CODES) {
    const paths = findings.filter((finding) => finding.code === code).map(({ path = '' }) => path)
    if (paths.length > 0) groups[code] = paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  }
  return groups
}

/** What we say of each signature file, in the layout of PHP's answers. */
async function ourAnswers(payload: Payload) {
  const outcomes = await verifyAll(payload)
  return SIGNED.map((signed) => {
    const { findings } = reportOf(outcomes, signed.replace(/\/?(?:core|appinfo)\/signature\.json$/, ''))
    return { paths: grouped(findings), values: grouped(findings.filter(({ unseenByValue }) => !unseenByValue)) }
  })
}

describe.skipIf(isMissing('php')).each<Server>(['nextcloud', 'owncloud'])('whole servers of %s', async (vendor) => {
  const original = await makeServer(vendor)
  const random = seeded(vendor.length)
  const altered = Array.from({ length: ROUNDS }, () => {
    const root = temporaryFolder()
    cpSync(original, root, { recursive: true, verbatimSymlinks: true })
    alterServer(root, random)
    return root
  })
  const jobs = altered.flatMap((root) => SIGNED.map((signed) => ({ root, vendor, signed })))
  const answers = runServerCheck(jobs)
  const answersOf = (index: number) => answers.slice(index * SIGNED.length, (index + 1) * SIGNED.length)

  it('are altered in every way', () => {
    const codes = answers.flatMap(({ paths }) => Object.keys(paths))
    for (const code of FILE_CODES) expect(codes.filter((one) => one === code).length).toBeGreaterThan(20)
    expect(
      answers.filter(({ paths, values }) => JSON.stringify(paths) !== JSON.stringify(values)).length,
    ).toBeGreaterThan(5)
  })

  it('have the findings of the server itself, file by file', async () => {
    for (const [index, root] of altered.entries())
      expect([root, await ourAnswers(openServer(root))]).toEqual([root, answersOf(index)])
  })

  it.skipIf(isMissingTool('tar'))('and as archives, too', async () => {
    for (const [index, root] of altered.slice(0, 15).entries()) {
      const archive = join(temporaryFolder(), 'server.tar.gz')
      runTool('tar', ['-czf', archive, '--format=gnu', `--transform=s,^\\.,${vendor},S`, '-C', root, '.'])
      expect([root, await ourAnswers(await openArchive(archive, 'server', undefined, 'server'))]).toEqual([
        root,
        answersOf(index),
      ])
    }
  })

  it('are signed as the server itself would, whatever was done to them', async () => {
    const unsigned = altered.filter((root) => existsSync(join(root, 'core')))
    for (const root of unsigned) rmSync(join(root, 'core/signature.json'), { force: true })
    const expected = runServerCheck(unsigned.map((root) => ({ root, vendor, signed: 'core/signature.json' })))
    let signed = 0
    for (const [index, root] of unsigned.entries()) {
      const refusal = await signCore(root).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (refusal) {
        // A link that dangles or leaves, and nothing else.
        expect([root, refusal]).toEqual([root, expect.objectContaining({ code: 'PAYLOAD_NOT_SIGNABLE' })])
        expect(String(refusal)).toContain('is a link to')
        continue
      }
      const envelope = JSON.parse(readFileSync(join(root, 'core/signature.json'), 'utf8')) as { hashes: object }
      expect([root, envelope.hashes]).toEqual([root, expected[index]?.hashes])
      expect(wrong(reportOf(await verifyAll(openServer(root)), ''))).toEqual([])
      signed++
    }
    expect(signed).toBeGreaterThan(ROUNDS / 2)
  })
})

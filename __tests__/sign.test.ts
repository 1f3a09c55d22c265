import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../src/payload/folder'
import { readCertificates } from '../src/pki/certificate'
import { parsePrivateKey } from '../src/pki/key'
import { authoritiesFor } from '../src/pki/trust'
import { sign } from '../src/sign'
import { verify } from '../src/verify'
import { goldenFile, goldenPath, writeGoldenTree } from './helpers/tree'

const now = new Date('2026-12-01T00:00:00Z')
const key = parsePrivateKey(goldenFile('pki/activity.key').toString())
const [leaf] = readCertificates(goldenFile('pki/activity.crt').toString())
const trusted = readCertificates(goldenFile('pki/test-root.crt').toString())

describe('signing writes the bytes that the servers wrote', () => {
  for (const server of ['nextcloud', 'owncloud'] as const) {
    for (const tree of readdirSync(goldenPath('trees')).map((name) => name.replace('.json', ''))) {
      const expected = goldenPath(`expected/${tree}.${server}.signature.json`)
      if (!existsSync(expected)) continue
      it(`${tree}, ${server}`, () => {
        const root = writeGoldenTree(tree)
        if (!leaf) throw new Error('no leaf')
        const trust = { authorities: authoritiesFor(server, trusted), server, now, expiryWarningDays: 60 }
        sign(openFolder(root), { key, leaf }, trust)
        expect(readFileSync(join(root, 'appinfo/signature.json')).toString()).toBe(readFileSync(expected).toString())
        expect(verify(openFolder(root), trust).findings.filter((finding) => finding.severity === 'error')).toEqual([])
      })
    }
  }
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../src/payload/folder'
import { bundledAuthorities, customAuthority } from '../src/pki/authorities'
import { readCertificates } from '../src/pki/certificate'
import { parsePrivateKey } from '../src/pki/key'
import { sign } from '../src/sign'
import { verify } from '../src/verify'
import { goldenFile, goldenPath, writeGoldenTree } from './helpers/tree'
import { makeTrust } from './helpers/trust'

const now = new Date('2026-12-01T00:00:00Z')
const key = parsePrivateKey(goldenFile('pki/activity.key').toString())
const [leaf] = readCertificates(goldenFile('pki/activity.crt').toString())
const trusted = readCertificates(goldenFile('pki/test-root.crt').toString())

describe('signing writes the bytes that the servers wrote', () => {
  for (const server of ['nextcloud', 'owncloud'] as const) {
    for (const tree of readdirSync(goldenPath('trees')).map((name) => name.replace('.json', ''))) {
      const expected = goldenPath(`expected/${tree}.${server}.signature.json`)
      if (!existsSync(expected)) continue
      it(`${tree}, ${server}`, async () => {
        const root = writeGoldenTree(tree)
        if (!leaf) throw new Error('no leaf')
        const trust = makeTrust([...bundledAuthorities(), customAuthority(trusted)], now, { server })
        await sign(openFolder(root), { key, leaf, intermediates: [] }, trust)
        expect(readFileSync(join(root, 'appinfo/signature.json')).toString()).toBe(readFileSync(expected).toString())
        const { findings } = await verify(openFolder(root), trust)
        expect(findings.filter((finding) => finding.severity === 'error')).toEqual([])
      })
    }
  }
})

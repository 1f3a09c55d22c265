import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppsignError } from '../../src/findings/errors'
import { openFolder } from '../../src/payload/folder'
import { sign } from '../../src/sign'
import { verify } from '../../src/verify'
import { armour, issue, issueRoot, keyPem, makeAuthority, makeList, NOW, rsaKey } from '../helpers/certificates'
import { askPhp, isAmbiguous, readRelations, runIntegrity } from '../helpers/php'
import { seeded } from '../helpers/random'
import { makeTrees } from '../helpers/random-tree'
import { isMissing } from '../helpers/tools'
import { makeApp } from '../helpers/tree'
import { makeTrust } from '../helpers/trust'

const root = issueRoot()
const leaf = issue()
const key = rsaKey('leaf')
const trust = makeTrust([makeAuthority(makeList([]), root)], NOW, { server: 'nextcloud' })
const authority = armour('CERTIFICATE', root.der)
// As the servers write it: CRLF, and no line break at the end.
const certificate = armour('CERTIFICATE', leaf.der).trimEnd().replaceAll('\n', '\r\n')

const random = seeded(4)
const { tree } = makeTrees(random)
const trees = Array.from({ length: 28 }, (_, index) => tree([0, 3, 0, 9][index % 4] ?? 0))

const credentials = { key, leaf, intermediates: [] }
async function trySigning(app: string): Promise<AppsignError | undefined> {
  try {
    await sign(openFolder(app), credentials, trust)
    return undefined
  } catch (error) {
    if (error instanceof AppsignError) return error
    throw error
  }
}
const signatureOf = (app: string) => readFileSync(join(app, 'appinfo/signature.json'), 'utf8')
const errorsOf = async (app: string) =>
  (await verify(openFolder(app), trust)).findings.filter(({ severity }) => severity === 'error')

describe.skipIf(isMissing('php'))('random apps, signed here', async () => {
  const apps = trees.map((tree) => ({ app: makeApp(tree), names: Object.keys(tree) }))
  const signed = await Promise.all(apps.map(async (entry) => ({ ...entry, error: await trySigning(entry.app) })))
  const good = signed.filter(({ error }) => !error).map(({ app }) => app)
  const refused = signed.filter(({ error }) => error)

  it('are many enough, of both kinds', () => {
    expect(good.length).toBeGreaterThan(14)
    expect(refused.length).toBeGreaterThan(2)
  })

  it('are refused only where PHP has no order for their names', () => {
    const groups = refused.map(({ names }) => [...names, 'appinfo/info.xml', 'lib/a.php', 'js/b.js'])
    const answers = askPhp({ groups }).groups
    for (const [index, names] of groups.entries()) {
      expect(refused[index]?.error?.code).toBe('PAYLOAD_NOT_SIGNABLE')
      expect([names, isAmbiguous(names, readRelations(names, answers[index] ?? ''))]).toEqual([names, true])
    }
  })

  for (const phpseclib of ['2', '3'] as const) {
    it(`are accepted by PHP with phpseclib ${phpseclib}`, () => {
      const answers = runIntegrity(
        phpseclib,
        good.map((app) => ({ do: 'check', root: app, authority })),
      )
      expect(answers).toEqual(good.map(() => []))
    })

    it(`and changed afterwards, are refused by PHP with phpseclib ${phpseclib}`, async () => {
      const app = makeApp({ x: '1' })
      await sign(openFolder(app), credentials, trust)
      writeFileSync(join(app, 'appinfo/signature.json'), signatureOf(app).replace('"x": "', '"x": "0'))
      expect(runIntegrity(phpseclib, [{ do: 'check', root: app, authority }])).toEqual([
        ['Signature could not get verified.', 'differs: x'],
      ])
      expect((await errorsOf(app)).map(({ code }) => code)).toEqual(['BAD_SIGNATURE', 'INVALID_HASH'])
    })

    it(`have the very bytes that PHP writes with phpseclib ${phpseclib}, which verify here`, async () => {
      const ours = good.map(signatureOf)
      runIntegrity(
        phpseclib,
        good.map((app) => ({ do: 'sign', root: app, key: keyPem(key), certificate })),
      )
      for (const [index, app] of good.entries()) {
        expect(signatureOf(app)).toBe(ours[index])
        expect(await errorsOf(app)).toEqual([])
      }
    })
  }
})

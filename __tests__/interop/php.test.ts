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
import { isMissing } from '../helpers/tools'
import { makeApp } from '../helpers/tree'

const root = issueRoot()
const leaf = issue()
const key = rsaKey('leaf')
const trust = {
  authorities: [makeAuthority(makeList([]), root)],
  server: 'nextcloud',
  now: NOW,
  expiryWarningDays: 60,
} as const
const authority = armour('CERTIFICATE', root.der)
// As the servers write it: CRLF, and no line break at the end.
const certificate = armour('CERTIFICATE', leaf.der).trimEnd().replaceAll('\n', '\r\n')

const random = seeded(4)
const pick = (things: readonly string[]) => things[random(things.length)] as string
const PIECES = [
  ...'abzAZ019 -_.,~!#$%&()+=@[]{}"\'\\<>?*|:;`^\n\t\x01\x7f\x1b',
  'é',
  'e\u0301',
  'ß',
  '\u00a0',
  '\u202e',
]
const WIDE = ['\u2028', '日本', '\ue000', '\uff5e', '\ufffd', '\u{1f600}', '\u{10ffff}', '\u{1d400}']
const NUMBERS = ['1', '2', '10', '404', '007', '1.0', '1e3', '-5', '3a', ' 4', '5 ', '.5', '9223372036854775808']

function name(): string {
  const length = 1 + random(8)
  const made = Array.from({ length }, () => pick(random(4) ? PIECES : WIDE)).join('')
  return /^\.*$/.test(made) ? `${made}x` : made
}

/** A tree of files with names of all kinds; of four trees, one has some numbers at the top, and one has many. */
function randomTree(index: number): Record<string, string> {
  const folders = ['', `f-${name()}/`, `f-${name()}/${name()}/`]
  const files: Record<string, string> = {}
  for (let count = random(30); count >= 0; count--)
    files[`${pick(folders)}${name()}`.replace(/^f-(?!.*\/)/s, 'n-')] = name()
  for (let count = [0, 3, 0, 9][index % 4] ?? 0; count > 0; count--) files[pick(NUMBERS)] = 'number'
  return files
}

const trees = Array.from({ length: 28 }, (_, index) => randomTree(index))

function trySigning(app: string): AppsignError | undefined {
  try {
    sign(openFolder(app), { key, leaf }, trust)
    return undefined
  } catch (error) {
    if (error instanceof AppsignError) return error
    throw error
  }
}
const signatureOf = (app: string) => readFileSync(join(app, 'appinfo/signature.json'), 'utf8')
const errorsOf = (app: string) => verify(openFolder(app), trust).findings.filter(({ severity }) => severity === 'error')

describe.skipIf(isMissing('php'))('random apps, signed here', () => {
  const apps = trees.map((tree) => ({ app: makeApp(tree), names: Object.keys(tree) }))
  const signed = apps.map((entry) => ({ ...entry, error: trySigning(entry.app) }))
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

    it(`and changed afterwards, are refused by PHP with phpseclib ${phpseclib}`, () => {
      const app = makeApp({ x: '1' })
      sign(openFolder(app), { key, leaf }, trust)
      writeFileSync(join(app, 'appinfo/signature.json'), signatureOf(app).replace('"x": "', '"x": "0'))
      expect(runIntegrity(phpseclib, [{ do: 'check', root: app, authority }])).toEqual([
        ['Signature could not get verified.', 'differs: x'],
      ])
      expect(errorsOf(app).map(({ code }) => code)).toEqual(['BAD_SIGNATURE', 'INVALID_HASH'])
    })

    it(`have the very bytes that PHP writes with phpseclib ${phpseclib}, which verify here`, () => {
      const ours = good.map(signatureOf)
      runIntegrity(
        phpseclib,
        good.map((app) => ({ do: 'sign', root: app, key: keyPem(key), certificate })),
      )
      for (const [index, app] of good.entries()) {
        expect(signatureOf(app)).toBe(ours[index])
        expect(errorsOf(app)).toEqual([])
      }
    })
  }
})

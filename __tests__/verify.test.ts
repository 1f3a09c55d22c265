import { readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeLegacyEnvelope } from '../src/envelope/legacy'
import { parseEnvelope } from '../src/envelope/parse'
import { LEGACY_SUNSET } from '../src/findings/server'
import { verdictOf } from '../src/findings/verdict'
import type { AppInfo } from '../src/payload/app-info'
import { openFolder } from '../src/payload/folder'
import { type Authority, bundledAuthorities } from '../src/pki/authorities'
import type { Trust } from '../src/pki/trust'
import { formatDate } from '../src/pki/validity'
import { sign } from '../src/sign'
import { verify, verifyEnvelope } from '../src/verify'
import { issue, issueRoot, makeAuthority, makeList, NOT_AFTER, NOW, rsaKey } from './helpers/certificates'
import { joined } from './helpers/manifest-json'
import { INFO_XML, makeApp, realPath, temporaryFolder, writeFiles } from './helpers/tree'
import { makeTrust } from './helpers/trust'

interface RealFile {
  file: string
  appId: string | null
  kind: 'app' | 'server'
  hashes: number
  signatureValid: boolean
  leafCN: string | null
  chainsTo: string | null
  serial?: string | null
  notAfter?: string | null
  revokedOn: string | null
}
const real = JSON.parse(readFileSync(realPath('index.json'), 'utf8')) as RealFile[]

/** A day on which every leaf of the real files is valid. */
const THEN = new Date('2026-01-15T00:00:00Z')
const everybody = (now = THEN, expiryWarningDays = 0): Trust =>
  makeTrust(bundledAuthorities(), now, { expiryWarningDays })
const appOf = (id: string, dependencies: AppInfo['dependencies'] = {}): AppInfo => ({ id, version: '', dependencies })

async function verdictOfReal({ file, appId }: RealFile, trust = everybody(), dependencies = {}) {
  const parsed = parseEnvelope(readFileSync(realPath(file)))
  if ('problem' in parsed) throw new Error(parsed.problem)
  const verdict = await verifyEnvelope(parsed.envelope, appOf(appId ?? 'core', dependencies), trust)
  return { envelope: parsed.envelope, ...verdict }
}

/** What the vendors' own verifier says, as our codes. */
function expectedCodes({ appId, leafCN, chainsTo, signatureValid, revokedOn }: RealFile): string[] {
  if (leafCN === null) return ['BAD_CHAIN']
  return [
    ...(chainsTo ? [] : ['BAD_CHAIN']),
    ...(revokedOn ? ['REVOKED'] : []),
    ...(leafCN === (appId ?? 'core') || leafCN === 'core' ? [] : ['CN_MISMATCH']),
    ...(signatureValid ? [] : ['BAD_SIGNATURE']),
  ]
}

describe('what real vendors published', () => {
  it('is here', () => expect(real.length).toBe(15))

  for (const entry of real) {
    const codes = expectedCodes(entry)
    it(`${entry.file}: ${codes.join(', ') || 'good'}`, async () => {
      const { envelope, leaf, chain, findings } = await verdictOfReal(entry)
      expect(envelope.hashes.size).toBe(entry.hashes)
      expect(findings.map(({ code }) => code)).toEqual(codes)
      expect(findings.every(({ severity, exception }) => severity === 'error' && exception)).toBe(true)
      expect(leaf?.subject.commonNames[0] ?? null).toBe(entry.leafCN)
      expect(chain?.authority.id ?? null).toBe(entry.chainsTo)
      if (entry.serial) expect(leaf?.serial).toBe(entry.serial)
      if (entry.notAfter) expect(leaf?.notAfter).toEqual(new Date(entry.notAfter))
      if (entry.revokedOn) expect(findings[0]?.message).toContain(formatDate(new Date(entry.revokedOn)))
    })
  }

  const named = (file: string) => {
    const entry = real.find((candidate) => candidate.file === file)
    if (!entry) throw new Error(file)
    return entry
  }

  for (const [file, requested, current] of [
    ['cn-not-id.json', 'nextbackup', 'ownbackup'],
    ['wrong-cn.json', 'concos', 'files_opds'],
    ['non-ascii-name.json', 'openotp_auth', 'openotp_sign'],
  ] as const) {
    it(`${file} gets the sentence of the servers`, async () => {
      expect((await verdictOfReal(named(file))).findings.map(({ exception }) => exception)).toEqual([
        `Certificate is not valid for required scope. (Requested: ${requested}, current: CN=${current})`,
      ])
    })
  }

  const told = async (file: string, now: string, days = 0, dependencies: AppInfo['dependencies'] = {}) =>
    (await verdictOfReal(named(file), everybody(new Date(now), days), dependencies)).findings.map(
      ({ severity, code }) => `${severity} ${code}`,
    )

  it('expired-owncloud.json is only warned of by ownCloud 10, before and after its end', async () => {
    const only10 = { owncloud: { min: '9', max: '10' } }
    const toldBy10 = (now: string, days = 0) => told('expired-owncloud.json', now, days, only10)
    expect(await toldBy10('2026-11-09T09:52:56Z')).toEqual([])
    expect(await toldBy10('2026-11-09T09:52:57Z')).toEqual(['warning CERTIFICATE_EXPIRED'])
    expect(await toldBy10('2026-11-01T00:00:00Z', 60)).toEqual(['warning CERTIFICATE_EXPIRES'])
    expect(await toldBy10('2036-01-01T00:00:00Z')).toEqual(['warning CERTIFICATE_EXPIRED'])
    expect(await toldBy10('2006-01-01T00:00:00Z')).toEqual(['warning CERTIFICATE_NOT_YET_VALID'])
  })

  it('a file of Nextcloud is only warned of, before and after its end, with the sunset or without', async () => {
    const toldOf = (now: string, days = 0) => told('afterlogic-nextcloud.json', now, days)
    expect(await toldOf('2028-12-31T08:26:50Z')).toEqual([])
    expect(await toldOf('2028-12-31T08:26:51Z')).toEqual(['warning CERTIFICATE_EXPIRED'])
    expect(await toldOf('2028-12-01T00:00:00Z', 60)).toEqual(['warning CERTIFICATE_EXPIRES'])
    expect(await toldOf('2006-01-01T00:00:00Z')).toEqual(['warning CERTIFICATE_NOT_YET_VALID'])
  })

  it('is refused by the other vendor', async () => {
    for (const [file, server] of [
      ['afterlogic-owncloud.json', 'nextcloud'],
      ['afterlogic-nextcloud.json', 'owncloud'],
    ] as const) {
      const trust = { ...everybody(), server }
      expect((await verdictOfReal(named(file), trust)).findings.map(({ code }) => code)).toEqual(['BAD_CHAIN'])
    }
  })

  for (const entry of real.filter(({ kind, leafCN }) => kind === 'app' && leafCN !== null)) {
    it(`${entry.file} without its files: all of them missing`, async () => {
      const root = writeFiles(temporaryFolder(), {
        'appinfo/info.xml': INFO_XML.replace('activity', entry.appId ?? ''),
        'appinfo/signature.json': readFileSync(realPath(entry.file)),
      })
      const { findings, fileCount } = await verify(openFolder(root), everybody())
      const paths = (code: string) => findings.filter((finding) => finding.code === code).map(({ path }) => path)
      const listed = [...(await verdictOfReal(entry)).envelope.hashes.keys()]
      expect(fileCount).toBe(1)
      expect(paths('INVALID_HASH')).toEqual(['appinfo/info.xml'])
      expect(paths('EXTRA_FILE')).toEqual([])
      expect(paths('FILE_MISSING').sort()).toEqual(listed.filter((path) => path !== 'appinfo/info.xml').sort())
    })
  }
})

/** The files that ownCloud's G1 signed, and the day on which each leaf begins and ends. */
const OWNCLOUD = real.filter(({ chainsTo, kind }) => chainsTo === 'owncloud-g1' && kind === 'app')
const TODAY = new Date('2026-12-01T00:00:00Z')
const AFTER_SUNSET = new Date('2027-01-02T00:00:00Z')
const FOR_11 = '<owncloud min-version="10" max-version="11"/>'
const FOR_10 = '<owncloud min-version="10" max-version="10"/>'

describe('what ownCloud’s G1 signed, as ownCloud 11 sees it', () => {
  /** The findings on the signature, and on the format; the files of the app are not there. */
  async function findingsOn({ file, appId }: RealFile, now: Date, dependency: string, server?: 'owncloud') {
    const root = writeFiles(temporaryFolder(), {
      'appinfo/info.xml': `<info><id>${appId}</id><dependencies>${dependency}</dependencies></info>`,
      'appinfo/signature.json': readFileSync(realPath(file)),
    })
    const report = await verify(openFolder(root), { ...everybody(now), server })
    expect(report).toMatchObject({ server: 'owncloud', format: 'legacy', authority: 'ownCloud G1' })
    return report.findings.filter(({ code }) => !/^(INVALID_HASH|FILE_MISSING|EXTRA_FILE)$/.test(code))
  }
  const tell = (findings: Awaited<ReturnType<typeof findingsOn>>) =>
    findings.map(({ severity, code }) => `${severity} ${code}`)
  const errors = (told: string[]) => told.filter((line) => line.startsWith('error'))
  /** What is wrong with a file whatever the day is. */
  const always = (entry: RealFile) => expectedCodes(entry).map((code) => `error ${code}`)

  it('are files of every kind', () => {
    expect(OWNCLOUD.map(({ file }) => file)).toEqual([
      'afterlogic-owncloud.json',
      'cn-not-id.json',
      'expired-owncloud.json',
      'revoked-owncloud.json',
      'wrong-cn.json',
    ])
  })

  for (const entry of OWNCLOUD) {
    const expired = TODAY > new Date(entry.notAfter ?? '')

    it(`${entry.file} on 2026-12-01: ${expired ? 'expired, and accepted with a warning' : 'valid'}`, async () => {
      const told = tell(await findingsOn(entry, TODAY, FOR_11))
      expect(errors(told)).toEqual(always(entry))
      expect(told.includes('warning LEGACY_ACCEPTED_WARN')).toBe(expired)
      expect(told.filter((line) => line.includes('LEGACY_SUNSET'))).toEqual(['notice LEGACY_SUNSET'])
      expect(told.join()).not.toMatch(/BAD_ALGORITHM|CERTIFICATE_EXPIRED/)
    })

    for (const [app, dependency] of [
      ['10 and 11', FOR_11],
      ['10 on', '<owncloud min-version="10"/>'],
      ['any version', '<owncloud/>'],
      ['nobody in particular', ''],
    ] as const) {
      it(`${entry.file} on 2027-01-02, for ${app}: the first error is BAD_ALGORITHM`, async () => {
        const findings = await findingsOn(entry, AFTER_SUNSET, dependency)
        expect(findings[0]).toMatchObject({
          code: 'BAD_ALGORITHM',
          severity: 'error',
          exception: 'legacy algorithm is not permitted after sunset',
        })
        const told = tell(findings)
        for (const line of always(entry)) expect(told).toContain(line)
        expect(told.includes('error BAD_CHAIN')).toBe(expired)
        expect(told.join()).not.toContain('LEGACY_ACCEPTED_WARN')
        expect(told).toContain('warning LEGACY_SUNSET')
      })
    }

    for (const now of [TODAY, AFTER_SUNSET, new Date('2040-01-01T00:00:00Z')]) {
      it(`${entry.file} on ${now.toISOString().slice(0, 10)}, for ownCloud 10 only: no sunset`, async () => {
        const told = tell(await findingsOn(entry, now, FOR_10))
        expect(errors(told)).toEqual(always(entry))
        expect(told).toContain('notice LEGACY_SUNSET')
        expect(told.includes('warning CERTIFICATE_EXPIRED')).toBe(now > new Date(entry.notAfter ?? ''))
        expect(told.join()).not.toMatch(/BAD_ALGORITHM|LEGACY_ACCEPTED_WARN/)
      })
    }

    it(`${entry.file} before it is valid never passes`, async () => {
      const told = tell(await findingsOn(entry, new Date('2006-01-01T00:00:00Z'), FOR_11))
      expect(errors(told)).toContain('error BAD_CHAIN')
      expect(told.join()).not.toContain('LEGACY_ACCEPTED_WARN')
      expect(errors(tell(await findingsOn(entry, new Date('2006-01-01T00:00:00Z'), '')))).toContain('error BAD_CHAIN')
    })
  }

  it('changes at the very second of the sunset, and says the same when the server is named', async () => {
    const entry = OWNCLOUD[0] as RealFile
    for (const server of [undefined, 'owncloud'] as const) {
      const before = tell(await findingsOn(entry, new Date(LEGACY_SUNSET.getTime() - 1), FOR_11, server))
      expect(before).toEqual(['notice LEGACY_SUNSET'])
      const after = tell(await findingsOn(entry, LEGACY_SUNSET, FOR_11, server))
      expect(after).toEqual(['error BAD_ALGORITHM', 'warning LEGACY_SUNSET'])
    }
  })

  it('leaves the files of Nextcloud alone', async () => {
    for (const entry of real.filter(({ chainsTo }) => chainsTo === 'nextcloud')) {
      const { findings } = await verdictOfReal(entry, everybody(AFTER_SUNSET))
      expect(findings.map(({ code }) => code)).toEqual(expectedCodes(entry))
    }
  })
})

describe('a legacy signature', () => {
  const root = issueRoot()
  const bytes = joined(makeLegacyEnvelope(new Map([['a', '1']]), rsaKey('leaf'), issue()))
  const codes = async (
    authority: Partial<Authority>,
    dependencies: AppInfo['dependencies'],
    more: Partial<Trust> = {},
  ) => {
    const parsed = parseEnvelope(bytes)
    if ('problem' in parsed) throw new Error(parsed.problem)
    const given = makeTrust([{ ...makeAuthority(makeList([]), root), ...authority }], AFTER_SUNSET, more)
    const { findings } = await verifyEnvelope(parsed.envelope, appOf('activity', dependencies), given)
    return findings.map(({ code, exception }) => `${code}: ${exception}`)
  }
  const ANY = { min: undefined, max: undefined }
  const SUNSET = ['BAD_ALGORITHM: legacy algorithm is not permitted after sunset']

  it('below an authority of v2 is refused at all times, for ownCloud 10 as well', async () => {
    const g2 = { id: 'owncloud-g2', server: 'owncloud', format: 'v2' } as const
    for (const now of [NOW, AFTER_SUNSET])
      for (const max of ['10', '11'])
        expect(await codes(g2, { owncloud: { min: '10', max } }, { now })).toEqual([
          'BAD_ALGORITHM: legacy algorithm is not permitted on non-G1 chains',
        ])
  })

  it('below an authority of the user’s outlives the sunset unless ownCloud 11 is to read it', async () => {
    expect(await codes({}, { owncloud: ANY })).toEqual(SUNSET)
    expect(await codes({}, { owncloud: { min: '10', max: '10' } })).toEqual([])
    expect(await codes({}, { nextcloud: ANY })).toEqual([])
    expect(await codes({}, {})).toEqual([])
    expect(await codes({}, { nextcloud: ANY, owncloud: ANY })).toEqual([])
    expect(await codes({}, {}, { server: 'owncloud' })).toEqual(SUNSET)
    expect(await codes({}, { owncloud: ANY }, { server: 'nextcloud' })).toEqual([])
  })
})

const trust = makeTrust([makeAuthority(makeList([]))], NOW, { server: 'nextcloud' })
async function signedApp(files: Record<string, string> = {}): Promise<string> {
  const root = makeApp(files)
  await sign(openFolder(root), { key: rsaKey('leaf'), leaf: issue(), intermediates: [] }, trust)
  return root
}
const told = async (root: string, given = trust) =>
  (await verify(openFolder(root), given)).findings.map(({ severity, code, path = '' }) =>
    `${severity} ${code} ${path}`.trim(),
  )

describe('verify', () => {
  it('passes what sign wrote', async () => {
    const report = await verify(openFolder(await signedApp()), trust)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({
      mode: 'verify',
      appId: 'activity',
      appVersion: '1.2.3',
      server: 'nextcloud',
      signaturePath: 'appinfo/signature.json',
      authority: 'Test',
      fileCount: 3,
      chain: [{ subject: 'CN=activity', serial: '1001', notAfter: NOT_AFTER }, { subject: 'C=DE, CN=Test Root' }],
      revocation: { state: 'good', list: { source: 'bundled', number: '7' } },
    })
  })

  it('tells all damage at once, in the order of the servers', async () => {
    const root = await signedApp({
      'a.txt': 'a',
      'B.txt': 'b',
      'x/gone.txt': 'gone',
      'x/Gone.txt': 'Gone',
      'to-link': 'x',
    })
    writeFiles(root, { 'a.txt': 'changed', 'B.txt': 'changed too', 'new.txt': 'n', 'New.txt': 'N', '.DS_Store': 'ok' })
    writeFiles(root, { '.git/config': 'x', '😀': 'astral', '～': 'wide' })
    rmSync(join(root, 'x'), { recursive: true })
    unlinkSync(join(root, 'to-link'))
    symlinkSync('nowhere', join(root, 'to-link'))
    symlinkSync('lib', join(root, 'folder-link'))
    expect(await told(root)).toEqual([
      'error INVALID_HASH B.txt',
      'error INVALID_HASH a.txt',
      'error INVALID_HASH to-link',
      'error FILE_MISSING x/Gone.txt',
      'error FILE_MISSING x/gone.txt',
      'error EXTRA_FILE New.txt',
      'error EXTRA_FILE new.txt',
      'error EXTRA_FILE ～',
      'error EXTRA_FILE 😀',
      'warning LINK_TO_FOLDER folder-link',
      'notice VCS_FOLDER .git',
    ])
  })

  it('puts everything that is wrong with the signature first', async () => {
    const root = await signedApp()
    const path = join(root, 'appinfo/signature.json')
    const envelope = JSON.parse(readFileSync(path, 'utf8')) as { hashes: Record<string, string> }
    envelope.hashes['lib/a.php'] = '00'
    writeFileSync(path, JSON.stringify(envelope))
    writeFiles(root, { 'appinfo/info.xml': INFO_XML.replace('activity', 'files') })
    const on = new Date('2025-05-05T00:00:00Z')
    const late = {
      ...trust,
      authorities: [makeAuthority(makeList([['1001', on]]))],
      now: new Date('2031-01-01T00:00:00Z'),
    }
    expect(await told(root, late)).toEqual([
      'error REVOKED',
      'error CN_MISMATCH',
      'error BAD_SIGNATURE',
      'error INVALID_HASH appinfo/info.xml',
      'error INVALID_HASH lib/a.php',
      'warning CERTIFICATE_EXPIRED',
    ])
  })

  it('says which files a server that compares by value would not show', async () => {
    const root = await signedApp({ one: '1', two: '2' })
    writeFiles(root, { one: '2', two: '1', copy: '1' })
    const { findings } = await verify(openFolder(root), trust)
    expect(findings.map(({ path, unseenByValue }) => [path, unseenByValue])).toEqual([
      ['one', true],
      ['two', true],
      ['copy', true],
    ])
  })

  for (const names of [['activity', 'core'], ['core', 'activity'], []]) {
    it(`refuses a leaf with the names ${names.join(' and ') || 'of nobody'}`, async () => {
      const subject = [['O', 'Test'] as const, ...names.map((name) => ['CN', name] as const)]
      const bytes = joined(makeLegacyEnvelope(new Map([['a', '1']]), rsaKey('leaf'), issue({ subject })))
      const parsed = parseEnvelope(bytes)
      if ('problem' in parsed) throw new Error(parsed.problem)
      const { findings } = await verifyEnvelope(parsed.envelope, appOf('activity'), trust)
      expect(findings.map(({ code }) => code)).toEqual(['CN_MISMATCH'])
    })
  }

  it('passes a file that was only laid out anew', async () => {
    const root = await signedApp({ 'é/x': '1' })
    const path = join(root, 'appinfo/signature.json')
    writeFileSync(path, `${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, '\t')}\n`)
    expect(await told(root)).toEqual([])
  })

  it('refuses an authority that is not trusted', async () => {
    const root = await signedApp()
    const other = makeAuthority(undefined, issueRoot([['CN', 'Another Root']], rsaKey('other')))
    expect(await told(root, { ...trust, authorities: [other] })).toEqual(['error BAD_CHAIN'])
    expect(await told(root, { ...trust, authorities: bundledAuthorities() })).toEqual(['error BAD_CHAIN'])
  })

  it('refuses everything when the revocation list is not signed by the authority', async () => {
    const authorities = [makeAuthority(makeList([], rsaKey('other')))]
    expect(await told(await signedApp(), { ...trust, authorities })).toEqual(['error CRL_UNAVAILABLE'])
  })

  const UNSIGNED: [name: string, content: string | undefined, says: RegExp][] = [
    ['a missing signature', undefined, /there is no appinfo\/signature\.json/],
    ['an empty one', '', /is empty/],
    ['one that is not JSON', '<html>', /is not a JSON object/],
    ['one without hashes', '{}', /has no "hashes"/],
  ]
  for (const [name, content, says] of UNSIGNED) {
    it(`fails for ${name}`, async () => {
      const report = await verify(
        openFolder(makeApp(content === undefined ? {} : { 'appinfo/signature.json': content })),
        trust,
      )
      expect(verdictOf(report.findings)).toBe('failed')
      expect(report.findings).toHaveLength(1)
      expect(report.findings[0]).toMatchObject({
        code: 'MISSING_SIGNATURE',
        exception: 'Signature data not found.',
      })
      expect(report.findings[0]?.message).toMatch(says)
      expect(report).toMatchObject({ signaturePath: undefined, chain: [], authority: undefined, fileCount: 3 })
    })
  }
})

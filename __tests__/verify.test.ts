import { readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeLegacyEnvelope } from '../src/envelope/legacy'
import { parseEnvelope } from '../src/envelope/parse'
import { verdictOf } from '../src/findings/verdict'
import { openFolder } from '../src/payload/folder'
import { authoritiesFor, type Trust } from '../src/pki/trust'
import { formatDate } from '../src/pki/validity'
import { sign } from '../src/sign'
import { verify, verifyEnvelope } from '../src/verify'
import { issue, issueRoot, makeAuthority, makeList, NOT_AFTER, NOW, rsaKey } from './helpers/certificates'
import { INFO_XML, makeApp, realPath, temporaryFolder, writeFiles } from './helpers/tree'

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
const everybody = (now = THEN, expiryWarningDays = 0): Trust => ({
  authorities: authoritiesFor(undefined, []),
  server: undefined,
  now,
  expiryWarningDays,
})

function verdictOfReal({ file, appId }: RealFile, trust = everybody()) {
  const parsed = parseEnvelope(readFileSync(realPath(file)))
  if ('problem' in parsed) throw new Error(parsed.problem)
  return { envelope: parsed.envelope, ...verifyEnvelope(parsed.envelope, appId ?? 'core', trust) }
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
    it(`${entry.file}: ${codes.join(', ') || 'good'}`, () => {
      const { envelope, leaf, chain, findings } = verdictOfReal(entry)
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
    it(`${file} gets the sentence of the servers`, () => {
      expect(verdictOfReal(named(file)).findings.map(({ exception }) => exception)).toEqual([
        `Certificate is not valid for required scope. (Requested: ${requested}, current: CN=${current})`,
      ])
    })
  }

  it('expired-owncloud.json is only warned of, before and after its end', () => {
    const told = (now: string, days = 0) =>
      verdictOfReal(named('expired-owncloud.json'), everybody(new Date(now), days)).findings.map(
        ({ severity, code }) => `${severity} ${code}`,
      )
    expect(told('2026-11-09T09:52:56Z')).toEqual([])
    expect(told('2026-11-09T09:52:57Z')).toEqual(['warning CERTIFICATE_EXPIRED'])
    expect(told('2026-11-01T00:00:00Z', 60)).toEqual(['warning CERTIFICATE_EXPIRES'])
    expect(told('2036-01-01T00:00:00Z')).toEqual(['warning CERTIFICATE_EXPIRED'])
    expect(told('2006-01-01T00:00:00Z')).toEqual(['warning CERTIFICATE_NOT_YET_VALID'])
  })

  it('is refused by the other vendor', () => {
    for (const [file, server] of [
      ['afterlogic-owncloud.json', 'nextcloud'],
      ['afterlogic-nextcloud.json', 'owncloud'],
    ] as const) {
      const trust = { ...everybody(), authorities: authoritiesFor(server, []), server }
      expect(verdictOfReal(named(file), trust).findings.map(({ code }) => code)).toEqual(['BAD_CHAIN'])
    }
  })

  for (const entry of real.filter(({ kind, leafCN }) => kind === 'app' && leafCN !== null)) {
    it(`${entry.file} without its files: all of them missing`, () => {
      const root = writeFiles(temporaryFolder(), {
        'appinfo/info.xml': INFO_XML.replace('activity', entry.appId ?? ''),
        'appinfo/signature.json': readFileSync(realPath(entry.file)),
      })
      const { findings, fileCount } = verify(openFolder(root), everybody())
      const paths = (code: string) => findings.filter((finding) => finding.code === code).map(({ path }) => path)
      const listed = [...verdictOfReal(entry).envelope.hashes.keys()]
      expect(fileCount).toBe(1)
      expect(paths('INVALID_HASH')).toEqual(['appinfo/info.xml'])
      expect(paths('EXTRA_FILE')).toEqual([])
      expect(paths('FILE_MISSING').sort()).toEqual(listed.filter((path) => path !== 'appinfo/info.xml').sort())
    })
  }
})

const trust: Trust = {
  authorities: [makeAuthority(makeList([]))],
  server: 'nextcloud',
  now: NOW,
  expiryWarningDays: 60,
}
function signedApp(files: Record<string, string> = {}): string {
  const root = makeApp(files)
  sign(openFolder(root), { key: rsaKey('leaf'), leaf: issue() }, trust)
  return root
}
const told = (root: string, given = trust) =>
  verify(openFolder(root), given).findings.map(({ severity, code, path = '' }) => `${severity} ${code} ${path}`.trim())

describe('verify', () => {
  it('passes what sign wrote', () => {
    const report = verify(openFolder(signedApp()), trust)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({
      mode: 'verify',
      appId: 'activity',
      appVersion: '1.2.3',
      server: 'nextcloud',
      signaturePath: 'appinfo/signature.json',
      authority: 'Test',
      fileCount: 3,
      certificate: { subject: 'CN=activity', serial: '1001', notAfter: NOT_AFTER },
    })
  })

  it('tells all damage at once, in the order of the servers', () => {
    const root = signedApp({ 'a.txt': 'a', 'B.txt': 'b', 'x/gone.txt': 'gone', 'x/Gone.txt': 'Gone', 'to-link': 'x' })
    writeFiles(root, { 'a.txt': 'changed', 'B.txt': 'changed too', 'new.txt': 'n', 'New.txt': 'N', '.DS_Store': 'ok' })
    writeFiles(root, { '.git/config': 'x', '😀': 'astral', '～': 'wide' })
    rmSync(join(root, 'x'), { recursive: true })
    unlinkSync(join(root, 'to-link'))
    symlinkSync('nowhere', join(root, 'to-link'))
    symlinkSync('lib', join(root, 'folder-link'))
    expect(told(root)).toEqual([
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

  it('puts everything that is wrong with the signature first', () => {
    const root = signedApp()
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
    expect(told(root, late)).toEqual([
      'error REVOKED',
      'error CN_MISMATCH',
      'error BAD_SIGNATURE',
      'error INVALID_HASH appinfo/info.xml',
      'error INVALID_HASH lib/a.php',
      'warning CERTIFICATE_EXPIRED',
    ])
  })

  it('says which files a server that compares by value would not show', () => {
    const root = signedApp({ one: '1', two: '2' })
    writeFiles(root, { one: '2', two: '1', copy: '1' })
    const { findings } = verify(openFolder(root), trust)
    expect(findings.map(({ path, unseenByValue }) => [path, unseenByValue])).toEqual([
      ['one', true],
      ['two', true],
      ['copy', true],
    ])
  })

  for (const names of [['activity', 'core'], ['core', 'activity'], []]) {
    it(`refuses a leaf with the names ${names.join(' and ') || 'of nobody'}`, () => {
      const subject = [['O', 'Test'] as const, ...names.map((name) => ['CN', name] as const)]
      const bytes = makeLegacyEnvelope(new Map([['a', '1']]), rsaKey('leaf'), issue({ subject }))
      const parsed = parseEnvelope(bytes)
      if ('problem' in parsed) throw new Error(parsed.problem)
      const { findings } = verifyEnvelope(parsed.envelope, 'activity', trust)
      expect(findings.map(({ code }) => code)).toEqual(['CN_MISMATCH'])
    })
  }

  it('passes a file that was only laid out anew', () => {
    const root = signedApp({ 'é/x': '1' })
    const path = join(root, 'appinfo/signature.json')
    writeFileSync(path, `${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, '\t')}\n`)
    expect(told(root)).toEqual([])
  })

  it('refuses an authority that is not trusted', () => {
    const root = signedApp()
    const other = makeAuthority(undefined, issueRoot([['CN', 'Another Root']], rsaKey('other')))
    expect(told(root, { ...trust, authorities: [other] })).toEqual(['error BAD_CHAIN'])
    expect(told(root, { ...trust, authorities: authoritiesFor('nextcloud', []) })).toEqual(['error BAD_CHAIN'])
  })

  it('refuses everything when the revocation list is not signed by the authority', () => {
    const authorities = [makeAuthority(makeList([], rsaKey('other')))]
    expect(told(signedApp(), { ...trust, authorities })).toEqual(['error CRL_UNAVAILABLE'])
  })

  const UNSIGNED: [name: string, content: string | undefined, says: RegExp][] = [
    ['a missing signature', undefined, /there is no appinfo\/signature\.json/],
    ['an empty one', '', /is empty/],
    ['one that is not JSON', '<html>', /is not JSON/],
    ['one without hashes', '{}', /has no "hashes"/],
  ]
  for (const [name, content, says] of UNSIGNED) {
    it(`fails for ${name}`, () => {
      const report = verify(
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
      expect(report).toMatchObject({ signaturePath: undefined, certificate: undefined, fileCount: 3 })
    })
  }
})

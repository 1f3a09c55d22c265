import type { Finding } from '../../src/findings/finding'
import type { Locate } from '../../src/report/place'
import type { Outcome, Refusal, RunFacts } from '../../src/report/report'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from './report'

/** Of a run, whatever came out of it. */
export const FACTS: RunFacts = { version: '0.1.0', now: new Date('2026-12-01T12:00:00.000Z'), verdict: 'failed' }

/** Shows every finding at its own path. */
export const locate: Locate = (_, finding) => ({ path: finding?.path ?? 'appinfo/info.xml', line: 3 })

/** A refusal, but for what is given. */
export function makeRefusal(more: Partial<Refusal> = {}): Refusal {
  const error = { code: 'ARCHIVE_DAMAGED', message: 'path "a.tar.gz" is damaged. Pack it again.' } as const
  return { name: 'a.tar.gz', root: '/work/a.tar.gz', error, findings: [], ...more }
}

/** What files can be called, and what whoever shows them must not fall for. */
export const HOSTILE: readonly string[] = [
  '__proto__',
  'a\nb',
  'a\r\n- core',
  '\t- EXCEPTION',
  '\u001b[31mred\u009b',
  '\0',
  '\u007f',
  'a\u2028b\u2029c\u0085',
  'gpj.\u202eexe',
  '\u200b\ufeff\u00ad',
  '\u{e0041}',
  '::error::x',
  ':::',
  '##[add-mask]x',
  '"quoted" \\ back',
  '[a](https://example.org) {0} {{1}}',
  '[x] => Array',
  '<script>|`',
  'Grüße 日本 😀',
  '%41 +?#&;=',
  '404',
  '-5',
  '01',
  'x'.repeat(4000),
]

/** As many findings as wanted, each with a path of its own and hashes that do not pack. */
export function makeFindings(count: number, path = (index: number) => `lib/${index}.php`): Finding[] {
  const hash = (seed: number) => noise(seed, 128)
  return Array.from({ length: count }, (_, index) => ({
    code: 'INVALID_HASH',
    severity: 'error',
    path: path(index),
    expected: hash(2 * index),
    current: hash(2 * index + 1),
    message: `"${path(index)}" was changed after the app was signed.`,
    hint: 'Sign again after the last change, or undo the change.',
  }))
}

/** Hex digits that look like chance, always the same for a seed. */
export function noise(seed: number, length: number): string {
  return Array.from({ length: Math.ceil(length / 8) }, (_, part) => mix(seed * 1024 + part))
    .join('')
    .slice(0, length)
}

/** Eight of them. */
function mix(value: number): string {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 14)) >>> 0).toString(16).padStart(8, '0')
}

const list = {
  source: 'fetched',
  issuer: 'CN=Root',
  number: undefined,
  thisUpdate: new Date('2026-11-30T00:00:00Z'),
} as const

/** An outcome of every kind. */
export const OUTCOMES: Record<string, readonly Outcome[]> = {
  nothing: [],
  'a good folder': [makeReport()],
  'an archive with every severity': [makeReport([REVOKED, EXTRA, WARNING, NOTICE], { kind: 'archive', name: 'a.zip' })],
  'a package': [
    makeReport([], {
      mode: 'sign',
      package: { path: '/work/dist/activity.tar.gz', sha256: 'ab'.repeat(32), size: 1000 },
      milliseconds: 12.5,
    }),
  ],
  'a rehearsal': [makeReport([], { mode: 'check', formats: ['legacy', 'v2'], signaturePath: undefined })],
  'a server': [makeReport([EXTRA], { scope: 'server', appId: 'core', server: 'owncloud', format: 'v2' })],
  'nobody who vouches': [makeReport([], { chain: [], authority: undefined, revocation: undefined })],
  'a list without a number': [makeReport([], { revocation: { state: 'good', list } })],
  'no list': [makeReport([], { revocation: { state: 'off' } })],
  'a refusal': [makeRefusal()],
  'a refusal with findings, behind a report': [makeReport(), makeRefusal({ findings: [EXTRA, NOTICE] })],
  'hostile names': [
    makeReport(HOSTILE.map((path) => ({ ...EXTRA, path, message: `"${path}" is in the app.`, unseenByValue: true }))),
    makeRefusal({ name: HOSTILE.join(), error: { code: 'INTERNAL', message: HOSTILE.join() } }),
  ],
  'lone surrogates': [makeReport([{ ...EXTRA, path: 'a\ud83d', message: '\udc00' }], { name: '\ud800' })],
  '10,000 findings': [makeReport(makeFindings(10_000))],
}

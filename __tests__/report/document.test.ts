import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FileCode, Finding } from '../../src/findings/finding'
import { resultDocument } from '../../src/report/document'
import type { Report } from '../../src/report/report'
import { seeded } from '../helpers/random'
import { EXTRA, makeReport, NOTICE, REFUSAL, REVOKED, WARNING } from '../helpers/report'
import { isMissing, runTool } from '../helpers/tools'

const EXAMPLE = readFileSync(new URL('manual-example.txt', import.meta.url), 'utf8')

/**
 * The example of ownCloud's manual as a server printed it. The help system that the copy came through broke the lines: what is
 * put back is every break and blank of its making, and nothing else; hashes and words are the copy's.
 */
function unfold(copy: string): string {
  return (
    copy
      // Results: tabs became blanks, 6 for the first and 8 for the second.
      .replace(/^ {14}(?=- )/gm, '\t\t')
      .replace(/^ {6}(?=- )/gm, '\t')
      // The blank behind "=>" was cut off at the end of the line.
      .replace(/=>$/gm, '=> ')
      // Values were folded at 50 columns: a line of a value has no "[key]" and no bracket of an array.
      .replace(/\n +(?=[0-9a-f]{28,50}$)/gm, '')
      .replace(/\n +(?=Exception$)/gm, '')
      // A slip of the manual: print_r ends each inner array with an empty line, as the same example does everywhere else.
      .replace(/\)\n( {4}\[tasks\])/, ')\n\n$1')
  )
}

const hashOf = (key: 'expected' | 'current', path: string) => {
  const [, below = ''] = unfold(EXAMPLE).split(`[/${path}] => Array`)
  return new RegExp(`\\[${key}\\] => ([0-9a-f]*)\n`).exec(below)?.[1] ?? 'none'
}
const file = (code: FileCode, path: string): Finding => ({
  ...EXTRA,
  code,
  path,
  expected: hashOf('expected', path),
  current: hashOf('current', path),
})
const unsigned: Finding = { ...REVOKED, code: 'MISSING_SIGNATURE', exception: 'Signature data not found.' }

describe('the example of the manual', () => {
  const core = [file('INVALID_HASH', 'index.php'), file('INVALID_HASH', 'version.php'), file('EXTRA_FILE', 'test.php')]
  const reports = [
    makeReport(core, { appId: 'core', scope: 'server', server: 'owncloud' }),
    makeReport([unsigned], { appId: 'calendar', server: 'owncloud' }),
    makeReport([REVOKED], { appId: 'tasks', server: 'owncloud' }),
  ]

  it('has whole hashes once it is unfolded', () => {
    const hashes = core.flatMap(({ expected, current }) => [expected, current])
    expect(hashes.map((hash) => hash?.length)).toEqual([128, 128, 128, 128, 0, 128])
  })

  it('is the document, line by line', () => {
    expect(resultDocument(reports).split('\n')).toEqual(unfold(EXAMPLE).split('\n'))
  })
})

describe('resultDocument', () => {
  it('says what the servers say when there is nothing to report', () => {
    expect(resultDocument([makeReport()])).toBe('No errors have been found.')
    expect(resultDocument([makeReport([WARNING, NOTICE])])).toBe('No errors have been found.')
  })

  it('does not say so when something could not be looked at, or is wrong in a way that no server reports', () => {
    const key: Finding = { code: 'PRIVATE_KEY', severity: 'error', path: 'a.key', message: 'A key.' }
    const lists = [[], [REFUSAL], [makeReport(), REFUSAL], [makeReport([key])]]
    for (const outcomes of lists) {
      expect(resultDocument(outcomes)).not.toContain('No errors')
      expect(resultDocument(outcomes)).toContain('appsign has more to say')
    }
  })

  it('stops at the first exception, as servers do, and keeps what is ours to itself', () => {
    const ours: Finding = { code: 'LINK_FOLLOWED', severity: 'warning', path: 'x', message: 'A link.' }
    const text = resultDocument([makeReport([REVOKED, unsigned, EXTRA, ours]), REFUSAL])
    expect(text).toContain('Certificate has been revoked.')
    expect(text).not.toMatch(/Signature data|EXTRA_FILE|LINK_FOLLOWED|artifact/)
  })

  it('tells payloads of one app apart', () => {
    const text = resultDocument([makeReport([EXTRA]), makeReport([REVOKED], { name: 'build/activity.tar.gz' })])
    expect(text).toContain('\n- activity (.)\n')
    expect(text).toContain('\n    [activity (build/activity.tar.gz)] => Array\n')
  })

  it('lets no name forge a line', () => {
    const path = 'a\n- core\n\r\u2028\u202e\u001b[2J'
    const forging = makeReport([{ ...EXTRA, path }], { appId: 'a\n\t- x' })
    const plain = resultDocument([makeReport([EXTRA])]).split('\n').length
    expect(resultDocument([forging]).split('\n')).toHaveLength(plain)
    expect(resultDocument([forging])).not.toMatch(/[\r\u2028\u202e\u001b]/)
  })
})

describe.skipIf(isMissing('php'))('print_r of PHP', () => {
  const printed = (json: string) =>
    runTool('php', ['-r', 'print_r(json_decode(stream_get_contents(STDIN), true));'], json)
  const random = seeded(20260711)
  const PARTS = ['a', 'é', '404', '-1', ' ', '[x]', '=>', '(', ')', '/', 'Array', '\\', "'", '🙂']
  const name = () => Array.from({ length: 1 + random(5) }, () => PARTS[random(PARTS.length)]).join('')
  const codes: FileCode[] = ['INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE']

  function randomReport(appId: string): Report {
    if (random(4) === 0) return makeReport([REVOKED], { appId })
    const findings = codes.flatMap((code) =>
      [...new Set(Array.from({ length: random(4) }, name))].map((path) => ({
        ...EXTRA,
        code,
        path,
        expected: ['', 'ab'][random(2)] ?? '',
        current: ['', 'cd'][random(2)] ?? '',
      })),
    )
    return makeReport(findings.length > 0 ? findings : [EXTRA], { appId })
  }

  /** What a server keeps as its results. */
  function resultsOf({ findings }: Report): Record<string, unknown> {
    const results: Record<string, Record<string, unknown>> = {}
    for (const { code, path, expected, current, exception } of findings) {
      if (exception)
        return { EXCEPTION: { class: 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException', message: exception } }
      results[code] = { ...results[code], [`/${path}`]: { expected, current } }
    }
    return results
  }

  it('is the raw output, to the last blank', () => {
    for (let round = 0; round < 20; round++) {
      const reports = ['core', '404', 'b'].slice(random(3)).map(randomReport)
      // PHP keeps the order of the text; an object of JavaScript would put 404 first.
      const members = reports.map((report) => `${JSON.stringify(report.appId)}:${JSON.stringify(resultsOf(report))}`)
      expect(resultDocument(reports).split('==========\n').at(-1)).toBe(printed(`{${members.join(',')}}`))
    }
  })

  it('differs when a blank does: the comparison is a real one', () => {
    expect(printed('{"a":{"b":""}}')).toBe(
      'Array\n(\n    [a] => Array\n        (\n            [b] => \n        )\n\n)\n',
    )
  })
})

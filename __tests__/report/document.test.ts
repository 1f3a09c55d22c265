import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exception } from '../../src/findings/exceptions'
import type { Finding } from '../../src/findings/finding'
import { resultDocument } from '../../src/report/document'
import { resultLines } from '../../src/report/text'
import { HOSTILE, makeRefusal } from '../helpers/outcomes'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'

const CLASS = 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException'
const EXAMPLE = readFileSync(fileURLToPath(new URL('owncloud-manual.txt', import.meta.url)), 'utf8')

/** The list of results in a document. */
const resultsIn = (document: string) => document.split('Results\n=======\n')[1]?.split('\nRaw output\n')[0]?.split('\n')
const file = (code: 'INVALID_HASH' | 'FILE_MISSING' | 'EXTRA_FILE', path: string): Finding => ({ ...EXTRA, code, path })

/**
 * The example as a server sends it. The manual's help system re-wrapped it at 50 columns: what no longer fitted went to lines
 * of its own below, the blank at the end of `=>` went away, and the tabs of the results became 6 and 14 blanks.
 */
function unwrap(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const last = lines.at(-1) ?? ''
    // A continuation: hex, or the rest of a class's name, where a key in brackets would stand.
    if (/^ {20,}[0-9a-f]+$/.test(line) && last.includes('] => ')) lines.push(`${lines.pop()}${line.trim()}`)
    else if (/^ {20,}\w+$/.test(line) && /\[class\] => .*[a-z]$/.test(last)) lines.push(`${lines.pop()}${line.trim()}`)
    else
      lines.push(
        line
          .replace(/ =>$/, ' => ')
          .replace(/^ {14}- /, '\t\t- ')
          .replace(/^ {6}- /, '\t- '),
      )
  }
  return lines.join('\n')
}

/** The hashes of a path in the example. */
function hashesOf(path: string): Pick<Finding, 'expected' | 'current'> {
  const [, below = ''] = unwrap(EXAMPLE).split(`[${path}] => Array`)
  const [, expected = '', current = ''] = /\[expected\] => (.*)\n.*\[current\] => (.*)/.exec(below) ?? []
  return { expected, current }
}

describe("the manual's example (ownCloud's manual, CC BY 3.0)", () => {
  const finding = (code: 'INVALID_HASH' | 'EXTRA_FILE', path: string) => ({
    ...file(code, path),
    ...hashesOf(`/${path}`),
  })
  const outcomes = [
    makeReport(
      [finding('INVALID_HASH', 'index.php'), finding('INVALID_HASH', 'version.php'), finding('EXTRA_FILE', 'test.php')],
      {
        scope: 'server',
        appId: 'core',
      },
    ),
    makeReport([exception('MISSING_SIGNATURE', 'm', 'h')], { appId: 'calendar' }),
    makeReport([exception('REVOKED', 'm', 'h')], { appId: 'tasks' }),
  ]

  it('is read as it was meant', () => {
    expect(unwrap(EXAMPLE).split('\n').length).toBeLessThan(EXAMPLE.split('\n').length)
    for (const path of ['/index.php', '/version.php'])
      expect(hashesOf(path)).toEqual({
        expected: expect.stringMatching(/^[0-9a-f]{128}$/),
        current: expect.stringMatching(/^[0-9a-f]{128}$/),
      })
    expect(hashesOf('/test.php')).toEqual({ expected: '', current: expect.stringMatching(/^[0-9a-f]{128}$/) })
  })

  it('is what the same findings give, line by line', () => {
    // print_r puts a blank line behind each array in an array. Behind `calendar` the manual has none: a slip of its author,
    // for behind `core` and `tasks` it has.
    const printed = unwrap(EXAMPLE).replace('        )\n    [tasks] => Array', '        )\n\n    [tasks] => Array')
    expect(printed).not.toBe(unwrap(EXAMPLE))
    expect(resultDocument(outcomes).split('\n')).toEqual(printed.split('\n'))
  })
})

describe('resultDocument', () => {
  it("says the servers' sentence when no server would report anything", () => {
    for (const outcomes of [
      [],
      [makeReport()],
      [makeReport([WARNING, NOTICE]), makeReport([{ ...EXTRA, code: 'PRIVATE_KEY' }])],
    ])
      expect(resultDocument(outcomes)).toBe('No errors have been found.')
  })

  it('stops at the first exception, as a server does; the log has all', () => {
    const mismatch = exception('CN_MISMATCH', 'm', 'h', 'Certificate is not valid (…)')
    const report = makeReport([REVOKED, mismatch, EXTRA, { ...WARNING, path: 'x' }])
    const lines = ['- activity', '\t- EXCEPTION', `\t\t- ${CLASS}`, '\t\t- Certificate has been revoked.']
    expect(resultsIn(resultDocument([report]))).toEqual([...lines, ''])
    expect(resultLines(report)).toEqual([
      ...lines,
      '\t\t- Certificate is not valid (…)',
      '\t- EXTRA_FILE',
      '\t\t- /js/new.js',
      '\t- CERTIFICATE_EXPIRES',
      '\t\t- /x',
    ])
  })

  it('has the same list as the log where there are files only', () => {
    const report = makeReport([file('INVALID_HASH', 'a'), file('INVALID_HASH', 'c'), file('FILE_MISSING', 'b'), EXTRA])
    expect(resultsIn(resultDocument([report]))).toEqual([...resultLines(report), ''])
  })

  it('has the categories in the order in which a server meets them', () => {
    const order = (...findings: Finding[]) =>
      resultsIn(resultDocument([makeReport(findings)]))
        ?.filter((line) => /^\t- /.test(line))
        .map((line) => line.slice(3))
    const [changed, missing, extra] = [file('INVALID_HASH', 'b'), file('FILE_MISSING', 'a'), file('EXTRA_FILE', '0')]
    expect(order(changed, missing, extra)).toEqual(['FILE_MISSING', 'INVALID_HASH', 'EXTRA_FILE'])
    expect(order(file('INVALID_HASH', 'A'), missing)).toEqual(['INVALID_HASH', 'FILE_MISSING'])
    // By bytes: U+FF5E comes before U+1F600, unlike in JavaScript.
    expect(order(file('INVALID_HASH', '😀'), file('FILE_MISSING', '～'))).toEqual(['FILE_MISSING', 'INVALID_HASH'])
    expect(order(missing, extra)).toEqual(['FILE_MISSING', 'EXTRA_FILE'])
    expect(order(extra)).toEqual(['EXTRA_FILE'])
  })

  it('tells two payloads of one app apart, and hides neither', () => {
    const archive = makeReport([REVOKED], { kind: 'archive', name: 'dist/a.tar.gz' })
    const document = resultDocument([makeReport([EXTRA]), archive, makeReport(), archive])
    expect(document.match(/^- .*$/gm)).toEqual([
      '- activity',
      '- activity (dist/a.tar.gz)',
      '- activity (dist/a.tar.gz)',
    ])
    expect(document.match(/^ {4}\[.*$/gm)).toEqual([
      '    [activity] => Array',
      '    [activity (dist/a.tar.gz)] => Array',
      '    [activity (dist/a.tar.gz)] => Array',
    ])
    expect(resultDocument([makeReport(), archive])).toMatch(/^- activity$/m)
  })

  it('does not take for good what could not be looked at', () => {
    expect(resultsIn(resultDocument([makeReport(), makeRefusal({ findings: [EXTRA] })]))).toEqual([
      '- a.tar.gz',
      '\t- EXCEPTION',
      '\t\t- AppsignError',
      '\t\t- ARCHIVE_DAMAGED: path "a.tar.gz" is damaged. Pack it again.',
      '',
    ])
  })

  it('no name, hash or sentence can forge a line', () => {
    const files = HOSTILE.map((path) => ({ ...file('EXTRA_FILE', path), expected: path, current: path }))
    const error = { code: 'INTERNAL', message: HOSTILE.join() } as const
    const document = resultDocument([
      makeReport(files, { appId: HOSTILE.join() }),
      makeReport([{ ...REVOKED, exception: HOSTILE.join() }]),
      makeRefusal({ name: HOSTILE.join(), error }),
    ])
    expect(document).not.toMatch(/[^\n\t\P{Cc}]|\p{Cf}|\p{Zl}|\p{Zp}|::|##\[/u)
    const lines = document.split('\n')
    expect(resultsIn(document)).toHaveLength(1 + 1 + HOSTILE.length + 2 * 4 + 1)
    expect(lines.filter((line) => line.startsWith('\t\t- /'))).toHaveLength(HOSTILE.length)
    expect(lines.filter((line) => /^ {20}\[expected\] => |^ {28}\[expected\] => /.test(line))).toHaveLength(
      HOSTILE.length,
    )
    expect(document).toContain('\n\t\t- /a\\u{a}b\n')
    expect(document).toContain('\n\t\t- /Grüße 日本 😀\n')
  })
})

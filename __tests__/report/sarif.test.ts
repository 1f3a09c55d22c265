import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Locate } from '../../src/report/place'
import type { Outcome } from '../../src/report/report'
import { reportSarif } from '../../src/report/sarif'
import { FACTS, HOSTILE, locate, makeFindings, makeRefusal, noise, OUTCOMES } from '../helpers/outcomes'
import { EXTRA, makeReport, NOTICE, REVOKED, WARNING } from '../helpers/report'
import { sarifValidator } from '../helpers/schema'

/** What is looked at of a result. */
interface Result {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region: { startLine: number } }
  }[]
  partialFingerprints: Record<string, string>
  properties: Record<string, unknown>
}

const validate = sarifValidator()
const sarif = (outcomes: readonly Outcome[], find: Locate = locate) => reportSarif(outcomes, FACTS, find)
const runOf = (text: string) => JSON.parse(text).runs[0]
const resultsOf = (outcomes: readonly Outcome[], find?: Locate): Result[] => runOf(sarif(outcomes, find)).results
const placesOf = (results: readonly Result[]) => results.map(({ locations }) => locations[0]?.physicalLocation)
const printsOf = (results: readonly Result[]) =>
  results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)

describe('reportSarif', () => {
  for (const [name, outcomes] of Object.entries(OUTCOMES))
    it(`is valid for ${name}, and GitHub takes it`, () => {
      const text = sarif(outcomes)
      expect(validate(text)).toEqual([])
      const { tool, results } = runOf(text)
      const wanted = outcomes.reduce((sum, one) => sum + one.findings.length + ('error' in one ? 1 : 0), 0)
      expect(results).toHaveLength(wanted)
      // What GitHub requires beyond the schema, in its document "SARIF support for code scanning".
      for (const rule of tool.driver.rules)
        for (const text of [rule.id, rule.shortDescription.text, rule.fullDescription.text, rule.help.text])
          expect(text).toMatch(/^.{3,1024}$/)
      for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of results as Result[]) {
        expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
        expect(message.text).toMatch(/^.+$/)
        expect(locations).toHaveLength(1)
        expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[^/]/)
        expect(locations[0]?.physicalLocation.region.startLine).toBeGreaterThan(0)
        expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{64}:\d+$/)
      }
    })

  it('is checked for real: a wrong one is not valid', () => {
    const spoil = (from: string, to: string) => sarif([makeReport([EXTRA])]).replace(from, to)
    expect(validate(spoil('"level": "error"', '"level": "fatal"'))).not.toEqual([])
    expect(validate(spoil('"version": "2.1.0"', '"version": "2"'))).not.toEqual([])
    expect(validate(spoil('"uri": "js/new.js"', '"uri": "a b"'))).not.toEqual([])
    expect(validate(spoil('"startLine": 3', '"startLine": 0'))).not.toEqual([])
  })

  it('says what was found, errors first', () => {
    const report = makeReport([NOTICE, WARNING, EXTRA, REVOKED], { name: 'dist/a.zip' })
    const text = sarif([report])
    const { tool, results, invocations, properties } = runOf(text)
    expect(tool.driver).toMatchObject({
      name: 'appsign',
      version: '0.1.0',
      rules: [{ id: 'EXTRA_FILE' }, { id: 'REVOKED' }, { id: 'CERTIFICATE_EXPIRES' }, { id: 'VCS_FOLDER' }],
    })
    expect(properties).toEqual({ verdict: 'failed' })
    expect(invocations).toEqual([
      { executionSuccessful: true, endTimeUtc: '2026-12-01T12:00:00.000Z', toolExecutionNotifications: [] },
    ])
    expect(results.map(({ level }: Result) => level)).toEqual(['error', 'error', 'warning', 'note'])
    expect(results[0]).toEqual({
      ruleId: 'EXTRA_FILE',
      ruleIndex: 0,
      level: 'error',
      message: { text: '"js/new.js" is in the app, but not in the signature. Remove it.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'js/new.js', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}:1$/) },
      properties: { payload: 'dist/a.zip', app: 'activity', path: 'js/new.js', expected: '', current: 'ab' },
    })
    expect(text.endsWith('\n}\n')).toBe(true)
  })

  it('has a refusal as a result, and says that the run was not to the end', () => {
    const { invocations, results } = runOf(sarif([makeReport([WARNING]), makeRefusal({ findings: [EXTRA] })]))
    expect(invocations[0].executionSuccessful).toBe(false)
    expect(results.map(({ ruleId }: Result) => ruleId)).toEqual([
      'ARCHIVE_DAMAGED',
      'EXTRA_FILE',
      'CERTIFICATE_EXPIRES',
    ])
    expect(results[0]).toMatchObject({ level: 'error', properties: { payload: 'a.tar.gz' } })
  })

  it('gives the place to whoever finds it, with its outcome', () => {
    const asked: unknown[] = []
    const report = makeReport([EXTRA])
    const refusal = makeRefusal({ findings: [WARNING] })
    sarif([report, refusal], (...args) => {
      asked.push(args)
      return { path: 'a', line: 1 }
    })
    expect(asked).toEqual([[report, EXTRA], [refusal], [refusal, WARNING]])
  })
})

describe('places', () => {
  it.each([
    ['a b/ü#?%41.php', 'a%20b/%C3%BC%23%3F%2541.php'],
    ['c:/x', 'c%3A/x'],
    ['a\\b', 'a%5Cb'],
    ['a\ud83d', 'a%EF%BF%BD'],
    ['日本', '%E6%97%A5%E6%9C%AC'],
  ])('%s is percent-encoded', (path, uri) => {
    const results = resultsOf([makeReport([EXTRA])], () => ({ path, line: 7 }))
    expect(placesOf(results)).toEqual([{ artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine: 7 } }])
    expect(decodeURIComponent(uri)).toBe(path.toWellFormed())
  })

  it.each(['', '.', './a', '..', '../a', 'a/../../b', '/etc/passwd', 'a//b'])(
    '"%s" is none in the repository',
    (path) => {
      const results = resultsOf([makeReport([EXTRA])], () => ({ path, line: 7 }))
      expect(placesOf(results)).toMatchObject([
        { artifactLocation: { uri: 'appinfo/info.xml' }, region: { startLine: 1 } },
      ])
    },
  )
})

describe('messages', () => {
  it('are one line in which no name is a link, a placeholder or a command', () => {
    const results = resultsOf(HOSTILE.map((path) => makeReport([{ ...EXTRA, path, message: path }])))
    expect(results.map(({ properties }) => properties.path)).toEqual(HOSTILE)
    for (const { message } of results) {
      expect(message.text).not.toMatch(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|::|##\[|\]\(/u)
      expect(message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/)
    }
    expect(results.map(({ message }) => message.text)).toContain('[a] (https://example.org) {{0}} {{{{1}}}} Remove it.')
  })
})

describe('fingerprints', () => {
  const one = makeReport([EXTRA, REVOKED])
  const [print] = printsOf(resultsOf([one]))

  it('stay, wherever and by whatever words it is shown', () => {
    const later = makeReport([NOTICE, { ...EXTRA, message: 'Other words.', current: 'cd' }], {
      appVersion: '2',
      name: 'x',
    })
    expect(printsOf(resultsOf([later], () => ({ path: 'z', line: 99 })))[0]).toBe(print)
  })

  it('differ by code, app and path', () => {
    const others = [
      makeReport([{ ...EXTRA, code: 'INVALID_HASH' }]),
      makeReport([EXTRA], { appId: 'calendar' }),
      makeReport([{ ...EXTRA, path: 'js/old.js' }]),
      makeRefusal(),
      makeRefusal({ name: 'b.tar.gz' }),
    ]
    const prints = [print, ...others.flatMap((outcome) => printsOf(resultsOf([outcome])))]
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('number what is equal, so that GitHub shows all of it', () => {
    const prints = printsOf(resultsOf([makeReport([EXTRA, EXTRA]), makeReport([EXTRA])]))
    expect(prints.map((each) => each?.replace(/.*:/, ''))).toEqual(['1', '2', '3'])
    expect(new Set(prints.map((each) => each?.replace(/:.*/, ''))).size).toBe(1)
  })
})

describe('what GitHub does not take', () => {
  const cutOf = (text: string): string[] =>
    runOf(text).invocations[0].toolExecutionNotifications.map(({ message }: Result) => message.text)

  it('25,000 results are taken', () => {
    const text = sarif([makeReport(makeFindings(25_000))])
    expect(runOf(text).results).toHaveLength(25_000)
    expect(cutOf(text)).toEqual([])
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
  })

  it('one more is cut, and said: the least important', () => {
    const text = sarif([makeReport([NOTICE, ...makeFindings(25_000)])])
    expect(validate(text)).toEqual([])
    expect(runOf(text).results).toHaveLength(25_000)
    expect(runOf(text).tool.driver.rules).toMatchObject([{ id: 'INVALID_HASH' }])
    expect(cutOf(text)).toEqual([expect.stringMatching(/^1 result of 25001 left out: /)])
  })

  it('long names that do not pack are cut by bytes', () => {
    const long = (index: number) => `${index}/${noise(1_000_000 + index, 700)}`
    const text = sarif([makeReport(makeFindings(20_000, long))])
    const kept = runOf(text).results.length
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000)
    expect(kept).toBeGreaterThan(1000)
    expect(kept).toBeLessThan(20_000)
    expect(cutOf(text)).toEqual([expect.stringMatching(`^${20_000 - kept} results of 20000 left out`)])
  })

  it('long names that do pack are cut before they fill the memory', () => {
    const text = sarif([makeReport(makeFindings(6000, (index) => `${index}/${'x'.repeat(4000)}`))])
    expect(text.length).toBeLessThan(72 * 1024 * 1024)
    expect(runOf(text).results.length).toBeGreaterThan(4000)
    expect(cutOf(text)).toEqual([expect.stringMatching(/results of 6000 left out/)])
  })
})

import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings/finding'
import type { Locate } from '../../src/report/place'
import { type Outcome, verdictOfAll } from '../../src/report/report'
import { MEANINGS } from '../../src/report/rules'
import { MAX_RESULTS, reportSarif } from '../../src/report/sarif'
import { EXTRA, makeReport, NOTICE, REFUSAL, REVOKED, WARNING } from '../helpers/report'
import { checkReport, checkSarif } from '../helpers/schema'

interface Result {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region: { startLine: number } }
  }[]
  partialFingerprints: { primaryLocationLineHash: string }
  properties: Record<string, string>
}
interface Run {
  tool: { driver: { name: string; version: string; rules: { id: string; defaultConfiguration: { level: string } }[] } }
  invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }]
  results: Result[]
}

const locate: Locate = (_, finding) => ({
  path: `app/${finding?.path ?? 'appinfo/info.xml'}`,
  line: finding?.path ? 1 : 4,
})
const write = (outcomes: Outcome[], where = locate) =>
  reportSarif(
    outcomes,
    { version: '0.1.0', now: new Date('2026-06-01T12:00:00Z'), verdict: verdictOfAll(outcomes) },
    where,
  )
const run = (outcomes: Outcome[], where = locate) => (JSON.parse(write(outcomes, where)) as { runs: [Run] }).runs[0]
const only = (finding: Finding) => run([makeReport([finding])]).results[0] as Result

describe('the schema of SARIF 2.1.0', () => {
  const ODD: Finding = { ...EXTRA, path: '\ud800 #?%é[x](y){0}\u202e/..' }
  const KINDS: [name: string, outcomes: Outcome[]][] = [
    ['nothing', [makeReport()]],
    ['findings of every severity', [makeReport([REVOKED, EXTRA, WARNING, NOTICE])]],
    ['odd names', [makeReport([ODD])]],
    ['refusals', [REFUSAL, { ...REFUSAL, findings: [EXTRA] }]],
    ['several payloads', [makeReport([EXTRA]), makeReport([EXTRA], { kind: 'archive', name: 'a.tar.gz' }), REFUSAL]],
  ]
  for (const [name, outcomes] of KINDS)
    it(`takes ${name}`, () => expect(checkSarif(JSON.parse(write(outcomes)))).toEqual([]))

  it('refuses what is wrong', () => {
    const good = () => JSON.parse(write([makeReport([EXTRA])]))
    const spoil = (change: (run: Run) => void) => {
      const log = good()
      change(log.runs[0])
      return checkSarif(log)
    }
    expect(spoil(({ results }) => Object.assign(results[0] as Result, { level: 'notice' }))).not.toEqual([])
    expect(spoil(({ results }) => Object.assign(results[0] as Result, { rule: 'X' }))).not.toEqual([])
    expect(spoil(({ results }) => Object.assign(results[0] as Result, { message: 'text' }))).not.toEqual([])
    const uri = 'a b'
    const location = { physicalLocation: { artifactLocation: { uri } } }
    expect(spoil(({ results }) => Object.assign(results[0] as Result, { locations: [location] }))).not.toEqual([])
    expect(checkSarif({ ...good(), version: '2.0.0' })).not.toEqual([])
    expect(checkReport(good())).not.toEqual([])
  })
})

describe('reportSarif', () => {
  it('says of each finding what, where and what to do', () => {
    expect(only({ ...EXTRA, path: 'js/new.js' })).toEqual({
      ruleId: 'EXTRA_FILE',
      ruleIndex: 0,
      level: 'error',
      message: { text: '"js/new.js" is in the app, but not in the signature. Remove it.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'app/js/new.js', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      properties: { app: 'activity', payload: '.', path: 'js/new.js', expected: '', current: 'ab' },
    })
  })

  it("begins with the server's own sentence where there is one", () => {
    expect(only(REVOKED).message.text).toBe('Certificate has been revoked. It was revoked.')
  })

  it('has a rule for each code that occurs, and points to it', () => {
    const { tool, results } = run([
      makeReport([EXTRA, { ...EXTRA, path: 'b' }, WARNING]),
      REFUSAL,
      makeReport([NOTICE]),
    ])
    const { driver } = tool
    expect(driver).toMatchObject({ name: 'appsign', version: '0.1.0' })
    expect(driver.rules.map(({ id, defaultConfiguration: { level } }) => [id, level])).toEqual([
      ['EXTRA_FILE', 'error'],
      ['CERTIFICATE_EXPIRES', 'warning'],
      ['ARCHIVE_DAMAGED', 'error'],
      ['VCS_FOLDER', 'note'],
    ])
    for (const { ruleId, ruleIndex } of results) expect(driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'warning', 'error', 'note'])
  })

  it('has a result for what could not be looked at, and its findings', () => {
    const { invocations, results } = run([{ ...REFUSAL, findings: [EXTRA] }])
    expect(invocations[0].executionSuccessful).toBe(false)
    expect(results.map(({ ruleId, message }) => [ruleId, message.text])).toEqual([
      ['ARCHIVE_DAMAGED', '"build/artifact.zip" is damaged or cut off.'],
      ['EXTRA_FILE', '"js/new.js" is in the app, but not in the signature. Remove it.'],
    ])
    expect(run([makeReport([EXTRA])]).invocations[0].executionSuccessful).toBe(true)
  })

  it('has a sentence for every code', () => {
    for (const [code, meaning] of Object.entries(MEANINGS))
      expect([code, meaning]).toEqual([code, expect.stringMatching(/^\S.+\.$/)])
  })
})

describe('fingerprints', () => {
  const printOf = (finding: Finding, appId = 'activity', where = locate) =>
    run([makeReport([finding], { appId })], where).results[0]?.partialFingerprints.primaryLocationLineHash

  it('stay when the words or the place change', () => {
    const moved: Locate = () => ({ path: 'elsewhere', line: 99 })
    expect(printOf({ ...EXTRA, message: 'Other words.', current: 'cd' }, 'activity', moved)).toBe(printOf(EXTRA))
  })

  it('are those of code, app and path, which can not run into each other', () => {
    const prints = [
      printOf(EXTRA),
      printOf({ ...EXTRA, code: 'INVALID_HASH' }),
      printOf(EXTRA, 'other'),
      printOf({ ...EXTRA, path: 'js/other.js' }),
      printOf({ ...EXTRA, path: 'c' }, 'a","b'),
      printOf({ ...EXTRA, path: 'b","c' }, 'a'),
    ]
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('are the ones that code scanning has kept since version 0.1.0', () => {
    // From `printf '["EXTRA_FILE","activity","js/new.js"]' | sha256sum`.
    expect(printOf(EXTRA)).toBe('e34ded2fa99ae3430d4c0956e6d31297bb64eb00fe1351f10c4331abcddc41cd')
  })
})

describe('places', () => {
  const uriOf = (path: string) => {
    const [result] = run([makeReport([EXTRA])], () => ({ path, line: 7 })).results
    const { artifactLocation, region } = result?.locations[0]?.physicalLocation ?? {}
    expect([artifactLocation?.uriBaseId, region?.startLine]).toEqual(['%SRCROOT%', 7])
    return artifactLocation?.uri
  }

  const SAME = ['a b', 'a%20b', '#', '?q', 'é/🙂', 'a:b', 'c:\\x', '"', '\n', '[x]', 'a/b/c']
  it.each(SAME)('%j comes back from its address', (path) => {
    const uri = uriOf(path) ?? ''
    expect(uri).toMatch(/^[\w.!~*'()%/-]+$/)
    expect(decodeURIComponent(uri)).toBe(path)
    expect(new URL(uri, 'file:///repository/').href).toBe(`file:///repository/${uri}`)
  })

  it.each([
    ['/etc/x', 'etc/x'],
    ['../../x', 'x'],
    ['./a//b/../c', 'a/b/c'],
    ['.', '.'],
    ['', '.'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j is %s: relative, and inside', (path, uri) => {
    expect(uriOf(path)).toBe(uri)
  })
})

describe('untrusted words', () => {
  it('make no link, no line and no command', () => {
    const message = 'a [click](https://localhost/)\n::error::x\u202e ##[group]\u001b[2J \ud800'
    const path = '##[add-mask]::x'
    const text = write([makeReport([{ ...EXTRA, path, message }])])
    expect(text).not.toMatch(/##\[|::|[\u202e\u001b\ud800]/)
    expect(only({ ...EXTRA, message }).message.text).not.toMatch(/\]\(|[\n\u202e\u001b\ud800]/)
    expect(only({ ...EXTRA, path }).properties.path).toBe(path)
  })
})

describe('more results than GitHub takes', () => {
  const many = (count: number, finding: Finding) =>
    Array.from({ length: count }, (_, index) => ({ ...finding, path: `${finding.code}/${index}` }))

  it('are all there up to the limit, and nothing is said', () => {
    const { results, invocations } = run([makeReport(many(MAX_RESULTS, EXTRA))])
    expect(results).toHaveLength(25_000)
    expect(invocations[0].toolExecutionNotifications).toEqual([])
  })

  it('are cut: errors stay, and how many are missing is said', () => {
    const text = write([makeReport([...many(20_000, NOTICE), ...many(20_000, EXTRA)]), REFUSAL])
    const log = JSON.parse(text) as { runs: [Run] }
    expect(checkSarif(log)).toEqual([])
    const [{ results, invocations, tool }] = log.runs
    expect(results).toHaveLength(25_000)
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(20_001)
    expect(results.filter(({ level }) => level === 'note')).toHaveLength(4_999)
    expect(tool.driver.rules).toHaveLength(3)
    expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '15001 results more left out: code scanning takes 25000 a run. The reports in other forms have all.',
    ])
  })
})

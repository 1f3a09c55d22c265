import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { action, actionBeside, visible } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { type GitHub, startGitHub } from '../helpers/github'
import { makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const NAMES = [
  '::error::x',
  '##[add-mask]y',
  'line\nbreak\r\n::error::z',
  '\u001b[31mred\u001b[0m\u0007',
  'a|b`c`<script>alert(1)<\u2215script>',
  '</details><img src=x onerror=alert(1)>'.replaceAll('/', '\u2215'),
  '\u202egpj.exe\u2066',
  '](https:example.org) ![i](x) @octocat #1 $x$ :x: [^1]',
  `${`${'n'.repeat(250)}/`.repeat(15)}${'e'.repeat(200)}`,
  '%0A::set-output name=verdict::passed',
  '2.0',
  '__proto__',
]
const authority = makeAuthority()
const trust = { 'trusted-authorities': authority.rootPem }

/** What one run over all these names left behind. */
async function runOver(names: readonly string[], github: GitHub, annotations: string) {
  const app = makeApp()
  const reports = temporaryFolder()
  expect(action({ ...trust, 'private-key': authority.keyPem, certificate: authority.issue() }, app).code).toBe(0)
  writeFiles(app, Object.fromEntries(names.map((name) => [name, name])))
  const endings = ['json', 'sarif', 'md', 'txt']
  const result = await actionBeside(
    {
      ...{ mode: 'verify', ...trust, annotations, 'github-token': github.token },
      report: endings.map((ending) => join(reports, `report.${ending}`)).join('\n'),
    },
    app,
    { ...github.env(), APPSIGN_GITHUB_PACE: '0' },
  )
  const [json = '', sarif = '', md = '', txt = ''] = endings.map((ending) =>
    readFileSync(join(reports, `report.${ending}`), 'utf8'),
  )
  return { ...result, json, sarif, md, txt }
}

describe('file names that are made to do harm', () => {
  let github: GitHub
  let checkRun: Awaited<ReturnType<typeof runOver>>
  let commands: Awaited<ReturnType<typeof runOver>>
  beforeAll(async () => {
    github = await startGitHub({ latency: 0 })
    checkRun = await runOver(NAMES, github, 'check-run')
    commands = await runOver(NAMES, github, 'commands')
  }, 60_000)
  afterAll(() => github.close())

  it('start no command in the log, and move no cursor', () => {
    for (const { stdout } of [checkRun, commands]) {
      const lines = visible(stdout).split('\n')
      for (const line of lines) {
        expect(line.trimStart()).not.toMatch(/^::(?!error title=|notice title=|warning title=)/)
        expect(line).not.toMatch(/##\[|[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
      }
      expect(lines.filter((line) => /^::error /.test(line)).length).toBeLessThanOrEqual(10)
      expect(stdout).not.toContain('::set-output')
    }
  })

  it('stay whole in the JSON report, each once', () => {
    const { payloads } = JSON.parse(checkRun.json) as { payloads: { findings: { code: string; path?: string }[] }[] }
    const extra = payloads.flatMap(({ findings }) => findings).filter(({ code }) => code === 'EXTRA_FILE')
    expect(extra.map(({ path }) => path).sort()).toEqual([...NAMES].sort())
  })

  it('have their annotations, in which nothing can be obeyed', () => {
    const run = github.checkRuns[0]
    const failures = run?.annotations.filter(({ annotation_level }) => annotation_level === 'failure') ?? []
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' })
    // The dotted one that no finding but EXTRA_FILE is about, and all others.
    expect(failures).toHaveLength(NAMES.length)
    for (const { message, title } of failures)
      expect(message + title).not.toMatch(/[\u0000-\u001f\u202a-\u202e]|##\[|^::/)
  })

  it('break neither the summary nor the Markdown report', () => {
    for (const markdown of [checkRun.summary, checkRun.md, github.checkRuns[0]?.output?.summary ?? '']) {
      expect(markdown).not.toMatch(/<script|<img|\u001b|\u202e|::error::/)
      const outside = markdown.replace(/<pre>[\s\S]*?<\/pre>/g, '')
      expect(outside).not.toContain('](https:example.org)')
    }
  })

  it("forge no line in the servers' list", () => {
    const paths = checkRun.txt.split('Raw output')[0]?.match(/^\t\t- \/.*$/gm) ?? []
    expect(paths).toHaveLength(NAMES.length)
    expect(checkRun.txt).not.toMatch(/^::error|\u001b|\u202e/m)
  })

  it('are percent-encoded in SARIF', () => {
    const { runs } = JSON.parse(checkRun.sarif) as { runs: { results: { ruleId: string }[] }[] }
    expect(runs[0]?.results.filter(({ ruleId }) => ruleId === 'EXTRA_FILE')).toHaveLength(NAMES.length)
  })

  it('do not change the verdict', () => {
    for (const run of [checkRun, commands])
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'finding-count': String(NAMES.length) } })
  })
})

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exception } from '../src/findings/exceptions'
import { EXCEPTION_CODES } from '../src/findings/finding'
import { neverShip } from '../src/payload/never-ship'
import { VERSION } from '../src/version'
import { isThisAction, readAction, readWorkflow, type Step, wrapSteps } from './helpers/workflows'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')
const action = readAction()

/** The rows of the first table below a heading, without its head: the cells of each. */
function tableBelow(heading: string): string[][] {
  const [, below = ''] = readme.split(`\n${heading}\n`)
  const [table = ''] = /(?:^\|.*\n)+/m.exec(below) ?? []
  const rows = table.trim().split('\n').slice(2)
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

const THROWAWAY = /\(serial [0-9A-F]{10,}, valid until \d{4}-\d\d-\d\d\)/g

/** A log without what is new in every throw-away certificate. */
const steady = (log: string) => log.replace(THROWAWAY, '(serial and day)')

/** The members of a union of string literals in the source. */
function union(path: string, name: string): string[] {
  const [, members = ''] = new RegExp(`export type ${name} =([^/]*?)(?:\\n\\n|\\n/\\*)`).exec(read(path)) ?? []
  return [...members.matchAll(/'([A-Z0-9_]+)'/g)].map((match) => match[1] ?? '')
}

const workflows = readdirSync(join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`)
const blocks = [...readme.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
const inReadme = blocks.filter((block) => /^on:/m.test(block))

/** The names of what steps pass to this action. */
const passedIn = (steps: readonly Step[]) => steps.filter(isThisAction).flatMap((step) => Object.keys(step.with))

describe('README.md and action.yml', () => {
  it('have the same inputs, with the same defaults', () => {
    const described = tableBelow('### Inputs').map(([name, value]) => [name, value])
    const real = (action.inputs ?? []).map(({ id, default: value }) => [
      `\`${id}\``,
      value === undefined ? 'none' : `\`${value.toDisplayString()}\``,
    ])
    expect(real).not.toEqual([])
    expect(described).toEqual(real)
  })

  it('have the same outputs', () => {
    const real = (action.outputs ?? []).map(({ id }) => `\`${id}\``)
    expect(real).not.toEqual([])
    expect(tableBelow('### Outputs').map(([name]) => name)).toEqual(real)
  })
})

describe('workflows', () => {
  const all = [
    ...workflows.map((path) => ({ name: path, content: read(path) })),
    ...blocks.map((block, index) => ({
      name: `README.md, yaml block ${index + 1}`,
      content: inReadme.includes(block) ? block : wrapSteps(block),
    })),
  ]
  it('are found', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(3)
    expect(inReadme.length).toBeGreaterThanOrEqual(3)
  })

  for (const { name, content } of all) {
    it(`${name} is valid and passes only what action.yml takes`, async () => {
      const inputs = new Set((action.inputs ?? []).map(({ id }) => id))
      const { errors, steps } = await readWorkflow(name, content)
      expect(errors).toEqual([])
      expect(passedIn(steps).filter((key) => !inputs.has(key))).toEqual([])
      for (const { uses } of steps.filter((step) => step.uses !== '' && !isThisAction(step)))
        expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/)
    })
  }

  it('of this repository and of README.md grant nothing at the top', () => {
    for (const content of [...workflows.map(read), ...inReadme]) expect(content).toMatch(/^permissions: \{\}$/m)
  })

  it('are checked for real: wrong ones do not pass', async () => {
    const steps = '      - uses: OWNER/appsign@<SHA>\n        with:\n          no-such-input: x\n'
    expect(passedIn((await readWorkflow('with', wrapSteps(steps))).steps)).toEqual(['no-such-input'])
    expect((await readWorkflow('key', `${wrapSteps(steps)}        no-such-key: x\n`)).errors).not.toEqual([])
  })
})

describe('README.md and the code', () => {
  const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/^findings.(?:finding|errors)\.ts$/.test(path))
    .map((path) => read(join('src', path)))
    .join()
  const kinds = ['FileCode', 'ExceptionCode', 'AdviceCode', 'ArchiveCode', 'ShippingCode']
  const listed = kinds.flatMap((name) => union('src/findings/finding.ts', name))
  listed.push(...union('src/findings/errors.ts', 'ErrorCode'))
  // Nobody meets a code that nothing reports.
  const codes = listed.filter((code) => source.includes(`'${code}'`))

  it('the unions are found', () => {
    for (const known of ['EXTRA_FILE', ...EXCEPTION_CODES, 'SERVER_GUESSED', 'TOP_FOLDER', 'STORE_LIMIT', 'INTERNAL'])
      expect(codes).toContain(known)
  })

  for (const code of codes) it(`${code} is explained`, () => expect(readme).toMatch(new RegExp(`\\b${code}\\b`)))

  it("the servers' sentences are those of the code", () => {
    for (const code of EXCEPTION_CODES) {
      const row = readme.split('\n').find((line) => line.includes(`| ${code} |`))
      expect(row).toContain(exception(code, '', '').exception)
    }
  })

  it('the sentences of ownCloud 11 are those of the code', () => {
    const [, below = ''] = readme.split('\nownCloud 11 has sentences of its own')
    const [table = ''] = /(?:^\|.*\n)+/m.exec(below) ?? []
    const rows = table.trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(8)
    const files = ['verify-v2.ts', 'envelope/algorithm.ts', 'pki/identity.ts', 'pki/validity.ts']
    const source = files.map((file) => read(`src/${file}`)).join()
    for (const row of rows) expect(source).toContain(row.split('|')[1]?.trim().split('…')[0])
  })

  it('the names that never ship are those of the code', () => {
    const rows = tableBelow('### What must never ship').filter(([code = '']) =>
      ['VCS_SHIPPED', 'MAC_METADATA', 'DEVELOPMENT_FILES', 'BUILD_SCRATCH'].includes(code),
    )
    expect(rows).toHaveLength(4)
    for (const [code, severity, what = ''] of rows)
      for (const [, name = ''] of what.matchAll(/`([^`]+)`/g))
        expect(neverShip([{ path: name.replaceAll('*', 'x'), kind: 'file' }])).toMatchObject([{ code, severity }])
  })

  it('the logs that are shown are what the demo prints', () => {
    const logs = [...readme.matchAll(/^```text\n(=== .*?)^```$/gms)].map(([, shown = '']) => shown)
    expect(logs).toHaveLength(2)
    const printed = execFileSync(process.execPath, [join(root, 'examples/demo.mjs')], { encoding: 'utf8' })
    // The step summary stands between the verdict and the next step; README leaves it out.
    for (const shown of logs) {
      expect(steady(printed)).toContain(steady(shown))
      expect(shown).toMatch(THROWAWAY)
    }
  })
})

describe('the other documents', () => {
  const { version, dependencies, devDependencies } = JSON.parse(read('package.json')) as {
    version: string
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }

  it('src/version.ts has the version of package.json', () => {
    expect(VERSION).toBe(version)
  })

  it('CHANGELOG.md has the version of package.json', () => {
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'))
  })

  it('CONTRIBUTING.md says why each dependency is there', () => {
    const named = [...read('CONTRIBUTING.md').matchAll(/^\| (\S+) \| .+\|$/gm)].map((match) => match[1])
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(named).toContain(name)
  })

  it('LICENSE, SECURITY.md and the files that README.md links to exist', () => {
    expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 The appsign authors\n/)
    for (const [, path = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(read(path)).not.toBe('')
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isThisAction, readAction, readWorkflow, type Step } from './helpers/workflows'

const here = fileURLToPath(new URL('../examples', import.meta.url))
const files = readdirSync(join(here, 'workflows')).filter((file) => file.endsWith('.yml'))
const read = (file: string) => readFileSync(join(here, 'workflows', file), 'utf8')
const action = readAction()

const inputs = new Set((action.inputs ?? []).map(({ id }) => id))
const outputs = new Set((action.outputs ?? []).map(({ id }) => id))
const modes = ['sign', 'verify', 'check', 'merge']

/** The names of what steps of this action put out and this text uses. */
function outputsUsed(content: string, steps: readonly Step[]): string[] {
  const ours = new Set(steps.filter(isThisAction).map(({ id }) => id))
  return [...content.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id = '']) => ours.has(id))
    .map(([, , name = '']) => name)
}

/** The expressions that name a secret. */
const secretsIn = (text: string) => text.match(/\$\{\{[^}]*\bsecrets\b/g) ?? []

it('secrets are found where there are any', () => {
  expect(files.filter((file) => secretsIn(read(file)).length === 0)).toEqual(['check.yml', 'watch-certificate.yml'])
})

describe.each(files)('examples/workflows/%s', async (file) => {
  const content = read(file)
  const { errors, steps, jobs } = await readWorkflow(file, content)

  it('is valid, and says what to change and to set', () => {
    expect(errors).toEqual([])
    expect(content).toMatch(/^# (?:.*\n)+?#\n# Change: OWNER and <SHA> \(see README\)/)
    expect(content).toMatch(/^# Set/m)
  })

  it('uses what action.yml has', () => {
    const ours = steps.filter(isThisAction)
    expect(ours).not.toEqual([])
    for (const step of ours) {
      expect(Object.keys(step.with).filter((name) => !inputs.has(name))).toEqual([])
      expect(modes).toContain(step.with.mode ?? 'sign')
      expect(step.with['private-key'] !== undefined).toBe((step.with.mode ?? 'sign') === 'sign')
    }
    expect(outputsUsed(content, steps).filter((name) => !outputs.has(name))).toEqual([])
  })

  it('gives what one job uses of another', () => {
    for (const [, job = '', name = ''] of content.matchAll(/\bneeds\.(\w+)\.outputs\.([\w-]+)/g))
      expect(jobs[job]?.outputs).toHaveProperty(name)
  })

  it('pins actions to the commits that this repository uses itself', () => {
    const own = ['check-dist.yml', 'test.yml', 'release.yml'].map((name) =>
      readFileSync(join(here, '../.github/workflows', name), 'utf8'),
    )
    const lines = [...content.matchAll(/uses: (.+)/g)].map(([, uses = '']) => uses)
    for (const uses of lines.filter((line) => !line.startsWith('OWNER/'))) {
      expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
      // Nothing of this repository downloads artifacts.
      if (!uses.startsWith('actions/download-artifact@')) expect(own.join()).toContain(uses)
    }
    for (const uses of lines.filter((line) => line.startsWith('OWNER/')))
      expect(uses).toBe('OWNER/appsign@<SHA> # v0.1.0')
  })

  it('grants nothing at the top, and each job what it says', () => {
    expect(content).toMatch(/^permissions: \{\}$/m)
    for (const job of Object.values(jobs)) {
      expect(job).toHaveProperty('permissions')
      expect(Number(job['timeout-minutes'])).toBeLessThanOrEqual(30)
    }
    for (const { with: given } of steps.filter(({ uses }) => uses.startsWith('actions/checkout@')))
      expect(given['persist-credentials']).toBe('false')
  })

  it('shows secrets only to jobs of an environment, and never to pull requests', () => {
    const withSecrets = Object.values(jobs).filter((job) => secretsIn(JSON.stringify(job)).length > 0)
    expect(withSecrets.length > 0).toBe(secretsIn(content).length > 0)
    for (const job of withSecrets) expect(job.environment).toBe('release')
    expect(content).not.toContain('pull_request_target')
    if (/^(?:on: | {2})pull_request\b/m.test(content)) expect(secretsIn(content)).toEqual([])
  })

  it('cancels no release', () => {
    if (steps.some((step) => isThisAction(step) && step.with['private-key'] !== undefined))
      expect(content).toMatch(/^concurrency:\n {2}group: .+\n {2}cancel-in-progress: false$/m)
  })

  it('puts no expression into a command', () => {
    for (const { run } of steps) expect(run).not.toContain('${{')
  })
})

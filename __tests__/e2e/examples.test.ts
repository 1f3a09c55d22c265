import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { action } from '../helpers/action'
import { makeAuthority } from '../helpers/authority'
import { temporaryFolder, writeFiles } from '../helpers/tree'
import { isThisAction, readWorkflow, type Step } from '../helpers/workflows'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))
const authority = makeAuthority()
const APPS = ['first_app', 'second_app', 'not_ours']
const keys = JSON.stringify(Object.fromEntries(APPS.map((app) => [app, authority.keyPem])))
const TAG = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0', SOURCE_DATE_EPOCH: '1767225600' }

let workspace: string
beforeAll(() => {
  workspace = temporaryFolder()
  const info = readFileSync(join(examples, 'hello_world/appinfo/info.xml'), 'utf8')
  for (const app of APPS) {
    cpSync(join(examples, 'hello_world'), join(workspace, 'apps', app), { recursive: true })
    writeFiles(workspace, {
      [`apps/${app}/appinfo/info.xml`]: info.replace('<id>hello_world</id>', `<id>${app}</id>`),
      [`apps/${app}/tests/AppTest.php`]: '<?php\n',
      [`certificates/${app}.crt`]: authority.issue({ commonName: app, serial: `10${APPS.indexOf(app)}1` }),
    })
  }
  writeFiles(workspace, { 'root.crt': authority.rootPem })
})

/** The steps of an example that use this action, in their order. */
async function stepsOf(file: string): Promise<Step[]> {
  const { steps } = await readWorkflow(file, readFileSync(join(examples, 'workflows', file), 'utf8'))
  return steps.filter(isThisAction)
}

/** Runs a step as it stands in the example, with these values of its expressions, and the authority of this test. */
function runStep(step: Step | undefined, expressions: Record<string, string> = {}) {
  const value = (text: string) =>
    text.replace(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
      const known = expressions[expression]
      if (known === undefined) throw new Error(`"${expression}" has no value`)
      return known
    })
  const given = Object.entries(step?.with ?? {}).map(([name, text]) => [name, value(text)])
  const own =
    step?.with.mode === 'merge'
      ? {}
      : { 'trusted-authorities': 'root.crt', certificate: 'certificates', revocation: 'off' }
  return action({ ...Object.fromEntries(given), ...own }, workspace, TAG)
}

const packages = () => readdirSync(join(workspace, 'build')).sort()

it('release-monorepo.yml signs and packs each app with its own certificate', async () => {
  const [sign] = await stepsOf('release-monorepo.yml')
  const { code, stdout, outputs } = runStep(sign, { 'secrets.APP_PRIVATE_KEYS': keys })
  expect({ code, stdout }).toMatchObject({ code: 0 })
  expect(JSON.parse(outputs['app-id'] ?? '')).toEqual(['first_app', 'second_app'])
  expect(packages()).toEqual(['first_app-1.0.0.tar.gz', 'second_app-1.0.0.tar.gz'])
})

it('release-many-apps.yml lists, signs and reports every app', async () => {
  const [check, sign, merge] = await stepsOf('release-many-apps.yml')
  const listed = runStep(check)
  expect(listed).toMatchObject({ code: 0 })
  const { include } = JSON.parse(listed.outputs.matrix ?? '') as { include: { path: string; app: string }[] }
  expect(include.map(({ app }) => app).sort()).toEqual([...APPS].sort())
  for (const { path, app } of include) {
    const signed = runStep(sign, {
      'matrix.path': path,
      'matrix.app': app,
      "secrets[format('APP_PRIVATE_KEY_{0}', matrix.app)]": authority.keyPem,
    })
    expect(signed).toMatchObject({ code: 0, outputs: { 'app-id': app, 'app-version': '1.0.0' } })
    // What upload-artifact and download-artifact do between two jobs.
    cpSync(join(workspace, `report/${app}.json`), join(workspace, `reports/report-${app}/${app}.json`))
  }
  expect(packages()).toEqual(APPS.map((app) => `${app}-1.0.0.tar.gz`).sort())
  const merged = runStep(merge)
  expect(merged).toMatchObject({ code: 0 })
  const report = JSON.parse(readFileSync(join(workspace, 'merged/apps.json'), 'utf8')) as { payloads: unknown[] }
  expect(readdirSync(join(workspace, 'merged')).sort()).toEqual(['apps.json', 'apps.md'])
  expect(report.payloads).toHaveLength(APPS.length)
})

it('watch-certificate.yml fails for a certificate that ends soon, and not for others', async () => {
  const [sign] = await stepsOf('release-monorepo.yml')
  expect(runStep(sign, { 'secrets.APP_PRIVATE_KEYS': keys })).toMatchObject({ code: 0 })
  cpSync(join(workspace, 'build/first_app-1.0.0.tar.gz'), join(workspace, 'release/first_app-1.0.0.tar.gz'))
  const [verify] = await stepsOf('watch-certificate.yml')
  expect(verify?.with).toMatchObject({ 'expiry-warning-days': '90', 'fail-on': 'warning' })
  // The certificate of this test has 1000 days. No list is asked here, which is a warning too.
  expect(runStep(verify).stdout).not.toContain('CERTIFICATE_EXPIRES')
  const soon = verify && { ...verify, with: { ...verify.with, 'expiry-warning-days': '1100' } }
  const warned = runStep(soon)
  expect(warned).toMatchObject({ code: 1 })
  expect(warned.stdout).toContain('CERTIFICATE_EXPIRES')
})

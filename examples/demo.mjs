// `npm run demo`: what appsign does, on the app in examples/, with a throw-away authority. Needs nothing but Node.
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAction } from './runner.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const workspace = mkdtempSync(join(tmpdir(), 'appsign-demo-'))
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }))

function step(title, inputs, { expect, summary = false }) {
  console.log(`\n=== ${title}`)
  const result = runAction(inputs, { workspace })
  // The masks are for the runner's eyes: it takes them out of the log as well.
  const shown = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  console.log(shown.join('\n').trimEnd())
  console.log(`--- verdict: ${result.outputs.verdict}, exit code ${result.code}`)
  if (summary) console.log(`--- the step summary:\n${result.summary.trimEnd()}`)
  if (result.outputs.verdict !== expect) {
    console.error(`The demo expected "${expect}".\n${result.stderr}`)
    process.exit(1)
  }
}

console.log('A throw-away authority, and a certificate for hello_world:')
execFileSync(process.execPath, [here('../dist/cli/index.js'), 'throwaway', 'hello_world', 'keys'], {
  cwd: workspace,
  stdio: 'inherit',
})
cpSync(here('hello_world'), join(workspace, 'hello_world'), { recursive: true })
const trust = { 'trusted-authorities': 'keys/root.crt' }
const privateKey = readFileSync(join(workspace, 'keys/hello_world.key'), 'utf8')

step(
  'Sign the app',
  { ...trust, mode: 'sign', path: 'hello_world', 'private-key': privateKey, certificate: 'keys/hello_world.crt' },
  { expect: 'passed' },
)
step('Verify it', { ...trust, mode: 'verify', path: 'hello_world' }, { expect: 'passed', summary: true })

const damages = {
  'a file is changed': (app) => appendFileSync(join(app, 'js/main.js'), '// changed\n'),
  'a file is missing': (app) => rmSync(join(app, 'css/style.css')),
  'a file is added': (app) => writeFileSync(join(app, 'lib/Shell.php'), '<?php\n'),
}
for (const [title, damage] of Object.entries(damages)) {
  rmSync(join(workspace, 'damaged'), { recursive: true, force: true })
  cpSync(join(workspace, 'hello_world'), join(workspace, 'damaged'), { recursive: true })
  damage(join(workspace, 'damaged'))
  step(
    `Verify a copy in which ${title}`,
    { ...trust, mode: 'verify', path: 'damaged' },
    { expect: 'failed', summary: true },
  )
}
console.log('\nThe demo went as it should: each damage was found.')

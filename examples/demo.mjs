// `npm run demo`: what appsign does, on the app in examples/, with a throw-away authority. Needs nothing but Node.
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { runAction } from './runner.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const workspace = mkdtempSync(join(tmpdir(), 'appsign-demo-'))
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }))

/** A tar.gz with one more file at its end, as `tar --append` would put it there. */
function appendToTar(archive, name, text) {
  const end = 1024
  const header = Buffer.alloc(512)
  header.write(name)
  header.write('0000644\x000000000\x000000000\x00', 100)
  header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\x0000000000000\x00        0`, 124)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\x00 `, 148)
  const content = Buffer.alloc(512 * Math.ceil(Buffer.byteLength(text) / 512))
  content.write(text)
  return gzipSync(Buffer.concat([gunzipSync(archive).subarray(0, -end), header, content, Buffer.alloc(end)]))
}

function step(title, inputs, { expect, summary = false }) {
  console.log(`\n=== ${title}`)
  const result = runAction(inputs, { workspace })
  // Masks and debug lines are for the runner's eyes: it takes them out of the log as well.
  const shown = result.stdout.split('\n').filter((line) => !/^::(?:add-mask|debug)::/.test(line))
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
  'Rehearse signing, as for a pull request: without a key',
  { ...trust, mode: 'check', path: 'hello_world', certificate: 'keys/hello_world.crt' },
  { expect: 'passed' },
)
step(
  'Sign the app, and pack it',
  {
    ...trust,
    mode: 'sign',
    path: 'hello_world',
    'private-key': privateKey,
    certificate: 'keys/hello_world.crt',
    package: 'build/{id}-{version}.tar.gz',
  },
  { expect: 'passed', summary: true },
)
step('Verify the folder', { ...trust, mode: 'verify', path: 'hello_world' }, { expect: 'passed' })
step('Verify the package', { ...trust, mode: 'verify', path: 'build/*.tar.gz' }, { expect: 'passed', summary: true })

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

const archive = readFileSync(join(workspace, 'build/hello_world-1.0.0.tar.gz'))
writeFileSync(
  join(workspace, 'with-git.tar.gz'),
  appendToTar(archive, 'hello_world/.git/HEAD', 'ref: refs/heads/main\n'),
)
step(
  'Verify an archive that holds a .git',
  { ...trust, mode: 'verify', path: 'with-git.tar.gz' },
  { expect: 'failed', summary: true },
)
console.log('\nThe demo went as it should: the package passed, and each damage was found.')

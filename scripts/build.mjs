// Bundles the action into dist/ and the command line into dist/cli/, with the licences of what is inside. Types are checked
// by `npm run typecheck`, not here.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const ncc = fileURLToPath(new URL('../node_modules/@vercel/ncc/dist/ncc/cli.js', import.meta.url))
const worker = mkdtempSync(join(tmpdir(), 'appsign-build-'))
rmSync(`${root}/dist`, { recursive: true, force: true })
for (const [entry, folder] of [
  ['src/main.ts', 'dist'],
  ['src/cli/main.ts', 'dist/cli'],
  ['src/manifest/hash-worker.ts', worker],
]) {
  execFileSync(
    process.execPath,
    [ncc, 'build', entry, '-o', folder, '--license', 'licenses.txt', '--no-cache', '--transpile-only', '-q'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
}
// ncc names every bundle index.js; the workers' code is looked for beside whatever starts them.
for (const folder of ['dist', 'dist/cli']) copyFileSync(join(worker, 'index.js'), join(root, folder, 'hash-worker.js'))
rmSync(worker, { recursive: true })

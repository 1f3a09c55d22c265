// Bundles the action into dist/ and the command line into dist/cli/, with the licences of what is inside. Types are checked
// by `npm run typecheck`, not here.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const ncc = fileURLToPath(new URL('../node_modules/@vercel/ncc/dist/ncc/cli.js', import.meta.url))
rmSync(`${root}/dist`, { recursive: true, force: true })
for (const [entry, folder] of [
  ['src/main.ts', 'dist'],
  ['src/cli/main.ts', 'dist/cli'],
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

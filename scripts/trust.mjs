// Writes trust/ into a TypeScript module, so that the bundle holds its trust anchors and reads no file for them.
// A test compares the module with the files: after a change in trust/, run `npm run trust`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lines = ['// Written by scripts/trust.mjs from trust/. Do not edit.', 'export const TRUST_FILES = {']
for (const vendor of readdirSync(join(root, 'trust')).sort()) {
  for (const name of readdirSync(join(root, 'trust', vendor)).sort()) {
    lines.push(`  '${vendor}/${name}':\n    '${readFileSync(join(root, 'trust', vendor, name)).toString('base64')}',`)
  }
}
lines.push('} as const', '')
writeFileSync(join(root, 'src/pki/trust.generated.ts'), lines.join('\n'))

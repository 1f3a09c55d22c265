import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const created: string[] = []
afterAll(() => {
  for (const folder of created.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'appsign-test-'))
  created.push(folder)
  return folder
}

export const INFO_XML = `<?xml version="1.0"?>
<info>
  <id>activity</id>
  <name>Activity</name>
  <version>1.2.3</version>
  <dependencies><nextcloud min-version="28" max-version="31"/></dependencies>
</info>
`

/** Writes files (relative path → content) below a folder. */
export function writeFiles(root: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** A small app in a new folder. */
export function makeApp(files: Record<string, string | Uint8Array> = {}): string {
  return writeFiles(temporaryFolder(), {
    'appinfo/info.xml': INFO_XML,
    'lib/a.php': '<?php // a\n',
    'js/b.js': 'b()\n',
    ...files,
  })
}

const golden = (path: string) => fileURLToPath(new URL(`../golden/${path}`, import.meta.url))

/** The path of a golden file. */
export const goldenPath = golden

/** The bytes of a golden file. */
export function goldenFile(path: string): Buffer {
  return readFileSync(golden(path))
}

/** The path of one of the vendors' signature files. */
export function realPath(name: string): string {
  return fileURLToPath(new URL(`../real/${name}`, import.meta.url))
}

/** Writes one of the golden trees to a new folder. */
export function writeGoldenTree(name: string): string {
  const tree = JSON.parse(goldenFile(`trees/${name}.json`).toString()) as {
    files: { path: string; base64: string }[]
    symlinks?: { path: string; target: string }[]
  }
  const root = temporaryFolder()
  for (const file of tree.files) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true })
    writeFileSync(join(root, file.path), Buffer.from(file.base64, 'base64'))
  }
  for (const link of tree.symlinks ?? []) symlinkSync(link.target, join(root, link.path))
  return root
}

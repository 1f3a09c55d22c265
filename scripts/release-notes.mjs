// `node scripts/release-notes.mjs v1.2.3` prints what CHANGELOG.md says of that version, for the release of the tag. It fails
// when the tag, package.json, package-lock.json, src/version.ts and CHANGELOG.md do not name the same version, or when the
// changelog has no day.
import { readFileSync } from 'node:fs'

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const tag = process.argv[2] ?? ''
const version = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1]
const problems = version ? differences(version) : [`"${tag}" is no tag of a release. Give one such as v1.2.3.`]
const notes = version && section(version)
if (problems.length === 0 && !notes)
  problems.push(`CHANGELOG.md has nothing below "## ${version} (…)". Say what is new.`)

if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exitCode = 1
} else console.log(notes)

/** What names another version than this, and how to mend it. */
function differences(version) {
  const lock = JSON.parse(read('package-lock.json'))
  const named = {
    'package.json': JSON.parse(read('package.json')).version,
    'package-lock.json': lock.version === lock.packages[''].version ? lock.version : undefined,
    'src/version.ts': /^export const VERSION = '(.+)'$/m.exec(read('src/version.ts'))?.[1],
  }
  const wrong = Object.entries(named)
    .filter(([, other]) => other !== version)
    .map(([file, other]) => `${file} names ${other ?? 'no version'}, and the tag ${tag}. Correct it and tag anew.`)
  const [, latest = '', day = ''] = /^## (\S+)(?: \((.+)\))?$/m.exec(read('CHANGELOG.md')) ?? []
  if (latest !== version)
    wrong.push(`CHANGELOG.md begins with "${latest}", and the tag is ${tag}. Put ${version} on top.`)
  else if (!/^\d{4}-\d\d-\d\d$/.test(day))
    wrong.push(`CHANGELOG.md has no day behind ${version}. Write "## ${version} (YYYY-MM-DD)".`)
  return wrong
}

/** The Markdown below a version's heading. */
function section(version) {
  const [, below = ''] = read('CHANGELOG.md').split(new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: .*)?$`, 'm'))
  return below.split(/^## /m)[0].trim()
}

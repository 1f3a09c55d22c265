import { Buffer } from 'node:buffer'
import { type FileCode, type Finding, serverCategory } from '../findings/finding'
import { type PhpArray, printR } from './print-r'
import { printable } from './printable'
import { isRefusal, type Outcome } from './report'
import { EXCEPTION_CLASS, layoutResults } from './results'

const HEAD = `Technical information
=====================
The following list covers which files have failed the integrity check. Please read
the previous linked documentation to learn more about the errors and how to fix
them.

Results
=======
`
const RAW = `
Raw output
==========
`
const NO_ERRORS = 'No errors have been found.'

/** What one category holds: of an exception its class and message, else the two hashes of each path. */
type Category = readonly [name: string, content: PhpArray]

/**
 * The document that the servers call the list of invalid files (Nextcloud and ownCloud, `settings/integrity/failed`), so
 * that it can be laid beside what an administrator sees. It holds what a server would report and no more:
 *
 * - a server stops at the first exception, and compares no file then; the log (`resultLines`) has all of both.
 * - what only appsign finds, errors included, is not in it: the log and the other reports have that.
 * - where several payloads are the same app, all but the first have their names behind the id.
 * - what appsign could not look at is an exception of the class AppsignError, so that nobody takes it for good.
 *
 * A server prints names as they are. Here control characters and what a runner obeys are written as `printable` does, so
 * that no name can forge a line. Paths that a server which compares by value would not show are in it.
 *
 * @returns text as the servers send it: the sentence without errors has no newline at its end
 */
export function resultDocument(outcomes: readonly Outcome[]): string {
  const apps = new Set<string>()
  const results: (readonly [app: string, categories: readonly Category[]])[] = []
  for (const outcome of outcomes) {
    const categories = isRefusal(outcome) ? [refusalOf(outcome.error)] : categoriesOf(outcome.findings)
    if (categories.length > 0) results.push([printable(nameOf(outcome, apps)), categories])
  }
  if (results.length === 0) return NO_ERRORS
  const lines = results.flatMap(([app, categories]) => layoutResults(app, categories.map(entriesOf)))
  return `${HEAD}${lines.join('\n')}\n${RAW}${printR(results)}`
}

function nameOf(outcome: Outcome, apps: Set<string>): string {
  if (isRefusal(outcome)) return outcome.name
  if (apps.has(outcome.appId)) return `${outcome.appId} (${outcome.name})`
  apps.add(outcome.appId)
  return outcome.appId
}

function refusalOf({ code, message }: { readonly code: string; readonly message: string }): Category {
  return exceptionOf('AppsignError', `${code}: ${message}`)
}

function exceptionOf(name: string, message: string): Category {
  const content: PhpArray = [
    ['class', name],
    ['message', printable(message)],
  ]
  return ['EXCEPTION', content]
}

function categoriesOf(findings: readonly Finding[]): Category[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const exception = errors.find((finding) => serverCategory(finding) === 'EXCEPTION')
  if (exception) return [exceptionOf(EXCEPTION_CLASS, exception.exception ?? exception.message)]
  const membersOf = (code: FileCode) => errors.filter((finding) => finding.code === code)
  // A server goes through the signed paths in their order, and then through those that nobody signed.
  const signed = [membersOf('INVALID_HASH'), membersOf('FILE_MISSING')].sort(compareFirst)
  return [...signed, membersOf('EXTRA_FILE')].flatMap((members) => {
    const [first] = members
    return first ? [[first.code, members.map(hashesOf)] as const] : []
  })
}

function compareFirst([a]: readonly Finding[], [b]: readonly Finding[]): number {
  return Buffer.compare(Buffer.from(a?.path ?? ''), Buffer.from(b?.path ?? ''))
}

function hashesOf({ path = '', expected = '', current = '' }: Finding): readonly [path: string, hashes: PhpArray] {
  const hashes: PhpArray = [
    ['expected', printable(expected)],
    ['current', printable(current)],
  ]
  return [`/${printable(path)}`, hashes]
}

/** What stands in the list: the values of an exception, the keys of everything else. */
function entriesOf([category, content]: Category): readonly [category: string, entries: readonly string[]] {
  return [category, content.map(([key, value]) => (typeof value === 'string' ? value : key))]
}

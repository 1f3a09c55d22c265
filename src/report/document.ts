import { EXCEPTION_CODES, type Finding, serverCategory } from '../findings/finding'
import { printable, printableLine } from './printable'
import { isRefusal, type Outcome, type Report } from './report'
import { EXCEPTION_CLASS, groupByCategory, resultLines } from './text'

const INTRODUCTION = [
  'Technical information',
  '=====================',
  'The following list covers which files have failed the integrity check. Please read',
  'the previous linked documentation to learn more about the errors and how to fix',
  'them.',
  '',
  'Results',
  '=======',
]

/** What a server answers when it has no results. */
const NOTHING = 'No errors have been found.'

/** Our own, for when that would not be the whole truth. */
const NOTHING_HERE = 'Nothing that a server would report was found, but appsign has more to say: see its log.'

const SERVER_CODES: readonly string[] = [...EXCEPTION_CODES, 'INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE']

/** PHP's arrays, as far as the servers' results need them. */
type PhpArray = readonly (readonly [key: string, value: string | PhpArray])[]

/**
 * The servers' "list of invalid files": what an administrator sees, with what servers report and nothing else. The layout is
 * that of their own document, print_r with its blanks at line ends included; `/` stands in front of paths as in the manual.
 * What could not be looked at, and what only appsign says, has no place in it.
 *
 * @returns text without control characters but line feeds and the tabs that indent; no name can forge a line
 */
export function resultDocument(outcomes: readonly Outcome[]): string {
  const results = labelled(outcomes.flatMap((outcome) => (isRefusal(outcome) ? [] : [reportedByServer(outcome)])))
  if (results.length === 0) return isWholeTruth(outcomes) ? NOTHING : NOTHING_HERE
  const lines = [...INTRODUCTION, ...results.flatMap(resultLines), '', 'Raw output', '==========']
  const raw = results.map(({ appId, findings }) => [appId, arrayOf(findings)] as const)
  return `${lines.map(printableLine).join('\n')}\n${printArray(raw, '')}`
}

type Results = Pick<Report, 'appId' | 'findings' | 'name'>

/** What a server would report: it stops at the first exception. */
function reportedByServer({ appId, name, findings }: Report): Results {
  const known = findings.filter(({ code, severity }) => severity === 'error' && SERVER_CODES.includes(code))
  const exception = known.find((finding) => serverCategory(finding) === 'EXCEPTION')
  return { appId, name, findings: exception ? [exception] : known }
}

/** Those with results. A server has each app once; here an app may be there twice, as a folder and in its archive. */
function labelled(all: readonly Results[]): Results[] {
  const results = all.filter(({ findings }) => findings.length > 0)
  return results.map((result) => {
    const isAlone = results.filter(({ appId }) => appId === result.appId).length === 1
    return isAlone ? result : { ...result, appId: `${result.appId} (${result.name})` }
  })
}

function isWholeTruth(outcomes: readonly Outcome[]): boolean {
  const findings = outcomes.flatMap((outcome) => outcome.findings)
  return outcomes.length > 0 && !outcomes.some(isRefusal) && !findings.some(({ severity }) => severity === 'error')
}

/** Category → path → hashes, or EXCEPTION → class and message. */
function arrayOf(findings: readonly Finding[]): PhpArray {
  return [...groupByCategory(findings)].map(([category, members]) => [
    category,
    members.flatMap((finding): PhpArray => (category === 'EXCEPTION' ? exceptionOf(finding) : [fileOf(finding)])),
  ])
}

function exceptionOf({ exception, message }: Finding): PhpArray {
  return [
    ['class', EXCEPTION_CLASS],
    ['message', exception ?? message],
  ]
}

function fileOf({ path = '', expected = '', current = '' }: Finding): PhpArray[number] {
  return [
    `/${path}`,
    [
      ['expected', expected],
      ['current', current],
    ],
  ]
}

/** print_r: eight blanks more for each level, and an empty line behind each array but the outermost. */
function printArray(array: PhpArray, indent: string): string {
  const members = array.map(([key, value]) => {
    const text = typeof value === 'string' ? printable(value) : `${printArray(value, `${indent}        `)}`
    return `${indent}    [${printable(key)}] => ${text}\n`
  })
  return `Array\n${indent}(\n${members.join('')}${indent})\n`
}

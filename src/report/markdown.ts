import { Buffer } from 'node:buffer'
import { type Finding, serverCategory } from '../findings/finding'
import { SERVER_NAMES } from '../findings/server'
import { verdictOf } from '../findings/verdict'
import { printable } from './printable'
import { isRefusal, type Outcome, type Report } from './report'
import { plural, revocationLine, verdictLine } from './text'

/** Findings in the summary; the log has all of them. The runner takes 1 MiB a step (PLATFORM, "step summary"). */
const MAX_ROWS = 500

/** Bytes of rows for one payload; a step may have several, and is allowed 1 MiB in all. */
const MAX_BYTES = 300 * 1024

/** Characters of a name or message in the summary. */
const MAX_CELL = 500

const ICONS = { passed: '✅', 'passed-with-warnings': '⚠️', failed: '❌' } as const
const SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

/**
 * The step summary: verdict first, then what was looked at, then the findings.
 *
 * @returns Markdown in which no file name can break out of its cell
 */
export function summaryMarkdown(outcomes: readonly Outcome[], _options: { now: Date; limit?: number }): string {
  return outcomes
    .map((outcome) => (isRefusal(outcome) ? errorMarkdown(outcome.error.message) : oneMarkdown(outcome)))
    .join('\n')
}

function oneMarkdown(report: Report): string {
  const verdict = verdictOf(report.findings)
  const [leaf] = report.chain
  const facts = [
    ['App', `${report.appId} ${report.appVersion}`],
    ['Server', `${SERVER_NAMES[report.server]}, ${report.format} format`],
    ['Files', String(report.fileCount)],
    ...(report.package ? [['Package', `${report.package.path}, SHA-256 ${report.package.sha256}`]] : []),
    ['Signed by', leaf ? leaf.subject : 'nobody that can be read'],
    ['Issued by', report.authority ?? 'nobody that is trusted here'],
    ['Revocation', revocationLine(report)],
  ]
  return [
    `### ${ICONS[verdict]} ${cell(verdictLine(report))}`,
    '',
    '| | |',
    '|---|---|',
    ...facts.map(([name = '', value = '']) => `| ${name} | ${cell(value)} |`),
    '',
    ...chainRows(report),
    ...findingRows(report.findings),
    '',
  ].join('\n')
}

function chainRows(report: Report): string[] {
  if (report.chain.length === 0) return []
  return [
    '| Certificate | Serial | Valid until |',
    '|---|---|---|',
    ...report.chain.map(
      ({ subject, serial, notAfter }) =>
        `| ${cell(subject)} | ${cell(serial)} | ${notAfter.toISOString().slice(0, 10)} |`,
    ),
    '',
  ]
}

function findingRows(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const all = findings.slice(0, MAX_ROWS).map((finding) => {
    const text = [finding.exception, finding.message, finding.hint].filter((part) => part !== undefined).join(' ')
    const path = finding.path === undefined ? '' : cell(finding.path)
    return `| ${SEVERITY_ICONS[finding.severity]} ${serverCategory(finding)} | ${path} | ${cell(text)} |`
  })
  const rows = fitting(all)
  const left = findings.length - rows.length
  return [
    '| Finding | File | What it means |',
    '|---|---|---|',
    ...rows,
    ...(left > 0 ? ['', `${plural(left, 'finding')} more: the log lists all of them.`] : []),
  ]
}

/** As many rows as there is room for: a summary that is too large is not shown at all. */
function fitting(rows: readonly string[]): string[] {
  let bytes = 0
  const end = rows.findIndex((row) => {
    bytes += Buffer.byteLength(row) + 1
    return bytes > MAX_BYTES
  })
  return rows.slice(0, end < 0 ? rows.length : end)
}

/** The message of an error that stopped the run, for the summary. */
export function errorMarkdown(message: string): string {
  return `### ❌ ${cell(message)}\n`
}

/** Text in a table's cell: everything that Markdown or HTML could obey is escaped, and nothing becomes a link. */
function cell(text: string): string {
  const cut = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}… (${text.length} characters)` : text
  return printable(cut)
    .replace(/[\\`*_{}[\]()#+!|<>&~$@]|:(?=\S)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
}

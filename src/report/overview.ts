import { Buffer } from 'node:buffer'
import type { Finding } from '../findings/finding'
import { countOf, formatCount } from './amounts'
import { escapeCode, escapeText } from './escape'
import { WHERE } from './group-markdown'
import { isRefusal, type Outcome, verdictOfAll } from './report'
import { VERDICT_ICONS } from './section'

/** Characters of a name in the table of all payloads. */
const MAX_NAME = 100

const RANKS = { failed: 0, 'passed-with-warnings': 1, passed: 2 } as const

/** What is worst comes first; otherwise the order stays. */
export function sortOutcomes(outcomes: readonly Outcome[]): Outcome[] {
  const rank = (outcome: Outcome) => RANKS[verdictOfAll([outcome])]
  return [...outcomes].sort((a, b) => rank(a) - rank(b))
}

/**
 * All payloads of a run: how many failed, and a table with a row for each.
 *
 * @param outcomes the worst first
 * @param limit bytes of UTF-8 for the table's rows
 */
export function overviewMarkdown(outcomes: readonly Outcome[], limit: number): string {
  const verdicts = outcomes.map((outcome) => verdictOfAll([outcome]))
  const count = (verdict: keyof typeof RANKS) => verdicts.filter((one) => one === verdict).length
  const failed = count('failed')
  const warned = count('passed-with-warnings')
  const title =
    failed > 0
      ? `${formatCount(failed)} of ${formatCount(outcomes.length)} failed`
      : `All ${formatCount(outcomes.length)} passed`
  const others = [
    ...(failed > 0 ? [countOf(failed, 'failure')] : []),
    ...(warned > 0 ? [`${formatCount(warned)} passed with warnings`] : []),
    ...(count('passed') > 0 ? [`${formatCount(count('passed'))} passed`] : []),
  ]
  const rows = fitRows(outcomes.map(rowOf), limit)
  const left = outcomes.length - rows.length
  return [
    `## ${VERDICT_ICONS[verdictOfAll(outcomes)]} ${title}`,
    '',
    `${others.join(', ')}.`,
    '',
    '| | App | Version | Files | Errors | Warnings | Path |',
    '|:-:|---|---|--:|--:|--:|---|',
    ...rows,
    ...(left > 0 ? ['', `✂️ **Left out of this table:** ${countOf(left, 'row')}. There was no room: ${WHERE}`] : []),
  ].join('\n')
}

function rowOf(outcome: Outcome): string {
  const count = (severity: Finding['severity']) => {
    const { length } = outcome.findings.filter((finding) => finding.severity === severity)
    return length > 0 ? ` ${formatCount(length)} ` : ' '
  }
  const icon = VERDICT_ICONS[verdictOfAll([outcome])]
  const path = escapeCode(outcome.name, MAX_NAME)
  if (isRefusal(outcome))
    return `| ${icon} | *not judged* | | |${outcome.findings.length > 0 ? count('error') : ' 1 '}|${count('warning')}| ${path} |`
  const name = `**${escapeText(outcome.appId, MAX_NAME)}** | ${escapeText(outcome.appVersion, MAX_NAME)}`
  return `| ${icon} | ${name} | ${formatCount(outcome.fileCount)} |${count('error')}|${count('warning')}| ${path} |`
}

function fitRows(rows: readonly string[], limit: number): string[] {
  let bytes = 0
  const end = rows.findIndex((row) => {
    bytes += Buffer.byteLength(row) + 1
    return bytes > limit
  })
  return rows.slice(0, end < 0 ? rows.length : end)
}

import { Buffer } from 'node:buffer'
import type { Finding } from '../findings/finding'
import { sortFindings } from '../findings/order'
import { verdictOf } from '../findings/verdict'
import { countOf, formatBytes, formatDuration } from './amounts'
import { DETAILS, type Detail } from './detail'
import { escapeCode, escapeText } from './escape'
import { chainMarkdown, factsMarkdown } from './facts'
import { groupMarkdown, WHERE } from './group-markdown'
import { type Group, groupFindings } from './groups'
import { outlookMarkdown } from './outlook'
import { isRefusal, type Outcome, type Report } from './report'
import { DONE } from './text'

export const VERDICT_ICONS = { passed: '✅', 'passed-with-warnings': '⚠️', failed: '❌' } as const

/** Characters of a refusal's message: whole, unless somebody wants to fill the page. */
const MAX_MESSAGE = 2000

/** Bytes for the line that says what was left out. */
const LEFT_OUT_BYTES = 500

/** How one payload is told. */
export interface SectionOptions {
  readonly now: Date
  /** `##`, or `###` where there are several. */
  readonly heading: string
  /** Whether the chain is drawn. */
  readonly drawn: boolean
}

/** A part of a section that is there as a whole or not at all. */
interface Block {
  readonly text: string
  /** What is missing without it. */
  readonly name: string
  readonly findings: number
}

/**
 * One payload: the verdict, its findings by cause, what stops working, what was looked at, who vouches for it.
 *
 * @param limit bytes of UTF-8 that it never exceeds
 * @returns undefined when there is no room even for its heading
 */
export function sectionMarkdown(outcome: Outcome, options: SectionOptions, limit: number): string | undefined {
  const groups = groupFindings(sortFindings(outcome.findings))
  for (const detail of DETAILS) {
    const text = join(blocksOf(outcome, groups, options, detail).map((block) => block.text))
    if (Buffer.byteLength(text) <= limit) return text
  }
  return shorten(blocksOf(outcome, groups, options, DETAILS.at(-1) ?? DETAILS[0]), limit)
}

/** As many blocks as there is room for, and what was left out. */
function shorten([head, ...rest]: readonly Block[], limit: number): string | undefined {
  const room = limit - LEFT_OUT_BYTES
  if (!head || Buffer.byteLength(head.text) > room) return undefined
  const kept = [head.text]
  const left: Block[] = []
  for (const block of rest)
    if (Buffer.byteLength(join([...kept, block.text])) <= room) kept.push(block.text)
    else left.push(block)
  const findings = left.reduce((sum, block) => sum + block.findings, 0)
  const causes = left.filter((block) => block.findings > 0).length
  const names = left.filter((block) => block.findings === 0).map(({ name }) => name)
  const what = [...(causes > 0 ? [`${countOf(findings, 'finding')} of ${countOf(causes, 'cause')}`] : []), ...names]
  return join([...kept, `✂️ **Left out here:** ${what.join(', ')}. There was no room: ${WHERE}`])
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

function blocksOf(outcome: Outcome, groups: readonly Group[], options: SectionOptions, detail: Detail): Block[] {
  const told = groups.filter(({ severity }) => severity !== 'notice').map((group) => groupBlock(group, detail))
  const notices = noticeBlock(
    groups.filter(({ severity }) => severity === 'notice'),
    detail,
  )
  if (isRefusal(outcome)) return [refusalBlock(outcome, options), ...told, ...notices]
  const { now, drawn } = options
  return [
    reportBlock(outcome, options, detail),
    ...told,
    block('what stops working', outlookMarkdown(outcome, now, detail)),
    block('what was looked at', `#### What was looked at\n\n${factsMarkdown(outcome, detail)}`),
    ...notices,
    block('the certificates', chainMarkdown(outcome, now, detail, drawn)),
  ]
}

function block(name: string, text: string, findings = 0): Block {
  return { name, text, findings }
}

function groupBlock(group: Group, detail: Detail): Block {
  return block(group.code, groupMarkdown(group, detail), group.findings.length)
}

/** What nobody has to act on is there for who wants to know. */
function noticeBlock(groups: readonly Group[], detail: Detail): Block[] {
  if (groups.length === 0) return []
  const count = groups.reduce((sum, { findings }) => sum + findings.length, 0)
  const title = `<details><summary>ℹ️ ${countOf(count, 'notice')}: nothing has to be done</summary>`
  return [block('notices', join([title, ...groups.map((group) => groupMarkdown(group, detail)), '</details>']), count)]
}

function reportBlock(report: Report, { heading }: SectionOptions, { characters }: Detail): Block {
  const verdict = verdictOf(report.findings)
  const app = escapeText(`${report.appId} ${report.appVersion}`.trim(), characters)
  const archive = report.kind === 'archive' ? ` in ${escapeCode(report.name, characters)}` : ''
  const done = verdict === 'failed' ? 'failed' : DONE[report.mode]
  return block('', `${heading} ${VERDICT_ICONS[verdict]} ${app}${archive} ${done}\n\n${countLine(report)}`)
}

/** `3 errors and 1 warning in 120 files (1.2 MB, 0.8 s).` */
function countLine({ findings, fileCount, bytes, milliseconds }: Report): string {
  const count = (severity: Finding['severity'], noun: string) => {
    const { length } = findings.filter((finding) => finding.severity === severity)
    return length > 0 ? [`**${countOf(length, noun)}**`] : []
  }
  const counts = [...count('error', 'error'), ...count('warning', 'warning')]
  const time = milliseconds === undefined ? '' : `, ${formatDuration(milliseconds)}`
  const files = `${countOf(fileCount, 'file')} (${formatBytes(bytes)}${time})`
  return counts.length > 0 ? `${counts.join(' and ')} in ${files}.` : `${files}, no errors and no warnings.`
}

function refusalBlock({ name, error }: Extract<Outcome, { error: unknown }>, { heading }: SectionOptions): Block {
  const message = escapeText(error.message, MAX_MESSAGE)
  return block(
    '',
    `${heading} ❌ ${message}\n\n${escapeCode(name, DETAILS[0].characters)} was not judged: <code>${error.code}</code>`,
  )
}

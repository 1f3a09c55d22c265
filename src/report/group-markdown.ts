import type { Finding } from '../findings/finding'
import { SERVER_NAMES } from '../findings/server'
import { titleOf } from '../findings/titles'
import { countOf, formatCount } from './amounts'
import type { Detail } from './detail'
import { escapeCode, escapeText, preformat } from './escape'
import type { Cause, Group } from './groups'

/** As verdicts have them. */
export const SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

/** Paths that are shown without being asked for. */
const OPEN_PATHS = 10

/** One group: what it is, how many, what it means, what to do, and where. */
export function groupMarkdown(group: Group, detail: Detail): string {
  return [
    `#### ${SEVERITY_ICONS[group.severity]} ${titleOf(group.code)}${howMany(group)} <code>${group.code}</code>`,
    ...group.causes.map((cause) => causeMarkdown(cause, group.causes.length > 1, detail)),
  ].join('\n\n')
}

function howMany({ findings }: Group): string {
  if (findings.length === 1) return ''
  return `: ${countOf(findings.length, findings.every(({ path }) => path !== undefined) ? 'file' : 'finding')}`
}

function causeMarkdown(cause: Cause, counted: boolean, detail: Detail): string {
  const { findings, message, hint } = cause
  const [first] = findings
  const count = counted && findings.length > 1 ? `**${countOf(findings.length, 'file')}:** ` : ''
  const said =
    first?.exception && findings.length === 1 ? `> The server says: **${sentence(first.exception, detail)}**` : ''
  const text = message === undefined ? `${count}What happened to each stands below.` : count + sentence(message, detail)
  const words = [text, hint && remedy(hint, detail), unseen(findings)].filter(Boolean).join('<br>\n')
  return [said, words, places(cause, detail)].filter(Boolean).join('\n\n')
}

function sentence(text: string, { characters }: Detail): string {
  return escapeText(text, characters)
}

/** What to do. */
export function remedy(hint: string, detail: Detail): string {
  return `**→ ${sentence(hint, detail)}**`
}

function unseen(findings: readonly Finding[]): string {
  const count = findings.filter(({ unseenByValue }) => unseenByValue).length
  if (count === 0) return ''
  const which =
    findings.length === 1 ? 'this one' : count === findings.length ? 'these' : `${formatCount(count)} of these`
  return `<sub>Servers that compare by value (${SERVER_NAMES.nextcloud} to 30, ${SERVER_NAMES.owncloud} to 10) do not show ${which}.</sub>`
}

/** Where it is: each path, or each message that says it. */
function places({ findings, message, hint }: Cause, detail: Detail): string {
  const [only, second] = findings
  if (only && !second) {
    const named = only.path === undefined || only.message.includes(only.path)
    return named ? '' : escapeCode(only.path ?? '', detail.characters)
  }
  const lines = findings.flatMap((finding) => {
    if (message === undefined)
      return [`${finding.message}${hint === undefined && finding.hint ? ` → ${finding.hint}` : ''}`]
    return finding.path === undefined ? [] : [finding.path]
  })
  return lines.length > 0 ? fold(lines, detail) : ''
}

function fold(lines: readonly string[], { paths, characters }: Detail): string {
  const shown = lines.slice(0, paths)
  const left = lines.length - shown.length
  if (shown.length === 0) return `<sub>${countOf(left, 'file')}, not listed here: ${WHERE}</sub>`
  const label =
    left > 0
      ? `The first ${formatCount(shown.length)} of ${countOf(lines.length, 'file')}`
      : countOf(lines.length, 'file')
  return [
    `<details${lines.length <= OPEN_PATHS ? ' open' : ''}><summary>${label}</summary>`,
    preformat(shown, characters),
    ...(left > 0 ? [`and ${formatCount(left)} more: ${WHERE}`] : []),
    '</details>',
  ].join('\n\n')
}

/** Where everything is that a summary has no room for. */
export const WHERE = 'the log of this step lists them, and a report file (input <code>report</code>) has everything.'

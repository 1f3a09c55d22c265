import { SERVER_NAMES } from '../findings/server'
import { countOf, formatBytes, formatDay, formatDuration } from './amounts'
import type { Detail } from './detail'
import { escapeCode, escapeText } from './escape'
import { chainPicture } from './mermaid'
import type { Report } from './report'
import { revocationLine } from './text'

/** What was looked at, as a table. */
export function factsMarkdown(report: Report, { characters }: Detail): string {
  const { appId, appVersion, fileCount, bytes, milliseconds, chain, authority, package: written } = report
  const text = (value: string) => escapeText(value, characters)
  const time = milliseconds === undefined ? '' : `, in ${formatDuration(milliseconds)}`
  const rows = [
    [report.kind === 'archive' ? 'Archive' : 'Folder', escapeCode(report.name, characters)],
    ['Server', `${SERVER_NAMES[report.server]}, ${(report.formats ?? [report.format]).join(' and ')} format`],
    ['Files', `${countOf(fileCount, 'file')}, ${formatBytes(bytes)}${time}`],
    ...(written ? [['Package', `${escapeCode(written.path, characters)}, ${formatBytes(written.size)}`]] : []),
    ...(written ? [['SHA-256', escapeCode(written.sha256, characters)]] : []),
    ['Signed by', text(chain[0]?.subject ?? 'nobody that can be read')],
    ['Issued by', text(authority ?? 'nobody that is trusted here')],
    ['Revocation', text(revocationLine(report))],
  ]
  return [
    `| App | **${text(`${appId} ${appVersion}`.trim())}** |`,
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ].join('\n')
}

/**
 * Who vouches for the signature: a picture, and beneath it, folded, a table with the serials.
 *
 * @param drawn whether there is a picture, too: a page can not have hundreds of them
 */
export function chainMarkdown(report: Report, now: Date, detail: Detail, drawn: boolean): string {
  if (report.chain.length === 0) return ''
  return [
    '#### Who vouches for it',
    ...(drawn ? [chainPicture(report, now)] : []),
    `<details><summary>${countOf(report.chain.length, 'certificate')}, with serials</summary>`,
    certificateTable(report, detail),
    '</details>',
  ].join('\n\n')
}

function certificateTable({ chain }: Report, { characters }: Detail): string {
  return [
    '| Certificate | Serial | Valid until |',
    '|---|---|---|',
    ...chain.map(
      ({ subject, serial, notAfter }) =>
        `| ${escapeText(subject, characters)} | ${escapeCode(serial, characters)} | ${formatDay(notAfter)} |`,
    ),
  ].join('\n')
}

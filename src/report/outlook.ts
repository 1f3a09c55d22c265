import { LEGACY_SUNSET } from '../findings/server'
import { formatDay, formatDistance } from './amounts'
import type { Detail } from './detail'
import { escapeText } from './escape'
import type { Report } from './report'

/** One thing that stops working. */
interface Event {
  readonly date: Date
  /** Untrusted. */
  readonly what: string
  /** Plain text. */
  readonly effect: string
}

/**
 * What stops working, and when, in the order of its dates.
 *
 * @returns a heading and a table; empty when nothing is known of
 */
export function outlookMarkdown(report: Report, now: Date, { characters }: Detail): string {
  const events = [...certificateEnd(report), ...issuerEnds(report), ...sunset(report)]
  if (events.length === 0) return ''
  return [
    '#### What stops working, and when',
    '',
    '| When | | What | And then |',
    '|---|---|---|---|',
    ...events
      .sort((a, b) => a.date.getTime() - b.date.getTime())
      .map(({ date, what, effect }) => {
        const past = date < now
        const away = unbreakable(formatDistance(date, now))
        const when = `${past ? '⌛&nbsp;' : ''}${unbreakable(formatDay(date))} | ${past ? `**${away}**` : away}`
        return `| ${when} | ${escapeText(what, characters)} ${past ? 'has ended' : 'ends'} | ${effect} |`
      }),
  ].join('\n')
}

/** Trusted text that stays in one line: hyphens and spaces that do not break. */
function unbreakable(text: string): string {
  return text.replaceAll('-', '&#8209;').replaceAll(' ', '&nbsp;')
}

/** The leaf's end (SPEC 3 and 4: who looks at dates). */
function certificateEnd(report: Report): Event[] {
  const [leaf] = report.chain
  return leaf ? [{ date: leaf.notAfter, what: `Certificate ${leaf.subject}`, effect: afterLeaf(report) }] : []
}

function afterLeaf({ server, format, findings }: Report): string {
  if (findings.some(({ exception }) => exception !== undefined))
    return 'Nothing more: servers refuse this signature already.'
  if (server === 'nextcloud')
    return 'Servers go on accepting what is signed; the App Store refuses uploads. Get a new certificate before.'
  if (format === 'v2') return 'ownCloud 11 refuses the app. Sign with a new certificate before.'
  return 'ownCloud 10 goes on accepting what is signed, ownCloud 11 only until its legacy sunset. Get a new certificate before.'
}

/** Issuers that end before what they issued. */
function issuerEnds({ chain, server, format }: Report): Event[] {
  const [leaf, ...issuers] = chain
  const effect =
    server === 'owncloud' && format === 'v2'
      ? 'ownCloud 11 may refuse the app: ask the vendor for a certificate of a newer issuer.'
      : 'Nothing: the servers do not look at the dates of issuers.'
  return issuers
    .filter(({ notAfter }) => leaf && notAfter < leaf.notAfter)
    .map(({ subject, notAfter }) => ({ date: notAfter, what: `Issuer ${subject}`, effect }))
}

function sunset({ findings }: Report): Event[] {
  if (!findings.some(({ code }) => code === 'LEGACY_SUNSET')) return []
  return [
    {
      date: LEGACY_SUNSET,
      what: 'The legacy format on ownCloud 11',
      effect: 'ownCloud 11 refuses the app; ownCloud 10 goes on reading it. Ship a second package in format v2.',
    },
  ]
}

import { formatDay } from './amounts'
import { cutText } from './escape'
import { printable } from './printable'
import type { Report, ReportedCertificate } from './report'

/** Characters of a name in the picture; the table beneath has all. */
const MAX_NAME = 60

/** Certificates that a picture can show, and that have room beside each other. */
const MAX_CHAIN = 10
const MAX_BESIDE = 4

/** Where a certificate stands: good as light as day and as dark at night, because each names its own ink. */
const CLASSES = {
  trusted: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  good: 'fill:#dafbe1,stroke:#1a7f37,color:#116329',
  revoked: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
  unknown: 'fill:#f6f8fa,stroke:#656d76,color:#24292f',
  ended: 'fill:#fff8c5,stroke:#9a6700,color:#633c01',
} as const

/**
 * The chain as a picture, root first: who issued what, until when, and what is known of its revocation.
 *
 * @returns a fenced block that GitHub draws; empty when there is no certificate, or there are too many
 */
export function chainPicture(report: Report, now: Date): string {
  const { chain, authority } = report
  const [top] = [...chain].reverse()
  if (!top || chain.length > MAX_CHAIN) return ''
  const stranger =
    authority === undefined ? [`  x["${label(commonName(top.issuer), 'not trusted here')}"]:::revoked`] : []
  const nodes = chain.map((certificate, index) => {
    const [state, words] = stateOf(report, index, now)
    return `  c${index}["${label(commonName(certificate.subject), `until ${formatDay(certificate.notAfter)}`, words)}"]:::${state}`
  })
  const names = [...(stranger.length > 0 ? ['x'] : []), ...chain.map((_, index) => `c${chain.length - 1 - index}`)]
  const used = Object.entries(CLASSES).filter(([name]) =>
    [...nodes, ...stranger].some((node) => node.endsWith(`:::${name}`)),
  )
  return [
    '```mermaid',
    `flowchart ${chain.length > MAX_BESIDE ? 'TD' : 'LR'}`,
    ...stranger,
    ...nodes.reverse(),
    ...(names.length > 1 ? [`  ${names.join(' --> ')}`] : []),
    ...used.map(([name, style]) => `  classDef ${name} ${style}`),
    '```',
  ].join('\n')
}

function stateOf(
  { chain, authority, revocation, format }: Report,
  index: number,
  now: Date,
): [keyof typeof CLASSES, string] {
  const { serial, notAfter } = chain[index] as ReportedCertificate
  const ended = notAfter < now
  if (authority !== undefined && index > 0 && index === chain.length - 1)
    return ended ? ['ended', 'trusted, has ended'] : ['trusted', 'trusted root']
  const revoked = revocation?.certificate?.serial ?? chain[0]?.serial
  if (revocation?.state === 'revoked' && serial === revoked) return ['revoked', 'REVOKED']
  if (revocation?.state === 'revoked') return ['unknown', '']
  if (ended) return ['ended', 'has ended']
  // In the legacy format the lists are asked for the leaf alone.
  if (format === 'legacy' && index > 0) return ['good', '']
  return revocation?.state === 'good' ? ['good', 'not revoked'] : ['unknown', 'revocation not checked']
}

/** The name that people know it by, else all of it. */
function commonName(name: string): string {
  return /(?:^|, )CN=([^,]+)/.exec(name)?.[1] ?? name
}

function label(name: string, ...lines: readonly string[]): string {
  return [escapeLabel(cutText(name, MAX_NAME)), ...lines].filter(Boolean).join('<br>')
}

/** Mermaid decodes its codes before it looks for formulas. */
const DOLLAR = '\uff04'

/** Untrusted text in a label: every sign that is no letter or digit is written as Mermaid's own code, and so is what begins a list. */
function escapeLabel(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N}\p{M} ]|^\d/gu, (sign) =>
    sign === '$' ? DOLLAR : `#${sign.codePointAt(0)};`,
  )
}

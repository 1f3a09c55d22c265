import { Buffer } from 'node:buffer'
import { countOf } from './amounts'
import { escapeText } from './escape'
import { WHERE } from './group-markdown'
import { overviewMarkdown, sortOutcomes } from './overview'
import { isRefusal, type Outcome, verdictOfAll } from './report'
import { type SectionOptions, sectionMarkdown, VERDICT_ICONS } from './section'

/** Bytes: the runner takes 1 MiB a step, and shows nothing at all of more (PLATFORM, "step summary"); a part is spare. */
const MAX_BYTES = 1000 * 1024

/** Bytes for one payload of several as long as there is any room; what does not fit into it is left out in the end. */
const MIN_SECTION = 4096

/** Pictures in one summary: the page draws each of them in a frame of its own. */
const MAX_PICTURES = 10

/** Bytes for the line that says how much was left out, and for the ends of folded parts. */
const SPARE = 600

/**
 * The step summary, which is also the `.md` report: the verdict first, then what is wrong by cause, why, and what to do; then
 * what will stop working, what was looked at, and who vouches for it. Of several payloads those that failed come first.
 *
 * @param options.limit bytes of UTF-8 that are never exceeded; what was left out for it is said
 * @returns Markdown as GitHub reads it, in which no name can be anything but text
 */
export function summaryMarkdown(
  outcomes: readonly Outcome[],
  { now, limit = MAX_BYTES }: { readonly now: Date; readonly limit?: number },
): string {
  const [only] = outcomes
  if (only && outcomes.length === 1) {
    const text = sectionMarkdown(only, { now, heading: '##', drawn: true }, limit - 1)
    return `${text ?? shortest(outcomes)}\n`
  }
  return several(sortOutcomes(outcomes), now, limit)
}

/** For a limit that leaves room for nothing else. */
function shortest(outcomes: readonly Outcome[]): string {
  return `## ${VERDICT_ICONS[verdictOfAll(outcomes)]} ${verdictOfAll(outcomes)}`
}

function several(outcomes: readonly Outcome[], now: Date, limit: number): string {
  const head = overviewMarkdown(outcomes, Math.floor((limit - SPARE) / 2))
  if (Buffer.byteLength(head) + SPARE > limit) return `${shortest(outcomes)}\n`
  const parts = [head]
  const left: Outcome[] = []
  let room = limit - Buffer.byteLength(head) - SPARE
  for (const [index, outcome] of outcomes.entries()) {
    const share = Math.max(Math.floor(room / (outcomes.length - index)), Math.min(room, MIN_SECTION))
    const part = partMarkdown(outcome, { now, heading: '###', drawn: index < MAX_PICTURES }, share)
    if (part === undefined) left.push(outcome)
    else parts.push(part)
    room -= part === undefined ? 0 : Buffer.byteLength(part) + 2
  }
  return `${[...parts, ...leftOut(left)].join('\n\n')}\n`
}

/** A section; folded where nothing is wrong. */
function partMarkdown(outcome: Outcome, options: SectionOptions, share: number): string | undefined {
  const rule = '---\n\n'
  if (isRefusal(outcome) || verdictOfAll([outcome]) !== 'passed') {
    const text = sectionMarkdown(outcome, options, share - rule.length - 2)
    return text && rule + text
  }
  const name = escapeText(`${outcome.appId} ${outcome.appVersion}`.trim(), 100)
  const before = `<details><summary>${VERDICT_ICONS.passed} ${name}: ${countOf(outcome.fileCount, 'file')}</summary>\n\n`
  const after = '\n\n</details>'
  const text = sectionMarkdown(outcome, options, share - Buffer.byteLength(before + after) - 2)
  return text && before + text + after
}

function leftOut(outcomes: readonly Outcome[]): string[] {
  if (outcomes.length === 0) return []
  const count = (verdict: string) => outcomes.filter((outcome) => verdictOfAll([outcome]) === verdict).length
  const findings = outcomes.reduce((sum, outcome) => sum + outcome.findings.length, 0)
  const kinds = [
    `${count('failed')} failed`,
    `${count('passed-with-warnings')} with warnings`,
    `${count('passed')} passed`,
  ]
  return [
    `✂️ **Left out here:** the parts of ${countOf(outcomes.length, 'payload')} (${kinds.join(', ')}), with ${countOf(findings, 'finding')}. There was no room: ${WHERE}`,
  ]
}

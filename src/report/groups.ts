import type { Finding } from '../findings/finding'

/** Findings that have one cause and one remedy. */
export interface Cause {
  readonly findings: readonly Finding[]
  /** What is wrong, for all of them; undefined where each has its own message. */
  readonly message: string | undefined
  /** What to do, for all of them; undefined where there is nothing to do, or each has its own. */
  readonly hint: string | undefined
}

/** Findings of one code and severity. */
export interface Group {
  readonly code: Finding['code']
  readonly severity: Finding['severity']
  readonly findings: readonly Finding[]
  readonly causes: readonly Cause[]
}

/** Causes of one code that are told apart; what is rarer is told message by message. */
const MAX_CAUSES = 8

/**
 * Puts findings of one cause together. Messages are the same when they differ only in the finding's own path.
 *
 * @returns in the order of the findings, groups and causes by their first one
 */
export function groupFindings(findings: readonly Finding[]): Group[] {
  return collect(findings, ({ code, severity }) => `${code} ${severity}`).map((members) => {
    const [{ code, severity }] = members
    return { code, severity, findings: members, causes: causesOf(members) }
  })
}

function causesOf(findings: Members): Cause[] {
  const buckets = collect(findings, (finding) => JSON.stringify([shared(finding), finding.hint, finding.exception]))
  // One path alone with its message is no cause of its own as long as there are others with the same remedy.
  const common = buckets.filter(([first, second]) => second || first.path === undefined).slice(0, MAX_CAUSES)
  const kept = new Set(common)
  const rest = buckets.filter((bucket) => !kept.has(bucket)).flat()
  const remedies = collect(rest, ({ hint }) => hint ?? '')
  const few = common.length + remedies.length <= MAX_CAUSES ? remedies : nonEmpty(rest)
  return [...common.map(causeOf), ...few.map(mixedCause)]
}

type Members = readonly [Finding, ...Finding[]]

function causeOf(findings: Members): Cause {
  const [first, second] = findings
  return { findings, message: second ? shared(first) : first.message, hint: first.hint }
}

/** Each has its own message. */
function mixedCause(findings: Members): Cause {
  const [first, second] = findings
  if (!second) return causeOf(findings)
  return {
    findings,
    message: undefined,
    hint: findings.every(({ hint }) => hint === first.hint) ? first.hint : undefined,
  }
}

/** A finding's message without its path, so that it can be said of many. */
function shared({ message, path }: Finding): string {
  if (path === undefined) return message
  const quoted = `"${path}"`
  const rest = message.startsWith(quoted) ? `Each${message.slice(quoted.length)}` : message
  return rest.replaceAll(quoted, '"…"')
}

function collect(findings: readonly Finding[], keyOf: (finding: Finding) => string): Members[] {
  const buckets = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(finding)
    else buckets.set(key, [finding])
  }
  return [...buckets.values()]
}

function nonEmpty([first, ...rest]: readonly Finding[]): Members[] {
  return first ? [[first, ...rest]] : []
}

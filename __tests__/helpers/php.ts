import { fileURLToPath } from 'node:url'
import type { PhpArray } from '../../src/report/print-r'
import { runTool } from './tools'

const script = (name: string) => fileURLToPath(new URL(`../interop/${name}`, import.meta.url))

interface OrderJob {
  lists?: readonly (readonly string[])[]
  groups?: readonly (readonly string[])[]
  names?: readonly string[]
  texts?: readonly string[]
  maps?: readonly (readonly (readonly [string, string | false])[])[]
}
interface OrderAnswer {
  lists: string[][]
  groups: string[]
  names: [integerKey: boolean, numeric: boolean][]
  texts: string[]
  maps: string[]
}

/** Asks PHP for its order, its keys and its JSON (interop/order.php). */
export function askPhp(job: OrderJob): OrderAnswer {
  return JSON.parse(runTool('php', [script('order.php')], JSON.stringify(job))) as OrderAnswer
}

type IntegrityJob =
  | { do: 'sign'; root: string; key: string; certificate: string }
  | { do: 'check'; root: string; authority: string }

/** Signs or checks apps with phpseclib (interop/integrity.php): for each job the problems, or null for a signing. */
export function runIntegrity(phpseclib: '2' | '3', jobs: readonly IntegrityJob[]): (string[] | null)[] {
  return JSON.parse(runTool('php', [script('integrity.php'), phpseclib], JSON.stringify(jobs))) as (string[] | null)[]
}

type V2Job =
  | { do: 'manifest'; root: string }
  | { do: 'sign'; root: string; key: string; leaf: string; chain: readonly string[] }
  | { do: 'check'; root: string; authority: string }
  | { do: 'decode' | 'base64'; texts: readonly string[] }

/** Does jobs of format v2 in PHP (interop/integrity-v2.php); what each answers is written there. */
export function runIntegrityV2<Answer>(jobs: readonly V2Job[]): Answer[] {
  return JSON.parse(runTool('php', [script('integrity-v2.php')], JSON.stringify(jobs))) as Answer[]
}

/** What PHP's print_r prints of each array (interop/print-r.php). */
export function printWithPhp(arrays: readonly PhpArray[]): string[] {
  return JSON.parse(runTool('php', [script('print-r.php')], JSON.stringify(arrays))) as string[]
}

/** What PHP says of each pair of these names, from `askPhp({ groups })`: how the first stands to the second. */
export function readRelations(names: readonly string[], answer: string): (a: string, b: string) => '<' | '>' | '=' {
  const found = new Map<string, string>()
  let at = 0
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      const sign = answer[at++] ?? ''
      found.set(JSON.stringify([a, b]), sign)
      found.set(JSON.stringify([b, a]), { '<': '>', '>': '<' }[sign] ?? sign)
    }
  }
  return (a, b) => found.get(JSON.stringify([a, b])) as '<' | '>' | '='
}

/** True when PHP's relation of these names is no order: two are a tie, or three go round in a circle. */
export function isAmbiguous(names: readonly string[], relation: (a: string, b: string) => string): boolean {
  const before = (a: string, b: string) => a !== b && relation(a, b) === '<'
  return names.some((a) =>
    names.some((b) => {
      if (a !== b && relation(a, b) === '=') return true
      return before(a, b) && names.some((c) => before(b, c) && before(c, a))
    }),
  )
}

interface ServerAnswer {
  /** Path by path, and as a server answers that compares by value: code → paths. */
  paths: Record<string, string[]>
  values: Record<string, string[]>
  /** Where there is no signature yet. */
  hashes: Record<string, string | false>
}

/** What a server's own check says of its files or of an app in it (interop/server.php). */
export function runServerCheck(jobs: readonly { root: string; vendor: string; signed: string }[]): ServerAnswer[] {
  return JSON.parse(runTool('php', [script('server.php')], JSON.stringify(jobs))) as ServerAnswer[]
}

import type { Progress } from '../payload/progress'
import { formatBytes } from '../report/amounts'
import { log } from './log'
import { issueCommand } from './toolkit'

/** Milliseconds between two lines, and before the first one: short runs have none. */
const INTERVAL = 2000

/** Watches over one payload. */
export interface Watch {
  readonly progress: Progress
  /** Nothing more comes of this payload. */
  readonly end: () => void
}

/** Begins to watch over a payload, by the name that the user gave it. */
export type StartWatch = (name: string) => Watch

/**
 * Says in the log how far long work has come: a line at most every two seconds with files, bytes and rate, in a group that
 * the log shows folded.
 *
 * @param now milliseconds from any start, such as `performance.now`
 */
export function watchWith(now: () => number): StartWatch {
  return (name) => {
    const start = now()
    let last = start
    let open = false
    return {
      progress: ({ files, bytes }) => {
        const at = now()
        if (at - last < INTERVAL) return
        last = at
        if (!open) issueCommand('group', {}, 'Progress')
        open = true
        const rate = formatBytes(Math.round((1000 * bytes) / (at - start)))
        log(`${name}: ${files} files, ${formatBytes(bytes)}, ${rate} a second`)
      },
      end: () => {
        if (open) issueCommand('endgroup', {}, '')
      },
    }
  }
}

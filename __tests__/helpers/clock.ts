import type { Clock } from '../../src/net/clock'

/** A clock that moves only while somebody pauses, and remembers for how long each did. */
export function makeClock(start = Date.parse('2026-11-20T10:00:00Z')): Clock & { readonly pauses: number[] } {
  let now = start
  const pauses: number[] = []
  return {
    pauses,
    now: () => now,
    pause: async (milliseconds) => {
      pauses.push(milliseconds)
      now += milliseconds
    },
  }
}

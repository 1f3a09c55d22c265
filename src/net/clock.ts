/** What waiting needs. The library never looks at a clock of its own. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly pause: Pause
}

/** Ends after so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>

/** The real time. */
export const CLOCK: Clock = {
  now: Date.now,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

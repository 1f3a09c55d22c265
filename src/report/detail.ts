/** How much a part of the summary says. */
export interface Detail {
  /** Paths of one cause. */
  readonly paths: number
  /** Characters of a name or message. */
  readonly characters: number
}

/** From the richest to the shortest: the first that fits is taken. */
export const DETAILS: readonly [Detail, ...Detail[]] = [
  { paths: 100, characters: 500 },
  { paths: 100, characters: 200 },
  { paths: 25, characters: 200 },
  { paths: 5, characters: 160 },
  { paths: 0, characters: 120 },
]

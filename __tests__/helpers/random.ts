/** Numbers that are the same in every run: from 0, below `bound`. (mulberry32) */
export function seeded(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
}

/** The same things in another order. */
export function shuffle<Thing>(things: readonly Thing[], random: (bound: number) => number): Thing[] {
  const left = [...things]
  const shuffled: Thing[] = []
  while (left.length > 0) shuffled.push(...left.splice(random(left.length), 1))
  return shuffled
}

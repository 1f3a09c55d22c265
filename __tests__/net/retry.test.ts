import { describe, expect, it } from 'vitest'
import { CLOCK } from '../../src/net/clock'
import { Refusal, retry } from '../../src/net/retry'
import { makeClock } from '../helpers/clock'

/** Fails with what is given, one after the other, and then succeeds. */
function failing(...errors: Error[]) {
  let tries = 0
  return {
    attempt: async () => {
      const error = errors[tries++]
      if (error) throw error
      return 'done'
    },
    tries: () => tries,
  }
}

describe('retry', () => {
  it('asks once when that is enough', async () => {
    const { pause, pauses } = makeClock()
    const once = failing()
    expect(await retry(once.attempt, [1, 2], pause)).toBe('done')
    expect(once.tries()).toBe(1)
    expect(pauses).toEqual([])
  })

  it('pauses between tries, as long as it is told', async () => {
    const { pause, pauses } = makeClock()
    const twice = failing(new Error('a'), new Error('b'))
    expect(await retry(twice.attempt, [100, 200, 400], pause)).toBe('done')
    expect(pauses).toEqual([100, 200])
    expect(twice.tries()).toBe(3)
  })

  it('throws what the last try threw, and does not pause for it', async () => {
    const { pause, pauses } = makeClock()
    const always = failing(new Error('a'), new Error('b'), new Error('c'), new Error('d'))
    await expect(retry(always.attempt, [100, 200], pause)).rejects.toThrow('c')
    expect(pauses).toEqual([100, 200])
    expect(always.tries()).toBe(3)
  })

  it('takes a refusal for an answer', async () => {
    const { pause, pauses } = makeClock()
    const refused = failing(new Error('a'), new Refusal('no', 404), new Error('c'))
    await expect(retry(refused.attempt, [100, 200], pause)).rejects.toThrow(new Refusal('no', 404))
    expect(refused.tries()).toBe(2)
    expect(pauses).toEqual([100])
  })
})

describe('the real clock', () => {
  it('is the time of day, and goes on while it pauses', async () => {
    const before = Date.now()
    await CLOCK.pause(20)
    const now = CLOCK.now()
    expect(now).toBeGreaterThanOrEqual(before + 19)
    expect(now).toBeLessThanOrEqual(Date.now())
  })
})

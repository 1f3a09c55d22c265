import type { Pause } from './clock'

/** An answer that another try would not change. One line, and nothing secret in it. */
export class Refusal extends Error {
  /** HTTP status, when there was one. */
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}

/**
 * Does something that may fail for a moment, once more after each pause. A `Refusal` is final.
 *
 * @param pauses milliseconds before the second try, the third, …
 * @returns what the first successful try returns
 * @throws what the last try threw
 */
export async function retry<Result>(
  attempt: () => Promise<Result>,
  pauses: readonly number[],
  pause: Pause,
): Promise<Result> {
  for (const milliseconds of pauses) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof Refusal) throw error
    }
    await pause(milliseconds)
  }
  return attempt()
}

/** The class that the servers name with an exception in their results. */
export const EXCEPTION_CLASS = 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException'

/** Under each category of the servers, what they list there: a path with a slash in front, or class and message. */
export type Categories = Iterable<readonly [category: string, entries: readonly string[]]>

/**
 * The layout of the servers' own results: `- app`, below it each category, below that each entry.
 *
 * @returns lines without their ends, indented by tabs as in the servers
 */
export function layoutResults(app: string, categories: Categories): string[] {
  const below = Array.from(categories, ([category, entries]) => [
    `\t- ${category}`,
    ...entries.map((entry) => `\t\t- ${entry}`),
  ])
  return [`- ${app}`, ...below.flat()]
}

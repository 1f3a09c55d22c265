/**
 * A Markdown table with aligned columns: readable in a terminal too.
 *
 * @param {string} title
 * @param {string[]} head
 * @param {string[][]} rows
 * @param {string} [note] what has to be known to read it
 * @returns {string} ends with a line break
 */
export function formatTable(title, head, rows, note) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)))
  const line = (cells) => `| ${cells.map((cell, column) => pad(cell, widths[column], column)).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const table = [line(head), line(rule), ...rows.map(line)].join('\n')
  return `## ${title}\n\n${note ? `${note}\n\n` : ''}${table}\n`
}

/**
 * What each command took, and how that compares with others of the same rounds.
 *
 * @param {string} title
 * @param {Record<string, { median: number, fastest: number }>} times milliseconds
 * @param {{ head: string, name: string, limit?: number, limited?: string[] }[]} bases what to compare with, which of
 *   `times` that is (left out when it is not there), the limit on the ratio and the commands that it is set for
 * @param {string} [note]
 */
export function formatTimes(title, times, bases, note) {
  const there = bases.filter(({ name }) => times[name])
  const rows = Object.entries(times).map(([name, { median, fastest }]) => [
    name,
    `${median.toFixed(1)} ms`,
    `${fastest.toFixed(1)} ms`,
    ...there.map((base) =>
      formatLimited(median / times[base.name].median, base.limited?.includes(name) ? base.limit : undefined),
    ),
  ])
  return formatTable(title, ['command', 'median', 'fastest', ...there.map(({ head }) => head)], rows, note)
}

/**
 * A number with its limit: `0.92 (limit 1.0)`, or `1.12 (over 1.0)`.
 *
 * @param {number} value
 * @param {number} [limit]
 * @param {string} [unit]
 */
export function formatLimited(value, limit, unit = '') {
  const text = unit ? `${value.toFixed(0)} ${unit}` : value.toFixed(2)
  if (limit === undefined) return text
  return `${text} (${value > limit ? 'over' : 'limit'} ${unit ? limit : limit.toFixed(1)})`
}

function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

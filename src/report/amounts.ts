const DAY = 24 * 60 * 60 * 1000

/** A number as people read it: `12,345`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 file`, `3,000 files`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** Bytes in decimal units, as file managers do: `12.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte')
  const units = ['kB', 'MB', 'GB', 'TB']
  let value = bytes / 1000
  // What would be rounded to 1000 is one of the next unit.
  while (value >= 999.95 && units.length > 1) {
    value /= 1000
    units.shift()
  }
  return `${value.toFixed(1)} ${units[0]}`
}

/** `0.8 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return milliseconds < 59_950
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** The day in UTC: `2028-12-31`. */
export function formatDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** How far away a moment is, in whole days: `in 41 days`, `294 days ago`. */
export function formatDistance(date: Date, now: Date): string {
  const days = Math.floor(Math.abs(date.getTime() - now.getTime()) / DAY)
  if (days === 0) return date < now ? 'less than a day ago' : 'in less than a day'
  return date < now ? `${countOf(days, 'day')} ago` : `in ${countOf(days, 'day')}`
}

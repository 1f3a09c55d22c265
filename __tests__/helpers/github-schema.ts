/** What is wrong with a value, in the words of GitHub's answers; nothing when it is right. */
export type Rule = (value: unknown, key: string) => string[]
type Fields = Record<string, unknown>

const show = (value: unknown) => (value === null || value === undefined ? 'nil' : JSON.stringify(value))
const isNo = (type: string, value: unknown, key: string) => [`For 'properties/${key}', ${show(value)} is not ${type}.`]

/** @param max characters (code points), as GitHub counts them here */
export const text =
  (max = Infinity): Rule =>
  (value, key) => {
    if (typeof value !== 'string') return isNo('a string', value, key)
    const { length } = [...value]
    return length > max ? [`Only ${max} characters are allowed; ${length} were supplied.`] : []
  }

export const integer: Rule = (value, key) => (Number.isInteger(value) ? [] : isNo('an integer', value, key))

export const flag: Rule = (value, key) => (typeof value === 'boolean' ? [] : isNo('a boolean', value, key))

export const oneOf =
  (...values: readonly string[]): Rule =>
  (value) =>
    values.includes(value as string) ? [] : [`${show(value)} is not a member of ${JSON.stringify(values)}.`]

/** ISO 8601, as in `2026-11-21T03:52:00Z`. */
export const time: Rule = (value, key) => {
  if (typeof value !== 'string') return isNo('a string', value, key)
  const valid =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))
  return valid ? [] : [`${show(value)} is not a valid date-time.`]
}

export const list =
  (max: number, rule: Rule): Rule =>
  (value, key) => {
    if (!Array.isArray(value)) return isNo('an array', value, key)
    if (value.length > max) return [`No more than ${max} items are allowed; ${value.length} were supplied.`]
    return value.flatMap((item) => rule(item, key))
  }

/** Keys that the operation does not have are refused too: each is a mistake, though GitHub passes over some. */
export const object =
  (rules: Readonly<Record<string, Rule>>, ...required: readonly string[]): Rule =>
  (value, key) => {
    if (!isObject(value)) return isNo('an object', value, key)
    const missing = required.filter((name) => !(name in value)).map((name) => `"${name}"`)
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(rules, name))
    return [
      ...(missing.length > 0 ? [`${missing.join(', ')} ${missing.length > 1 ? "weren't" : "wasn't"} supplied.`] : []),
      ...unknown.map((name) => `"${name}" is not a permitted key.`),
      ...Object.entries(value).flatMap(([name, item]) => rules[name]?.(item, name) ?? []),
    ]
  }

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
}

import { AppsignError, quoted } from '../findings/errors'

/** Gives an input's raw text by its name in action.yml, `''` when it is not set. */
export type InputReader = (name: string) => string

/** The runner's variables: upper case, hyphens stay (PLATFORM, "inputs"). */
export const readRunnerInput: InputReader = (name) =>
  process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? ''

/** What to do about inputs that are empty and must not be. */
const MISSING: Record<string, string> = {
  'private-key': [
    'private-key is empty, and nothing was signed. Pass it from a secret (private-key: ${{ secrets.APP_PRIVATE_KEY }}).',
    'If it is passed, the secret is not there in this run: it has another name; it belongs to an environment that the job does not name (environment: …);',
    'the run was started from a fork or by Dependabot, which get no secrets; or a reusable workflow was called without "secrets: inherit".',
    'To check a pull request without secrets, use mode: check.',
  ].join(' '),
  path: 'path is empty. Name the JSON reports that are to be merged, one a line, globs too.',
}

/** Endings that a report's file may have; each is another form of the same report. */
const REPORT_ENDINGS = ['.json', '.sarif', '.md', '.txt']

/**
 * A value that must be there.
 *
 * @param why it must be, where that is not always so
 * @throws AppsignError KEY_MISSING or INPUT_INVALID for an empty value
 */
export function required(name: string, value: string, why?: string): string {
  if (value) return value
  if (why) throw new AppsignError('INPUT_INVALID', `${why}, and ${name} is empty. Set ${name}.`)
  throw new AppsignError(name === 'private-key' ? 'KEY_MISSING' : 'INPUT_INVALID', MISSING[name] ?? `${name} is empty.`)
}

/** One of a few words. @throws AppsignError INPUT_INVALID for another one, naming all */
export function oneOf<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value)
  if (word) return word
  throw new AppsignError('INPUT_INVALID', `${name} is "${quoted(value)}". It must be one of: ${words.join(', ')}.`)
}

/** A number of days. @throws AppsignError INPUT_INVALID */
export function wholeNumber(name: string, value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value)
  throw new AppsignError(
    'INPUT_INVALID',
    `${name} is "${quoted(value)}". It must be a whole number of days, such as 60.`,
  )
}

/** `true` or `false`, as YAML writes them; empty is false. @throws AppsignError INPUT_INVALID for anything else */
export function flag(name: string, value: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(value)) return true
  if (value === '' || /^(?:false|False|FALSE)$/.test(value)) return false
  throw new AppsignError('INPUT_INVALID', `${name} is "${quoted(value)}". It must be true or false.`)
}

/**
 * A value that is a JSON object of app id → text.
 *
 * @returns undefined when it is none: then it is one text for all
 * @throws AppsignError INPUT_INVALID when it begins like one; nothing of it is repeated, since it may hold keys
 */
export function readMap(name: string, value: string): Map<string, string> | undefined {
  if (!value.trimStart().startsWith('{')) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(value)
  } catch {
    // Its message would quote what was read.
  }
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : undefined
  if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return new Map(entries)
  throw new AppsignError(
    'INPUT_INVALID',
    `${name} begins like a JSON object and is none of app ids and texts. Write {"my_app": "…"}, with line breaks as \\n, and quote it in the workflow.`,
  )
}

/** The lines of a value that has one thing a line; empty ones do not count. */
export function lines(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The path of a report, which says by its ending in what form. @throws AppsignError INPUT_INVALID */
export function reportName(value: string): string {
  if (/(?:^|\/)signature\.json$/i.test(value))
    throw new AppsignError(
      'INPUT_INVALID',
      `report is "${quoted(value)}", which is the name of a signature. Give the report another name, or it takes its place.`,
    )
  if (REPORT_ENDINGS.some((ending) => value.toLowerCase().endsWith(ending))) return value
  throw new AppsignError(
    'INPUT_INVALID',
    `report is "${quoted(value)}". It must end in ${REPORT_ENDINGS.join(', ')}: the ending picks the form.`,
  )
}

/** The path of a package; undefined when there is none. @throws AppsignError INPUT_INVALID */
export function packageName(value: string): string | undefined {
  if (value === '' || /\.(?:tar\.gz|tgz)$/.test(value)) return value || undefined
  throw new AppsignError('INPUT_INVALID', `package is "${value}". It must end in .tar.gz: that is what is written.`)
}

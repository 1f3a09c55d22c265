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
  certificate:
    'certificate is empty. Pass the certificate that the vendor issued for the app: the path of the .crt file, or its text. It is no secret.',
}

/** Endings that a report's file may have; each is another form of the same report. */
const REPORT_ENDINGS = ['.json', '.sarif', '.md', '.txt']

/** @throws AppsignError KEY_MISSING or INPUT_INVALID for an empty value */
export function required(name: string, value: string): string {
  if (value) return value
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

/** @throws AppsignError INPUT_INVALID */
export function assertOnePath(value: string): void {
  if (!value.includes('\n')) return
  throw new AppsignError('INPUT_INVALID', 'path has more than one line. Sign one app folder a step.')
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

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'

/** What is wrong with a value; empty when nothing is. */
export type Check = (value: unknown) => string[]

/** Of our own report files. */
export const checkReport = makeCheck(
  // Reports are of two kinds, each with its own required keys.
  new Ajv2020({ allErrors: true, strictRequired: true }),
  fileURLToPath(new URL('../../schemas/report-1.schema.json', import.meta.url)),
)

/** Of SARIF 2.1.0: the schema of draft 04 that the package carries. */
export const checkSarif = makeCheck(
  new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false }),
  createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
)

function makeCheck(ajv: InstanceType<typeof Ajv2020> | InstanceType<typeof AjvDraft04>, path: string): Check {
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')))
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

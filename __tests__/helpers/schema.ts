import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'

const read = (path: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'))

/** The schema of our own reports. */
export const REPORT_SCHEMA = read('schemas/report-1.schema.json')

/** What is wrong with a text by a schema; nothing when it is right. */
export type Validate = (text: string) => string[]

/** Validates our own reports. The schema itself must be without any slip. */
export function reportValidator(): Validate {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: false })
  addFormats.default(ajv)
  return problemsOf(ajv.compile(REPORT_SCHEMA))
}

/** Validates SARIF 2.1.0. The schema says that it is draft 4, and holds nothing that draft 7 reads in another way. */
export function sarifValidator(): Validate {
  const { $schema, id, ...schema } = read('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  if (!String($schema).includes('draft-04') || !String(id).includes('sarif-2.1.0')) throw new Error('another schema')
  // One of its patterns is none to the regular expressions of Unicode.
  const ajv = new Ajv({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  return problemsOf(ajv.compile(schema))
}

function problemsOf(validate: ValidateFunction): Validate {
  return (text) => {
    if (validate(JSON.parse(text))) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

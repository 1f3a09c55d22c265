import { AppsignError } from '../findings/errors'
import { isObject } from '../findings/json-value'
import { type Verdict, verdictOf } from '../findings/verdict'
import { REPORT_VERSION } from './json'
import { isDate, isPayload, type JsonPayload } from './json-payload'

const INCOMPLETE = 'it is cut off, or something else than appsign wrote it'

/**
 * The payloads of a JSON report, as `reportJson` writes it.
 *
 * @param which how messages call it
 * @throws AppsignError INPUT_INVALID when it is no report of version 1, or not whole
 */
export function readPayloads(text: string, which: string): readonly JsonPayload[] {
  const report = parse(text, which)
  if (!isObject(report)) throw invalid(which, 'it is not a JSON object')
  if (report.version !== REPORT_VERSION)
    throw invalid(which, `its version is not ${REPORT_VERSION}, which is the only one that this appsign reads`)
  const { payloads } = report
  const isNamed = typeof report.appsign === 'string' && isDate(report.date)
  if (!isNamed || !Array.isArray(payloads) || payloads.length === 0 || !payloads.every(isPayload))
    throw invalid(which, INCOMPLETE)
  if (report.verdict !== verdictOfPayloads(payloads)) throw invalid(which, INCOMPLETE)
  return payloads
}

/** The verdict of the whole must not become better on the way. */
function verdictOfPayloads(payloads: readonly JsonPayload[]): Verdict {
  const failed = payloads.some(({ verdict }) => verdict === 'failed')
  return failed ? 'failed' : verdictOf(payloads.flatMap(({ findings }) => findings))
}

function parse(text: string, which: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid(which, 'it is not JSON', error)
  }
}

function invalid(which: string, what: string, cause?: unknown): AppsignError {
  // What the parser says quotes the text, and that may be anything, even a key.
  const remedy = 'Give the .json files that the input report wrote, unchanged.'
  return new AppsignError('INPUT_INVALID', `The ${which} can not be merged: ${what}. ${remedy}`, cause)
}

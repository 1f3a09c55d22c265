import type { Finding } from '../findings/finding'
import { isObject } from '../findings/json-value'
import { isFindingCode } from '../findings/titles'
import { type Verdict, verdictOf } from '../findings/verdict'
import type { Refusal } from './report'

type Json = Record<string, unknown>

/** What a JSON report says of any payload. */
export interface JsonPayload {
  readonly name: string
  readonly verdict: Verdict
  /** Set for a payload that could not be looked at. */
  readonly error?: Refusal['error']
  readonly findings: readonly Finding[]
}

/**
 * Whether what a JSON report says of a payload has all that `reportJson` writes (schemas/report-1.schema.json), in the right
 * types, and a verdict that follows from its findings.
 */
export function isPayload(payload: unknown): payload is JsonPayload {
  if (!isObject(payload) || typeof payload.name !== 'string') return false
  const { findings, verdict, error } = payload
  if (!Array.isArray(findings) || !findings.every(isFinding)) return false
  if (error !== undefined) return verdict === 'failed' && isObject(error) && areTexts(error, 'code', 'message')
  return verdict === verdictOf(findings) && isReport(payload)
}

function isReport(payload: Json): boolean {
  const { mode, scope, kind, server, format, formats, app, chain } = payload
  const isNamed =
    isOneOf(['sign', 'verify', 'check'], mode) &&
    isOneOf(['app', 'server'], scope) &&
    isOneOf(['folder', 'archive'], kind) &&
    isOneOf(['nextcloud', 'owncloud'], server) &&
    isFormat(format) &&
    (formats === null || (Array.isArray(formats) && formats.every(isFormat)))
  return (
    isNamed &&
    isObject(app) &&
    areTexts(app, 'id', 'version') &&
    [payload.signaturePath, payload.authority].every((value) => value === null || typeof value === 'string') &&
    [payload.fileCount, payload.bytes].every(Number.isFinite) &&
    (payload.milliseconds === null || Number.isFinite(payload.milliseconds)) &&
    Array.isArray(chain) &&
    chain.every(isCertificate) &&
    (payload.revocation === null || isRevocation(payload.revocation)) &&
    (payload.package === null || isPackage(payload.package))
  )
}

function isCertificate(value: unknown): boolean {
  return isObject(value) && areTexts(value, 'subject', 'issuer', 'serial') && isDate(value.notAfter)
}

function isRevocation(value: unknown): boolean {
  if (!isObject(value) || !isOneOf(['good', 'revoked', 'unchecked', 'no-list', 'off'], value.state)) return false
  const { list } = value
  if (list === null) return true
  if (!isObject(list) || !areTexts(list, 'source', 'issuer') || !isDate(list.thisUpdate)) return false
  return list.number === null || typeof list.number === 'string'
}

function isPackage(value: unknown): boolean {
  return isObject(value) && areTexts(value, 'name', 'sha256') && Number.isFinite(value.size)
}

function isFinding(finding: unknown): finding is Finding {
  if (!isObject(finding) || !areTexts(finding, 'code', 'message')) return false
  const optional = [finding.path, finding.expected, finding.current, finding.hint, finding.exception]
  return (
    isFindingCode(String(finding.code)) &&
    isOneOf(['error', 'warning', 'notice'], finding.severity) &&
    optional.every((text) => text === undefined || typeof text === 'string')
  )
}

function isFormat(value: unknown): boolean {
  return isOneOf(['legacy', 'v2'], value)
}

/** Whether a JSON value is a date. */
export function isDate(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function areTexts(value: Json, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string')
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value)
}

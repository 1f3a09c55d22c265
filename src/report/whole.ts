import { isFindingCode } from '../findings/titles'
import { verdictOf } from '../findings/verdict'
import { isObject, isOneOf, type JsonPayload } from './merge'

type Json = Record<string, unknown>

/**
 * Whether what a JSON report says of a payload has all that `reportJson` writes (schemas/report-1.schema.json), in the right
 * types, and a verdict that follows from its findings.
 */
export function isWhole(payload: JsonPayload): boolean {
  const fields: Json = { ...payload }
  if (typeof fields.name !== 'string' || !payload.findings.every(isFinding)) return false
  if (payload.error !== undefined)
    return payload.verdict === 'failed' && isObject(payload.error) && areTexts(payload.error, 'code', 'message')
  return payload.verdict === verdictOf(payload.findings) && isReport(fields)
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

function isFinding(value: object): boolean {
  const finding = value as Json
  const optional = [finding.path, finding.expected, finding.current, finding.hint, finding.exception]
  return (
    areTexts(finding, 'code', 'message') &&
    isFindingCode(String(finding.code)) &&
    optional.every((text) => text === undefined || typeof text === 'string')
  )
}

function isFormat(value: unknown): boolean {
  return isOneOf(['legacy', 'v2'], value)
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function areTexts(value: Json, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string')
}

import { EXCEPTION_CODES, type Finding } from './finding'

const FILE_CODES = ['INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE']
const SEVERITIES = ['error', 'warning', 'notice']

/**
 * The order in which findings are told: what stops a server first, in the order of its checks; then the files; then our
 * own advice, by severity. Within a group the given order stays.
 *
 * @returns a new array
 */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => rank(a) - rank(b))
}

function rank(finding: Finding): number {
  if ((EXCEPTION_CODES as readonly string[]).includes(finding.code)) return 0
  const file = FILE_CODES.indexOf(finding.code)
  return file >= 0 ? 1 + file : 1 + FILE_CODES.length + SEVERITIES.indexOf(finding.severity)
}

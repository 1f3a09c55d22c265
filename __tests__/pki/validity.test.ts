import { describe, expect, it } from 'vitest'
import { checkLegacyDates, checkOwnCloudDates, daysLeft, formatDate, validityOf } from '../../src/pki/validity'
import { issue, NOT_AFTER, NOT_BEFORE, NOW } from '../helpers/certificates'

const leaf = issue()
const MILLISECOND = 1
const DAY = 24 * 60 * 60 * 1000
const later = (date: Date, by: number) => new Date(date.getTime() + by)
/** Every side of every end, and whether the leaf is valid there. */
const TIMES = [
  ['a millisecond before its start', later(NOT_BEFORE, -MILLISECOND), 'not-yet-valid'],
  ['at its start', NOT_BEFORE, 'valid'],
  ['in between', NOW, 'valid'],
  ['at its end', NOT_AFTER, 'valid'],
  ['a millisecond after its end', later(NOT_AFTER, MILLISECOND), 'expired'],
  ['long before', new Date(0), 'not-yet-valid'],
  ['long after', new Date('2999-01-01T00:00:00Z'), 'expired'],
] as const

describe('validityOf', () => {
  it.each(TIMES)('%s', (_, now, expected) => {
    expect(validityOf(leaf, now)).toBe(expected)
  })
})

describe('checkLegacyDates', () => {
  const codeAt = (now: Date, days = 0) => checkLegacyDates(leaf, now, days)?.code

  it.each(TIMES)('%s is no error', (_, now, state) => {
    const codes = { 'not-yet-valid': 'CERTIFICATE_NOT_YET_VALID', expired: 'CERTIFICATE_EXPIRED', valid: undefined }
    expect(codeAt(now)).toBe(codes[state])
    expect(checkLegacyDates(leaf, now, 0)?.severity ?? 'warning').toBe('warning')
    expect(checkLegacyDates(leaf, now, 0)?.exception).toBeUndefined()
  })

  it('warns as many days before as it is asked to', () => {
    expect(daysLeft(leaf, NOW)).toBe(1309)
    expect(codeAt(NOW, 1309)).toBeUndefined()
    expect(codeAt(NOW, 1310)).toBe('CERTIFICATE_EXPIRES')
  })

  it('says the dates', () => {
    expect(checkLegacyDates(leaf, later(NOT_AFTER, DAY), 0)?.message).toContain('expired on 2030-01-01 00:00:00 UTC')
    expect(checkLegacyDates(leaf, new Date(0), 0)?.message).toContain('valid only from 2025-01-01 00:00:00 UTC')
  })
})

describe('checkOwnCloudDates', () => {
  const told = (now: Date, legacyAccepted: boolean, days = 0) => {
    const finding = checkOwnCloudDates(leaf, now, days, legacyAccepted)
    return finding && `${finding.severity} ${finding.code}`
  }

  it.each(TIMES)('%s, in format v2 or after the sunset', (_, now, state) => {
    expect(told(now, false)).toBe(state === 'valid' ? undefined : 'error BAD_CHAIN')
  })

  it.each(TIMES)('%s, in the legacy format before the sunset', (_, now, state) => {
    const expected = { valid: undefined, expired: 'warning LEGACY_ACCEPTED_WARN', 'not-yet-valid': 'error BAD_CHAIN' }
    expect(told(now, true)).toBe(expected[state])
  })

  it('warns before the end of a valid one, in either format', () => {
    for (const accepted of [true, false]) {
      expect(told(later(NOT_AFTER, -60 * DAY), accepted, 60)).toBeUndefined()
      expect(told(later(NOT_AFTER, -60 * DAY + MILLISECOND), accepted, 60)).toBe('warning CERTIFICATE_EXPIRES')
      expect(told(NOT_AFTER, accepted, 1)).toBe('warning CERTIFICATE_EXPIRES')
      expect(told(NOT_AFTER, accepted, 0)).toBeUndefined()
    }
  })

  it('has the sentence of the server', () => {
    for (const now of [new Date(0), later(NOT_AFTER, DAY)])
      expect(checkOwnCloudDates(leaf, now, 0, false)?.exception).toBe('Leaf certificate is expired or not yet valid')
  })
})

describe('daysLeft', () => {
  it('counts whole days, below zero once it is over', () => {
    expect(daysLeft(leaf, NOT_AFTER)).toBe(0)
    expect(daysLeft(leaf, later(NOT_AFTER, -DAY))).toBe(1)
    expect(daysLeft(leaf, later(NOT_AFTER, -DAY + MILLISECOND))).toBe(0)
    expect(daysLeft(leaf, later(NOT_AFTER, MILLISECOND))).toBe(-1)
  })
})

describe('formatDate', () => {
  it('writes dates in UTC', () => {
    expect(formatDate(new Date('2028-12-31T08:26:50.999Z'))).toBe('2028-12-31 08:26:50 UTC')
  })
})

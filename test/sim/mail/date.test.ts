import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  civilTime,
  formatInstant,
  formatLogDate,
  formatMailDate,
  parseInstant,
} from '../../../src/sim/mail/date.ts'

describe('dates', () => {
  it('are written as mail and logs do', () => {
    const moment = parseInstant('2026-06-02T10:15:42Z') ?? 0
    expect(formatMailDate(moment)).toBe('Tue, 02 Jun 2026 10:15:42 +0000 (UTC)')
    expect(formatLogDate(moment)).toBe('Jun  2 10:15:42')
    expect(formatLogDate(moment + 20 * 86_400_000)).toBe('Jun 22 10:15:42')
    expect(formatMailDate(0)).toBe('Thu, 01 Jan 1970 00:00:00 +0000 (UTC)')
  })

  it('agree with the platform', () => {
    const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        const date = new Date(ms)
        expect(formatInstant(ms)).toBe(`${date.toISOString().slice(0, 19)}Z`)
        expect(civilTime(ms).weekday).toBe(names[date.getUTCDay()])
        expect(parseInstant(formatInstant(ms))).toBe(Math.floor(ms / 1000) * 1000)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01 00:00:00',
    'yesterday',
  ])('%s is none', (text) => {
    expect(parseInstant(text)).toBeNull()
  })
})

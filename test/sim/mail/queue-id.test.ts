import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQueueId, parseQueueId } from '../../../src/sim/mail/queue-id.ts'

describe('queue ids', () => {
  it('look like those of Postfix and lead back to their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (n) => {
        expect(formatQueueId(n)).toMatch(/^[0-9A-F]{11,13}$/)
        expect(parseQueueId(formatQueueId(n))).toBe(n)
      }),
    )
  })

  it('of others lead nowhere', () => {
    expect(parseQueueId('C08EF25671F')).toBeNull()
    expect(parseQueueId('4XyZ1234ab')).toBeNull()
    expect(parseQueueId('00000000000')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { formatCitation, rfc, STANDARDS } from '../../../src/sim/mail/citation.ts'

describe('citations', () => {
  it('name standards of the list', () => {
    expect(formatCitation(rfc(5321, '4.2.1'))).toBe('RFC 5321 §4.2.1')
    expect(formatCitation(rfc(6647))).toBe('RFC 6647')
    expect(() => rfc(1)).toThrow(/not in the list/)
  })

  it('come from a list in ascending order', () => {
    const numbers = STANDARDS.map((each) => each.number)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })
})

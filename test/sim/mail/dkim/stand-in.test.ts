import { describe, expect, it } from 'vitest'
import { bareBase64, fromBase64 } from '../../../../src/sim/mail/dkim/octets.ts'
import {
  checksum,
  EMPTY_CHECKSUM,
  standInBodyHash,
  standInSignature,
} from '../../../../src/sim/mail/dkim/stand-in.ts'

describe('stand-ins', () => {
  it('have the form of what they stand for', () => {
    const hash = standInBodyHash(EMPTY_CHECKSUM)
    const signature = standInSignature(EMPTY_CHECKSUM)
    expect([hash.length, signature.length]).toEqual([44, 88])
    expect(fromBase64(bareBase64(hash) ?? '')).toHaveLength(32)
    expect(fromBase64(bareBase64(signature) ?? '')).toHaveLength(64)
  })

  it('differ with every letter, and with where a text ends', () => {
    const sums = ['', 'a', 'b', 'ab', 'ba'].map((text) => checksum(EMPTY_CHECKSUM, text))
    sums.push(checksum(checksum(EMPTY_CHECKSUM, 'a'), 'b'))
    expect(new Set(sums.map(standInSignature)).size).toBe(sums.length)
  })
})

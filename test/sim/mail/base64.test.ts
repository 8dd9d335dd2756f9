import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64, utf8Octets } from '../../../src/sim/mail/base64.ts'

describe('base64', () => {
  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Octets(text)).toEqual([...Buffer.from(text, 'utf8')])
        expect(encodeBase64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'))
      }),
    )
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeBase64(encodeBase64(text))).toBe(text)
      }),
    )
  })

  it.each(['a', 'ab=c', '!!!!', '=', 'gICA'])('%s is none of ours', (text) => {
    expect(decodeBase64(text)).toBeNull()
  })
})

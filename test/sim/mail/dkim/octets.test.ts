import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bareBase64,
  fromBase64,
  octetsOf,
  octetText,
  toBase64,
} from '../../../../src/sim/mail/dkim/octets.ts'

describe('octets', () => {
  it('are those of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(octetsOf(octetText(text)))).toEqual(Buffer.from(text, 'utf8'))
      }),
    )
    expect(octetText('caf\u00e9 \ud83d\ude00 \ud800')).toBe(
      Buffer.from('caf\u00e9 \ud83d\ude00 \ufffd').toString('latin1'),
    )
  })

  it('go into base64 and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        const text = toBase64(octets)
        expect(text).toBe(Buffer.from(octets).toString('base64'))
        const bare = bareBase64(text)
        expect(bare).toBe(text.replace(/=+$/, ''))
        expect(fromBase64(bare ?? '')).toEqual(octets)
      }),
    )
  })
})

describe('base64', () => {
  it.each([
    ['YQ==', 'YQ'],
    ['YQ', 'YQ'],
    ['Y\r\n\tW I = ', 'YWI'],
    ['YWJj', 'YWJj'],
    ['', ''],
  ])('%j is bare as %j', (text, bare) => {
    expect(bareBase64(text)).toBe(bare)
  })

  it.each(['Y', 'YR==', 'YWJ', 'YQ=', 'YWI==', 'YWJj=', '=', 'Y=Q=', 'YQ===', 'Y-Q=', 'é'])(
    '%j is none',
    (text) => {
      expect(bareBase64(text)).toBeNull()
    },
  )
})

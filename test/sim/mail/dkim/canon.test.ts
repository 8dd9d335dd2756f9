import { describe, expect, it } from 'vitest'
import { canonicalBody, canonicalHeader } from '../../../../src/sim/mail/dkim/canon.ts'

// The example of RFC 6376 §3.4.5
const FIELDS = ['A: X', 'B : Y\t\r\n\tZ  ']
const BODY = ' C \r\nD \t E\r\n\r\n\r\n'

describe('the canonical header', () => {
  it('is as in the example of the RFC', () => {
    expect(canonicalHeader(FIELDS, 'S: b=', 'simple')).toBe('A: X\r\nB : Y\t\r\n\tZ  \r\nS: b=')
    expect(canonicalHeader(FIELDS, 'S: b=', 'relaxed')).toBe('a:X\r\nb:Y Z\r\ns:b=')
  })

  it('leaves out what stands behind b=, and nothing else', () => {
    const own = 'DKIM-Signature: bh=x b=y;\r\n\tb = ab\r\n\tcd ;\r\n\td=b=c'
    const simple = 'DKIM-Signature: bh=x b=y;\r\n\tb =;\r\n\td=b=c'
    expect(canonicalHeader([], own, 'simple')).toBe(simple)
    expect(canonicalHeader([], own, 'relaxed')).toBe('dkim-signature:bh=x b=y; b =; d=b=c')
  })

  it('of empty values has nothing behind the colon', () => {
    expect(canonicalHeader(['A:', 'B: \r\n '], 'S:', 'relaxed')).toBe('a:\r\nb:\r\ns:')
  })
})

describe('the canonical body', () => {
  it.each([
    [BODY, ' C \r\nD \t E\r\n', ' C\r\nD E\r\n'],
    ['', '\r\n', ''],
    ['\r\n\r\n', '\r\n', ''],
    [' \r\n\t\r\n', ' \r\n\t\r\n', ''],
    ['a', 'a\r\n', 'a\r\n'],
    ['a \r\n ', 'a \r\n \r\n', 'a\r\n'],
    ['\r\n a', '\r\n a\r\n', '\r\n a\r\n'],
    ['a\n\n', 'a\n\n\r\n', 'a\n\n\r\n'],
    ['é', '\u00c3\u00a9\r\n', '\u00c3\u00a9\r\n'],
  ])('of %j', (body, simple, relaxed) => {
    expect(canonicalBody(body, 'simple')).toBe(simple)
    expect(canonicalBody(body, 'relaxed')).toBe(relaxed)
  })
})

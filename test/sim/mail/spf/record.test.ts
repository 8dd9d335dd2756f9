import { describe, expect, it, test } from 'vitest'
import { isSpfRecord, parseRecord } from '../../../../src/sim/mail/spf/record.ts'

describe('a text is a record', () => {
  test.each([
    ['v=spf1', true],
    ['v=spf1 ', true],
    ['V=SPF1 -all', true],
    ['v=Spf1 \u00e9', true],
    ['', false],
    ['v=spf', false],
    ['v=spf10', false],
    ['v=spf1-all', false],
    ['v=spf1\t-all', false],
    ['v=spf1;', false],
    [' v=spf1 -all', false],
    ['"v=spf1 -all"', false],
    ['spf2.0/pra -all', false],
    ['v=\u017fpf1 -all', false],
  ])('%j: %j', (text, is) => {
    expect(isSpfRecord(text)).toBe(is)
  })
})

const kinds = (text: string): string => {
  return parseRecord(text)
    .terms.map((term) => `${term.text} ${term.kind}`)
    .join(', ')
}

describe('its terms', () => {
  test.each([
    ['v=spf1', ''],
    ['v=spf1   ', ''],
    ['v=spf1 mx   -all  ', 'mx directive, -all directive'],
    ['v=spf1 exp=a.b ra=c redirect=d.e', 'exp=a.b exp, ra=c unknown, redirect=d.e redirect'],
    ['v=spf1 ra=c ra=c', 'ra=c unknown, ra=c unknown'],
    ['v=spf1 -all nonsense', '-all directive, nonsense error'],
    ['v=spf1 mx\t-all', 'mx\t-all error'],
    ['v=spf1 mx\u00a0-all', 'mx\u00a0-all error'],
  ])('%j: %s', (text, terms) => {
    expect(kinds(text)).toBe(terms)
  })

  it('hold at most one redirect and one explanation', () => {
    expect(kinds('v=spf1 redirect=a.b Redirect=a.b')).toBe(
      'redirect=a.b redirect, Redirect=a.b error',
    )
    expect(kinds('v=spf1 exp=a.b -all EXP=c.d')).toBe('exp=a.b exp, -all directive, EXP=c.d error')
  })

  it('keep the text of the record', () => {
    expect(parseRecord('V=spf1  mx ').text).toBe('V=spf1  mx ')
  })
})

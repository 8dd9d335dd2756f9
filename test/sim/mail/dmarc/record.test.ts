import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseDmarcRecord } from '../../../../src/sim/mail/dmarc/record.ts'

const read = (text: string) => parseDmarcRecord(text)

describe('a DMARC record', () => {
  it('has defaults for all that it does not say', () => {
    const text = 'v=DMARC1; p=none'
    expect(read(text)).toEqual({
      text,
      policies: { p: 'none', sp: null, np: null },
      adkim: 'relaxed',
      aspf: 'relaxed',
      psd: 'u',
      testing: false,
      rua: [],
      ruf: [],
      fo: ['0'],
      ignored: [],
    })
  })

  it('is read with all its tags', () => {
    const text =
      'v=DMARC1; p=reject; sp=quarantine; np=none; adkim=s; aspf=S; psd=n; t=y; fo=1:d:s;' +
      'rua=mailto:A@example.org!10m, https://example.org/x; ruf=mailto:b@example.org; pct=50; x=1;'
    expect(read(text)).toEqual({
      text,
      policies: { p: 'reject', sp: 'quarantine', np: 'none' },
      adkim: 'strict',
      aspf: 'strict',
      psd: 'n',
      testing: true,
      rua: ['mailto:A@example.org', 'https://example.org/x'],
      ruf: ['mailto:b@example.org'],
      fo: ['1', 'd', 's'],
      ignored: ['pct', 'x'],
    })
  })

  test.each([
    'v=DMARC1',
    'v=DMARC1;',
    'v = DMARC1 ; p=none',
    'V=DMARC1;p=none',
    ' v=DMARC1;p=none',
    '\tv\t=\tDMARC1\t;',
  ])('%j is one', (text) => {
    expect(read(text)).not.toBeNull()
  })

  test.each([
    '',
    'v=dmarc1; p=none',
    'v=DMARC1x; p=none',
    'v=DMARC2; p=none',
    'p=none; v=DMARC1',
    'DMARC1; p=none',
    '; v=DMARC1; p=none',
    'v=spf1 -all',
    'v="DMARC1"; p=none',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull()
  })

  test.each([
    ['p=reject', 'reject'],
    ['p=Reject', 'reject'],
    ['P = QUARANTINE', 'quarantine'],
    ['rua=mailto:a@x.example; p=reject', 'reject'],
    ['p=reject; p=none', 'reject'],
    ['adkim=q; aspf=; t=maybe; psd=x; p=reject', 'reject'],
    ['rua=mailto:a@x.example', 'none'],
    ['p=block; rua=mailto:a@x.example', 'none'],
    ['p=reject; sp=block; rua=mailto:a@x.example', 'none'],
    ['p=reject; np=; rua=nonsense,mailto:a@x.example', 'none'],
    ['adkim=s', null],
    ['p=block', null],
    ['p=reject; sp=block', null],
    ['p=reject; np=block; rua=', null],
    ['p=block; rua=a@x.example', null],
    ['p=block; rua=mailto:', null],
    ['p=block; rua=:x', null],
  ])('with %s has the policy %s', (tags, p) => {
    expect(read(`v=DMARC1; ${tags}`)?.policies?.p ?? null).toBe(p)
  })

  it('drops its other policies with the broken one', () => {
    const record = read('v=DMARC1; p=reject; sp=reject; np=x; adkim=s; rua=mailto:a@x.example')
    expect(record).toMatchObject({ policies: { p: 'none', sp: null, np: null }, adkim: 'strict' })
  })

  test.each([
    ['fo=0', ['0']],
    ['fo=1', ['1']],
    ['fo=d:s', ['d', 's']],
    ['fo=D:1', ['d', '1']],
    ['fo=0:1', ['0']],
    ['fo=d:d', ['0']],
    ['fo=x', ['0']],
    ['fo=', ['0']],
  ])('with %s wants failure reports for %j', (tag, fo) => {
    expect(read(`v=DMARC1; p=none; ${tag}`)?.fo).toEqual(fo)
  })

  it('never makes the reader throw', () => {
    const tag = fc.tuple(fc.string({ maxLength: 5 }), fc.string()).map((pair) => pair.join('='))
    const near = fc.array(tag).map((tags) => ['v=DMARC1', ...tags].join(';'))
    fc.assert(
      fc.property(near, (text) => {
        expect(read(text)?.text).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => read(text)).not.toThrow()
      }),
    )
  })
})

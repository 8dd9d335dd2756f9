import { describe, expect, it, test } from 'vitest'
import { EXPLANATION_LIMIT } from '../../../../src/sim/mail/spf/explanation.ts'
import { a, ptr, txt } from '../dns/zones.ts'
import { check, type World } from './world.ts'

/** The explanation of a record that ends in `-all`. */
function explained(world: World, record = '-all exp=why.%{d}', query = {}): string | undefined {
  return check(record, world, query).explanation
}
const why = (...strings: string[]): World => ({ 'why.example.org': [txt(...strings)] })

describe('an explanation', () => {
  test.each([
    ['Not from there.', 'Not from there.'],
    ['', ''],
    ['%{i} %{c} %{v}', '192.0.2.1 192.0.2.1 in-addr'],
    ['%{s} of %{o}, %{d}, %{h}', 'alice@example.org of example.org, example.org, out.example.net'],
    ['%{r} at %{t}', 'mx.example.com at 86400'],
    ['http://%{d}/?u=%{S}', 'http://example.org/?u=alice%40example.org'],
    ['%{p} says 100%%', 'm.example.org says 100%'],
  ])('%j reads %j', (text, read) => {
    const names = {
      '1.2.0.192.in-addr.arpa': [ptr('m.example.org')],
      'm.example.org': [a('192.0.2.1')],
    }
    const query = { epochSeconds: 86_400.9 }
    expect(explained({ ...why(text), ...names }, undefined, query)).toBe(read)
  })

  it('is joined from the strings of its record', () => {
    expect(explained(why('one', 'two ', 'three'))).toBe('onetwo three')
  })

  it('is cut when it is too long', () => {
    const text = 'x'.repeat(250)
    expect(explained(why(text, text, text, text))).toHaveLength(EXPLANATION_LIMIT)
    expect(explained(why(text, text, text, text, 'y'))).toBe(text.repeat(4))
  })

  it('names an IPv6 client in both ways, in the case it was written in', () => {
    const said = (ip: string): string | undefined => {
      return explained({ 'why.example.org': [txt('%{c} %{i4}')] }, undefined, { ip })
    }
    expect(said('2001:DB8::CB01')).toBe('2001:db8::cb01 C.B.0.1')
    expect(said('2001:db8::cb01')).toBe('2001:db8::cb01 c.b.0.1')
  })

  it('does without a receiver and a clock', () => {
    const query = { receiver: '', epochSeconds: Number.NaN }
    expect(explained(why('%{r} %{t}'), undefined, query)).toBe('unknown 0')
  })
})

describe('without an explanation', () => {
  const rows: readonly (readonly [what: string, world: World, record?: string])[] = [
    ['without a text', {}],
    ['without data', { 'why.example.org': [a('192.0.2.1')] }],
    ['with two texts', { 'why.example.org': [txt('one'), txt('two')] }],
    ['after a failure', { 'why.example.org': 'SERVFAIL' }],
    ['in silence', { 'why.example.org': 'TIMEOUT' }],
    ['with a broken macro', why('100% wrong')],
    ['with an unknown macro', why('%{x}')],
    ['beyond ASCII', why('caf\u00e9')],
    ['with a line end', why('one\r\ntwo')],
    ['at a name that is none', {}, '-all exp=a..b'],
    ['without a pointer to it', why('text'), '-all'],
    ['for a softfail', why('text'), '~all exp=why.%{d}'],
    ['for a pass', why('text'), '+all exp=why.%{d}'],
    ['for an error', why('text'), 'exp=why.%{d} include:none.org -all'],
  ]
  for (const [what, world, record] of rows) {
    test(`none ${what}`, () => {
      expect(explained(world, record)).toBeUndefined()
    })
  }

  it('if what the sender said does not fit into a reply', () => {
    expect(explained(why('%{l}'), undefined, { mailFrom: 'z\u00f6e@example.org' })).toBeUndefined()
    expect(explained(why('%{h}'), undefined, { helo: 'a\r\n250 ok' })).toBeUndefined()
    expect(explained(why('%{L}'), undefined, { mailFrom: 'z\u00f6e@example.org' })).toBe('z%C3%B6e')
  })

  it('and the limits are not touched', () => {
    const { result, lookups, voidLookups } = check('a:x.org a:y.org -all exp=nothing.org')
    expect([result, lookups, voidLookups]).toEqual(['fail', 2, 2])
  })
})

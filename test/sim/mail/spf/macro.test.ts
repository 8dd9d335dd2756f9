import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  expandMacros,
  parseDomainSpec,
  parseMacroString,
  type MacroPlace,
} from '../../../../src/sim/mail/spf/macro.ts'
import { words } from './world.ts'

const values: Readonly<Record<string, string>> = {
  s: 'ann-lee.b@mail.corp.example',
  l: 'ann-lee.b',
  o: 'mail.corp.example',
  d: 'mail.corp.example',
  i: '192.0.2.7',
  v: 'in-addr',
  h: 'host_1.example',
  p: 'unknown',
  c: '192.0.2.7',
  r: 'mx.example',
  t: '86400',
}

function expanded(text: string, place: MacroPlace = 'term'): string | null {
  const parts = parseMacroString(text, place)
  return parts === null ? null : expandMacros(parts, (letter) => values[letter] ?? '?')
}

describe('macros stand for', () => {
  test.each([
    ['', ''],
    ['plain:/text=1', 'plain:/text=1'],
    ['%{s}', 'ann-lee.b@mail.corp.example'],
    ['%{l}', 'ann-lee.b'],
    ['%{o}%{v}%{h}', 'mail.corp.examplein-addrhost_1.example'],
    ['<%%%_%->', '<% %20>'],
    ['%%{d}', '%{d}'],
    ['%{d1}', 'example'],
    ['%{d2}', 'corp.example'],
    ['%{d3}', 'mail.corp.example'],
    ['%{d4}', 'mail.corp.example'],
    ['%{d127}', 'mail.corp.example'],
    ['%{d99999999999999999999}', 'mail.corp.example'],
    ['%{d02}', 'corp.example'],
    ['%{dr}', 'example.corp.mail'],
    ['%{d2r}', 'corp.mail'],
    ['%{d1R}', 'mail'],
    ['%{ir}.%{v}.arpa', '7.2.0.192.in-addr.arpa'],
    ['%{l-}', 'ann.lee.b'],
    ['%{l-.}', 'ann.lee.b'],
    ['%{lr-}', 'lee.b.ann'],
    ['%{lr-.}', 'b.lee.ann'],
    ['%{l1r-}', 'ann'],
    ['%{s1@}', null],
    ['%{s1-.}', 'example'],
    ['%{h_}', 'host.1.example'],
    ['%{l+}', 'ann-lee.b'],
    ['%{d,/=+_}', 'mail.corp.example'],
  ])('%s: %j', (text, value) => {
    expect(expanded(text)).toBe(value)
  })

  it('parts that may be empty', () => {
    const parts = parseMacroString('%{lr-}', 'term') ?? []
    expect(expandMacros(parts, () => '-a--b')).toBe('b..a.')
  })

  test.each([
    ['%{S}', 'ann-lee.b%40mail.corp.example'],
    ['%{L1-}', 'lee.b'],
    ['%{H}', 'host_1.example'],
  ])('%s, escaped: %s', (text, value) => {
    expect(expanded(text)).toBe(value)
  })

  test.each([
    ["a b/c?d=e&f'(g)*!", 'a%20b%2Fc%3Fd%3De%26f%27%28g%29%2A%21'],
    ['A-z_0.9~', 'A-z_0.9~'],
    ['\u00e9\u20ac\u{1f4ee}', '%C3%A9%E2%82%AC%F0%9F%93%AE'],
    ['\ud800x', '%EF%BF%BDx'],
    ['\t', '%09'],
  ])('%j escaped for a URL: %s', (value, escaped) => {
    expect(expandMacros(parseMacroString('%{L}', 'term') ?? [], () => value)).toBe(escaped)
  })

  it('escapes as browsers do, but for five characters more', () => {
    const parts = parseMacroString('%{L}', 'term') ?? []
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const escaped = expandMacros(parts, () => value)
        expect(escaped).toMatch(/^[\w.~%-]*$/)
        expect(decodeURIComponent(escaped)).toBe(value)
      }),
    )
  })
})

describe('the grammar', () => {
  test.each([
    ...words('% %a %(d) x% %{ %{} %{d %{d] %{x} %{dd} %{d0} %{d00} %{dr2} %{d-2} %{d-r} %{d:}'),
    ...words('%{1d} %{%} %{d}}% %{c} %{R} %{t}'),
    '%{ d}',
    '%{d }',
    'a b',
    'a\tb',
    'caf\u00e9',
    '\u0000',
    '\u007f',
    '%{\u212a}',
  ])('has no room in a term for %j', (text) => {
    expect(parseMacroString(text, 'term')).toBeNull()
  })

  test.each([
    ['%{c} at %{t}, says %{r}.', '192.0.2.7 at 86400, says mx.example.'],
    ['  two  spaces ', '  two  spaces '],
    ['100%% sure', '100% sure'],
    ['100% sure', null],
    ['tab\there', null],
    ['\u00a0', null],
  ])('of an explanation: %j is %j', (text, value) => {
    expect(expanded(text, 'explanation')).toBe(value)
  })
})

describe('a domain', () => {
  test.each([
    ...words('example.org example.org. a.b.c .org x..org _spf.example.org a:b/c.org'),
    ...words('example.xn--p1ai example.a1 example.1a example.1-1 example.a-b 1.2.3.d %{d} x%{d}'),
    ...words('%{d}.org %{i}._spf.%{d2} x.%% x%- %_ a.%{d}.b.org.'),
  ])('may be %s', (text) => {
    expect(parseDomainSpec(text)).not.toBeNull()
  })

  test.each([
    ...words(
      '. .. org org. example. example.org.. example.123 192.0.2.1 example.-org example.org-',
    ),
    ...words('example.o_g example.org:25 example.org/24 %{d}org %{d}. %{d}.. %{d}.1 %{d x.% -all'),
    ...words('a./24'),
    '',
    'a.b c',
    'example.\u00f6rg',
  ])('is not %j', (text) => {
    expect(parseDomainSpec(text)).toBeNull()
  })
})

import { describe, expect, it, test } from 'vitest'
import { formatIp } from '../../../../src/sim/mail/spf/ip-address.ts'
import { parseTerm } from '../../../../src/sim/mail/spf/term.ts'
import { words } from './world.ts'

/** Qualifier, mechanism and argument; or the kind of a modifier; or `error`. */
function told(text: string): string {
  const term = parseTerm(text)
  expect(term.text).toBe(text)
  if (term.kind !== 'directive') return term.kind
  const { mechanism: m, qualifier } = term
  const target = 'target' in m && m.target !== null ? ` ${JSON.stringify(m.target)}` : ''
  const bits = 'bits4' in m ? ` ${m.bits4} ${m.bits6}` : ''
  const network = 'network' in m ? ` ${formatIp(m.network)}/${m.bits}` : ''
  return `${qualifier} ${m.name}${target}${bits}${network}`
}

describe('directives', () => {
  test.each([
    ['all', '+ all'],
    ['+all', '+ all'],
    ['-ALL', '- all'],
    ['~all', '~ all'],
    ['?aLL', '? all'],
    ['a', '+ a 32 128'],
    ['-A:x.org', '- a ["x.org"] 32 128'],
    ['a/24', '+ a 24 128'],
    ['a//64', '+ a 32 64'],
    ['a/0//0', '+ a 0 0'],
    ['a/32//128', '+ a 32 128'],
    ['a:x.org/24//64', '+ a ["x.org"] 24 64'],
    ['a:x/24.org/8', '+ a ["x/24.org"] 8 128'],
    ['mx', '+ mx 32 128'],
    ['?mx:x.org//96', '? mx ["x.org"] 32 96'],
    ['ptr', '+ ptr'],
    ['ptr:x.org', '+ ptr ["x.org"]'],
    ['include:x.org', '+ include ["x.org"]'],
    ['exists:x.y.org.', '+ exists ["x.y.org."]'],
    ['ip4:192.0.2.0/24', '+ ip4 192.0.2.0/24'],
    ['-ip4:192.0.2.1', '- ip4 192.0.2.1/32'],
    ['ip4:0.0.0.0/0', '+ ip4 0.0.0.0/0'],
    ['IP6:2001:DB8::/32', '+ ip6 2001:db8::/32'],
    ['ip6:::1', '+ ip6 ::1/128'],
    ['ip6:::/0', '+ ip6 ::/0'],
    ['ip6:::ffff:192.0.2.1/128', '+ ip6 ::ffff:c000:201/128'],
  ])('%s is %s', (text, meaning) => {
    expect(told(text)).toBe(meaning)
  })
})

describe('modifiers', () => {
  test.each([
    ['redirect=x.org', 'redirect'],
    ['REDIRECT=%{d}', 'redirect'],
    ['exp=x.%{d2}', 'exp'],
    ['Exp=x.org', 'exp'],
    ['ra=', 'unknown'],
    ['x-1.y_z=a:b/c=d', 'unknown'],
    // The = makes a modifier of it, whatever the name.
    ['all=x', 'unknown'],
    ['ip4=192.0.2.1', 'unknown'],
    ['a=%{d}', 'unknown'],
  ])('%s is %s', (text, kind) => {
    expect(told(text)).toBe(kind)
  })
})

describe('what breaks the grammar', () => {
  test.each([
    ...words('foo all: all:x.org all/8 all. --all +-all !all - : a: a/ a// a/33 a/032 a/00 a/-1'),
    ...words('a//129 a//01 a/24/64 a/24// a:x a:192.0.2.1 a:x.org/ a:x.org/33 a:%{d}/033'),
    ...words('a:x.org//129 a///64 mx: mx:/24 mx/99 ptr: ptr/24 ptr:x.org/24 exists exists:'),
    ...words('exists/8 exists:x.org/8 include include: include/8 include:x include:x.org/24 ip4'),
    ...words('ip4: ip4:192.0.2 ip4:192.0.2.1/ ip4:192.0.2.1/33 ip4:192.0.2.1/08 ip4:192.0.2.1//32'),
    ...words('ip4:192.0.2.01 ip4:192.0.2.1:25 ip4:::1 ip4/8 ip4:x.org ip6 ip6: ip6:::1/129'),
    ...words('ip6:::1//64 ip6:::1/ ip6::1 ip6:192.0.2.1 ip6/8 redirect redirect= redirect=x'),
    ...words('redirect:x.org redirect=x.org/24 -redirect=x.org exp= exp=x exp=%{r}.org exp:x.org'),
    ...words('=x 1x=y -x=y x=% x=%{c} x/y=z x:y=z'),
    ' all',
    'x=\u00e9',
    'x y=z',
    'a:caf\u00e9.org',
    '\u212aptr',
    'mx\u0000',
    'a\t',
    'v=spf1\u0001',
  ])('%j', (text) => {
    expect(told(text)).toBe('error')
  })

  it('is said in a few words', () => {
    expect(parseTerm('a/33')).toMatchObject({ problem: 'prefix too long' })
    expect(parseTerm('spf')).toMatchObject({ problem: 'no such mechanism' })
    expect(parseTerm('include')).toMatchObject({ problem: 'needs a domain' })
    expect(parseTerm('a:org')).toMatchObject({ problem: 'not a valid domain' })
    expect(parseTerm('ip4:1.2.3')).toMatchObject({ problem: 'not a valid address' })
  })
})

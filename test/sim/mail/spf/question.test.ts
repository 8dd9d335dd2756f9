import { describe, expect, it, test } from 'vitest'
import type { DnsAnswer } from '../../../../src/sim/mail/dns/answer.ts'
import {
  ALIAS_LIMIT,
  ask,
  isName,
  LOOKUP_LIMIT,
  spendLookup,
  spendVoid,
  VOID_LIMIT,
} from '../../../../src/sim/mail/spf/question.ts'
import type { SpfQuestion } from '../../../../src/sim/mail/spf/spf.ts'
import { a, aaaa, cname, txt } from '../dns/zones.ts'
import { newCheck, type World } from './world.ts'

/** What kind of reply, with how many records, and the questions that led to it. */
function told(world: World, name: string): string {
  const log: SpfQuestion[] = []
  const { kind, records } = ask(newCheck(world), log, name, 'A')
  const asked = log.map((each) => `${each.name} ${each.rcode} ${each.count}`).join(', ')
  return `${kind} ${records.length}: ${asked}`
}

const world: World = {
  'x.org': [a('192.0.2.1'), a('192.0.2.2'), txt('x')],
  'text.org': [txt('x')],
  'other.org': [aaaa('::1')],
  'alias.org': [cname('X.org.')],
  'both.org': [cname('elsewhere.org'), a('192.0.2.1')],
  'chain.org': [cname('nowhere.org'), cname('alias.org')],
  'dead.org': [cname('nowhere.org')],
  'odd.org': [cname('no..name')],
  'root.org': [cname('.')],
  'self.org': [cname('SELF.org')],
  'broken.org': 'SERVFAIL',
  'silent.org': 'TIMEOUT',
  'far.org': [cname('silent.org')],
}

describe('an answer', () => {
  test.each([
    ['x.org', 'found 2: x.org NOERROR 2'],
    ['X.ORG.', 'found 2: x.org NOERROR 2'],
    ['text.org', 'nothing 0: text.org NOERROR 0'],
    ['other.org', 'nothing 0: other.org NOERROR 0'],
    ['nowhere.org', 'nothing 0: nowhere.org NXDOMAIN 0'],
    ['broken.org', 'failed 0: broken.org SERVFAIL 0'],
    ['silent.org', 'failed 0: silent.org TIMEOUT 0'],
    ['both.org', 'found 1: both.org NOERROR 1'],
    ['alias.org', 'found 2: alias.org NOERROR 0, x.org NOERROR 2'],
    ['chain.org', 'found 2: chain.org NOERROR 0, alias.org NOERROR 0, x.org NOERROR 2'],
    ['dead.org', 'nothing 0: dead.org NOERROR 0, nowhere.org NXDOMAIN 0'],
    ['far.org', 'failed 0: far.org NOERROR 0, silent.org TIMEOUT 0'],
    ['odd.org', 'nothing 0: odd.org NOERROR 0'],
    ['root.org', 'nothing 0: root.org NOERROR 0'],
  ])('of %s: %s', (name, reply) => {
    expect(told(world, name)).toBe(reply)
  })

  it('is a failure after too many aliases', () => {
    expect(told(world, 'self.org')).toMatch(/^failed 0: /)
    const chain = (length: number): World => {
      const names = Array.from({ length }, (_, i) => [`n${i}.org`, [cname(`n${i + 1}.org`)]])
      return { ...Object.fromEntries(names), [`n${length}.org`]: [a('192.0.2.1')] }
    }
    expect(told(chain(ALIAS_LIMIT), 'n0.org')).toMatch(/^found 1: /)
    expect(told(chain(ALIAS_LIMIT + 1), 'n0.org')).toMatch(/^failed 0: /)
  })
})

describe('an answer out of shape', () => {
  const strange: readonly unknown[] = [
    null,
    undefined,
    'NOERROR',
    {},
    { rcode: 'REFUSED', records: [] },
    { rcode: 3, records: [] },
  ]
  test.each(strange)('%j is a failure', (answer) => {
    const check = { ...newCheck({}), resolve: () => answer as DnsAnswer }
    expect(ask(check, [], 'x.org', 'A').kind).toBe('failed')
  })

  const empty: readonly unknown[] = [
    undefined,
    null,
    'A',
    [null, 7, 'A', [], {}],
    [{ type: 'A' }, { type: 'A', address: 1 }, { type: 'a', address: '192.0.2.1' }],
    [{ type: 'SPF', strings: ['v=spf1 +all'] }, { type: 'CNAME' }, { type: 'CNAME', name: null }],
    [{ type: 'TXT', strings: 'x' }, { type: 'MX' }, { type: 'PTR', name: [] }],
  ]
  test.each(empty)('with records %j holds none', (records) => {
    const check = { ...newCheck({}), resolve: () => ({ rcode: 'NOERROR', records }) as DnsAnswer }
    expect(ask(check, [], 'x.org', 'A')).toEqual({ kind: 'nothing', records: [] })
  })

  it('that denies the name counts as a denial, whatever else is in it', () => {
    const records = [a('192.0.2.1')]
    const check = { ...newCheck({}), resolve: (): DnsAnswer => ({ rcode: 'NXDOMAIN', records }) }
    expect(ask(check, [], 'x.org', 'A').kind).toBe('nothing')
  })
})

describe('a name that can be asked for', () => {
  const label = 'x'.repeat(63)
  const longest = [label, label, label, 'y'.repeat(61)].join('.')
  test.each([
    ['org', true],
    ['x.org', true],
    ['_a.x y.org', true],
    [`${label}.org`, true],
    [longest, true],
    [`x${longest}`, false],
    [`x.${longest}`, false],
    [`x${label}.org`, false],
    ['', false],
    ['.', false],
    ['x..org', false],
    ['.org', false],
    ['org.', false],
    ['caf\u00e9.org', false],
    ['x\n.org', false],
  ])('%s: %j', (name, is) => {
    expect(isName(name)).toBe(is)
  })

  it('is the only one that is asked for', () => {
    expect(told(world, 'x..org')).toBe('nothing 0: ')
  })
})

describe('limits', () => {
  it('let ten terms ask, and two questions come to nothing', () => {
    const check = newCheck({})
    for (let i = 0; i < LOOKUP_LIMIT; i++) expect(spendLookup(check)).toBe(true)
    expect(spendLookup(check)).toBe(false)
    expect(check.lookups).toBe(10)
    expect(spendVoid(check, false)).toBe(true)
    for (let i = 0; i < VOID_LIMIT; i++) expect(spendVoid(check, true)).toBe(true)
    expect(spendVoid(check, true)).toBe(false)
    expect(check.voidLookups).toBe(3)
  })
})

import { describe, expect, it, test } from 'vitest'
import { findRecord } from '../../../../src/sim/mail/spf/find-record.ts'
import { a, cname, txt } from '../dns/zones.ts'
import { newCheck, type World } from './world.ts'

function found(world: World, domain = 'd.org'): string {
  const at = findRecord(newCheck(world), domain, true)
  return at.record ?? `${at.result}: ${at.reason}`
}

describe('the record of a domain', () => {
  test.each<readonly [what: string, world: World, found: string]>([
    ['one', { 'd.org': [txt('v=spf1 -all')] }, 'v=spf1 -all'],
    ['of several strings', { 'd.org': [txt('v=spf1 m', 'x -all')] }, 'v=spf1 mx -all'],
    ['with the version in pieces', { 'd.org': [txt('v=s', 'pf1', ' a')] }, 'v=spf1 a'],
    ['joined to another version', { 'd.org': [txt('v=spf1', 'mx')] }, 'none: no SPF record'],
    ['among other texts', { 'd.org': [txt('x=1'), txt('v=spf1'), txt('\u00e9')] }, 'v=spf1'],
    ['through an alias', { 'd.org': [cname('e.org')], 'e.org': [txt('v=spf1')] }, 'v=spf1'],
    ['two', { 'd.org': [txt('v=spf1'), txt('V=SPF1 a')] }, 'permerror: more than one SPF record'],
    ['no text', { 'd.org': [a('192.0.2.1')] }, 'none: no SPF record'],
    ['no name', {}, 'none: no SPF record'],
    ['a failure', { 'd.org': 'SERVFAIL' }, 'temperror: the DNS gave no answer'],
    ['silence', { 'd.org': 'TIMEOUT' }, 'temperror: the DNS gave no answer'],
  ])('%s', (_what, world, expected) => {
    expect(found(world)).toBe(expected)
  })

  test.each([
    '',
    '.',
    'org',
    'a..org',
    '.a.org',
    '[192.0.2.1]',
    '[IPv6:2001:db8::1]',
    'a b.org',
    'caf\u00e9.org',
    `${'x'.repeat(64)}.org`,
    `${'x.'.repeat(126)}org`,
    'a.o\u0000rg',
  ])('%j has none, and nobody is asked', (domain) => {
    const world = { [domain]: [txt('v=spf1 +all')] }
    const at = findRecord(newCheck(world), domain, true)
    expect(at).toMatchObject({ record: null, result: 'none', questions: [] })
  })

  it('counts as nothing only when a term asks for it', () => {
    const check = newCheck({})
    findRecord(check, 'd.org', true)
    expect(check.voidLookups).toBe(0)
    findRecord(check, 'd.org', false)
    expect(check.voidLookups).toBe(1)
  })
})

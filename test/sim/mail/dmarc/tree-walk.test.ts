import { describe, expect, it, test } from 'vitest'
import type { RecordLookups } from '../../../../src/sim/mail/dmarc/tree-walk.ts'
import {
  isAskable,
  organizationalDomain,
  recordAt,
  treeWalk,
  WALK_LIMIT,
  walkDomains,
} from '../../../../src/sim/mail/dmarc/tree-walk.ts'
import { answering, askedFor } from '../dns/answers.ts'
import type { Answers } from '../dns/answers.ts'
import { txt } from '../dns/zones.ts'

const lookups = (table: Answers): RecordLookups => ({
  asking: { resolve: answering(table), questions: [] },
  published: new Map(),
})

/** Records for domains, of which only what follows the version is written. */
const records = (table: Record<string, string>): Answers =>
  Object.fromEntries(
    Object.entries(table).map(([domain, tags]) => [`_dmarc.${domain}`, [txt(`v=DMARC1; ${tags}`)]]),
  )

describe('the domains of a walk', () => {
  test.each([
    ['example', ['example']],
    ['mail.example', ['mail.example', 'example']],
    // eight labels lose one, nine and more are cut to seven
    ['a.b.c.d.e.f.g.example', 'a.b.c.d.e.f.g.example b.c.d.e.f.g.example'],
    ['x.a.b.c.d.e.f.g.example', 'x.a.b.c.d.e.f.g.example b.c.d.e.f.g.example'],
    [
      'a.b.c.d.e.f.g.h.i.j.mail.x.example',
      'a.b.c.d.e.f.g.h.i.j.mail.x.example g.h.i.j.mail.x.example',
    ],
  ])('%s', (domain, first) => {
    const domains = walkDomains(domain)
    const expected = typeof first === 'string' ? first.split(' ') : first
    expect(domains.slice(0, expected.length)).toEqual(expected)
    expect(domains.at(-1)).toBe('example')
    expect(domains).toHaveLength(Math.min(WALK_LIMIT, domain.split('.').length))
  })
})

describe('the organizational domain', () => {
  test.each<[string, string, Record<string, string>]>([
    ['mail.x.example', 'mail.x.example', {}],
    ['mail.x.example', 'mail.x.example', { 'mail.x.example': 'p=none' }],
    ['mail.x.example', 'x.example', { 'x.example': 'p=none' }],
    ['a.b.x.example', 'x.example', { 'b.x.example': 'p=none', 'x.example': 'p=none' }],
    ['a.b.x.example', 'b.x.example', { 'b.x.example': 'psd=n', 'x.example': 'p=none' }],
    ['b.x.example', 'b.x.example', { 'b.x.example': 'psd=n', 'x.example': 'p=none' }],
    ['a.b.x.example', 'x.example', { example: 'psd=y' }],
    ['a.b.x.example', 'x.example', { example: 'psd=y', 'b.x.example': 'p=none' }],
    ['x.example', 'x.example', { 'x.example': 'psd=y', example: 'psd=y' }],
    ['a.x.example', 'a.x.example', { 'x.example': 'psd=y' }],
    // A record without a policy is a record nevertheless.
    ['a.x.example', 'x.example', { 'x.example': 'adkim=s' }],
    // What lies between the full name and its last seven labels is not seen.
    [
      'm.a.b.c.d.e.f.g.x.example',
      'x.example',
      { 'b.c.d.e.f.g.x.example': 'psd=n', 'x.example': 'p=none' },
    ],
  ])('of %s is %s', (domain, organization, published) => {
    const { found, failed } = treeWalk(lookups(records(published)), domain)
    expect(failed).toBe(false)
    expect(organizationalDomain(domain, found)).toBe(organization)
  })
})

describe('a walk', () => {
  it('stops at a record that says what it is', () => {
    const at = lookups(records({ 'b.x.example': 'p=none; psd=n' }))
    treeWalk(at, 'a.b.x.example')
    expect(askedFor(at.asking.questions)).toEqual([
      '_dmarc.a.b.x.example TXT',
      '_dmarc.b.x.example TXT',
    ])
  })

  it('stops where the DNS does not answer', () => {
    const table = {
      ...records({ 'a.x.example': 'p=none' }),
      '_dmarc.x.example': 'TIMEOUT',
    } as const
    const at = lookups(table)
    const { found, failed } = treeWalk(at, 'a.x.example')
    expect({ failed, domains: found.map(({ domain }) => domain) }).toEqual({
      failed: true,
      domains: ['a.x.example'],
    })
    expect(at.asking.questions).toHaveLength(2)
  })

  it('asks for nothing twice, and not for what the DNS cannot hold', () => {
    const at = lookups({})
    treeWalk(at, 'a.x.example')
    treeWalk(at, `${'b'.repeat(64)}.x.example`)
    treeWalk(at, 'c..x.example')
    expect(at.asking.questions).toHaveLength(3)
    expect(isAskable('x.example')).toBe(true)
    expect(isAskable('')).toBe(false)
    expect(isAskable(`${'x.'.repeat(130)}example`)).toBe(false)
  })
})

describe('the record of a domain', () => {
  const v = 'v=DMARC1; p=reject'
  test.each([
    ['is made of all its strings', [txt('v=DMARC1; p=re', 'ject')], v],
    ['may have other texts beside it', [txt('hello'), txt(v), txt('v=spf1 -all')], v],
    ['does not count if there are two', [txt(v), txt('v=DMARC1; p=none')], undefined],
    ['does not count with another version', [txt('v=DMARC2; p=none')], undefined],
  ])('%s', (_, at, text) => {
    const published = recordAt(lookups({ '_dmarc.x.example': at }), 'x.example')
    expect(published.record?.text).toBe(text)
    expect(published.failed).toBe(false)
  })
})

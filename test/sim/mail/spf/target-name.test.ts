import { describe, expect, it, test } from 'vitest'
import { parseMacroString } from '../../../../src/sim/mail/spf/macro.ts'
import { expand, targetName, withoutDot } from '../../../../src/sim/mail/spf/target-name.ts'
import { a, ptr } from '../dns/zones.ts'
import { newCheck } from './world.ts'

const world = { '1.2.0.192.in-addr.arpa': [ptr('m.x.org')], 'm.x.org': [a('192.0.2.1')] }
const place = { check: newCheck(world), domain: 'x.org', log: [] }
const target = (text: string): string => targetName(parseMacroString(text, 'term'), place)

describe('the name a term speaks of', () => {
  test.each([
    ['y.org', 'y.org'],
    ['y.org.', 'y.org'],
    ['y.org..', 'y.org.'],
    ['_spf.%{d}', '_spf.x.org'],
    ['%{l}.%{o}.%{d}', 'alice.example.org.x.org'],
    ['%{p}', 'm.x.org'],
    ['%{d}.', 'x.org'],
  ])('%s: %s', (text, name) => {
    expect(target(text)).toBe(name)
  })

  it('is the domain itself if none is given', () => {
    expect(targetName(null, place)).toBe('x.org')
  })

  it('loses labels on the left when it is too long', () => {
    const labels = (n: number): string => Array.from({ length: n }, () => 'abcdefghi').join('.')
    // 25 labels with a dot each make 250 characters.
    expect(target(`${labels(25)}.org`)).toHaveLength(253)
    expect(target(`${labels(25)}.orgs`)).toBe(`${labels(24)}.orgs`)
    expect(target(`${labels(30)}.org`)).toBe(`${labels(25)}.org`)
    expect(target(`${labels(25)}.org.`)).toBe(`${labels(25)}.org`)
    expect(target('x'.repeat(254))).toBe('')
    expect(target(`x.${'y'.repeat(253)}`)).toBe('y'.repeat(253))
  })
})

describe('final dots', () => {
  test.each([
    ['x.org.', 'x.org'],
    ['x.org', 'x.org'],
    ['.', ''],
    ['', ''],
  ])('%j becomes %j', (name, without) => {
    expect(withoutDot(name)).toBe(without)
  })

  it('stay in other texts', () => {
    expect(expand(parseMacroString('%{d}.', 'term') ?? [], place)).toBe('x.org.')
  })
})

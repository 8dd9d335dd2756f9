import { describe, expect, it } from 'vitest'
import { worldFor } from '../../../helpers/runs.ts'
import { dialledFrom, networks, reasonsOf, spamStage } from '../../../helpers/spammers.ts'
import { ALICE, HOSTS, ZONES } from '../../../../src/sim/scenarios/school.ts'
import type { Act } from '../../../../src/sim/run.ts'
import type { ZoneSpec } from '../../../../src/sim/scenarios/scenario.ts'

const LAPTOP = HOSTS.find(({ id }) => id === 'laptop')!
const HOME = '203.0.113.25'
const letter = { host: 'laptop', kind: 'good' as const, from: ALICE }

/** Alice's domain says that mail may come from the relay and from her home. */
const SPF: readonly ZoneSpec[] = ZONES.filter(({ origin }) => origin === 'school.example').map(
  (zone) => {
    const own = zone.names['school.example'] ?? []
    const strings = [`v=spf1 ip4:192.0.2.25 ip4:${HOME} -all`]
    const record = { type: 'TXT', strings } as const
    return { ...zone, names: { ...zone.names, 'school.example': [...own, record] } }
  },
)

const lid = (closed: boolean): Act => ({ kind: 'lid', host: 'laptop', closed })
/** Three naps of ten minutes each. */
const NAPS: readonly (readonly [number, Act])[] = [10, 1300, 2600].flatMap(
  (at) =>
    [
      [at * 1000, lid(true)],
      [(at + 600) * 1000, lid(false)],
    ] as const,
)

function carried(
  settings: Readonly<Record<string, string>>,
  acts: readonly (readonly [number, Act])[] = [],
) {
  const hosts = [{ ...LAPTOP, addresses: [HOME, ...networks(60)] }]
  const all = { 'laptop.retry': 'outbox', ...settings }
  const scenario = spamStage({ letters: [letter], hosts, zones: SPF, settings: all })
  return worldFor(scenario, 'direct', { acts }).index
}
const GREY = { 'mx.greylist.on': 'on' } as const
const MOVES = { 'laptop.moves': 'with-each-try' } as const

describe('a laptop that is carried about', () => {
  it('is a stranger each time when it has another address with each try', () => {
    const index = carried({ ...GREY, ...MOVES, 'laptop.outbox.every': '400' })
    const reasons = reasonsOf(index, 'greylisting')
    const from = dialledFrom(index, 'laptop')
    // Sixty-one addresses: then it has been everywhere, and is let in where it was first.
    expect(from.slice(0, 61)).toEqual([HOME, ...networks(60)])
    expect(new Set(reasons.slice(0, 61))).toEqual(new Set(['greylisting/triplet-new']))
    expect(reasons.slice(61)).toEqual(['greylisting/triplet-passed'])
  })

  it('is let in where it stays, whatever its trips are set to', () => {
    const index = carried({ ...GREY, ...MOVES, 'laptop.same-address': 'on' })
    expect(new Set(dialledFrom(index, 'laptop'))).toEqual(new Set([HOME]))
    expect(reasonsOf(index, 'greylisting').at(-1)).toBe('greylisting/triplet-passed')
  })

  it('is a stranger after each sleep, when it moves in its sleep', () => {
    const index = carried({ ...GREY, 'laptop.outbox.every': '5000' }, NAPS)
    const from = dialledFrom(index, 'laptop')
    expect(from.slice(0, 4)).toEqual([HOME, ...networks(3)])
    expect(reasonsOf(index, 'greylisting').slice(0, 4)).toEqual(
      Array.from({ length: 4 }, () => 'greylisting/triplet-new'),
    )
  })

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['at home only', {}, ['spf/spf-pass']],
    ['at home, and nowhere else', { ...MOVES, ...GREY }, ['spf/spf-pass', 'spf/spf-fail']],
  ])('is known to SPF by its address: %s', (_, settings, expected) => {
    const reasons = reasonsOf(carried({ 'mx.spf': 'refuse', ...settings }), 'spf')
    expect(reasons).toEqual(expected)
  })
})

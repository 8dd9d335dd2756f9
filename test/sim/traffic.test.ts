import { scenarioOf } from '../helpers/runs.ts'
import { worldsOf } from '../../src/sim/run.ts'
import { describe, expect, it } from 'vitest'
import type { ScenarioFile, TrafficSpec } from '../../src/sim/scenarios/scenario.ts'
import { hours, minutes } from '../../src/sim/units.ts'
import { plannedMail, type PlannedMail } from '../../src/sim/traffic.ts'
import { reportFor } from '../helpers/runs.ts'
import { spamStage } from '../helpers/spammers.ts'

const planned = (
  traffic: readonly Partial<TrafficSpec>[],
  more: Partial<ScenarioFile> = {},
  seed = 1,
): readonly PlannedMail[] => plannedMail({ ...spamStage({ letters: [], traffic }), ...more }, seed)
const times = (mail: readonly PlannedMail[]): number[] => mail.map(({ at }) => at)

const LISTED = spamStage({
  letters: [{ at: '10 min' }, { at: '10 min', from: 'other@prizes.example' }, { at: '20 min' }],
}).mail

describe('described letters', () => {
  it('are as many as are asked for, within their span, in order of time', () => {
    const mail = planned([{ count: 200, begins: '1 h', ends: '3 h' }])
    expect(mail).toHaveLength(200)
    expect(times(mail)).toEqual([...times(mail)].sort((a, b) => a - b))
    expect(Math.min(...times(mail))).toBeGreaterThanOrEqual(hours(1))
    expect(Math.max(...times(mail))).toBeLessThan(hours(3))
  })

  it('may be none at all, and leave what is listed as it is written', () => {
    expect(planned([{ count: 0 }])).toEqual([])
    const mail = planned([], { mail: LISTED })
    expect(mail.map(({ at, from }) => [at, from])).toEqual([
      [minutes(10), 'winner@prizes.example'],
      [minutes(10), 'other@prizes.example'],
      [minutes(20), 'winner@prizes.example'],
    ])
  })

  it('come behind the listed ones of the same instant', () => {
    const one = { id: 'crowd', count: 3, begins: '10 min', ends: '10 min' }
    const mail = planned([one], { mail: LISTED })
    expect(times(mail)).toEqual([10, 10, 10, 10, 10, 20].map(minutes))
    expect(mail.map(({ writer }) => writer)).toEqual([
      'bot',
      'bot',
      'crowd',
      'crowd',
      'crowd',
      'bot',
    ])
  })

  it('begin at once where the first one is to', () => {
    const one = { count: 20, begins: '5 min', ends: '2 h' }
    expect(times(planned([{ ...one, firstAtOnce: true }]))[0]).toBe(minutes(5))
    expect(times(planned([one]))[0]).toBeGreaterThan(minutes(5))
  })

  it('are numbered where an address says so', () => {
    const from = 'offer{n}@prizes.example'
    const author = 'shop{n}@prizes.example'
    const mail = [...planned([{ count: 3, from, author }])].sort((a, b) =>
      a.from < b.from ? -1 : 1,
    )
    expect(mail.map((one) => `${one.from} ${one.author}`)).toEqual(
      [1, 2, 3].map((n) => `offer${n}@prizes.example shop${n}@prizes.example`),
    )
  })

  it('draw recipient and text from what there is', () => {
    const to = ['bob@college.example', 'dana@college.example']
    const letters = ['One', 'Two', 'Three'].map((subject) => ({ subject, body: subject }))
    const mail = planned([{ count: 60, to, letters }])
    expect(new Set(mail.map((one) => one.to.join()))).toEqual(new Set(to))
    expect(new Set(mail.map(({ subject }) => subject)).size).toBe(3)
    for (const one of mail) expect(one.body).toBe(one.subject)
  })

  it('carry their size, or none', () => {
    expect(planned([{ count: 1, octets: 700 }])[0]).toMatchObject({ octets: 700 })
    expect(planned([{ count: 1 }])[0]).not.toHaveProperty('octets')
  })
})

describe('the luck of traffic', () => {
  const SPAN = { begins: '0 s', ends: '10 h' }
  /** By what tells each letter apart from the others. */
  const byNumber = (mail: readonly PlannedMail[], id: string): Map<string, PlannedMail> =>
    new Map(mail.filter(({ writer }) => writer === id).map((one) => [one.from, one]))
  const one = {
    id: 'one',
    ...SPAN,
    from: 'a{n}@prizes.example',
    to: ['bob@college.example', 'dana@college.example'],
  }

  it('is each letter’s own: one more moves nobody else', () => {
    const few = byNumber(planned([{ ...one, count: 40 }]), 'one')
    const many = byNumber(planned([{ ...one, count: 41 }]), 'one')
    expect(many.size).toBe(41)
    for (const [from, letter] of few) expect(many.get(from)).toEqual(letter)
  })

  it('does not know of other descriptions, nor of listed letters', () => {
    const alone = byNumber(planned([{ ...one, count: 30 }]), 'one')
    const other = { ...one, id: 'two', count: 50 }
    const beside = planned([other, { ...one, count: 30 }], { mail: LISTED })
    expect(byNumber(beside, 'one')).toEqual(alone)
    expect(times([...byNumber(beside, 'two').values()].slice(0, 30))).not.toEqual(
      times([...alone.values()]),
    )
  })

  it('changes with the seed', () => {
    const at = (seed: number) => times(planned([{ ...one, count: 20 }], {}, seed))
    expect(at(1)).not.toEqual(at(2))
    expect(at(1)).toEqual(at(1))
  })

  it('spreads letters as a Poisson process does: as many pairs close together as chance has it', () => {
    const all = times(planned([{ ...one, count: 4000 }]))
    const gaps = all.slice(1).map((at, i) => at - all[i]!)
    const mean = hours(10) / 4000
    // A share of 1 − 1/e of all gaps is shorter than the mean; equal steps would have none or all.
    const short = gaps.filter((gap) => gap < mean).length / gaps.length
    expect(short).toBeGreaterThan(0.6)
    expect(short).toBeLessThan(0.66)
    // And each tenth of the span has its share of the letters.
    for (let k = 0; k < 10; k++) {
      const inIt = all.filter((at) => Math.floor(at / hours(1)) === k).length
      expect(Math.abs(inIt - 400)).toBeLessThan(4 * Math.sqrt(400))
    }
  })
})

describe('a newsletter', () => {
  const NEWS = {
    id: 'news',
    host: 'relay',
    kind: 'good' as const,
    count: 50,
    begins: '0 s',
    ends: '30 min',
    from: 'news-{n}@school.example',
    to: ['bob@college.example', 'dana@college.example'],
  }
  const worlds = () => reportFor(spamStage({ letters: [], traffic: [NEWS] })).worlds

  it('is written at the same instants on both roads, and arrives', () => {
    const [direct, relayed] = ['direct', 'relayed'].map((id) => worlds()[id]!.messages)
    expect(direct).toHaveLength(50)
    expect(direct).toEqual(relayed)
    expect(direct!.map(({ id }) => id).slice(0, 2)).toEqual(['news-1', 'news-2'])
    for (const { outcome, kind } of direct!) expect([outcome, kind]).toEqual(['delivered', 'good'])
  })
})

it('a world may have a crowd of its own', () => {
  const scenario = scenarioOf('a-day-at-the-mx')
  const [relayed, today] = ['relayed', 'greylist-today'].map((id) => {
    const { traffic } = worldsOf(scenario, 'both').find((one) => one.id === id)!
    return plannedMail(scenario, 1, traffic)
  })
  const spam = (all: readonly PlannedMail[] = []): number =>
    all.filter(({ kind }) => kind === 'spam').length
  expect([spam(relayed), spam(today)]).toEqual([340, 49])
  // What both have is written at the same instants: another crowd moves nobody else's luck.
  const school = (all: readonly PlannedMail[] = []): readonly number[] =>
    all.filter(({ writer }) => writer === 'school').map(({ at }) => at)
  expect(school(today)).toEqual(school(relayed))
})

import { describe, expect, it } from 'vitest'
import { FactIndex } from '../../../../src/sim/facts/fact-index.ts'
import { flightsAt, flightsOf } from '../../../../src/sim/facts/flights.ts'
import { hostStatesAt } from '../../../../src/sim/facts/host-states.ts'
import { scenario as meansMine } from '../../../../src/sim/scenarios/250-means-mine/scenario.ts'
import { scenario as theLidCloses } from '../../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { scenario as tryAgainLater } from '../../../../src/sim/scenarios/try-again-later/scenario.ts'
import { hours, seconds } from '../../../../src/sim/units.ts'
import { pointOn } from '../../../../src/ui/views/map/curve.ts'
import { stageLayout } from '../../../../src/ui/views/map/layout.ts'
import {
  flagsAt,
  flightPoint,
  lettersAt,
  nextTriesAt,
  troubleAt,
  waitingAt,
  wayOf,
} from '../../../../src/ui/views/map/scene.ts'
import { verdictAt } from '../../../../src/ui/views/map/verdict.ts'
import { runWorld } from '../../../helpers/run-world.ts'

const { hosts } = theLidCloses
const layout = stageLayout(hosts, { width: 700, height: 200 })
const ground = { layout, hosts }
const relayed = runWorld(theLidCloses, 'relayed')
const direct = runWorld(theLidCloses, 'direct')
const flagsOf = (index: FactIndex, t: number) => flagsAt(index, ground, hostStatesAt(index, t), t)

describe('a flight', () => {
  const content = Array.from({ length: relayed.record.facts.length }, (_, i) => i)
    .flatMap((i) => flightsOf(relayed, i))
    .find((one) => one.carries === 'content')!
  const way = wayOf(ground, content)!

  it('is at the beginning, in the middle and at the end of its way when it should be', () => {
    const middle = (content.sentAt + content.arrivesAt) / 2
    for (const [t, f] of [
      [content.sentAt, 0],
      [middle, 0.5],
      [content.arrivesAt, 1],
    ] as const) {
      const point = flightPoint(ground, { ...content, rank: 0, of: 1 }, t, false)
      expect(point.x).toBeCloseTo(pointOn(way, f).x)
      expect(point.y).toBeCloseTo(pointOn(way, f).y)
    }
  })

  it('keeps its distance from those that left with it, all the way', () => {
    const [a, b] = flightsAt(relayed, content.sentAt).filter((one) => one.of === 2)
    for (const t of [content.sentAt, content.sentAt + 5, content.arrivesAt]) {
      const [p, q] = [a!, b!].map((one) => flightPoint(ground, one, t, false))
      expect(q!.x).toBeCloseTo(p!.x)
      expect(q!.y - p!.y).toBeCloseTo(layout.letter * 1.55)
    }
  })

  it('stands in the middle where motion is unwelcome', () => {
    const point = flightPoint(ground, { ...content, rank: 0, of: 1 }, content.sentAt, true)
    expect(point.x).toBeCloseTo(pointOn(way, 0.5).x)
  })
})

describe('the flag', () => {
  it('stands at one host, and flies over while the 250 travels back', () => {
    expect(flagsOf(relayed, 0)).toMatchObject([{ host: 0, moving: false }])
    const taken = relayed.record.facts.at(relayed.record.facts.countUntil(274))
    const [flying] = flagsOf(relayed, taken + 5)
    expect(flying).toMatchObject({ host: 1, moving: true })
    expect(flying!.x).toBeGreaterThan(layout.places[0]!.flag.x)
    expect(flying!.x).toBeLessThan(layout.places[1]!.flag.x)
    expect(flagsOf(relayed, seconds(10))).toMatchObject([{ host: 1, moving: false }])
    expect(flagsOf(relayed, hours(1))).toMatchObject([{ host: 2, moving: false }])
  })

  it('is given up where nobody tries again; a spammer has none', () => {
    const lost = runWorld(tryAgainLater, 'direct')
    expect(flagsOf(lost, seconds(60))).toMatchObject([{ host: 0, givenUp: true }])
  })
})

describe('what stands', () => {
  const states = (index: FactIndex, t: number) => hostStatesAt(index, t)

  it('a waiting letter and the clock of its next try, where it waits', () => {
    expect(waitingAt(relayed, ground, states(relayed, seconds(100)))).toMatchObject([{ host: 1 }])
    expect(nextTriesAt(ground, states(relayed, seconds(100)))).toMatchObject([
      { host: 1, stuck: false },
    ])
    expect(nextTriesAt(ground, states(direct, seconds(100)))).toMatchObject([
      { host: 0, stuck: true },
    ])
  })

  it('a letter in the box, once it has landed', () => {
    expect(lettersAt(ground, states(relayed, seconds(900)), seconds(900))).toEqual([])
    expect(lettersAt(ground, states(relayed, hours(1)), hours(1))).toMatchObject([{ landed: true }])
  })

  it('the result of the last try, until the next one begins', () => {
    expect(troubleAt(direct, ground, 0)).toEqual([])
    expect(troubleAt(direct, ground, seconds(100))).toMatchObject([
      { client: 0, server: 2, decision: { result: 'connection refused' } },
    ])
    expect(troubleAt(direct, ground, hours(9))).toEqual([])
  })

  it('no closed door once the server is there again, at 700 s', () => {
    expect(troubleAt(direct, ground, seconds(699))).toHaveLength(1)
    expect(troubleAt(direct, ground, seconds(701))).toEqual([])
  })

  it('a letter that has come twice, in the box and in the line above', () => {
    const twice = runWorld(meansMine, 'direct')
    const at = { layout: stageLayout(meansMine.hosts, { width: 700, height: 200 }) }
    const box = (t: number) => lettersAt({ ...at, hosts: meansMine.hosts }, states(twice, t), t)
    expect(box(seconds(10))).toMatchObject([{ copies: 1 }])
    expect(box(hours(1))).toMatchObject([{ copies: 2 }])
    expect(verdictAt(twice, seconds(10), 'everyday', '').text).not.toContain('twice')
    for (const [level, text] of [
      ['everyday', "In Bob's mailbox twice, first after"],
      ['technical', 'Delivered to Bob twice, first after'],
      ['protocol', 'Delivered twice (duplicate), first after'],
    ] as const)
      expect(verdictAt(twice, hours(1), level, '').text).toContain(text)
  })

  it('one line says how it stands', () => {
    const line = (index: FactIndex, t: number) => verdictAt(index, t, 'everyday', '')
    expect(line(direct, 50)).toMatchObject({ standing: 'open' })
    expect(line(direct, seconds(100))).toMatchObject({ standing: 'waiting' })
    expect(line(relayed, hours(1))).toMatchObject({ standing: 'delivered' })
    expect(line(runWorld(tryAgainLater, 'direct'), hours(1))).toMatchObject({ standing: 'failed' })
  })
})

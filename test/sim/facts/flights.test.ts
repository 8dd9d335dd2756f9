import { seedsFor } from '../../helpers/seeds.ts'
import { describe, expect, it } from 'vitest'
import { read } from '../../../src/sim/facts/codec.ts'
import { writeQuery } from '../../../src/sim/facts/write.ts'
import type { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { flightsAt, flightsOf, type Flight } from '../../../src/sim/facts/flights.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { scenario as tryAgainLater } from '../../../src/sim/scenarios/try-again-later/scenario.ts'
import { seconds } from '../../../src/sim/units.ts'
import { letter, live, world } from '../../helpers/calls.ts'
import { runWorld } from '../../helpers/run-world.ts'

const told = (flights: readonly Flight[]): string[] =>
  flights.map((one) => `${one.from}>${one.to} ${one.carries} ${one.label}`.trim())

/** Every flight of a world, by a look at each fact. */
function all(index: FactIndex): Flight[] {
  const { facts } = index.record
  return Array.from({ length: facts.length }, (_, i) => flightsOf(index, i)).flat()
}

describe('what is under way', () => {
  const direct = runWorld(theLidCloses, 'direct')
  const relayed = runWorld(theLidCloses, 'relayed')

  it('a question travels to the name server, and the answer back, half of the time each', () => {
    expect(told(flightsAt(direct, 5))).toEqual(['0>4 query MX college.example'])
    expect(told(flightsAt(direct, 15))).toEqual(['4>0 answer MX college.example'])
    expect(told(flightsAt(direct, 25))).toEqual(['0>4 query A mx.college.example'])
  })

  it('a call to a server that is down bounces back', () => {
    const delay = direct.record.hosts[0]!.delays[2]!
    const [call] = flightsAt(direct, 41)
    expect(call).toMatchObject({
      carries: 'syn',
      from: 0,
      to: 2,
      sentAt: 40,
      arrivesAt: 40 + delay,
    })
    expect(told(flightsAt(direct, 40 + delay + 1))).toEqual(['2>0 refusal'])
    expect(flightsAt(direct, 40 + 2 * delay)).toEqual([])
  })

  it('lines that leave together have places side by side', () => {
    const lines = flightsAt(relayed, 235)
    expect(told(lines)).toEqual(['0>1 command MAIL', '0>1 command RCPT', '0>1 command DATA'])
    expect(lines.map(({ rank, of }) => [rank, of])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ])
  })

  it('replies carry their code and class', () => {
    const greylisted = runWorld(tryAgainLater, 'direct')
    const refused = all(greylisted).find((one) => one.label.startsWith('450'))!
    const replies = flightsAt(greylisted, refused.sentAt + 1)
    expect(replies.map(({ label, class: kind }) => [label, kind])).toEqual([
      ['250 2.1.0', 2],
      ['450 4.2.0', 4],
      ['554 5.5.1', 5],
    ])
  })

  it('content is an envelope', () => {
    expect(told(flightsAt(relayed, 262))).toContain('0>1 content CONTENT')
  })

  it('what is sent to somebody out of reach is lost', () => {
    const cut = {
      ...theLidCloses,
      settings: { 'mx.outage.lasts': '700 s', 'mx.outage.kind': 'unreachable' },
    }
    const [syn] = flightsAt(runWorld(cut, 'direct'), 45)
    expect(syn).toMatchObject({ carries: 'syn', lost: true })
    expect(flightsAt(direct, 45)[0]).toMatchObject({ carries: 'syn', lost: false })
  })
})

describe('a question that a server asks in a session', () => {
  /** A session of the relay with the server, and two questions of the server at `at`. */
  function asked(rcode: 'NOERROR' | 'TIMEOUT') {
    const index = runWorld(theLidCloses, 'relayed')
    const { facts, names } = index.record
    const connection = index.connections.findLastIndex(({ facts: own }) => own.length > 5)
    const at = facts.at(facts.length - 1) + 1000
    names.push('2.0.0.127.dnsbl.example')
    const name = names.length - 1
    const question = { type: 'A', rcode, startsAfter: 0, span: 10 } as const
    writeQuery(facts, at, connection, name, question)
    writeQuery(facts, at, connection, name, { ...question, startsAfter: 10 })
    index.update()
    const nameServer = index.record.hosts.findIndex(({ kind }) => kind === 'name-server')
    return { index, at, mx: 2, nameServer }
  }

  it('goes from the server to the name server and back, one question after the other', () => {
    const { index, at, mx, nameServer } = asked('NOERROR')
    const seen = (t: number) => told(flightsAt(index, at + t))
    const name = '2.0.0.127.dnsbl.example'
    expect(seen(0)).toEqual([`${mx}>${nameServer} query A ${name}`])
    expect(seen(5)).toEqual([`${nameServer}>${mx} answer A ${name}`])
    expect(seen(12)).toEqual([`${mx}>${nameServer} query A ${name}`])
    expect(seen(20)).toEqual([])
    const [one] = flightsAt(index, at)
    expect(one).toMatchObject({ connection: -1, message: 0, lost: false })
    expect(index.attempts[one!.attempt]?.message).toBe(0)
  })

  it('to which nobody answers flies out and is lost', () => {
    const { index, at, mx, nameServer } = asked('TIMEOUT')
    const [one, ...others] = flightsAt(index, at)
    expect(one).toMatchObject({ from: mx, to: nameServer, carries: 'query', lost: true })
    expect(others).toEqual([])
  })
})

describe('a reply on a slow line', () => {
  const index = live(world([letter('0 s')], { 'relay.line.speed': '100' }))
  const replies = all(index).filter((one) => one.carries === 'reply')

  it('is under way for as long as its octets take', () => {
    for (const one of replies) {
      const fact = read(index.record.facts, Number.parseInt(one.key, 10))
      expect(one.sentAt).toBe(fact.at)
      const delay = index.record.hosts[one.from]!.delays[one.to]!
      // No reply has fewer octets than `250 2.0.0`, at ten milliseconds each.
      expect(one.arrivesAt - one.sentAt).toBeGreaterThan(delay + 90)
    }
    expect(replies.length).toBeGreaterThan(5)
  })
})

describe('in every built-in scenario', () => {
  it.each(SCENARIOS.map((one) => one.id))(
    '%s: the search finds what looking at all finds',
    (id) => {
      const scenario = SCENARIOS.find((one) => one.id === id)!
      for (const seed of seedsFor(scenario, { most: 3, letters: 400 }))
        for (const world of ['direct', 'relayed']) {
          const index = runWorld({ ...scenario, seed }, world)
          const flights = all(index)
          const instants = flights.flatMap((one) => [one.sentAt, one.arrivesAt, one.sentAt + 3])
          for (const t of new Set(instants.slice(0, 200))) {
            const under = flights.filter((one) => one.sentAt <= t && t < one.arrivesAt)
            const found = flightsAt(index, t)
            expect(found.map(({ key }) => key).sort()).toEqual(under.map(({ key }) => key).sort())
          }
        }
    },
  )

  it.each(SCENARIOS.map((one) => one.id))(
    '%s: every flight lies on its link and in its time',
    (id) => {
      const scenario = SCENARIOS.find((one) => one.id === id)!
      for (const seed of seedsFor(scenario, { most: 20, letters: 800 }))
        for (const world of ['direct', 'relayed']) {
          const index = runWorld({ ...scenario, seed }, world)
          const { hosts, facts } = index.record
          for (const one of all(index)) {
            const fact = read(facts, Number.parseInt(one.key, 10))
            expect(one.from).not.toBe(one.to)
            const [from, to] = [hosts[one.from], hosts[one.to]]
            const isSlow = [from, to].some((host) => (host?.line.octetsPerSecond ?? 0) > 0)
            const delay = from?.delays[one.to] ?? Infinity
            const span = one.arrivesAt - one.sentAt
            expect(span).toBeGreaterThanOrEqual(delay)
            expect(span).toBeLessThanOrEqual(isSlow ? Infinity : delay)
            expect(one.sentAt).toBeGreaterThanOrEqual(fact.at - seconds(1))
          }
        }
    },
  )
})

import { seedsFor } from '../../helpers/seeds.ts'
import { describe, expect, it } from 'vitest'
import { hostStatesAt, type HostStateReading } from '../../../src/sim/facts/host-states.ts'
import { KIND, LISTING_EVENTS } from '../../../src/sim/facts/fact.ts'
import { journeyReading, journeys } from '../../../src/sim/facts/journeys.ts'
import { writeMailbox } from '../../../src/sim/facts/write.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { scenario as tryAgainLater } from '../../../src/sim/scenarios/try-again-later/scenario.ts'
import { hours, seconds } from '../../../src/sim/units.ts'
import { runWorld } from '../../helpers/run-world.ts'

const LAPTOP = 0
const RELAY = 1
const MX = 2

describe('the lid closes', () => {
  const direct = runWorld(theLidCloses, 'direct')
  const relayed = runWorld(theLidCloses, 'relayed')
  const at = (index: typeof direct, t: number, host: number): HostStateReading =>
    hostStatesAt(index, t)[host]!

  it('the server is down, then up; the laptop sleeps, then wakes at another address', () => {
    expect(at(direct, seconds(1), MX).state).toBe('refused')
    expect(at(direct, seconds(701), MX).state).toBe('up')
    expect(at(direct, seconds(61), LAPTOP)).toMatchObject({ state: 'asleep', since: seconds(60) })
    const [before, after] = [at(direct, 0, LAPTOP), at(direct, hours(9), LAPTOP)]
    expect(after.address).not.toBe(before.address)
  })

  it('the letter waits at the laptop on one road, and at the relay on the other', () => {
    expect(at(direct, seconds(100), LAPTOP).queue).toMatchObject([
      { message: 0, state: 'deferred' },
    ])
    expect(at(relayed, seconds(100), LAPTOP).queue).toEqual([])
    const { queue, nextTryAt } = at(relayed, seconds(100), RELAY)
    expect(queue).toMatchObject([{ message: 0, state: 'deferred' }])
    expect(nextTryAt).toBeGreaterThan(seconds(300))
  })

  it('whose job it is: the laptop, the relay, the server of the recipient', () => {
    const holder = (t: number): number =>
      hostStatesAt(relayed, t).findIndex(({ holds }) => holds.length > 0)
    expect([0, 274, 275, seconds(900), hours(1)].map(holder)).toEqual([0, 0, 1, 1, 2])
    expect(at(relayed, hours(1), MX).holds).toMatchObject([{ from: RELAY, outcome: 'delivered' }])
    expect(at(relayed, hours(1), MX).mailbox).toMatchObject([{ message: 0, copies: 1 }])
  })

  it('sessions are open between the call and the goodbye', () => {
    expect(at(relayed, 25, RELAY).sessions).toMatchObject([
      { client: 0, server: 1, acceptedAt: null },
    ])
    expect(at(relayed, 100, LAPTOP).sessions).toMatchObject([{ acceptedAt: 35 }])
    expect(at(relayed, seconds(1), LAPTOP).sessions).toEqual([])
  })
})

describe('a blocklist', () => {
  const index = runWorld(theLidCloses, 'relayed')
  const { facts, names, hosts } = index.record
  const end = facts.at(facts.length - 1)
  const list = hosts.length - 1
  const address = names.push(hosts[RELAY]!.addresses[0]!) - 1
  const noted = [
    [10, 'hit'],
    [20, 'hit'],
    [30, 'listed'],
    [40, 'delisted'],
  ] as const
  for (const [after, event] of noted)
    facts.add(end + after, KIND.listing, list, address, LISTING_EVENTS.indexOf(event), 0)
  index.update()

  it.each([
    [9, [], []],
    [25, [{ hits: 2, hitAt: end + 20, since: null }], []],
    [35, [{ hits: 2, since: end + 30 }], [list]],
    [45, [{ hits: 2, since: null }], []],
  ])('after %s ms it knows the address, which is listed or not', (after, known, by) => {
    const states = hostStatesAt(index, end + after)
    expect(states[list]?.listings).toMatchObject(known)
    expect(states[RELAY]?.listedBy).toEqual(by)
    expect(states[MX]?.listedBy).toEqual([])
  })
})

describe('a letter that was put aside', () => {
  it.each([
    [['junk'], 'junk'],
    [['inbox', 'junk'], 'inbox'],
    [['junk', 'inbox'], 'inbox'],
  ] as const)('in %s lies in the %s', (folders, folder) => {
    const index = runWorld(theLidCloses, 'direct')
    const { facts } = index.record
    const message = index.record.messages.length - 1
    const at = facts.at(facts.length - 1)
    const box = { message, recipient: 7 }
    folders.forEach((one, i) => {
      writeMailbox(facts, at + i, MX, { ...box, copies: i + 1, folder: one })
    })
    index.update()
    const lies = hostStatesAt(index, at + 9)[MX]?.mailbox.at(-1)
    expect(lies).toMatchObject({ ...box, folder, copies: folders.length })
  })

  it('is so for its journey', () => {
    const index = runWorld(tryAgainLater, 'direct')
    const { facts } = index.record
    expect(journeyReading(index, 0, 0, hours(20))?.folder).toBe(null)
    const at = facts.at(facts.length - 1)
    writeMailbox(facts, at, MX, { message: 0, recipient: 0, copies: 1, folder: 'junk' })
    index.update()
    expect(journeyReading(index, 0, 0, at)?.folder).toBe('junk')
  })
})

it('what was given up is still held, with its outcome', () => {
  const index = runWorld(tryAgainLater, 'direct')
  const [laptop] = hostStatesAt(index, seconds(5))
  expect(laptop?.holds).toMatchObject([{ message: 0, outcome: 'lost' }])
  expect(laptop?.queue).toEqual([])
})

it.each(SCENARIOS.map((one) => one.id))('%s: hosts and journeys tell the same', (id) => {
  const scenario = SCENARIOS.find((one) => one.id === id)!
  for (const seed of seedsFor(scenario, { most: 20, letters: 800 }))
    for (const world of ['direct', 'relayed']) {
      const index = runWorld({ ...scenario, seed }, world)
      for (const t of [0, 300, seconds(50), seconds(400), seconds(2000), hours(10)]) {
        const states = hostStatesAt(index, t)
        for (const one of journeys(index, t)) {
          const holders = states.filter(({ holds }) => holds.some((h) => h.message === one.message))
          expect(holders.map(({ host }) => host)).toContain(one.holder)
          expect(holders.length === 1 || one.record.recipients.length > 1).toBe(true)
          const copies = states.flatMap(({ mailbox }) =>
            mailbox.filter((m) => m.message === one.message && m.recipient === one.recipient),
          )
          expect(copies.length).toBe(one.copies > 0 ? 1 : 0)
          // What a list or a forwarder has passed on lies in no mailbox; its copies are letters of their own.
          const isPassedOn = index.record.messages.some(({ origin }) => origin === one.message)
          expect(one.copies > 0 || isPassedOn).toBe(one.outcome === 'delivered')
          if (one.outcome !== 'queued') continue
          const due = states[one.holder]?.queue.find((q) => q.message === one.message)?.nextTryAt
          expect(due ?? null).toBe(one.nextTryAt)
        }
      }
    }
})

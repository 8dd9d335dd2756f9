import { describe, expect, it } from 'vitest'
import { R } from '../../../src/sim/mail/reply-catalogue.ts'
import { openOutcome, type Attempt } from '../../../src/sim/transfer/attempt.ts'
import { networkCode } from '../../../src/sim/facts/write.ts'
import {
  addJob,
  feedbackOf,
  hasRoom,
  isDead,
  isIdle,
  learn,
  newDestination,
  revive,
  takeJob,
  troubleOf,
  type Destination,
  type Feedback,
} from '../../../src/sim/transfer/destinations.ts'

const POSTFIX = { concurrencyInitial: 5, concurrencyLimit: 20 }
const REFUSED = networkCode('connection refused')

/** A destination at that window, with as much under way. */
const at = (window: number, busy = window): Destination => ({
  ...newDestination(POSTFIX),
  window,
  busy,
})

const tell = (to: Destination, feedback: Feedback, now = 0): void =>
  learn(to, feedback, REFUSED, { now, deadFor: 300_000, options: POSTFIX })

describe('a dead site', () => {
  // By hand: 1/w + 1/(w−1) + … has reached 1.
  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 4],
    [6, 5],
    [10, 7],
    [20, 13],
  ])('from window %i after %i failures in a row', (window, failures) => {
    const destination = at(window)
    for (let i = 1; i < failures; i++) tell(destination, 'failed')
    expect(isDead(destination, 0)).toBe(false)
    expect(destination.window).toBe(Math.max(1, window - failures + 1))
    tell(destination, 'failed')
    expect(isDead(destination, 0)).toBe(true)
    expect(destination.because).toBe(REFUSED)
  })

  it('stays so for as long as is said, and not a millisecond more', () => {
    const destination = at(1)
    tell(destination, 'failed', 1000)
    expect([300_999, 301_000].map((now) => isDead(destination, now))).toEqual([true, false])
  })

  it('is not reached when a success comes in between', () => {
    const destination = at(5)
    for (let i = 0; i < 3; i++) tell(destination, 'failed')
    tell(destination, 'worked')
    expect(destination).toMatchObject({ failedCohorts: 0, window: 3 })
    for (let i = 0; i < 2; i++) tell(destination, 'failed')
    expect(isDead(destination, 0)).toBe(false)
    tell(destination, 'failed')
    expect(isDead(destination, 0)).toBe(true)
  })

  it('learns no more from failures, but comes back to life by a success under way', () => {
    const destination = at(5, 5)
    for (let i = 0; i < 4; i++) {
      tell(destination, 'failed')
      destination.busy--
    }
    tell(destination, 'failed', 299_000)
    expect(destination.deadUntil).toBe(300_000)
    tell(destination, 'worked')
    expect(destination).toMatchObject({ deadUntil: -1, window: 1, failedCohorts: 0 })
  })

  it.each([
    ['begins as a new one when nothing is under way', 0, 5],
    ['goes on with what is under way', 3, 3],
  ])('revived, it %s', (_, busy, window) => {
    const destination = { ...at(1, busy), deadUntil: 5, failedCohorts: 1 }
    revive(destination, POSTFIX)
    expect(destination).toMatchObject({ deadUntil: -1, failedCohorts: 0, window })
  })
})

describe('a window', () => {
  it.each([
    // window, busy, afterwards
    [5, 5, 6],
    [9, 5, 10],
    // Not far above what is really under way.
    [10, 5, 10],
    [6, 1, 6],
    [5, 1, 6],
    // Nor above the limit.
    [19, 19, 20],
    [20, 20, 20],
  ])('of %i with %i under way is %i after a success', (window, busy, after) => {
    const destination = at(window, busy)
    tell(destination, 'worked')
    expect(destination.window).toBe(after)
  })

  it('grows from 5 to 20 in one burst: fifteen successes', () => {
    const destination = at(5)
    for (let i = 1; i <= 15; i++) {
      tell(destination, 'worked')
      destination.busy = destination.window
      expect(destination.window).toBe(5 + i)
    }
  })

  it('is not wider than its limit from the start on', () => {
    const narrow = { concurrencyInitial: 10, concurrencyLimit: 3 }
    expect(newDestination(narrow).window).toBe(3)
    const dead = { ...at(1, 0), deadUntil: 5 }
    revive(dead, narrow)
    expect(dead.window).toBe(3)
  })

  it('has learnt nothing where nothing was tried', () => {
    const destination = at(5)
    tell(destination, 'silent')
    expect(destination).toEqual(at(5))
  })
})

describe('what a delivery says of its destination', () => {
  const HOST = { name: 'mx', address: '192.0.2.1', preference: 10 }
  const ended = (of: Partial<Attempt>, ...outcomes: Partial<Attempt['outcomes'][0]>[]): Attempt =>
    ({
      exchanges: [HOST],
      answered: true,
      completed: false,
      routeCode: 0,
      outcomes: outcomes.map((one, i) => ({ ...openOutcome(i), ...one })),
      ...of,
    }) as unknown as Attempt
  const noHost = (result: Parameters<typeof networkCode>[0]): Partial<Attempt> => ({
    exchanges: [],
    routeCode: networkCode(result),
  })

  it.each<[string, Attempt, Feedback, number]>([
    ['a 250', ended({ completed: true }, { class: 2 }), 'worked', 0],
    ['a greylist’s 450', ended({ completed: true }, { code: R.greylisted.index }), 'worked', 0],
    ['nothing but silence', ended({}, { handshake: true, code: REFUSED }), 'failed', REFUSED],
    [
      'a 450, and then silence from the second exchanger',
      ended({ completed: true }, { handshake: true, code: REFUSED }),
      'worked',
      REFUSED,
    ],
    [
      'one recipient refused by name before the line broke',
      ended({}, { class: 5 }, { handshake: true, code: REFUSED }),
      'failed',
      REFUSED,
    ],
    ['no such domain', ended(noHost('no such domain'), { class: 5 }), 'silent', 0],
    [
      'a failure of the DNS',
      ended(noHost('DNS failure'), {}),
      'failed',
      networkCode('DNS failure'),
    ],
    ['hosts whose time has not come', ended(noHost('retry time not reached'), {}), 'silent', 0],
    ['a host that fell asleep while it asked', ended({ answered: false }, {}), 'silent', 0],
  ])('%s', (_, attempt, feedback, trouble) => {
    expect(feedbackOf(attempt)).toBe(feedback)
    expect(troubleOf(attempt)).toBe(trouble)
  })
})

describe('what waits for room', () => {
  const job = (queueId: number, isNew: boolean) => ({
    queueId,
    domain: 'd.example',
    recipients: [0],
    isNew,
  })

  it('is served in turns, new mail first, each kind in its order', () => {
    const destination = at(5)
    for (const id of [1, 2, 3]) addJob(destination, job(id, false))
    for (const id of [11, 12, 13, 14]) addJob(destination, job(id, true))
    const taken = Array.from({ length: 8 }, () => takeJob(destination)?.queueId)
    expect(taken).toEqual([11, 1, 12, 2, 13, 3, 14, undefined])
  })

  it('is let in below the window', () => {
    expect([4, 5, 6].map((busy) => hasRoom(at(5, busy)))).toEqual([true, false, false])
  })

  it('keeps the destination in mind', () => {
    const destination = at(5, 0)
    expect(isIdle(destination)).toBe(true)
    addJob(destination, job(1, false))
    expect(isIdle(destination)).toBe(false)
    takeJob(destination)
    expect([destination, at(5, 1)].map(isIdle)).toEqual([true, false])
  })
})

import { describe, expect, it } from 'vitest'
import { reputation } from '../../../src/sim/policy/reputation/check.ts'
import { complaints, isReported } from '../../../src/sim/policy/reputation/complaints.ts'
import { takeDue, type Report } from '../../../src/sim/policy/reputation/senders.ts'
import type { Check, CheckOptions, Fate, Finding } from '../../../src/sim/policy/check.ts'
import { days, hours } from '../../../src/sim/units.ts'
import { questionAbout } from '../../helpers/question.ts'

const DEFAULTS = Object.fromEntries(
  [...reputation.options, ...complaints.options].map(({ key, initial }) => [key, initial]),
)
const ADDRESS = '192.0.2.25'
const DOMAIN = 'school.example'

/** A question of a client; `domain` is the one that SPF passes for, '' for none. */
const ask = (now: number, domain = '', clientAddress = ADDRESS) =>
  questionAbout({
    now,
    clientAddress,
    forwardPath: 'bob@college.example',
    inquiry: {
      spf: () => ({ result: domain === '' ? 'none' : 'pass', domain, mechanism: '', lookups: 0 }),
    },
  })

/** A check with its state, under these options. */
function site<S>(check: Check<S>, set: CheckOptions = {}) {
  const state = check.create()
  const options: CheckOptions = { ...DEFAULTS, ...set }
  return {
    judge: (now = 0, domain = '', address = ADDRESS): Finding =>
      check.evaluate(ask(now, domain, address), state, options),
    learn: (
      fates: Readonly<Partial<Record<Fate, number>>>,
      now = 0,
      domain = '',
      address = ADDRESS,
    ): void => {
      for (const [fate, times] of Object.entries(fates))
        for (let i = 0; i < times; i++)
          check.learn!(ask(now, domain, address), state, options, fate as Fate)
    },
  }
}

const REFUSES = { reputationAction: 'refuse' }

describe('a reputation', () => {
  it.each<[string, Readonly<Partial<Record<Fate, number>>>, string, number]>([
    ['unknown at first', {}, 'reputation-unknown', 0],
    ['unknown below ten messages', { junk: 9 }, 'reputation-unknown', 0],
    ['bad from then on', { junk: 10 }, 'reputation-bad', 1000],
    ['bad at three in four', { junk: 9, inbox: 3 }, 'reputation-bad', 750],
    ['good below', { junk: 8, inbox: 3 }, 'reputation-good', 727],
    ['made of refusals too', { refused: 10 }, 'reputation-bad', 1000],
    ['not made of delays and unknown users', { 'turned-away': 50 }, 'reputation-unknown', 0],
    ['good with good mail', { inbox: 20 }, 'reputation-good', 0],
  ])('%s', (_, fates, reason, value) => {
    const { judge, learn } = site(reputation, REFUSES)
    learn(fates)
    expect(judge()).toMatchObject({ reason, value, threshold: 750 })
  })

  it.each([
    ['refuse', '550 5.7.1'],
    ['defer', '450 4.7.28'],
  ])('%s says %s', (reputationAction, said) => {
    const { judge, learn } = site(reputation, { reputationAction })
    learn({ junk: 10 })
    const { spec } = judge().reply!
    expect(`${spec.code} ${spec.enhanced}`).toBe(said)
  })

  it.each([
    [{ junk: 10 }, 50],
    [{ junk: 10, inbox: 10 }, 0],
    [{ junk: 5, inbox: 15 }, -25],
    [{ inbox: 10 }, -50],
    [{ junk: 5 }, 0],
  ])('%j scores %i tenths', (fates, points) => {
    const { judge, learn } = site(reputation, { reputationAction: 'score' })
    learn(fates)
    expect(judge()).toMatchObject({ score: points, reply: null })
  })

  it.each([
    // 40 fade to 20, to 10, and then below the minimum of ten.
    [0, 'reputation-bad'],
    [days(7), 'reputation-bad'],
    [days(14), 'reputation-bad'],
    [days(14) + days(7) / 16, 'reputation-unknown'],
  ])('fades: %i ms later it is %s', (later, reason) => {
    const { judge, learn } = site(reputation, REFUSES)
    learn({ junk: 40 })
    expect(judge(later).reason).toBe(reason)
  })

  it('recovers by good mail sooner the shorter its memory', () => {
    const share = (reputationHalfLifeMs: number): number => {
      const { judge, learn } = site(reputation, { ...REFUSES, reputationHalfLifeMs })
      learn({ junk: 100 })
      learn({ inbox: 100 }, days(1))
      return judge(days(1)).value
    }
    expect([share(days(60)), share(days(1)), share(hours(6))]).toEqual([
      // A day is no whole sixteenth of sixty days: nothing has faded.
      500,
      // 50 of 150.
      333,
      // 100/16 of 106.25.
      59,
    ])
  })

  it.each([
    ['both', ADDRESS, DOMAIN, 'reputation-bad'],
    ['both', '203.0.113.9', DOMAIN, 'reputation-bad'],
    ['both', ADDRESS, '', 'reputation-bad'],
    // A forged domain is nobody's.
    ['both', '203.0.113.9', '', 'reputation-unknown'],
    ['address', '203.0.113.9', DOMAIN, 'reputation-unknown'],
    ['domain', ADDRESS, '', 'reputation-unknown'],
    ['domain', '203.0.113.9', DOMAIN, 'reputation-bad'],
  ])('by %s, of %s for "%s": %s', (reputationBy, address, domain, reason) => {
    const { judge, learn } = site(reputation, { ...REFUSES, reputationBy })
    learn({ junk: 20 }, 0, DOMAIN)
    expect(judge(0, domain, address).reason).toBe(reason)
  })

  it('goes by the worse of address and domain, and names it', () => {
    const { judge, learn } = site(reputation, REFUSES)
    learn({ inbox: 20 }, 0, DOMAIN, '203.0.113.9')
    learn({ junk: 20 })
    expect(judge(0, DOMAIN)).toMatchObject({ about: ADDRESS, value: 1000 })
    // At a tie the address is named, which is what everybody has.
    expect(judge(0, DOMAIN, '203.0.113.9')).toMatchObject({ about: '203.0.113.9', value: 0 })
  })

  it('suffers from reports when they are made, and not before', () => {
    const { judge, learn } = site(reputation, REFUSES)
    learn({ inbox: 10, reported: 8 })
    expect(judge(hours(1) - 1).value).toBe(0)
    expect(judge(hours(1))).toMatchObject({ reason: 'reputation-bad', value: 800 })
  })
})

describe('a newcomer', () => {
  const COLD = { reputationColdStart: 3 }
  /** How many of so many messages an hour pass. */
  const passing = (s: ReturnType<typeof site>, now: number, of = 200): number =>
    Array.from({ length: of }, () => s.judge(now)).filter(({ reply }) => reply === null).length

  it('may send so much an hour, and is told to come back', () => {
    const one = site(reputation, COLD)
    expect(passing(one, 0)).toBe(3)
    expect(one.judge(0)).toMatchObject({ reason: 'newcomer-too-fast', value: 3, threshold: 3 })
    expect(one.judge(0).reply!.spec).toMatchObject({ code: 450, enhanced: '4.7.28' })
    expect(passing(one, hours(1))).toBe(0)
    expect(passing(one, hours(1) + 1)).toBe(3)
  })

  it.each([
    ['with its good mail', { inbox: 20 }, {}, 23],
    ['faster if one likes', { inbox: 20 }, { reputationWarmUp: 500 }, 103],
    ['not at all if one likes', { inbox: 20 }, { reputationWarmUp: 0 }, 3],
    ['not with spam', { junk: 20 }, {}, 3],
    ['by whole messages', { inbox: 1 }, { reputationWarmUp: 150 }, 4],
  ])('warms up %s', (_, fates, set, expected) => {
    const one = site(reputation, { ...COLD, ...set })
    one.learn(fates)
    expect(passing(one, 0)).toBe(expected)
  })

  it('cools down when it is silent', () => {
    const one = site(reputation, COLD)
    one.learn({ inbox: 64 })
    expect(passing(one, 0)).toBe(67)
    expect(passing(one, days(14))).toBe(19)
    expect(passing(one, days(140))).toBe(3)
  })

  it('is not held back where the option is off', () => {
    expect(reputation.isOn({ ...DEFAULTS })).toBe(false)
    expect(passing(site(reputation, REFUSES), 0)).toBe(200)
  })
})

describe('complaints', () => {
  it.each([
    ['unknown below ten in the inbox', { inbox: 9, reported: 9 }, 'complaints-unknown', 0],
    ['few', { inbox: 1000, reported: 2 }, 'complaints-few', 2],
    ['many from three in a thousand on', { inbox: 1000, reported: 3 }, 'complaints-many', 3],
    ['not of what is in the junk folder', { junk: 1000, inbox: 10 }, 'complaints-few', 0],
  ])('%s', (_, fates, reason, value) => {
    const one = site(complaints)
    one.learn(fates)
    expect(one.judge(hours(1))).toMatchObject({ reason, value, threshold: 3, reply: null })
  })

  it.each([
    ['note', 0, null],
    ['score', 40, null],
    ['defer', 0, '4.7.28'],
  ])('%s', (complaintsAction, points, status) => {
    const one = site(complaints, { complaintsAction })
    one.learn({ inbox: 100, reported: 1 })
    const found = one.judge(hours(1))
    expect([found.score, found.reply?.spec.enhanced ?? null]).toEqual([points, status])
  })

  it('come from readers, each message with its own luck', () => {
    const rates = { complaintsSpam: 100, complaintsGood: 2 }
    const drawing = (drawn: number) => ({ draw: () => drawn })
    expect(isReported('spam', drawing(99), rates)).toBe(true)
    expect(isReported('spam', drawing(100), rates)).toBe(false)
    expect(isReported('good', drawing(1), rates)).toBe(true)
    expect(isReported('good', drawing(2), rates)).toBe(false)
    expect(isReported('dsn', drawing(0), rates)).toBe(false)
    expect(isReported('spam', drawing(0), {})).toBe(false)
  })

  it('are taken in the order in which they are made', () => {
    const reports: Report[] = [10, 20, 30].map((at) => ({ at, keys: [] }))
    expect(takeDue(reports, 9)).toEqual([])
    expect(takeDue(reports, 20).map(({ at }) => at)).toEqual([10, 20])
    expect(takeDue(reports, 99).map(({ at }) => at)).toEqual([30])
    expect(reports).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { R } from '../../../src/sim/mail/reply-catalogue.ts'
import { networkCode } from '../../../src/sim/transfer/attempts.ts'
import type { Attempt } from '../../../src/sim/transfer/attempt.ts'
import {
  hasRoom,
  learn,
  newDestination,
  takeJob,
  WINDOW_INITIAL,
  WINDOW_MAX,
} from '../../../src/sim/transfer/destinations.ts'
import { scenarioOf, worldFor, type Wanted } from '../../helpers/runs.ts'
import { factsOf } from '../../helpers/invariants.ts'

const ended = (...codes: number[]): Attempt =>
  ({ outcomes: codes.map((code) => ({ code })) }) as unknown as Attempt

/** The window after deliveries that ended so. */
function windowAfter(attempts: readonly Attempt[]): number {
  const destination = newDestination()
  for (const attempt of attempts) {
    destination.busy++
    learn(destination, attempt)
  }
  return destination.window
}

describe('the window of a destination', () => {
  it.each([
    ['widens when a delivery gets through', [ended(R.queued.index)], WINDOW_INITIAL + 1],
    ['is not narrowed by a greylist’s 450', [ended(R.greylisted.index)], WINDOW_INITIAL + 1],
    ['nor by an unknown user', [ended(R.userUnknown.index)], WINDOW_INITIAL + 1],
    ['narrows when nothing answers', [ended(networkCode('connect timeout'))], WINDOW_INITIAL - 1],
    ['narrows when refused', [ended(networkCode('connection refused'))], WINDOW_INITIAL - 1],
    ['narrows when the line breaks', [ended(networkCode('lost connection'))], WINDOW_INITIAL - 1],
    ['does not learn from the DNS', [ended(networkCode('no such domain'))], WINDOW_INITIAL + 1],
  ])('%s', (_, attempts, expected) => {
    expect(windowAfter(attempts)).toBe(expected)
  })

  it('stays between one and its limit', () => {
    const many = (one: Attempt): Attempt[] => Array.from({ length: 50 }, () => one)
    expect(windowAfter(many(ended(networkCode('timeout'))))).toBe(1)
    expect(windowAfter(many(ended(R.queued.index)))).toBe(WINDOW_MAX)
  })

  it('serves what waits in order', () => {
    const destination = newDestination()
    for (let queueId = 0; queueId < 9; queueId++)
      destination.waiting.push({ queueId, domain: 'd.example', recipients: [0] })
    destination.busy = destination.window
    expect(hasRoom(destination)).toBe(false)
    const taken = Array.from({ length: 10 }, () => takeJob(destination)?.queueId)
    expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, undefined])
  })
})

describe('a relay with much mail for one domain', () => {
  const base = scenarioOf('two-roads')
  const busy = {
    ...base,
    mail: Array.from({ length: 60 }, (_, i) => ({ ...base.mail[0]!, subject: `Letter ${i}` })),
  }

  /** Most connections from the relay to the exchanger at any time. */
  function mostAtOnce(wanted: Wanted = {}): number {
    const open = new Set<number>()
    let most = 0
    const { index } = worldFor(busy, 'relayed', wanted)
    for (const fact of factsOf(index)) {
      if (fact.kind === 'connect' && index.record.hosts[fact.server]?.id === 'mx')
        most = Math.max(most, open.add(fact.connection).size)
      if (fact.kind === 'close') open.delete(fact.connection)
    }
    return most
  }

  it('begins with few connections and widens to the limit', () => {
    const most = mostAtOnce()
    expect(most).toBeGreaterThan(WINDOW_INITIAL)
    // The goodbye of a delivery overlaps with the next one.
    expect(most).toBeLessThanOrEqual(2 * WINDOW_MAX)
  })

  it('is not slowed down by greylisting, and is by silence', () => {
    const silent = mostAtOnce({
      set: { 'mx.outage.lasts': '6 h', 'mx.outage.kind': 'unreachable' },
    })
    const grey = mostAtOnce({ set: { 'mx.greylist.on': 'on' } })
    expect(grey).toBeGreaterThan(WINDOW_INITIAL)
    expect(silent).toBeLessThanOrEqual(WINDOW_INITIAL)
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Host } from '../../../src/host/client.ts'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { read } from '../../../src/sim/facts/codec.ts'
import * as lab from '../../../src/ui/state/actions.ts'
import { runtime } from '../../../src/ui/state/runtime.ts'
import { labStore } from '../../../src/ui/state/store.ts'

const state = labStore.getState
const HOUR = 3_600_000

async function computed(): Promise<void> {
  await vi.waitFor(() => expect(state().done).toBe(true))
}

beforeEach(async () => {
  runtime.connect(inProcessHost)
  await lab.openScenario('the-lid-closes')
  await computed()
})

afterEach(() => lab.pause())

describe('a run', () => {
  it('opens at its beginning, with both roads and no bet', () => {
    const { cursor, horizon, worlds, started, finished, bet } = state()
    expect(worlds.map(({ record }) => record.id)).toEqual(['direct', 'relayed'])
    expect(horizon).toBeGreaterThan(8 * HOUR)
    expect({ cursor, started, finished, bet }).toEqual({
      cursor: 0,
      started: false,
      finished: false,
      bet: null,
    })
  })

  it('starts with the bet', async () => {
    lab.placeBet('only-relayed')
    expect(state()).toMatchObject({ bet: 'only-relayed', playing: true, started: true })
    await vi.waitFor(() => expect(state().cursor).toBeGreaterThan(0))
  })

  it('opens the explanation at the end, and only if it has been started', () => {
    lab.seek(state().horizon)
    expect(state().finished).toBe(false)
    lab.runToEnd()
    expect(state()).toMatchObject({ finished: true, playing: false })
  })

  it('comes to its end when that was wished for before it had been computed', async () => {
    await lab.openScenario('two-roads')
    lab.runToEnd()
    await vi.waitFor(() => expect(state().finished).toBe(true))
    expect(state().cursor).toBe(state().horizon)
  })

  it('is not moved any more by what comes in once somebody has gone elsewhere', async () => {
    await lab.openScenario('two-roads')
    lab.runToEnd()
    lab.seek(0)
    await computed()
    expect(state().cursor).toBe(0)
  })

  it('goes on and back by events', () => {
    lab.seek(100)
    const before = lab.playhead.now
    lab.stepEvent(1)
    expect(lab.playhead.now).toBeGreaterThan(before)
    lab.stepEvent(-1)
    expect(lab.playhead.now).toBeLessThanOrEqual(before)
    lab.nextOfInterest()
    expect(state().cursor).toBe(lab.playhead.now)
  })
})

describe('acts', () => {
  it('happen now, and drop what was to come', async () => {
    lab.seek(HOUR)
    lab.act({ kind: 'lid', host: 'laptop', closed: false })
    await computed()
    expect(state().interventions).toEqual([
      { at: HOUR, act: { kind: 'lid', host: 'laptop', closed: false } },
    ])
    expect(lab.playhead.now).toBe(HOUR)
    lab.seek(2000)
    lab.act({ kind: 'power', host: 'mx', power: 'up' })
    await computed()
    expect(state().interventions.map(({ at }) => at)).toEqual([2000])
  })

  it('after the end open a new future, which plays at once', async () => {
    lab.runToEnd()
    const end = lab.playhead.now
    lab.act({ kind: 'lid', host: 'laptop', closed: true })
    await computed()
    expect(state()).toMatchObject({ playing: true, finished: false })
    expect(lab.playhead.now).toBeGreaterThanOrEqual(Math.floor(end))
    expect(state().horizon).toBeGreaterThan(end)
  })

  it('can be undone, and then nothing has changed', async () => {
    const facts = (): number[] => state().worlds.map(({ record }) => record.facts.length)
    const before = facts()
    lab.seek(30_000)
    lab.act({ kind: 'power', host: 'mx', power: 'up' })
    await computed()
    expect(facts()).not.toEqual(before)
    lab.undoAct()
    await computed()
    expect(facts()).toEqual(before)
    expect(lab.playhead.now).toBe(30_000)
  })

  it('an option set twice at one instant is one act, as if the first had never been', async () => {
    const set = (value: string) => ({ kind: 'set', path: 'relay.queue.law', value }) as const
    const lid = { kind: 'lid', host: 'laptop', closed: true } as const
    lab.seek(30_000)
    lab.act(lid)
    lab.act(set('sendmail'))
    lab.act(set('qmail'))
    await computed()
    const facts = (): string =>
      JSON.stringify(
        state().worlds.map(({ record: { facts: log } }) =>
          Array.from({ length: log.length }, (_, i) => read(log, i)),
        ),
      )
    const twice = facts()
    expect(state().interventions.map(({ act }) => act)).toEqual([lid, set('qmail')])
    expect(lab.playhead.now).toBe(30_000)
    lab.act(lid)
    lab.act(set('exim'))
    expect(state().interventions).toHaveLength(4)
    lab.undoAct()
    lab.undoAct()
    lab.undoAct()
    lab.act(set('qmail'))
    await computed()
    expect(twice.length).toBeGreaterThan(1000)
    expect(facts() === twice).toBe(true)
  })

  it('at the very start are part of how the world is made', async () => {
    lab.act({ kind: 'set', path: 'laptop.always-on', value: true })
    await computed()
    expect(state().interventions[0]?.at).toBe(0)
  })
})

describe('settings', () => {
  it('the road is kept to, at the same instant', async () => {
    lab.seek(HOUR)
    lab.setRoad('relayed')
    await computed()
    await vi.waitFor(() => expect(state().worlds).toHaveLength(1))
    expect(state().road).toBe('relayed')
    lab.setRoad('both')
    await computed()
    expect(state().worlds).toHaveLength(2)
    expect(lab.playhead.now).toBe(HOUR)
    expect(state().interventions).toEqual([])
  })

  it('an option holds from the start, and its own value is no intervention', async () => {
    const lasts = { path: 'mx.outage.lasts', initial: 700_000 }
    lab.setOptionAtStart(lasts, 60_000)
    await computed()
    expect(state().interventions).toHaveLength(1)
    lab.setOptionAtStart(lasts, 700_000)
    await computed()
    expect(state().interventions).toEqual([])
    expect(lab.playhead.now).toBe(0)
  })
})

it('after the simulation has died the same run begins again', async () => {
  let fail: (why: string) => void = () => {}
  const host: Host = { send() {}, listen: (_, failed) => void (fail = failed), close() {} }
  let first = true
  runtime.connect(() => {
    if (!first) return inProcessHost()
    first = false
    return host
  })
  await lab.openScenario('two-roads')
  fail('gone')
  expect(state().failure).toBe('gone')
  lab.retryAfterFailure()
  expect(state().failure).toBe(null)
  await computed()
  expect(state().scenario.id).toBe('two-roads')
})

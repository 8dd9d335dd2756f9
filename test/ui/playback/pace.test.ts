import { describe, expect, it } from 'vitest'
import { LabClient, type LiveWorld } from '../../../src/host/client.ts'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import type { Run } from '../../../src/sim/run.ts'
import { buildPace, paceOf, type Pace } from '../../../src/ui/playback/pace.ts'

async function played(id: string, interventions: Run['interventions'] = []): Promise<LiveWorld[]> {
  const scenario = SCENARIOS.find((one) => one.id === id)
  if (scenario === undefined) throw new Error(`no scenario ${id}`)
  return new Promise((resolve, reject) => {
    const client: LabClient = new LabClient(inProcessHost(), {
      changed() {
        if (client.worlds.every((world) => world.ended)) resolve([...client.worlds])
      },
      failed: (why) => reject(new Error(why)),
    })
    client.load({ scenario, seed: scenario.seed, interventions })
  })
}

function screenBetween(pace: Pace, from: number, to: number): number {
  return pace.toScreen(to) - pace.toScreen(from)
}

describe('the pace of every scenario', () => {
  it.each(SCENARIOS.map(({ id }) => id))(
    '%s lasts 20 to 60 seconds and never goes back',
    async (id) => {
      const worlds = await played(id)
      const pace = buildPace(worlds)
      expect(pace.durationMs).toBeGreaterThanOrEqual(19_999)
      expect(pace.durationMs).toBeLessThanOrEqual(60_001)
      expect(pace.toScreen(0)).toBe(0)
      expect(pace.toScreen(pace.end)).toBeCloseTo(pace.durationMs)
      let last = -1
      for (let i = 0; i <= 500; i++) {
        const t = pace.toSim((pace.durationMs * i) / 500)
        expect(t).toBeGreaterThan(last)
        expect(pace.toScreen(t)).toBeCloseTo((pace.durationMs * i) / 500, 3)
        last = t
      }
    },
  )
})

describe('the pace of the lid that closes', () => {
  it('shows the first exchange for some seconds, and eight hours in about two', async () => {
    const worlds = await played('the-lid-closes')
    const pace = buildPace(worlds)
    const first = screenBetween(pace, 0, 300)
    expect(first).toBeGreaterThan(4000)
    expect(first).toBeLessThan(15_000)
    const night = pace.gaps.at(-1)
    expect(night).toBeDefined()
    const { from, to, screenFrom, screenTo } = night ?? {
      from: 0,
      to: 0,
      screenFrom: 0,
      screenTo: 0,
    }
    expect(to - from).toBeGreaterThan(6 * 3_600_000)
    expect(screenTo - screenFrom).toBeLessThan(3000)
    expect(pace.secondIsWorth((from + to) / 2)).toBeGreaterThan(3_600_000)
    expect(pace.secondIsWorth(20)).toBeLessThan(100)
  })

  it('folds a hundred attempts of the same kind', async () => {
    const worlds = await played('the-lid-closes', [
      { at: 0, act: { kind: 'road', road: 'relayed' } },
      { at: 0, act: { kind: 'set', path: 'mx.outage.lasts', value: 6 * 86_400_000 } },
    ])
    const pace = buildPace(worlds)
    expect(pace.durationMs).toBeLessThanOrEqual(60_001)
    const hour = 3_600_000
    // Two of the first tries get more time than ten of the later ones.
    expect(screenBetween(pace, 0, 900_000)).toBeGreaterThan(
      screenBetween(pace, 48 * hour, 60 * hour),
    )
  })

  it('gives acts time to be seen', async () => {
    const worlds = await played('the-lid-closes')
    const at = 4 * 3_600_000
    const pace = buildPace(worlds, { acts: [at] })
    expect(screenBetween(pace, at, at + 36)).toBeGreaterThan(500)
  })
})

it('a world in which nothing happens has a pace of no length', () => {
  const pace = paceOf({ breaks: [0], weights: [], busy: [] }, 20_000, 60_000)
  expect(pace.durationMs).toBe(0)
  expect(pace.toSim(5)).toBe(0)
  expect(pace.toScreen(5)).toBe(0)
  expect(pace.gaps).toEqual([])
})

import { describe, expect, it, vi } from 'vitest'
import { LabClient } from '../../src/host/client.ts'
import { inProcessHost } from '../../src/host/in-process.ts'
import type { Request, Response } from '../../src/host/protocol.ts'
import { Session } from '../../src/host/session.ts'
import { summaryRow } from '../../src/lab/summary.ts'
import { sweepToEnd } from '../../src/lab/sweep.ts'
import { digestOf } from '../../src/sim/digest.ts'
import { runToEnd } from '../../src/sim/report.ts'
import { runOf, scenarioOf } from '../helpers/runs.ts'
import { SWEEP, sweptScenario } from '../helpers/sweeps.ts'

const spec = { ...SWEEP, from: '1 min', to: '20 min', step: '1 min', seeds: 4 }
const run = runOf(sweptScenario(spec))
const other = { ...spec, to: '2 min' }

/** A session whose turns are taken by hand, one piece of work after the other. */
function bench() {
  const said: Response[] = []
  const waiting: (() => void)[] = []
  const session = new Session(
    (response) => said.push(response),
    (work) => waiting.push(work),
  )
  const turn = (): boolean => {
    const work = waiting.shift()
    work?.()
    return work !== undefined
  }
  const finish = (): void => {
    while (turn());
  }
  /** The sweep's code is fetched when it is first asked for. */
  const ask = async (request: Request): Promise<void> => {
    session.handle(request)
    await import('../../src/host/sweep-work.ts')
    await new Promise((resolve) => setTimeout(resolve))
  }
  const sweeps = (revision: number) =>
    said.filter((one) => one.type === 'sweep').filter((one) => one.revision === revision)
  return { said, ask, turn, finish, sweeps }
}

describe('a sweep beside a run', () => {
  it('comes in slices, and is the same as without a host', async () => {
    const { ask, finish, sweeps } = bench()
    await ask({ type: 'sweep', revision: 1, run, spec })
    finish()
    const slices = sweeps(1)
    expect(slices.length).toBeGreaterThan(5)
    expect(slices.map(({ done }) => done).lastIndexOf(false)).toBe(slices.length - 2)
    expect(slices.flatMap(({ points }) => points)).toEqual(sweepToEnd(run, spec))
  })

  it('does not hold the run up, nor the run it', async () => {
    const { ask, turn, finish, said, sweeps } = bench()
    await ask({ type: 'sweep', revision: 1, run, spec })
    await ask({ type: 'load', revision: 2, run })
    while (!said.some(({ type }) => type === 'done')) expect(turn()).toBe(true)
    expect(sweeps(1).some(({ done }) => done)).toBe(false)
    finish()
    expect(sweeps(1).at(-1)!.done).toBe(true)
  })

  it('is given up for another one, and when it is ended', async () => {
    const { ask, turn, finish, said, sweeps } = bench()
    await ask({ type: 'sweep', revision: 1, run, spec })
    turn()
    await ask({ type: 'sweep', revision: 2, run, spec: other })
    finish()
    expect(sweeps(1).some(({ done }) => done)).toBe(false)
    expect(sweeps(2).flatMap(({ points }) => points)).toEqual(sweepToEnd(run, other))
    for (const type of ['end-sweep', 'stop'] as const) {
      await ask({ type: 'sweep', revision: 3, run, spec })
      await ask({ type })
      const before = said.length
      finish()
      expect(said).toHaveLength(before)
    }
  })

  it('is not looked for to be ended where nobody has asked for one', async () => {
    const done: string[] = []
    vi.doMock('../../src/host/sweep-work.ts', () => ({
      SweepWork: class {
        begin(): void {
          done.push('begin')
        }
        end(): void {
          done.push('end')
        }
      },
    }))
    const { ask } = bench()
    await ask({ type: 'end-sweep' })
    await ask({ type: 'stop' })
    await ask({ type: 'sweep', revision: 1, run, spec })
    await ask({ type: 'end-sweep' })
    vi.doUnmock('../../src/host/sweep-work.ts')
    expect(done).toEqual(['begin', 'end'])
  })

  it('says under its own revision what is wrong with it, and the run goes on', async () => {
    const { ask, finish, said } = bench()
    await ask({ type: 'load', revision: 1, run })
    await ask({
      type: 'sweep',
      revision: 2,
      run,
      spec: { ...spec, reading: 'nowhere.alice-1.took' },
    })
    finish()
    expect(said.filter(({ type }) => type === 'fault')).toMatchObject([{ revision: 2 }])
    await ask({ type: 'intervene', revision: 3, at: 0, run })
    finish()
    expect(said.at(-1)).toEqual({ type: 'done', revision: 3 })
  })
})

describe('a row of the summary', () => {
  const { scenario } = run
  const rows = (said: readonly Response[]) => said.filter((one) => one.type === 'summary')

  it('comes in slices, and is the same as without a host', async () => {
    const crowded = scenarioOf('retry-storm')
    const { ask, turn, said } = bench()
    await ask({ type: 'summary', revision: 4, scenario: crowded })
    let turns = 0
    while (turn()) turns++
    expect(turns).toBeGreaterThanOrEqual(crowded.variants.length + 1)
    expect(rows(said)).toEqual([{ type: 'summary', revision: 4, row: summaryRow(crowded) }])
  })

  it('is given up when it is ended, and for another one', async () => {
    for (const type of ['end-sweep', 'stop'] as const) {
      const { ask, finish, said } = bench()
      await ask({ type: 'summary', revision: 1, scenario: scenarioOf('retry-storm') })
      await ask({ type })
      finish()
      expect(said).toEqual([])
    }
    const { ask, finish, said } = bench()
    await ask({ type: 'summary', revision: 1, scenario: scenarioOf('retry-storm') })
    await ask({ type: 'summary', revision: 2, scenario })
    finish()
    expect(rows(said)).toMatchObject([{ revision: 2, row: { scenario: scenario.id } }])
  })

  it('says what is wrong with it', async () => {
    const { shows: _, ...silent } = scenario
    const { ask, said } = bench()
    await ask({ type: 'summary', revision: 3, scenario: silent })
    expect(said).toMatchObject([{ type: 'fault', revision: 3 }])
  })
})

describe('a client that asks for sweeps', () => {
  /** Answers lie here until they are delivered by hand. */
  function lab() {
    let receive: (response: Response) => void = () => {}
    const sent: Request[] = []
    const client = new LabClient(
      {
        send: (request) => sent.push(request),
        listen: (next) => void (receive = next),
        close: () => {},
      },
      { changed: () => {}, failed: () => {} },
    )
    return { client, sent, answer: (response: Response) => receive(response) }
  }
  const [first, second] = sweepToEnd(run, other)

  it('hears all points so far, and drops what is stale', () => {
    const { client, sent, answer } = lab()
    const heard: string[] = []
    const listen = (name: string) => (points: readonly unknown[], done: boolean) =>
      void heard.push(`${name} ${points.length} ${done}`)
    const revisionOf = (i: number): number => (sent[i] as { revision: number }).revision
    client.sweep(run, spec, listen('old'))
    const end = client.sweep(run, other, listen('new'))
    answer({ type: 'sweep', revision: revisionOf(0), points: [first!], done: false })
    answer({ type: 'sweep', revision: revisionOf(1), points: [first!], done: false })
    answer({ type: 'sweep', revision: revisionOf(1), points: [second!], done: true })
    expect(heard).toEqual(['new 1 false', 'new 2 true'])
    end()
    expect(sent.at(-1)).toEqual({ type: 'end-sweep' })
    answer({ type: 'sweep', revision: revisionOf(1), points: [second!], done: true })
    expect(heard).toHaveLength(2)
  })

  it('that has been replaced cannot end the one after it', () => {
    const { client, sent } = lab()
    const end = client.sweep(run, spec, () => {})
    client.sweep(run, other, () => {})
    end()
    expect(sent.map(({ type }) => type)).toEqual(['sweep', 'sweep'])
  })

  it('has the facts of the run untouched by it, and it untouched by the run', async () => {
    const points = await new Promise((resolve, reject) => {
      const client = new LabClient(inProcessHost(), { changed: () => {}, failed: reject })
      client.load(run)
      client.sweep(run, spec, (all, done) => {
        if (!done) return
        expect(client.worlds.map(({ record }) => digestOf(record))).toEqual(
          runToEnd(run).map((record) => digestOf(record)),
        )
        resolve(all)
      })
      client.intervene(run, 100_000)
    })
    expect(points).toEqual(sweepToEnd(run, spec))
  })
})

import { describe, expect, it } from 'vitest'
import { LabClient } from '../../src/host/client.ts'
import { inProcessHost } from '../../src/host/in-process.ts'
import type { Host } from '../../src/host/client.ts'
import { digestOf } from '../../src/sim/digest.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import type { Run } from '../../src/sim/run.ts'
import { runToEnd } from '../../src/sim/report.ts'
import { reportFor, runOf, scenarioOf } from '../helpers/runs.ts'

/** A client whose host runs here; `settled` waits for the end of the run. */
function lab(host: Host = inProcessHost()) {
  const failures: string[] = []
  let wake: () => void = () => {}
  const client = new LabClient(host, {
    changed: () => {
      if (client.worlds.every((world) => world.ended)) wake()
    },
    failed: (why) => {
      failures.push(why)
      wake()
    },
  })
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
    })
  return { client, failures, settled }
}

const digests = (client: LabClient): string[] => client.worlds.map(({ record }) => digestOf(record))

async function straight(run: Run): Promise<string[]> {
  const { client, settled } = lab()
  client.load(run)
  await settled()
  return digests(client)
}

describe('a client and its host', () => {
  it('hears what the options of the hosts say, and hears it again after an act', async () => {
    const { client, settled } = lab()
    const set = { 'mx.size-limit': '70000' }
    const run = runOf('try-again-later', { set })
    client.load(run)
    const limits = (): unknown =>
      client.worlds[0]?.record.hosts.find(({ id }) => id === 'mx')?.sizeLimits
    expect(limits()).toEqual([])
    await settled()
    expect(limits()).toEqual([
      { from: 0, octets: 10_240_000 },
      { from: 0, octets: 70_000 },
    ])
    const act = { kind: 'set', path: 'mx.size-limit', value: 90_000 } as const
    client.intervene({ ...run, interventions: [...run.interventions, { at: 5000, act }] }, 5000)
    await settled()
    expect(limits()).toContainEqual({ from: 5000, octets: 90_000 })
  })

  it('arrive at the same facts as a run without them', async () => {
    const { client, settled } = lab()
    client.load(runOf('try-again-later'))
    await settled()
    const { worlds } = reportFor('try-again-later')
    expect(client.worlds.map(({ record }) => record.id)).toEqual(Object.keys(worlds))
    for (const { record, index } of client.worlds) {
      const outcomes = journeys(index, Infinity).map((row) => row.outcome)
      expect(outcomes).toEqual(worlds[record.id]!.messages.map((row) => row.outcome))
    }
  })

  it('rewrite the future, and only that, when a person intervenes', async () => {
    const run = runOf('try-again-later', {
      acts: [[100_000, { kind: 'power', host: 'mx', power: 'refused' }]],
    })
    const { client, settled } = lab()
    client.load({ ...run, interventions: run.interventions.slice(0, 1) })
    await settled()
    const [before] = client.worlds
    const past = before!.record.facts.countUntil(100_000)
    const pastFacts = before!.record.facts.slice(0, past)
    client.intervene(run, 100_000)
    await settled()
    expect(before!.record.facts.slice(0, past)).toEqual(pastFacts)
    expect(digests(client)).toEqual(await straight(run))
  })

  it('drop what belongs to a run that has been replaced', async () => {
    const { client, settled } = lab()
    client.load(runOf('the-lid-closes'))
    client.load(runOf('two-roads'))
    await settled()
    expect(digests(client)).toEqual(await straight(runOf('two-roads')))
  })

  it('agree with a run without them, in many slices', async () => {
    const base = scenarioOf('try-again-later')
    const mail = Array.from({ length: 1500 }, (_, i) => ({ ...base.mail[0]!, at: `${i} s` }))
    const run = runOf({ ...base, mail })
    const direct = runToEnd(run).map((record) => digestOf(record))
    expect(await straight(run)).toEqual(direct)
  })

  it('lose nothing when people intervene faster than it computes', async () => {
    const first = { ...scenarioOf('the-lid-closes') }
    const acts = [
      [70_000, { kind: 'power', host: 'relay', power: 'unreachable' }],
      [400_000, { kind: 'power', host: 'relay', power: 'up' }],
    ] as const
    const all = runOf(first, { acts })
    const upTo = (n: number): Run => ({ ...all, interventions: all.interventions.slice(0, n) })
    const { client, failures, settled } = lab()
    client.load(upTo(1))
    client.intervene(upTo(2), 70_000)
    client.intervene(upTo(3), 400_000)
    await settled()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(failures).toEqual([])
    expect(digests(client)).toEqual(runToEnd(all).map((record) => digestOf(record)))
  })

  it('report a fault in words', async () => {
    const { client, failures, settled } = lab()
    const run = runOf('two-roads')
    const broken = { ...run, scenario: { ...run.scenario, startsAt: 'yesterday' } }
    expect(() => client.load(broken)).toThrow('start of the scenario')
    const host = inProcessHost()
    const replies: string[] = []
    host.listen(
      (response) => replies.push(response.type),
      () => {},
    )
    host.send({ type: 'load', revision: 1, run: broken })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(replies).toEqual(['fault'])
    expect(failures).toEqual([])
    void settled
  })
})

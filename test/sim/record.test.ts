import { describe, expect, it } from 'vitest'
import { worldFor } from '../helpers/runs.ts'

describe('the record of a world with a crowd', () => {
  it('knows each of them as it is: they follow what is set on the host that stands for them', () => {
    const set = {
      'others.line.kind': 'calls',
      'others.line.price': '7',
      'others.line.speed': '9000',
      'others.size-limit': '70000',
    }
    const alone = { kind: 'set', path: 'others-3.line.price', value: 11 } as const
    const later = { kind: 'set', path: 'others.queue.lifetime', value: 7_200_000 } as const
    const acts = [
      [0, alone],
      [60_000, later],
    ] as const
    const { index, simulation } = worldFor('retry-storm', 'relayed', { set, acts })
    const { hosts } = simulation.world
    const crowd = index.record.hosts.filter(({ id }) => id.startsWith('others'))
    expect(crowd).toHaveLength(23)
    for (const { index: i, id, line, sizeLimits, lifetimes } of crowd) {
      const { config } = hosts[i]!
      expect(line).toEqual({
        kind: config['lineKind'],
        centsPerMinute: config['lineCentsPerMinute'],
        octetsPerSecond: config['lineOctetsPerSecond'],
      })
      expect(line).toMatchObject({ kind: 'calls', centsPerMinute: id === 'others-3' ? 11 : 7 })
      expect(sizeLimits.at(-1)).toEqual({ from: 0, octets: config['sizeLimitOctets'] })
      expect(lifetimes.at(-1)).toEqual({ from: 60_000, span: config['lifetimeMs'] })
      expect(lifetimes.at(-1)?.span).toBe(7_200_000)
    }
    const relay = index.record.hosts.find(({ id }) => id === 'relay')
    expect(relay?.line.kind).toBe('always')
  })
})

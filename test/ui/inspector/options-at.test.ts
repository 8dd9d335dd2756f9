import { describe, expect, it } from 'vitest'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { scenario as tryAgainLater } from '../../../src/sim/scenarios/try-again-later/scenario.ts'
import { seconds } from '../../../src/sim/units.ts'
import { optionAt, valueText } from '../../../src/ui/inspector/options-at.ts'

const direct = { scenario: theLidCloses, interventions: [], world: 'direct' }

describe('the value of an option at an instant', () => {
  it('is the default, the scenario’s, or what makes the world', () => {
    expect(optionAt(direct, 'mx.greylist.delay', 0)).toMatchObject({
      value: seconds(300),
      by: 'default',
    })
    expect(optionAt(direct, 'mx.outage.lasts', 0)).toMatchObject({
      value: seconds(700),
      by: 'scenario',
    })
    expect(optionAt(direct, 'laptop.road', 0)).toMatchObject({ value: 'direct', by: 'world' })
    const variant = { scenario: tryAgainLater, interventions: [], world: 'send-again' }
    expect(optionAt(variant, 'laptop.retry', 0)).toMatchObject({ value: 'alice', by: 'world' })
    expect(optionAt(direct, 'mx.no-such-thing', 0)).toBeNull()
  })

  it('is a person’s from the act on', () => {
    const act = { kind: 'set', path: 'mx.greylist.on', value: true } as const
    const setting = { ...direct, interventions: [{ at: 500, act }] }
    expect(optionAt(setting, act.path, 499)).toMatchObject({ value: false, by: 'default' })
    expect(optionAt(setting, act.path, 500)).toMatchObject({
      value: true,
      by: 'person',
      since: 500,
    })
  })

  it('reads as people write it', () => {
    const text = (path: string): string => {
      const found = optionAt(direct, path, 0)
      return found === null ? '' : valueText(found)
    }
    expect(text('mx.outage.lasts')).toBe('11 min 40 s')
    expect(text('mx.greylist.on')).toBe('off')
    expect(text('mx.size-limit')).toBe('10240000 octets')
  })
})

import { describe, expect, it } from 'vitest'
import type { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { whyChain, type WhyLink } from '../../../src/sim/facts/why.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { scenario as tryAgainLater } from '../../../src/sim/scenarios/try-again-later/scenario.ts'
import { scenario as twoRoads } from '../../../src/sim/scenarios/two-roads/scenario.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { hours, seconds } from '../../../src/sim/units.ts'
import { runWorld, writes } from '../../helpers/run-world.ts'

const END = hours(24 * 40)

function chain(index: FactIndex, until = END, id = 'alice-1'): readonly WhyLink[] {
  const message = index.record.messages.findIndex((one) => one.id === id)
  return whyChain(index, message, 0, until)
}
const kinds = (links: readonly WhyLink[]): string[] => links.map((one) => one.kind)
const valuesOf = (links: readonly WhyLink[], kind: string): WhyLink['values'] | undefined =>
  links.find((one) => one.kind === kind)?.values

/** Where a chain may end: in something that nobody inside the mail system decided. */
const OUTSIDE = ['setting', 'by-scenario', 'by-person', 'written']

describe('a server that is down', () => {
  const relayed = runWorld(theLidCloses, 'relayed')
  const direct = runWorld(theLidCloses, 'direct')

  it('keeps a message waiting: refused connection, outage, setting', () => {
    const links = chain(relayed, seconds(10))
    expect(kinds(links)).toEqual([
      'waiting',
      'retry-rule',
      'refused-by-network',
      'server-down',
      'by-scenario',
    ])
    expect(valuesOf(links, 'refused-by-network')).toMatchObject({ reply: 'connection refused' })
    expect(valuesOf(links, 'by-scenario')).toMatchObject({ option: 'mx.outage.from' })
  })

  it('explains a late arrival by the scan, the rule and the outage', () => {
    const links = chain(relayed)
    expect(kinds(links)).toEqual([
      'delivered',
      'next-scan',
      'retry-rule',
      'came-back',
      'refused-by-network',
      'server-down',
      'by-scenario',
    ])
    expect(valuesOf(links, 'delivered')).toMatchObject({ tries: 3 })
    expect(valuesOf(links, 'came-back')).toMatchObject({ host: 2 })
  })

  it('waits for the lid on the direct road, and arrives when it opens', () => {
    const waiting = chain(direct, seconds(500))
    expect(kinds(waiting).slice(0, 3)).toEqual(['waiting', 'asleep', 'by-scenario'])
    expect(waiting[2]?.values).toMatchObject({ option: 'laptop.lid.closes' })
    const arrived = chain(direct)
    expect(kinds(arrived).slice(0, 3)).toEqual(['delivered', 'woke', 'by-scenario'])
    expect(valuesOf(arrived, 'woke')).toMatchObject({ lasted: hours(8) })
  })

  it('names the act of a person as the cause', () => {
    const acts = [
      [seconds(5), { kind: 'power', host: 'mx', power: 'unreachable' }],
      [seconds(6), writes('bob@college.example')],
      [seconds(7), { kind: 'lid', host: 'laptop', closed: true }],
    ] as const
    const index = runWorld(twoRoads, 'direct', acts)
    const links = chain(index, seconds(50), 'alice-2')
    expect(kinds(links).slice(0, 3)).toEqual(['waiting', 'asleep', 'by-person'])
    expect(links[2]?.values).toMatchObject({ act: 2 })
    const relay = chain(runWorld(twoRoads, 'relayed', acts), seconds(50), 'alice-2')
    expect(kinds(relay).slice(2)).toEqual(['refused-by-network', 'server-unreachable', 'by-person'])
  })
})

describe('a laptop without network', () => {
  it('lost it when it lost it, not when it woke without it', () => {
    const acts = [[seconds(40), { kind: 'power', host: 'laptop', power: 'unreachable' }]] as const
    const index = runWorld(theLidCloses, 'direct', acts)
    const woken = chain(index, hours(9))
    expect(kinds(woken).slice(1, 3)).toEqual(['cut-off', 'by-person'])
    expect(woken[1]?.at).toBe(seconds(40))
  })
})

describe('greylisting', () => {
  it('defers: 450, first seen when, needs how long, by which setting', () => {
    const links = chain(runWorld(tryAgainLater, 'relayed'), seconds(10))
    expect(kinds(links)).toEqual(['waiting', 'retry-rule', 'replied', 'greylisted-new', 'setting'])
    expect(valuesOf(links, 'replied')).toMatchObject({ reply: '450 4.2.0', name: 'greylisted' })
    const grey = { waited: 0, first: 435, option: 'mx.greylist.delay' }
    expect(valuesOf(links, 'greylisted-new')).toMatchObject(grey)
    expect(valuesOf(links, 'setting')).toMatchObject({ option: 'mx.greylist.on' })
    expect(links[3]?.source).toContain('RFC 6647')
  })

  it('lets the relay pass when it comes back', () => {
    const links = chain(runWorld(tryAgainLater, 'relayed'))
    expect(kinds(links).slice(0, 4)).toEqual([
      'delivered',
      'greylist-passed',
      'next-scan',
      'retry-rule',
    ])
    expect(valuesOf(links, 'greylist-passed')?.['waited']).toBeGreaterThanOrEqual(seconds(300))
  })

  it('loses what a program tries only once, and what a bot does', () => {
    const direct = runWorld(tryAgainLater, 'direct')
    const links = chain(direct)
    expect(kinds(links)).toEqual(['lost', 'gave-up', 'replied', 'greylisted-new', 'setting'])
    expect(valuesOf(links, 'gave-up')).toMatchObject({ option: 'laptop.retry', tries: 1 })
    expect(kinds(chain(direct, END, 'bot-1'))[1]).toBe('bot-gave-up')
  })

  it('sees that Alice pressed Send again: too early, then late enough', () => {
    const again = { kind: 'send-again', host: 'laptop' } as const
    const early = chain(runWorld(tryAgainLater, 'direct', [[seconds(100), again]]))
    expect(kinds(early)).toContain('greylisted-early')
    const passed = chain(runWorld(tryAgainLater, 'direct', [[seconds(400), again]]))
    expect(kinds(passed).slice(0, 3)).toEqual(['delivered', 'greylist-passed', 'pressed-again'])
  })
})

describe('an address that does not exist', () => {
  const act = [[seconds(5), writes('nobody@college.example')]] as const

  it('is refused on the direct road and bounced on the relayed one', () => {
    const direct = chain(runWorld(twoRoads, 'direct', act), END, 'alice-2')
    expect(kinds(direct)).toEqual(['refused', 'replied', 'user-unknown', 'written'])
    const index = runWorld(twoRoads, 'relayed', act)
    expect(kinds(chain(index, END, 'alice-2'))).toEqual([
      'bounced',
      'replied',
      'user-unknown',
      'written',
    ])
    const report = chain(index, END, 'dsn-1')
    expect(kinds(report).slice(0, 2)).toEqual(['delivered', 'reports'])
  })

  it('in a domain that does not exist is a matter of the DNS', () => {
    const index = runWorld(twoRoads, 'direct', [[seconds(5), writes('x@nowhere.example')]])
    const links = chain(index, END, 'alice-2')
    expect(kinds(links)).toEqual(['lost', 'refused-by-network', 'dns', 'written'])
    expect(valuesOf(links, 'dns')).toMatchObject({ rcode: 'NXDOMAIN' })
  })
})

describe('every chain', () => {
  const acts = [
    [seconds(5), writes('nobody@college.example', 'bob@college.example', 'x@nowhere.example')],
    [seconds(6), { kind: 'power', host: 'relay', power: 'refused' }],
    [seconds(400), { kind: 'send-again', host: 'laptop' }],
    [seconds(5000), { kind: 'power', host: 'relay', power: 'up' }],
  ] as const

  it.each(SCENARIOS)('of $id ends outside of the mail system and looks at no later fact', (s) => {
    for (const { id } of worldsOf(s, 'both')) {
      const index = runWorld(s, id, acts)
      const { facts, messages } = index.record
      // A few hundred chains of each world, each to one recipient: more tell nothing new.
      const ways = messages.reduce((n, { recipients }) => n + recipients.length, 0)
      const stride = Math.max(1, Math.floor((facts.length * ways) / 400))
      for (let i = 0; i < facts.length; i += stride) {
        const until = facts.at(i)
        messages.forEach((one, message) => {
          if (one.sentAt > until) return
          for (let to = 0; to < one.recipients.length; to++) {
            const links = whyChain(index, message, to, until)
            expect(OUTSIDE).toContain(links.at(-1)?.kind)
            for (const each of links) expect(each.at).toBeLessThanOrEqual(until)
          }
        })
      }
    }
  })
})

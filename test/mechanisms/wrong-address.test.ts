/** What turns an error into a letter, and what keeps the letter from coming. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf } from '../helpers/runs.ts'
import type { MailSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'

/** Both letters with something else on the envelope. */
function rewritten(change: (one: MailSpec) => Partial<MailSpec>): ScenarioFile {
  const base = scenarioOf('wrong-address')
  return { ...base, mail: base.mail.map((one) => ({ ...one, ...change(one) })) }
}

const WORLDS = ['direct', 'relayed'] as const

describe('a wrong address', () => {
  it('without a wrong name there is no error and no report', () => {
    const right = ['bob@college.example', 'dana@college.example']
    const read = readingsFor(rewritten(({ to }) => ({ to: right.slice(0, to.length) })))
    for (const world of WORLDS) {
      expect(read(`${world}.alice-1.outcome`)).toBe('delivered')
      expect(read(`${world}.alice-2.reached`)).toBe(2)
      expect(read(`${world}.alice-2.toldAfter`)).toBeNull()
      expect(read(`${world}.dsn-1.outcome`)).toBeNull()
    }
  })

  it('where the name is looked for first, the greylist hides nothing', () => {
    const read = readingsFor('wrong-address', { set: { 'mx.order': 'recipient' } })
    expect(read('greylist.alice-1.firstReply')).toBe('550 5.1.1')
    expect(read('greylist.alice-1.toldAfter')).toBeLessThan(5000)
    expect(read('greylist-once.alice-1.outcome')).toBe('refused')
    // The right name has to come back all the same.
    expect(read('greylist.alice-2.firstReply')).toBe('450 4.2.0')
    expect(read('greylist.alice-2.reached')).toBe(1)
    expect(read('greylist-once.alice-2.reached')).toBe(0)
  })

  it('without a mailbox for the report, only the direct road tells her', () => {
    const read = readingsFor(rewritten(() => ({ from: 'moved@school.example' })))
    expect(read('direct.moved-1.toldAfter')).toBeLessThan(1000)
    expect(read('relayed.moved-1.outcome')).toBe('bounced')
    expect(read('relayed.dsn-1.outcome')).toBe('discarded')
    expect(read('relayed.moved-1.toldAfter')).toBeNull()
  })

  it('who hears of it may be asleep: the report waits in the mailbox', () => {
    const set = { 'laptop.lid.closes': '1 s', 'laptop.lid.stays-closed': '8 h' }
    const read = readingsFor('wrong-address', { set })
    expect(read('relayed.alice-1.toldAfter')).toBeLessThan(5000)
    expect(read('relayed.dsn-1.outcome')).toBe('delivered')
  })

  it('a wrong name at her own school is refused at the counter', () => {
    const read = readingsFor(rewritten(() => ({ to: ['ghost@school.example'] })))
    expect(read('relayed.alice-1.outcome')).toBe('refused')
    expect(read('relayed.alice-1.handedOver')).toBeNull()
    expect(read('relayed.dsn-1.outcome')).toBeNull()
  })
})

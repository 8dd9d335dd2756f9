/** What makes a relay cheap where calls cost money, and what makes letters wait. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf, worldFor } from '../helpers/runs.ts'
import { transcripts } from '../../src/sim/artefacts/transcripts.ts'

const MINUTES = 60_000
const HOURS = 60 * MINUTES

describe('the dial-up era', () => {
  it('letters that are written together share a call on the direct road, too', () => {
    const base = scenarioOf('dial-up-era')
    const mail = base.mail.map((one) => ({ ...one, at: '5 min' }))
    const read = readingsFor({ ...base, mail })
    expect(read('direct.all.delivered')).toBe(12)
    expect(read('direct.@laptop.calls')).toBe(1)
    expect(read('direct.@laptop.cost')).toBeLessThanOrEqual(60)
  })

  it('where minutes cost nothing, the relay only makes letters late', () => {
    const set = { 'laptop.line.price': '0', 'relay.line.price': '0' }
    const read = readingsFor('dial-up-era', { set })
    expect(read('direct.@laptop.cost')).toBe(0)
    expect(read('relayed.@relay.cost')).toBe(0)
    expect(read('relayed.alice-1.took')).toBeGreaterThan(Number(read('direct.alice-1.took')))
  })

  it('a relay on a leased line is as quick as the laptop', () => {
    const read = readingsFor('dial-up-era', { set: { 'relay.line.kind': 'always' } })
    expect(read('relayed.alice-1.took')).toBeLessThan(MINUTES)
    expect(read('relayed.@relay.calls')).toBe(0)
  })

  it('laptop and relay are in one house: handing over needs no call', () => {
    const read = readingsFor('dial-up-era')
    expect(read('relayed.alice-1.handedOver')).toBeLessThan(1000)
    expect(read('relayed.@laptop.calls')).toBe(0)
    expect(read('relayed.@laptop.cost')).toBe(0)
  })

  it('a letter waits for the next call and no longer', () => {
    const read = readingsFor('dial-up-era')
    // Seven letters are written before the call at noon, the last one at 11:20.
    expect(read('relayed.alice-7.took')).toBeLessThan(42 * MINUTES)
    expect(read('relayed.alice-8.took')).toBeGreaterThan(3.8 * HOURS)
    expect(read('relayed.@relay.queuePeak')).toBe(7)
  })

  it('where both sides call at the same hours, nothing has to be kept for the college', () => {
    const base = scenarioOf('dial-up-era')
    // What makes a variant is the variant's own: a person's setting would leave it alone.
    const variants = base.variants.map((one) => ({
      ...one,
      settings: { ...one.settings, 'mx.line.first': '4 h' },
    }))
    const read = readingsFor({ ...base, variants })
    expect(read('etrn.all.delivered')).toBe(12)
    expect(read('etrn.@backup.queuePeak')).toBe(0)
  })

  it.each([
    ['etrn', 'C: ETRN college.example', '(connecting to 192.0.2.130:25)'],
    ['odmr', 'C: ATRN college.example', '(the connection is turned round'],
  ])('with %s the mail comes as asked for', (world, asks, comes) => {
    const { index } = worldFor('dial-up-era', world)
    const sessions = transcripts(index).join('\n').split('\n-- ')
    const asked = sessions.filter((one) => one.includes(asks))
    expect(asked.length).toBeGreaterThanOrEqual(2)
    expect(asked.every((one) => one.includes('mx.college.example to mail.provider.example'))).toBe(
      true,
    )
    const brought = sessions.filter((one) =>
      one.includes('mail.provider.example to mx.college.example'),
    )
    expect(brought).toHaveLength(12)
    expect(brought.every((one) => one.includes(comes))).toBe(true)
  })

  it('planned calls end with the last letter, and go on by the same clock for a later one', () => {
    const read = readingsFor('dial-up-era')
    expect(read('relayed.@relay.calls')).toBe(2)
    const [from, to] = ['alice@school.example', ['bob@college.example']]
    const act = { kind: 'send', host: 'laptop', from, to, subject: 'Next day' } as const
    const later = readingsFor('dial-up-era', { acts: [[26 * HOURS, act]] })
    expect(later('relayed.all.delivered')).toBe(13)
    expect(later('relayed.all.lastArrival')).toBeGreaterThan(28 * HOURS)
    expect(later('relayed.all.lastArrival')).toBeLessThan(28 * HOURS + 2 * MINUTES)
  })
})

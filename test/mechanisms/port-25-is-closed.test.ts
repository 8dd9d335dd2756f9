/** What a closed road keeps in, and what it does not. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf } from '../helpers/runs.ts'

const ID = 'port-25-is-closed'
const bots = scenarioOf(ID).hosts.filter(({ kind }) => kind === 'bot')
const forBots = (value: string): Record<string, string> =>
  Object.fromEntries(bots.map(({ id }) => [`${id}.port-25`, value]))

describe('a closed port 25', () => {
  it('keeps in whoever it is closed for, and nobody else', () => {
    const alice = readingsFor(ID, { set: { 'laptop.port-25': 'open' } })
    expect(alice('direct.alice-1.outcome')).toBe('delivered')
    expect(alice('direct.all.delivered')).toBe(1)
    const spam = readingsFor(ID, { set: forBots('open') })
    expect(spam('direct.alice-1.outcome')).toBe('lost')
    expect(spam('direct.all.delivered')).toBe(48)
  })

  it('is no matter of patience: every try of a queue ends in the same silence', () => {
    const set = { 'laptop.retry': 'postfix', 'laptop.queue.lifetime': '2 h' }
    const read = readingsFor(ID, { set })
    expect(read('direct.alice-1.attempts')).toBeGreaterThanOrEqual(5)
    expect(read('direct.alice-1.firstReply')).toBe('connect timeout')
    expect(read('direct.alice-1.lastReply')).toBe('connect timeout')
    expect(read('direct.@mx.sessions')).toBe(0)
    expect(read('direct.alice-1.outcome')).toBe('lost')
  })

  it('leaves the way to the relay open, for her and for whoever has her password', () => {
    const read = readingsFor(ID)
    expect(read('relayed.alice-1.handedOver')).toBeLessThan(2000)
    expect(read('stolen-password.all.delivered')).toBe(49)
    // All of it comes from the relay's address.
    expect(read('stolen-password.@relay.sessions')).toBeGreaterThanOrEqual(49)
  })
})

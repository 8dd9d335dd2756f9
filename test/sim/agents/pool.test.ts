import { describe, expect, it } from 'vitest'
import { worldFor } from '../../helpers/runs.ts'
import {
  dialledFrom,
  networkOf,
  networks,
  oneNetwork,
  reasonsOf,
  spamStage,
} from '../../helpers/spammers.ts'
import { ALICE, HOSTS } from '../../../src/sim/scenarios/school.ts'

const RELAY = HOSTS.find(({ id }) => id === 'relay')!

/** Alice's provider with more addresses than the one in the DNS, and Bob's greylist. */
function provider(addresses: readonly string[], pool: string, count = 1) {
  const hosts = [{ ...RELAY, addresses: [RELAY.addresses[0]!, ...addresses] }]
  const letters = Array.from({ length: count }, (_, i) => ({
    at: `${i * 7} s`,
    host: 'laptop',
    kind: 'good' as const,
    from: ALICE,
    subject: `Day ${i}`,
  }))
  const settings = { 'relay.queue.pool': pool, 'mx.greylist.on': 'on' }
  return worldFor(spamStage({ letters, hosts, settings }), 'relayed').index
}

describe('a provider with a pool', () => {
  it('sends everything from its present address, by default', () => {
    const from = dialledFrom(provider(networks(6), 'present', 3), 'relay')
    expect(new Set(from)).toEqual(new Set(RELAY.addresses))
  })

  it('comes back for a message from the address that it is bound to', () => {
    const index = provider(networks(6), 'per-message', 8)
    const all = Array.from({ length: 8 }, (_, i) => dialledFrom(index, 'relay', `alice-${i + 1}`))
    for (const one of all) expect(new Set(one).size).toBe(1)
    expect(new Set(all.flat()).size).toBeGreaterThan(3)
  })

  it('goes on being a stranger as long as it comes from networks that it has not come from', () => {
    const index = provider(networks(40), 'per-try')
    const [first, ...others] = dialledFrom(index, 'relay')
    const reasons = reasonsOf(index, 'greylisting')
    expect(others.length).toBeGreaterThan(2)
    const seen = new Set([networkOf(first!)])
    const isNew = others.map((address) => {
      const isStrange = !seen.has(networkOf(address))
      seen.add(networkOf(address))
      return isStrange
    })
    const isTakenForNew = reasons.slice(1).map((one) => one === 'greylisting/triplet-new')
    expect(isTakenForNew).toEqual(isNew)
    expect(reasons.filter((one) => one === 'greylisting/triplet-new').length).toBeGreaterThan(2)
  })

  it('is let in at its second try if the pool lies in one network', () => {
    const near = Array.from({ length: 40 }, (_, i) => `192.0.2.${200 + i}`)
    const index = provider(near, 'per-try')
    expect(new Set(dialledFrom(index, 'relay')).size).toBeGreaterThan(1)
    const reasons = reasonsOf(index, 'greylisting')
    expect(reasons.at(-1)).toBe('greylisting/triplet-passed')
    expect(reasons.filter((one) => one === 'greylisting/triplet-new')).toHaveLength(1)
  })

  it.each(['per-message', 'per-try'])('%s: other letters move nobody’s luck', (pool) => {
    const first = (count: number) =>
      dialledFrom(provider(oneNetwork(9), pool, count), 'relay', 'alice-1')
    expect(first(1)).toEqual(first(4))
  })
})

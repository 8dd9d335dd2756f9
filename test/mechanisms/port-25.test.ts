/** What it means when an access provider lets nobody out to port 25. */
import { describe, expect, it } from 'vitest'
import { dialogue } from '../../src/sim/facts/transcript.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { BOT_HOST } from '../../src/sim/scenarios/school.ts'
import { factsOf } from '../helpers/invariants.ts'
import { rowsFor, scenarioOf, worldFor, type Wanted } from '../helpers/runs.ts'

const SHUT: Wanted = { set: { 'laptop.port-25': 'blocked', 'laptop.retry': 'never' } }

describe('a line that lets nothing out to port 25', () => {
  it('is silent: no line of SMTP, and after 30 s the client gives up', () => {
    const { index } = worldFor('two-roads', 'direct', SHUT)
    const { lines } = dialogue(index, 0, Infinity)
    expect(lines.map(({ text, at }) => `${text} ${at - lines[0]!.at}`)).toEqual([
      'connecting to 192.0.2.130:25 0',
      'connect timeout 30000',
    ])
    // The other server has never heard of it.
    expect(factsOf(index).filter(({ kind }) => kind === 'accept')).toEqual([])
  })

  it('leaves port 587 alone, and what the relay does is its own', () => {
    const [row] = rowsFor('two-roads', 'relayed', SHUT)
    expect(row).toMatchObject({ outcome: 'delivered' })
  })

  it('is in nobody’s way within the house', () => {
    const base = scenarioOf('two-roads')
    const admd = base.hosts.find(({ id }) => id === 'laptop')!.admd
    const hosts = base.hosts.map((host) => (host.id === 'mx' ? { ...host, admd } : host))
    const [row] = rowsFor({ ...base, hosts }, 'direct', SHUT)
    expect(row).toMatchObject({ outcome: 'delivered' })
  })

  it.each([
    ['open', 'delivered', '250 2.0.0'],
    ['blocked', 'lost', 'connect timeout'],
  ])('a bot on it: %s', (value, outcome, reply) => {
    const base = scenarioOf('two-roads')
    const mail = [{ ...base.mail[0]!, host: 'bot', kind: 'spam' as const }]
    const of: ScenarioFile = { ...base, hosts: [...base.hosts, BOT_HOST], mail }
    const [row] = rowsFor(of, 'direct', { set: { 'bot.port-25': value } })
    expect(row!.outcome).toBe(outcome)
    expect(row!.attempts.map((one) => one.reply)).toEqual([reply])
  })

  it('opens when the provider is asked to, and the next try gets through', () => {
    const set = { 'laptop.port-25': 'blocked', 'laptop.retry': 'outbox' }
    const [row] = rowsFor('two-roads', 'direct', {
      set,
      acts: [[45_000, { kind: 'set', path: 'laptop.port-25', value: 'open' }]],
    })
    expect(row!.attempts.map((one) => one.reply)).toEqual(['connect timeout', '250 2.0.0'])
  })
})

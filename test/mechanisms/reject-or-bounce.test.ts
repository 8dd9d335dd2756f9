/** What fills a stranger's mailbox with reports: an acceptance that should not have been given. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf, worldFor } from '../helpers/runs.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import { transcripts } from '../../src/sim/artefacts/transcripts.ts'

const byNumber = (a: number, b: number): number => a - b

const ID = 'reject-or-bounce'
const WORLDS = ['direct', 'relayed', 'bounce', 'bounce-direct', 'open-relay'] as const
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

describe('reports to a forged sender', () => {
  it.each(WORLDS)('have no sender and no report about them: %s', (world) => {
    const { index } = worldFor(ID, world)
    const { messages } = index.record
    const reports = messages.filter(({ kind }) => kind === 'dsn')
    for (const { reversePath, about } of reports) {
      expect(reversePath).toBe('')
      expect(messages[about]!.kind).not.toBe('dsn')
    }
    // One for each letter that somebody had taken and could not deliver, and no other.
    const all = journeys(index, Infinity)
    const bounced = all.filter(({ record, outcome }) => {
      return record.kind !== 'dsn' && outcome === 'bounced'
    })
    expect(reports.map(({ about }) => about).sort(byNumber)).toEqual(
      bounced.map(({ message }) => message).sort(byNumber),
    )
    expect(all.filter(({ outcome }) => outcome === 'queued')).toEqual([])
  })

  it('are sent with the null sender', () => {
    const said = transcripts(worldFor(ID, 'bounce').index).filter((line) =>
      line.includes('MAIL FROM:'),
    )
    const toVera = scenarioOf(ID).traffic![0]!.count
    expect(said.filter((line) => line.includes('MAIL FROM:<>')).length).toBeGreaterThan(toVera)
  })

  it('are as many as the letters without a reader, for every seed', () => {
    for (const seed of SEEDS) {
      const read = readingsFor(ID, { seed })
      expect(read('relayed.@lake.inbox'), `seed ${seed}`).toBe(0)
      expect(read('bounce.@lake.inbox')).toBe(scenarioOf(ID).traffic![0]!.count)
      expect(read('bounce.@lake.inbox')).toBe(read('bounce.@lake.reports'))
    }
  })

  it('are gone when the server looks before it accepts, and there when it does not', () => {
    const after = readingsFor(ID, { set: { 'mx.recipient.check': 'after-accepting' } })
    const base = readingsFor(ID)
    for (const world of ['direct', 'relayed'] as const) {
      expect(base(`${world}.@lake.reports`)).toBe(0)
      expect(after(`${world}.@lake.reports`)).toBe(scenarioOf(ID).traffic![0]!.count)
    }
  })

  it('go to whoever stands on the envelope', () => {
    const base = scenarioOf(ID)
    const traffic = base.traffic!.map((one) => ({ ...one, from: 'nobody@school.example' }))
    const read = readingsFor({ ...base, traffic })
    expect(read('bounce.@lake.reports')).toBe(0)
    // There is nobody of that name either, and nobody is told of it.
    expect(read('bounce.@relay.reports')).toBe(1)
  })

  it('come from an open relay only while it is open', () => {
    const through = { 'bot.via': 'open-relay' }
    const closed = readingsFor(ID, { set: through })
    const open = readingsFor(ID, { set: { ...through, 'relay.open': 'on' } })
    expect(closed('relayed.@lake.reports')).toBe(0)
    expect(open('relayed.@lake.reports')).toBe(scenarioOf(ID).traffic![0]!.count)
  })
})

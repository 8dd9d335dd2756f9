/** Nothing but a record of the DNS decides, and only where it is asked for. */
import { describe, expect, it } from 'vitest'
import { transcripts } from '../../src/sim/artefacts/transcripts.ts'
import { readingsFor } from '../helpers/reading-of.ts'
import { worldFor } from '../helpers/runs.ts'

const ID = 'reverse-lookup'
const WORLDS = ['direct', 'unconfirmed', 'confirmed', 'relayed', 'nameless-relay'] as const

/** Last reply in each world, under this demand. */
const replies = (demand: string) => {
  const read = readingsFor(ID, { set: { 'mx.reverse-dns.action': demand } })
  return WORLDS.map((world) => read(`${world}.alice-1.lastReply`))
}

describe('the name of an address', () => {
  it.each([
    ['off', '250 2.0.0', '250 2.0.0', '250 2.0.0', '250 2.0.0'],
    ['needs-name', '450 4.7.1', '250 2.0.0', '250 2.0.0', '450 4.7.1'],
    ['needs-confirmed', '450 4.7.1', '450 4.7.25', '250 2.0.0', '450 4.7.1'],
    ['strict', '550 5.7.25', '550 5.7.25', '250 2.0.0', '550 5.7.25'],
  ])('under %s', (demand, none, unconfirmed, confirmed, namelessRelay) => {
    expect(replies(demand)).toEqual([none, unconfirmed, confirmed, '250 2.0.0', namelessRelay])
  })

  it('is all that differs: until the answer to RCPT the client says the same in all of them', () => {
    const said = ['direct', 'unconfirmed', 'confirmed'].map((world) => {
      const lines = transcripts(worldFor(ID, world).index)
      const until = lines.findIndex((line) => line.includes('250 2.1.0 Ok'))
      expect(until).toBeGreaterThan(5)
      // When the reply comes depends on how much the server had to look up.
      return lines.slice(0, until).map((line) => line.slice(13))
    })
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })
})

/** What makes twenty uploads of one: with the cause switched off the difference is gone. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf } from '../helpers/runs.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'

const LETTER = 9_000_000
const SECONDS = 1000

/** The letter goes to others, and Bob's server knows every name. */
function sentTo(to: readonly string[]): ScenarioFile {
  const base = scenarioOf('one-upload-or-twenty')
  const hosts = base.hosts.map((one) => (one.id === 'mx' ? { ...one, mailboxes: ['*'] } : one))
  return { ...base, hosts, mail: base.mail.map((one) => ({ ...one, to })) }
}

/** Whole letters that a host has sent. */
const letters = (octets: number | string | null): number => Math.floor(Number(octets) / LETTER)

describe('one upload or twenty', () => {
  const twenty = scenarioOf('one-upload-or-twenty').mail[0]!.to
  const atOneDomain = Array.from({ length: 20 }, (_, i) => `friend${i + 1}@college.example`)

  it.each<[string, readonly string[], number]>([
    ['one friend', ['bob@college.example'], 1],
    ['three friends at three domains', twenty.slice(0, 3), 3],
    ['twenty friends at one domain', atOneDomain, 1],
    ['twenty friends at twenty domains', twenty, 20],
  ])('%s', (_, to, uploads) => {
    const read = readingsFor(sentTo(to))
    expect(read('direct.alice-1.reached')).toBe(to.length)
    expect(read('relayed.alice-1.reached')).toBe(to.length)
    expect(letters(read('direct.@laptop.sent'))).toBe(uploads)
    expect(read('direct.@laptop.sessions')).toBe(uploads)
    expect(letters(read('relayed.@laptop.sent'))).toBe(1)
    expect(letters(read('relayed.@relay.sent'))).toBe(uploads)
  })

  it('a line that is fast enough makes the time equal, and not the octets', () => {
    const read = readingsFor('one-upload-or-twenty', { set: { 'laptop.line.speed': '0' } })
    expect(read('direct.@laptop.connected')).toBeLessThan(2 * SECONDS)
    expect(read('relayed.@laptop.connected')).toBeLessThan(2 * SECONDS)
    expect(letters(read('direct.@laptop.sent'))).toBe(20)
  })

  it('a relay on a slow line makes friends wait, and not Alice', () => {
    const set = { 'relay.line.speed': '125000' }
    const read = readingsFor('one-upload-or-twenty', { set })
    expect(read('relayed.@laptop.connected')).toBeLessThan(75 * SECONDS)
    // Into the relay once, and out of it twenty times.
    expect(read('relayed.alice-1.lastArrival')).toBeGreaterThan(21 * 72 * SECONDS)
    expect(read('relayed.alice-1.lastArrival')).toBeLessThan(21 * 72 * SECONDS + 5 * SECONDS)
  })

  it('a friend whose server is down costs the others nothing', () => {
    const set = { 'mx7.outage.lasts': '600 s' }
    const read = readingsFor('one-upload-or-twenty', { set })
    expect(read('relayed.alice-1.reached')).toBe(20)
    expect(read('relayed.@laptop.connected')).toBeLessThan(75 * SECONDS)
    expect(read('relayed.alice-1.took')).toBeLessThan(75 * SECONDS)
    expect(read('relayed.alice-1.lastArrival')).toBeGreaterThan(600 * SECONDS)
  })

  it('a lid that closes after five minutes stops what has not left the house', () => {
    const set = { 'laptop.lid.closes': '300 s', 'laptop.lid.stays-closed': '3600 s' }
    const read = readingsFor('one-upload-or-twenty', { set })
    // Four letters have gone through by then; the fifth is sent again from its beginning.
    expect(read('direct.all.copies')).toBe(20)
    expect(read('direct.alice-1.lastArrival')).toBeGreaterThan((3900 + 16 * 72) * SECONDS)
    expect(read('direct.alice-1.lastArrival')).toBeLessThan((3900 + 16 * 72 + 60) * SECONDS)
    expect(read('relayed.alice-1.lastArrival')).toBeLessThan(80 * SECONDS)
  })
})

/**
 * What greylisting is good for depends on what stands before it: behind a block list that knows most
 * of the bots it stops few that would have come in, and alone it stops them all.
 */
import { describe, expect, it } from 'vitest'
import type { ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { a } from '../helpers/day.ts'
import { rowsFor, worldFor } from '../helpers/runs.ts'
import { networks, reasonsOf, spamStage } from '../helpers/spammers.ts'

const BOTS = networks(100)
const LETTERS = 400

/** The list knows nine of ten of them. */
const LIST: ZoneSpec = {
  origin: 'dnsbl.example',
  ttl: '1 h',
  negativeTtl: '60 s',
  names: Object.fromEntries(
    BOTS.filter((_, i) => i % 10 > 0).map((address) => [
      `${address.split('.').reverse().join('.')}.dnsbl.example`,
      [a('127.0.0.2')],
    ]),
  ),
}

const stage = (grey: string, list: string, retry = 'never') =>
  spamStage({
    letters: [],
    addresses: BOTS,
    zones: [LIST],
    // Names that are not numbered as lists do it (VERP): each sender is one of its own.
    traffic: [{ count: LETTERS, ends: '2 h', from: 'win{n}@prizes.example' }],
    settings: {
      'bot.addresses': 'per-message',
      'bot.retry': retry,
      'mx.greylist.on': grey,
      'mx.dnsbl.action': list,
    },
  })

/** Spam that comes in. */
const arrived = (grey: string, list: string, retry?: string): number =>
  rowsFor(stage(grey, list, retry), 'relayed').filter(({ outcome }) => outcome === 'delivered')
    .length

describe('greylisting', () => {
  it('alone stops every bot that does not come back', () => {
    expect(arrived('off', 'off')).toBe(LETTERS)
    expect(arrived('on', 'off')).toBe(0)
  })

  it('behind a list stops no more than the list has left', () => {
    const left = arrived('off', 'refuse')
    expect(left / LETTERS).toBeGreaterThan(0.05)
    expect(left / LETTERS).toBeLessThan(0.15)
    expect(arrived('on', 'refuse')).toBe(0)
  })

  it('is not even asked about who is listed, when the list comes first', () => {
    const behind = reasonsOf(worldFor(stage('on', 'refuse'), 'relayed').index, 'greylisting')
    const alone = reasonsOf(worldFor(stage('on', 'off'), 'relayed').index, 'greylisting')
    expect(alone).toHaveLength(LETTERS)
    expect(behind.length).toBeLessThan(LETTERS / 5)
  })

  it('stops nobody who comes back from the same place; the list does', () => {
    expect(arrived('on', 'off', 'same-address')).toBe(LETTERS)
    expect(arrived('on', 'refuse', 'same-address')).toBe(arrived('off', 'refuse'))
  })

  it('stops who comes back from elsewhere', () => {
    expect(arrived('on', 'off', 'other-address')).toBe(0)
  })
})

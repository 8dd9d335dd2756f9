/**
 * Snowshoe spam: a real mail server with many clean addresses, few letters from each, a valid SPF
 * record and patience. What tells infected PCs apart from servers has nothing to say about it.
 */
import { describe, expect, it } from 'vitest'
import type { HostSpec, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { a } from '../helpers/day.ts'
import { reportFor, worldFor, rowsFor } from '../helpers/runs.ts'
import { dialledFrom, oneNetwork, reasonsOf, spamStage } from '../helpers/spammers.ts'

const ADDRESSES = oneNetwork(50)
const NAME = 'mail.offers.example'
const label = { everyday: 'Offers', technical: 'Offers', protocol: NAME }

/** Behind the school's relay in the list: mail programs submit to the first host of its kind. */
const SHOE: HostSpec = {
  id: 'shoe',
  kind: 'submission',
  name: NAME,
  label,
  admd: label,
  addresses: ADDRESSES,
  domains: ['offers.example'],
  mailboxes: ['*'],
}

const ZONES: readonly ZoneSpec[] = [
  {
    origin: 'offers.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: {
      'offers.example': [
        { type: 'MX', preference: 10, exchange: NAME },
        { type: 'TXT', strings: ['v=spf1 ip4:198.18.1.0/24 -all'] },
      ],
      [NAME]: ADDRESSES.map(a),
    },
  },
  {
    origin: '1.18.198.in-addr.arpa',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: Object.fromEntries(
      ADDRESSES.map((_, i) => [
        `${i + 1}.1.18.198.in-addr.arpa`,
        [{ type: 'PTR' as const, name: NAME }],
      ]),
    ),
  },
]

const LETTERS = 200
const stage = (pool: string) =>
  spamStage({
    letters: [],
    hosts: [SHOE],
    zones: ZONES,
    traffic: [{ host: 'shoe', count: LETTERS, ends: '6 h', from: 'offer-{n}@offers.example' }],
    settings: {
      'shoe.queue.pool': pool,
      'mx.greylist.on': 'on',
      'mx.greylist.auto-whitelist': '0',
      'mx.spf': 'refuse',
    },
  })

describe('a snowshoe spammer', () => {
  const { index } = worldFor(stage('per-message'), 'relayed')

  it('gets past greylisting and SPF with every letter', () => {
    const rows = rowsFor(stage('per-message'), 'relayed')
    expect(rows).toHaveLength(LETTERS)
    for (const { outcome } of rows) expect(outcome).toBe('delivered')
    expect(new Set(reasonsOf(index, 'spf'))).toEqual(new Set(['spf/spf-pass']))
    expect(reasonsOf(index, 'greylisting')).toContain('greylisting/triplet-passed')
  })

  it('sends few letters from each of its addresses', () => {
    const from = dialledFrom(index, 'shoe')
    const counts = ADDRESSES.map((one) => from.filter((address) => address === one).length)
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(40)
    // About four letters and their second tries each.
    expect(Math.max(...counts)).toBeLessThan(30)
  })

  it('does all of it from one address, where it has no pool', () => {
    const { index: plain } = worldFor(stage('present'), 'relayed')
    expect(new Set(dialledFrom(plain, 'shoe'))).toEqual(new Set([ADDRESSES[0]]))
  })

  it('leaves the roads of others alone', () => {
    const letters = [{ host: 'laptop', kind: 'good' as const, from: 'alice@school.example' }]
    const of = { ...stage('per-message'), mail: spamStage({ letters }).mail }
    const { messages } = reportFor(of).worlds['relayed']!
    const alice = messages.find(({ id }) => id === 'alice-1')
    expect(alice?.submission).toMatchObject({ host: 'smtp.school.example' })
  })
})

import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../src/sim/mail/reply.ts'
import { dnsbl } from '../../../src/sim/policy/dnsbl/check.ts'
import type { Listing } from '../../../src/sim/policy/inquiry.ts'
import { questionAbout } from '../../helpers/question.ts'

const NOT: Listing = { listed: false, code: '', reason: '', failed: null }
const YES: Listing = { listed: true, code: '127.0.0.2', reason: 'Seen at a trap', failed: null }

/** What is found where the list says this. */
function found(listing: Listing, dnsblAction: string) {
  const asked: string[] = []
  const inquiry = {
    listing(zone: string) {
      asked.push(zone)
      return listing
    },
  }
  const finding = dnsbl.evaluate(questionAbout({ inquiry }), null, { dnsblAction })
  expect(asked).toEqual(['dnsbl.example'])
  return finding
}

const WIRE = { host: 'mx.d.example', client: '203.0.113.99', queueId: String, sizeLimitOctets: 0 }

describe('the block list', () => {
  it('is asked when its option says so', () => {
    expect(dnsbl.options).toHaveLength(1)
    for (const value of ['score', 'refuse']) expect(dnsbl.isOn({ dnsblAction: value })).toBe(true)
    expect(dnsbl.isOn({ dnsblAction: 'off' })).toBe(false)
  })

  it.each<[string, Listing, string, string, number, boolean]>([
    ['nobody knows the address', NOT, 'refuse', 'not-listed', 0, true],
    ['listed, and that is a no', YES, 'refuse', 'listed', 0, false],
    ['listed, and that gives points', YES, 'score', 'listed', 40, true],
    ['not listed gives none', NOT, 'score', 'not-listed', 0, true],
    // fail open: somebody else's server is down
    ['the list is silent', { ...NOT, failed: 'dns' }, 'refuse', 'list-silent', 0, true],
    ['we may not ask', { ...NOT, failed: 'refused' }, 'refuse', 'list-silent', 0, true],
    ['its zone has been sold', { ...NOT, failed: 'nonsense' }, 'score', 'list-silent', 0, true],
  ])('%s', (_, listing, action, reason, score, passes) => {
    expect(found(listing, action)).toMatchObject({ reason, score, folder: 'inbox' })
    expect(found(listing, action).reply === null).toBe(passes)
  })

  it.each<[string, string]>([
    ['', 'blocked using dnsbl.example'],
    ['Seen at a trap', 'blocked using dnsbl.example; Seen at a trap'],
  ])('says why if the list does: "%s"', (reason, end) => {
    const { reply, about } = found({ ...YES, reason }, 'refuse')
    expect(renderReply(reply!, WIRE)).toEqual([
      `554 5.7.1 Service unavailable; Client host [203.0.113.99] ${end}`,
    ])
    expect(end.endsWith(about)).toBe(true)
  })

  it('never says more than a reply has room for (RFC 5321 §4.5.3.1.5)', () => {
    const { reply } = found({ ...YES, reason: 'x'.repeat(4000) }, 'refuse')
    expect(renderReply(reply!, WIRE)[0]!.length).toBeLessThanOrEqual(510)
  })
})

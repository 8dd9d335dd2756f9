import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../src/sim/mail/reply.ts'
import { dynamic } from '../../../src/sim/policy/dynamic/check.ts'
import type { Inquiry, Listing } from '../../../src/sim/policy/inquiry.ts'
import { questionAbout } from '../../helpers/question.ts'

const NOT: Listing = { listed: false, code: '', reason: '', failed: null }
const YES: Listing = { listed: true, code: '127.0.0.10', reason: 'Customers', failed: null }
const POOL = 'dsl-7.provider.example'
const WELL = 'mail.company.example'

interface Line {
  readonly listing: Listing
  readonly name: string
}

/** What is found, and what was asked for it. */
function found({ listing, name }: Line, dynamicAction: string, dynamicBy: string) {
  const asked: string[] = []
  const inquiry: Partial<Inquiry> = {
    listing(zone) {
      asked.push(zone)
      return listing
    },
    reverseName() {
      asked.push('name')
      return { result: name === '' ? 'permerror' : 'fail', name }
    },
  }
  const q = questionAbout({ clientAddress: '203.0.113.7', inquiry })
  return { ...dynamic.evaluate(q, null, { dynamicAction, dynamicBy }), asked: asked.join() }
}

describe("a customer's line", () => {
  it('is looked for when its option says so', () => {
    for (const one of ['score', 'refuse'])
      expect(dynamic.isOn({ dynamicAction: one, dynamicBy: 'list' })).toBe(true)
    expect(dynamic.isOn({ dynamicAction: 'off', dynamicBy: 'list' })).toBe(false)
  })

  it.each<[string, Line, string, string, number, string]>([
    ['listed', { listing: YES, name: POOL }, 'list', 'line-listed', 20, 'pbl.example'],
    ['named', { listing: YES, name: POOL }, 'name', 'line-named', 10, 'name'],
    ['both', { listing: YES, name: POOL }, 'either', 'line-listed', 30, 'pbl.example,name'],
    ['only the name', { listing: NOT, name: POOL }, 'either', 'line-named', 10, 'pbl.example,name'],
    [
      'only the list',
      { listing: YES, name: WELL },
      'either',
      'line-listed',
      20,
      'pbl.example,name',
    ],
    ['a company', { listing: NOT, name: WELL }, 'list', 'line-not-listed', 0, 'pbl.example'],
    ['a company’s name', { listing: NOT, name: WELL }, 'name', 'line-well-named', 0, 'name'],
    ['no name at all', { listing: NOT, name: '' }, 'name', 'line-without-name', 0, 'name'],
    // fail open
    [
      'a list that is down',
      { listing: { ...NOT, failed: 'dns' }, name: WELL },
      'list',
      'list-silent',
      0,
      'pbl.example',
    ],
  ])('%s', (_, line, by, reason, score, asked) => {
    expect(found(line, 'score', by)).toMatchObject({ reason, score, asked, reply: null })
    const refused = found(line, 'refuse', by)
    expect(refused.reason).toBe(reason)
    expect(refused.reply !== null).toBe(score > 0)
  })

  it('is not looked up a second time when it is refused already', () => {
    expect(found({ listing: YES, name: POOL }, 'refuse', 'either').asked).toBe('pbl.example')
  })

  it.each<[string, string]>([
    [
      'list',
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using pbl.example; Customers',
    ],
    [
      'name',
      '554 5.7.1 <dsl-7.provider.example>: Unverified Client host rejected: ' +
        "mail from a customer's line comes by its provider's server",
    ],
  ])('is told which sign counted: %s', (by, line) => {
    const { reply } = found({ listing: YES, name: POOL }, 'refuse', by)
    const wire = { host: '', client: '203.0.113.7', queueId: String, sizeLimitOctets: 0 }
    expect(renderReply(reply!, wire)).toEqual([line])
  })
})

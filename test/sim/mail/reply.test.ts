import { describe, expect, it } from 'vitest'
import { formatQueueId } from '../../../src/sim/mail/queue-id.ts'
import type { ReplyContext } from '../../../src/sim/mail/reply.ts'
import {
  parseReply,
  renderReply,
  reply,
  replyClass,
  statusOf,
} from '../../../src/sim/mail/reply.ts'
import { R, REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'
import { RELAY_EXTENSIONS } from '../../../src/sim/mail/smtp/extensions.ts'

const context: ReplyContext = {
  host: 'mx.receiver.example',
  client: '203.0.113.7',
  queueId: formatQueueId,
  sizeLimitOctets: 10_240_000,
}

describe('a reply', () => {
  it('without particulars is a shared constant', () => {
    expect(reply(R.ok)).toBe(reply(R.ok))
    expect(reply(R.ok, 'x')).toEqual({ spec: R.ok, about: 'x', detail: 0 })
  })

  it('has a class and a status', () => {
    expect(
      [R.ok, R.startContent, R.greylisted, R.userUnknown].map((s) => replyClass(reply(s))),
    ).toEqual([2, 3, 4, 5])
    expect(statusOf(reply(R.greylisted))).toBe('4.2.0')
    expect(statusOf(parseReply(['550 no']))).toBe('5.0.0')
    expect(statusOf(reply(R.startContent))).toBe('2.0.0')
  })
})

describe('rendering', () => {
  it.each([
    [reply(R.greeting), '220 mx.receiver.example ESMTP Postfix'],
    [reply(R.helo), '250 mx.receiver.example'],
    [reply(R.startContent), '354 End data with <CR><LF>.<CR><LF>'],
    [reply(R.queued, '', 3), `250 2.0.0 Ok: queued as ${formatQueueId(3)}`],
    [
      reply(R.greylisted, 'bob@receiver.example'),
      '450 4.2.0 <bob@receiver.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/receiver.example.html',
    ],
    [
      reply(R.userUnknown, 'nobody@receiver.example'),
      '550 5.1.1 <nobody@receiver.example>: Recipient address rejected: User unknown in virtual mailbox table',
    ],
    [
      reply(R.noReverseName),
      '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]',
    ],
    [
      reply(R.blocklisted, 'dnsbl.example; Listed, see https://dnsbl.example/'),
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using dnsbl.example; Listed, see https://dnsbl.example/',
    ],
    [
      reply(R.tooManyConnections),
      '421 4.7.0 mx.receiver.example Error: too many connections from 203.0.113.7',
    ],
  ])('%#: %o', (r, line) => {
    expect(renderReply(r, context)).toEqual([line])
  })

  it('gives the answer to EHLO many lines', () => {
    const lines = renderReply(reply(R.ehlo, '', RELAY_EXTENSIONS), context)
    expect(lines.slice(0, 3)).toEqual([
      '250-mx.receiver.example',
      '250-PIPELINING',
      '250-SIZE 10240000',
    ])
    expect(lines.at(-1)).toBe('250 CHUNKING')
  })
})

describe('reading', () => {
  // the only ones that look alike on the wire
  const twins = new Set([R.ehlo, R.helo])

  it.each(REPLIES.filter((spec) => !twins.has(spec)))('recognises $name', (spec) => {
    const about = spec.text.includes('{about}') ? 'bob@receiver.example' : ''
    expect(parseReply(renderReply(reply(spec, about), context))).toEqual(reply(spec, about))
  })

  it('finds extensions', () => {
    const r = reply(R.ehlo, '', RELAY_EXTENSIONS)
    expect(parseReply(renderReply(r, context))).toEqual(r)
    expect(parseReply(['250 mx.receiver.example'])).toEqual(reply(R.helo))
  })

  it('keeps what it does not know', () => {
    const lines = ['421-4.7.28 Our system has detected', '421 4.7.28 an unusual rate']
    const r = parseReply(lines)
    expect(r.spec).toMatchObject({ index: -1, code: 421, enhanced: '4.7.28' })
    expect(renderReply(r, context)).toEqual(lines)
    expect(parseReply(['250 Accepted']).spec).toMatchObject({ index: -1, enhanced: null })
    expect(parseReply(['550 4.1.1 classes disagree']).spec.enhanced).toBeNull()
    expect(renderReply(parseReply(['550 {host} in braces']), context)).toEqual([
      '550 {host} in braces',
    ])
  })

  it('takes nonsense for a refusal', () => {
    expect(parseReply(['hello']).spec.code).toBe(500)
    expect(parseReply([]).spec.code).toBe(500)
    expect(parseReply(['999 x']).spec.code).toBe(500)
  })
})

import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../src/sim/mail/reply.ts'
import { senderDomain } from '../../../src/sim/policy/sender-domain/check.ts'
import { questionAbout } from '../../helpers/question.ts'
import { answering, type Answers } from '../mail/dns/answers.ts'
import { a, aaaa, mx } from '../mail/dns/zones.ts'

const ZONES: Answers = {
  'a.example': [mx(10, 'mx.a.example')],
  'implicit.example': [a('192.0.2.1')],
  'six.example': [aaaa('2001:db8::1')],
  'null.example': [mx(0, '.')],
  'empty.example': [],
  'down.example': 'SERVFAIL',
  'slow.example': 'TIMEOUT',
  'half.example MX': [],
  'half.example A': 'SERVFAIL',
}

function found(reversePath: string, senderDomainAction = 'refuse') {
  const q = questionAbout({ reversePath, inquiry: { ask: answering(ZONES) } })
  return senderDomain.evaluate(q, null, { senderDomainAction })
}

const wire = { host: '', client: '', queueId: String, sizeLimitOctets: 0 }

describe("the sender's domain", () => {
  it('is looked up when its option says so', () => {
    const on = ['off', 'score', 'refuse'].map((one) =>
      senderDomain.isOn({ senderDomainAction: one }),
    )
    expect(on).toEqual([false, true, true])
  })

  it.each<[string, string, string, number]>([
    ['x@a.example', 'domain-known', 'pass', 0],
    ['x@implicit.example', 'domain-known', 'pass', 0],
    ['x@six.example', 'domain-known', 'pass', 0],
    ['x@nosuch.example', 'domain-unknown', '450 4.1.8', 15],
    ['x@empty.example', 'domain-unknown', '450 4.1.8', 15],
    ['x@null.example', 'null-mx', '550 5.7.27', 15],
    ['x@down.example', 'dns-trouble', '450 4.1.8', 0],
    ['x@slow.example', 'dns-trouble', '450 4.1.8', 0],
    ['x@half.example', 'dns-trouble', '450 4.1.8', 0],
    // RFC 5321 §4.5.5: a report is never refused for that
    ['', 'null-sender', 'pass', 0],
    ['x@[192.0.2.1]', 'sender-without-domain', 'pass', 0],
    ['x', 'sender-without-domain', 'pass', 0],
  ])('of <%s>: %s', (path, reason, said, points) => {
    const { reply, reason: because } = found(path)
    expect(because).toBe(reason)
    const line = reply === null ? 'pass' : renderReply(reply, wire)[0]!
    expect(line.startsWith(said)).toBe(true)
    expect(found(path, 'score')).toMatchObject({ reason, score: points, reply: null })
  })
})

import { describe, expect, it } from 'vitest'
import { mailLog } from '../../../src/sim/artefacts/mail-log.ts'
import { misshapen } from '../../helpers/log-shapes.ts'
import { worldFor } from '../../helpers/runs.ts'
import { spamStage } from '../../helpers/spammers.ts'

const zone = (origin: string, reason: string) => ({
  origin,
  ttl: '1 h',
  negativeTtl: '1 min',
  names: {
    [`66.113.0.203.${origin}`]: [
      { type: 'A', address: '127.0.0.2' },
      { type: 'TXT', strings: [reason] },
    ],
  },
})
const ZONES = [
  zone('dnsbl.example', 'Seen at a trap'),
  zone('pbl.example', 'A range of customers'),
  {
    origin: 'prizes.example',
    ttl: '1 h',
    negativeTtl: '1 min',
    names: { 'prizes.example': [{ type: 'TXT', strings: ['v=spf1 -all'] }] },
  },
] as NonNullable<Parameters<typeof spamStage>[0]['zones']>

const SENT = 'from=<winner@prizes.example> to=<bob@college.example> proto=SMTP helo=<localhost>'

function log(settings: Readonly<Record<string, string>>): string[] {
  const { index } = worldFor(spamStage({ zones: ZONES, settings }), 'relayed')
  return mailLog(index, Infinity).map(({ text }) => text)
}

describe('what a check refuses at RCPT is logged with whom it was from and for', () => {
  it.each([
    [
      { 'mx.dnsbl.action': 'refuse' },
      '554 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using dnsbl.example; Seen at a trap',
    ],
    [
      { 'mx.dynamic.action': 'refuse' },
      '554 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using pbl.example; A range of customers',
    ],
    [
      { 'mx.reverse-dns.action': 'needs-name' },
      '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.66]',
    ],
    [
      { 'mx.reverse-dns.action': 'strict' },
      '550 5.7.25 Client host rejected: cannot find your hostname, [203.0.113.66]',
    ],
    [
      { 'mx.helo.action': 'refuse' },
      '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
    ],
    [
      { 'mx.sender-domain.action': 'refuse' },
      '450 4.1.8 <winner@prizes.example>: Sender address rejected: Domain not found',
    ],
    [
      { 'mx.spf': 'refuse' },
      '550 5.7.23 <bob@college.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized',
    ],
  ])('%j', (settings, reply) => {
    const lines = log(settings)
    expect(misshapen(lines)).toEqual([])
    const refused = lines.filter((line) => line.includes('NOQUEUE: reject: RCPT'))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toContain(`NOQUEUE: reject: RCPT from unknown[203.0.113.66]: ${reply}`)
    expect(refused[0]?.endsWith(`; ${SENT}`)).toBe(true)
  })
})

it('what a mail filter refuses after the data is for cleanup to log, without the code', () => {
  const lines = log({
    'mx.content.action': 'score',
    'mx.score.on': 'on',
    'mx.score.refuse': '1',
  })
  expect(misshapen(lines)).toEqual([])
  const refused = lines.filter((line) => line.includes('reject: '))
  expect(refused.map((line) => line.slice(line.indexOf('postfix/')))).toEqual([
    'postfix/cleanup[2117]: NOQUEUE: milter-reject: END-OF-MESSAGE from unknown[203.0.113.66]: ' +
      `5.7.1 Spam message rejected; ${SENT}`,
  ])
})

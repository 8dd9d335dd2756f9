import { describe, expect, it } from 'vitest'
import { mailLog } from '../../../src/sim/artefacts/mail-log.ts'
import { a, day, mx } from '../../helpers/day.ts'
import { worldFor } from '../../helpers/runs.ts'
import { MX, RELAY, told, troubled } from '../../helpers/told-log.ts'

describe('what a server refuses', () => {
  it.each([
    [
      'greeting-554',
      `CONNECT from ${RELAY}: 554 mx.college.example No SMTP service here; proto=SMTP`,
    ],
    [
      'hello-550',
      `EHLO from ${RELAY}: 550 5.7.1 <smtp.school.example>: Helo command rejected: Access denied; proto=SMTP helo=<smtp.school.example>`,
    ],
    [
      'mail-550',
      `MAIL from ${RELAY}: 550 5.7.1 <alice@school.example>: Sender address rejected: Access denied; from=<alice@school.example> proto=ESMTP helo=<smtp.school.example>`,
    ],
    [
      'data-554',
      `DATA from ${RELAY}: 554 5.7.1 <DATA>: Data command rejected: Access denied; from=<alice@school.example> to=<bob@college.example> proto=ESMTP helo=<smtp.school.example>`,
    ],
    [
      'content-554',
      `END-OF-MESSAGE from ${RELAY}: 554 5.6.0 Error: message content rejected; from=<alice@school.example> to=<bob@college.example> proto=ESMTP helo=<smtp.school.example>`,
    ],
  ])('is logged with what is known: %s', (trouble, text) => {
    expect(told('backup-mx', 'mx', troubled(trouble))).toContain(`smtpd: NOQUEUE: reject: ${text}`)
  })

  it('has no sender where the declared size was too big', () => {
    const log = told('two-roads', 'smtp', { set: { 'relay.size-limit': '100' } })
    expect(log).toContain(
      'smtpd: NOQUEUE: reject: MAIL from unknown[203.0.113.25]: 552 5.3.4 Message size exceeds ' +
        'fixed limit; proto=ESMTP helo=<laptop.home.example>',
    )
  })

  it("is cleanup's to log, without the code, where a mail filter has asked for it", () => {
    const log = told('who-says-it-is-alice', 'mx', {})
    expect(log).toContain(
      'cleanup: NOQUEUE: milter-reject: END-OF-MESSAGE from unknown[203.0.113.66]: 5.7.1 Rejected ' +
        'by the DMARC policy of school.example; from=<alice@school.example> ' +
        'to=<bob@college.example> proto=SMTP helo=<localhost>',
    )
    expect(log.join('\n')).not.toContain(': reject: END-OF-MESSAGE')
  })

  it('is a warning where the client was too busy', () => {
    const mail = [{ at: '0 s' }, { at: '1 s' }, { at: '2 s' }]
    const base = worldFor('two-roads', 'relayed').run.scenario
    const busy = { ...base, mail: mail.map((one) => ({ ...base.mail[0]!, ...one })) }
    const log = (option: string): string =>
      mailLog(worldFor(busy, 'relayed', { set: { [option]: '1' } }).index, Infinity)
        .map(({ text }) => text)
        .join('\n')
    const connections = log('mx.limits.connections')
    expect(connections).toContain(
      `: warning: Connection rate limit exceeded: 2 from ${RELAY} for service smtp`,
    )
    expect(connections).not.toContain('reject: CONNECT')
    expect(log('mx.limits.messages')).toContain(
      `: warning: Message delivery request rate limit exceeded: 2 from ${RELAY} for service smtp`,
    )
  })

  it('counts what was refused', () => {
    expect(told('backup-mx', 'mx', troubled('content-554'))).toContain(
      `smtpd: disconnect from ${RELAY} ehlo=1 mail=1 rcpt=1 data=0/1 quit=1 commands=4/5`,
    )
  })
})

describe('sessions that end badly', () => {
  const asleep = { acts: [[40, { kind: 'lid', host: 'laptop', closed: true }]] } as const

  it('time out where the client cannot say that it is gone', () => {
    const log = told('two-roads', 'smtp', asleep)
    expect(log.slice(0, 3)).toEqual([
      'smtpd: connect from unknown[203.0.113.25]',
      'smtpd: timeout after CONNECT from unknown[203.0.113.25]',
      'smtpd: disconnect from unknown[203.0.113.25] commands=0/0',
    ])
  })

  it('begin with a password that is refused', () => {
    const base = worldFor('two-roads', 'relayed').run.scenario
    const hosts = base.hosts.map((host) => ({ ...host, account: 'mallory@school.example' }))
    const { index } = worldFor({ ...base, hosts }, 'relayed')
    const log = mailLog(index, Infinity).map((line) => line.text)
    expect(log.join('\n')).toContain(
      ': warning: unknown[203.0.113.25]: SASL PLAIN authentication failed: authentication failure',
    )
  })
})

describe('a host that asks for its mail', () => {
  const calls = {
    'mx.outage.lasts': '0 s',
    'mx.line.kind': 'calls',
    'mx.line.first': '10 min',
    'mx.fetch': 'etrn',
  }

  it('is counted, and what waits is sent over another connection', () => {
    const log = told('backup-mx', 'mx2', { set: { ...calls, 'backup.hold': 'until-asked' } })
    const asked = log.findIndex((line) => line.includes('etrn=1'))
    expect(log[asked]).toBe(`smtpd: disconnect from ${MX} ehlo=1 etrn=1 quit=1 commands=3`)
    expect(log.join('\n')).toMatch(
      /relay=mx\.college\.example\[192\.0\.2\.130\]:25, .* status=sent/,
    )
  })

  it('is served over a connection that it has turned round', () => {
    const set = { ...calls, 'mx.fetch': 'odmr', 'backup.hold': 'until-asked' }
    const provider = told('backup-mx', 'mx2', { set }).join('\n')
    expect(provider).toContain(`smtpd: disconnect from ${MX} ehlo=1 auth=1 atrn=1 commands=3`)
    expect(provider).toMatch(/relay=mx\.college\.example\[192\.0\.2\.130\]:366, .* status=sent/)
    expect(told('backup-mx', 'mx', { set })).toContain(
      'smtpd: connect from mx2.neighbour.example[198.51.100.20]',
    )
  })

  it('is refused where nobody keeps any for it', () => {
    const base = day({
      'college.example': [mx(10, 'mx.college.example'), mx(20, 'smtp.school.example')],
      'mx.college.example': [a('192.0.2.130')],
    })
    const { 'mx.outage.lasts': _, ...set } = calls
    const { index } = worldFor(base, 'relayed', { set })
    const log = mailLog(index, Infinity).map((line) => line.text)
    expect(log.join('\n')).toContain(`: warning: reject: ETRN college.example... from ${MX}`)
  })
})

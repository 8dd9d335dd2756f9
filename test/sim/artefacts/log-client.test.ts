import { describe, expect, it } from 'vitest'
import { MX, told, troubled } from '../../helpers/told-log.ts'

describe('a host that is tried in vain before another one', () => {
  it.each([
    ['greeting-421', `host ${MX} refused to talk to me: 421 4.3.2 mx.college.example Service not`],
    ['greeting-554', `host ${MX} refused to talk to me: 554 mx.college.example No SMTP service`],
    ['hello-421', `host ${MX} refused to talk to me: 421 4.3.2`],
    ['hello-450', `host ${MX} refused to talk to me: 450 4.7.1 <smtp.school.example>: Helo`],
    ['hello-drop', `lost connection with ${MX} while performing the EHLO handshake`],
    [
      'mail-451',
      `host ${MX} said: 451 4.3.0 <alice@school.example>: Temporary lookup failure (in reply to MAIL FROM command)`,
    ],
    [
      'rcpt-452',
      `host ${MX} said: 452 4.2.2 <bob@college.example>: Mailbox full (in reply to RCPT TO command)`,
    ],
    [
      'data-451',
      `host ${MX} said: 451 4.3.0 <DATA>: Data command rejected: Temporary lookup failure (in reply to DATA command)`,
    ],
    [
      'content-451',
      `host ${MX} said: 451 4.3.0 Error: queue file write error (in reply to end of DATA command)`,
    ],
  ])('leaves a line: %s', (trouble, text) => {
    const log = told('backup-mx', 'smtp', troubled(trouble))
    const first = log.findIndex((line) => line.startsWith('smtp: '))
    expect(log[first]).toContain(`smtp: ID: ${text}`)
    const next = 'connect to mx2.neighbour.example[198.51.100.20]:25: Connection refused'
    expect(log[first + 1]).toBe(`smtp: ${next}`)
    expect(log[first + 2]).toMatch(/^smtp: ID: to=<bob@college.example>, relay=none, /)
    expect(log[first + 2]).toContain(`dsn=4.4.1, status=deferred (${next})`)
  })

  it.each(['mail-550', 'data-554', 'content-554'])(
    'is the last one after a final no: %s',
    (one) => {
      const log = told('backup-mx', 'smtp', troubled(one)).filter((line) =>
        line.startsWith('smtp: '),
      )
      expect(log[0]).toMatch(/to=<bob@college.example>.* dsn=5\.\d\.\d, status=bounced \(host mx/)
    },
  )

  it('is the last one after a no to HELO', () => {
    const log = told('backup-mx', 'smtp', troubled('hello-550')).filter((line) =>
      line.startsWith('smtp: '),
    )
    expect(log[0]).toContain(`smtp: ID: to=<bob@college.example>, relay=${MX}:25, `)
    expect(log[0]).toContain(
      ` dsn=5.7.1, status=bounced (host ${MX} refused to talk to me: 550 5.7.1 ` +
        '<smtp.school.example>: Helo command rejected: Access denied)',
    )
    expect(log.join('\n')).not.toContain('mx2.neighbour.example')
  })

  it('leaves one without a queue id where nobody is there', () => {
    const log = told('backup-mx', 'smtp', {})
    expect(log[5]).toBe(`smtp: connect to ${MX}:25: Connection refused`)
    expect(log[6]).toMatch(/relay=mx2\.neighbour\.example\[198\.51\.100\.20\]:25, .* status=sent/)
  })
})

describe('a site that is left alone', () => {
  it('has its mail put off by the retry service, with the failure behind it', () => {
    const set = { 'mx.outage.lasts': '1 d', 'relay.queue.concurrency': '1' }
    const send = (n: number) =>
      [
        n,
        {
          kind: 'send',
          host: 'laptop',
          from: 'alice@school.example',
          to: ['dana@college.example'],
          subject: 'Hello',
        },
      ] as const
    const log = told('two-roads', 'smtp', { set, acts: [send(10_000), send(20_000)] })
    const held = log.filter((line) => line.startsWith('error: '))
    expect(held.length).toBeGreaterThan(1)
    for (const line of held)
      expect(line).toMatch(
        /^error: ID: to=<dana@college.example>, relay=none, .*, dsn=4\.4\.1, status=deferred \(delivery temporarily suspended: connect to mx\.college\.example\[192\.0\.2\.130\]:25: Connection refused\)$/,
      )
  })

  it('or by a transport that waits to be asked', () => {
    const set = { 'backup.hold': 'until-asked' }
    const log = told('backup-mx', 'mx2', { set })
    expect(log[4]).toMatch(
      /^error: ID: to=<bob@college.example>, relay=none, .* dsn=4\.3\.2, status=deferred \(deferred transport\)$/,
    )
  })
})

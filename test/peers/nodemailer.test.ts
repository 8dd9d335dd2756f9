/** A mail library that thousands of sites use speaks to the receiver's table. */
import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, it } from 'vitest'
import { domainOf } from '../../src/sim/mail/address.ts'
import { reply } from '../../src/sim/mail/reply.ts'
import { R } from '../../src/sim/mail/reply-catalogue.ts'
import type { ReceiverConfig, ReceiverSite } from '../../src/sim/mail/smtp/receiver.ts'
import type { RunningReceiver } from './tcp-receiver.ts'
import { serve } from './tcp-receiver.ts'

const running: RunningReceiver[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()))
})

const config: ReceiverConfig = {
  hostName: 'mx.receiver.example',
  service: 'relay-in',
  sizeLimitOctets: 2000,
  recipientLimit: 100,
  softErrorLimit: 10,
  hardErrorLimit: 20,
  pipelining: true,
  etrn: true,
}

const site: ReceiverSite = {
  greeting: () => null,
  hello: () => null,
  sender: () => null,
  recipient: (_, to) => {
    if (domainOf(to) !== 'receiver.example') return reply(R.relayDenied, to)
    if (to.startsWith('grey')) return reply(R.greylisted, to)
    return to.startsWith('bob') ? null : reply(R.userUnknown, to)
  },
  data: () => null,
  content: () => reply(R.queued, '', 1),
  login: () => false,
  turn: (_, __, [domain]) => reply(R.etrnNotServed, domain),
}

async function mailer() {
  const server = await serve(config, site)
  running.push(server)
  const transport = createTransport({
    host: '127.0.0.1',
    port: server.port,
    name: 'client.example',
    ignoreTLS: true,
  })
  const send = (to: string | string[], text = 'Hello Bob') =>
    transport.sendMail({ from: 'alice@sender.example', to, subject: 'Test', text })
  return { server, send }
}

describe('nodemailer', () => {
  it('hands a message over, leading dots intact', async () => {
    const { server, send } = await mailer()
    const info = await send('bob@receiver.example', '.\n.one\n..two\nthree')
    expect(info.response).toMatch(/^250 2\.0\.0 Ok: queued as [0-9A-F]{11}$/)
    expect(server.accepted).toHaveLength(1)
    expect(server.accepted[0]).toMatchObject({
      reversePath: 'alice@sender.example',
      recipients: ['bob@receiver.example'],
    })
    expect(server.accepted[0]?.text).toContain('Subject: Test\r\n')
    expect(server.accepted[0]?.text).toMatch(/\r\n\r\n\.\r\n\.one\r\n\.\.two\r\nthree(?:\r\n)+$/)
    expect(server.lines).toContain('C: EHLO client.example')
  })

  it.each([
    ['nobody@receiver.example', 550, '5.1.1'],
    ['someone@elsewhere.example', 554, '5.7.1'],
    ['grey@receiver.example', 450, '4.2.0'],
  ])('is refused for %s with %i %s', async (to, code, enhanced) => {
    const { server, send } = await mailer()
    await expect(send(to)).rejects.toMatchObject({
      responseCode: code,
      response: expect.stringContaining(`${code} ${enhanced} <${to}>: `),
      command: 'RCPT TO',
    })
    expect(server.accepted).toEqual([])
  })

  it('is refused with 552 when the content is too big', async () => {
    const { server, send } = await mailer()
    await expect(
      send('bob@receiver.example', 'x'.repeat(70).concat('\n').repeat(40)),
    ).rejects.toMatchObject({
      responseCode: 552,
      response: '552 5.3.4 Error: message file too big',
    })
    expect(server.accepted).toEqual([])
  })

  it('learns who of many was accepted', async () => {
    const { server, send } = await mailer()
    const info = await send(['nobody@receiver.example', 'bob@receiver.example'])
    expect(info.accepted).toEqual(['bob@receiver.example'])
    expect(info.rejected).toEqual(['nobody@receiver.example'])
    expect(server.accepted[0]?.recipients).toEqual(['bob@receiver.example'])
  })
})

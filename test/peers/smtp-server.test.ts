/** The sender's table speaks to a server that others wrote, and to our own over the same wire. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { reply } from '../../src/sim/mail/reply.ts'
import { R } from '../../src/sim/mail/reply-catalogue.ts'
import type { ReceiverConfig, ReceiverSite } from '../../src/sim/mail/smtp/receiver.ts'
import type { SenderPlan } from '../../src/sim/mail/smtp/sender.ts'
import { askedResult, recipientResult } from '../../src/sim/mail/smtp/sender.ts'
import type { Delivery } from './tcp-sender.ts'
import { deliver } from './tcp-sender.ts'
import { serve } from './tcp-receiver.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

interface Received {
  readonly from: string
  readonly to: string[]
  readonly text: string
}

/** `no…` does not exist, `grey…` is welcome from the second time on, `full` fails after the data. */
async function otherServer(options: { pipelining?: boolean } = {}) {
  const received: Received[] = []
  const seen = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hidePIPELINING: options.pipelining === false,
    size: 10_000,
    onRcptTo: ({ address }, _, done) => {
      const first = !seen.has(address)
      seen.add(address)
      if (address.startsWith('no')) done(refusal(550, 'No such user'))
      else if (address.startsWith('grey') && first) done(refusal(450, 'Greylisted'))
      else done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((each) => each.address)
        if (to.some((each) => each.startsWith('full'))) {
          done(refusal(452, 'Disk full'))
          return
        }
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
        received.push({ from, to, text: Buffer.concat(chunks).toString('latin1') })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  closing.push(() => new Promise<void>((closed) => server.close(closed)))
  const { port } = server.server.address() as AddressInfo
  return { port, received }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

const text = 'Subject: Test\r\n\r\n.\r\n.one\r\n..two\r\n'

const planFor = (over: Partial<SenderPlan> = {}): SenderPlan => ({
  heloName: 'out.sender.example',
  reversePath: 'alice@sender.example',
  recipients: ['bob@receiver.example'],
  octets: text.length,
  submission: false,
  user: '',
  secret: '',
  usesEhlo: true,
  pipelines: true,
  quits: true,
  asks: null,
  ...over,
})

const fates = ({ state }: Delivery): string[] =>
  state.recipientReplies.map((_, i) => recipientResult(state, i).fate)

describe('smtp-server', () => {
  it('takes a pipelined message, dots intact', async () => {
    const { port, received } = await otherServer()
    const d = await deliver(port, planFor(), text)
    expect(d.groups).toEqual([['EHLO'], ['MAIL', 'RCPT', 'DATA'], ['CONTENT', 'QUIT']])
    expect(received).toEqual([{ from: 'alice@sender.example', to: ['bob@receiver.example'], text }])
    expect(fates(d)).toEqual(['delivered'])
    expect(d.state.step).toBe('closed')
  })

  it.each([
    ['by EHLO without PIPELINING', {}, { pipelining: false }],
    ['by a client that does not pipeline', { pipelines: false }, {}],
    ['by HELO', { usesEhlo: false }, {}],
    ['without goodbye', { quits: false, pipelines: false }, {}],
    ['with the null reverse-path', { reversePath: '' }, {}],
  ])('takes a message %s', async (_, over, options) => {
    const { port, received } = await otherServer(options)
    const d = await deliver(port, planFor(over), text)
    expect(fates(d)).toEqual(['delivered'])
    expect(received[0]?.text).toBe(text)
  })

  it('refuses for now, then accepts in a later session', async () => {
    const { port, received } = await otherServer()
    const plan = planFor({ recipients: ['grey@receiver.example'] })
    const first = await deliver(port, plan, text)
    expect(fates(first)).toEqual(['retry'])
    expect(recipientResult(first.state, 0).reply?.spec.code).toBe(450)
    expect(first.groups.at(-1)).toEqual(['RSET', 'QUIT'])
    expect(received).toEqual([])
    expect(fates(await deliver(port, plan, text))).toEqual(['delivered'])
    expect(received).toHaveLength(1)
  })

  it.each([true, false])('gives mixed replies, pipelined %s', async (pipelines) => {
    const { port, received } = await otherServer()
    const recipients = ['no@r.example', 'bob@r.example', 'grey@r.example', 'eve@r.example']
    const d = await deliver(port, planFor({ recipients, pipelines }), text)
    expect(fates(d)).toEqual(['failed', 'delivered', 'retry', 'delivered'])
    expect(received[0]?.to).toEqual(['bob@r.example', 'eve@r.example'])
  })

  it('refuses what is too big at MAIL, and what fails after the data', async () => {
    const { port, received } = await otherServer()
    const big = await deliver(port, planFor({ octets: 20_000 }), text)
    expect(big.state).toMatchObject({ decidedAt: 'mail', delivered: false })
    expect(fates(big)).toEqual(['failed'])
    const full = await deliver(port, planFor({ recipients: ['full@r.example'] }), text)
    expect(full.state).toMatchObject({ decidedAt: 'content', delivered: false })
    expect(fates(full)).toEqual(['retry'])
    expect(received).toEqual([])
  })
})

const config: ReceiverConfig = {
  hostName: 'mx.receiver.example',
  service: 'relay-in',
  sizeLimitOctets: 10_240_000,
  recipientLimit: 1000,
  softErrorLimit: 10,
  hardErrorLimit: 20,
  pipelining: true,
  etrn: true,
}

const site = (over: Partial<ReceiverSite> = {}): ReceiverSite => ({
  greeting: () => null,
  hello: () => null,
  sender: () => null,
  recipient: () => null,
  data: () => null,
  content: () => reply(R.queued, '', 1),
  login: (user, secret) => user === 'branch.example' && secret === 'wonderland',
  turn: (_, verb, [domain]) => {
    if (verb === 'ETRN') return reply(R.etrnNotServed, domain)
    return reply(R.atrnReversing)
  },
  ...over,
})

const asking = (verb: 'ETRN' | 'ATRN'): SenderPlan =>
  planFor({ recipients: [], asks: { verb, domain: 'branch.example' } })

describe('our own server over TCP', () => {
  it('and our client repeat the greylisted session of a real pair', async () => {
    const server = await serve(config, site({ recipient: (_, to) => reply(R.greylisted, to) }))
    closing.push(() => server.close())
    const d = await deliver(server.port, planFor({ octets: 448 }), text)
    expect(server.lines).toEqual([
      'S: 220 mx.receiver.example ESMTP Postfix',
      'C: EHLO out.sender.example',
      'S: 250-mx.receiver.example',
      'S: 250-PIPELINING',
      'S: 250-SIZE 10240000',
      'S: 250-VRFY',
      'S: 250-ETRN',
      'S: 250-ENHANCEDSTATUSCODES',
      'S: 250-8BITMIME',
      'S: 250-DSN',
      'S: 250-SMTPUTF8',
      'S: 250 CHUNKING',
      'C: MAIL FROM:<alice@sender.example> SIZE=448',
      'S: 250 2.1.0 Ok',
      'C: RCPT TO:<bob@receiver.example>',
      'S: 450 4.2.0 <bob@receiver.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/receiver.example.html',
      'C: DATA',
      'S: 554 5.5.1 Error: no valid recipients',
      'C: RSET',
      'S: 250 2.0.0 Ok',
      'C: QUIT',
      'S: 221 2.0.0 Bye',
    ])
    expect(recipientResult(d.state, 0).reply).toEqual(reply(R.greylisted, 'bob@receiver.example'))
  })

  it('is asked for mail, and may not serve whom it does not know', async () => {
    const server = await serve(config, site())
    closing.push(() => server.close())
    const d = await deliver(server.port, asking('ETRN'), '')
    expect(d.groups).toEqual([['EHLO'], ['ETRN'], ['QUIT']])
    expect(server.lines.slice(-4)).toEqual([
      'C: ETRN branch.example',
      'S: 459 <branch.example>: service unavailable',
      'C: QUIT',
      'S: 221 2.0.0 Bye',
    ])
    expect(askedResult(d.state)).toEqual(reply(R.etrnNotServed, 'branch.example'))
  })

  it('turns the connection round as RFC 2645 §6 shows', async () => {
    const server = await serve({ ...config, service: 'odmr' }, site())
    closing.push(() => server.close())
    const account = { user: 'branch.example', secret: 'wonderland' }
    const d = await deliver(server.port, { ...asking('ATRN'), ...account }, '')
    expect(server.lines).toEqual([
      'S: 220 mx.receiver.example ESMTP Postfix',
      'C: EHLO out.sender.example',
      'S: 250-mx.receiver.example',
      'S: 250-AUTH PLAIN',
      'S: 250 ATRN',
      'C: AUTH PLAIN AGJyYW5jaC5leGFtcGxlAHdvbmRlcmxhbmQ=',
      'S: 235 2.7.0 Authentication successful',
      'C: ATRN branch.example',
      'S: 250 OK now reversing the connection',
    ])
    expect(askedResult(d.state)).toBe(reply(R.atrnReversing))
  })

  it.each([
    [R.shuttingDown, []],
    [R.noService, ['C: QUIT', 'S: 221 2.0.0 Bye']],
  ])('says %o instead of a greeting', async (spec, rest) => {
    const server = await serve(config, site({ greeting: () => reply(spec) }))
    closing.push(() => server.close())
    const d = await deliver(server.port, planFor(), text)
    expect(server.lines[0]).toMatch(/^S: (?:421|554) /)
    expect(server.lines.slice(1)).toEqual(rest)
    expect(recipientResult(d.state, 0)).toMatchObject({ fate: 'retry', step: 'greeting' })
  })

  it('is missed when it is not there', async () => {
    const server = await serve(config, site())
    await server.close()
    const d = await deliver(server.port, planFor(), text)
    expect(recipientResult(d.state, 0)).toMatchObject({ fate: 'retry', step: 'greeting' })
    expect(d.state.deciding?.spec).toBe(R.connectRefused)
  })
})

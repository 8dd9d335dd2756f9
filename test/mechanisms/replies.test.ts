/**
 * What a Postfix 3.7 with postgrey and a block list has answered, word for word, and what our server
 * answers in the same situation: one session each, in a world of its own.
 */
import { describe, expect, it } from 'vitest'
import { dialogue } from '../../src/sim/facts/transcript.ts'
import type {
  HostSpec,
  MailSpec,
  ScenarioFile,
  ZoneSpec,
} from '../../src/sim/scenarios/scenario.ts'
import { LINKS, ZONES } from '../../src/sim/scenarios/school.ts'
import { a, mx } from '../helpers/day.ts'
import { scenarioOf, worldFor } from '../helpers/runs.ts'

const same = (text: string): HostSpec['label'] => ({
  everyday: text,
  technical: text,
  protocol: text,
})

const RECEIVER: HostSpec = {
  id: 'mx',
  kind: 'mx',
  name: 'mx.receiver.example',
  label: same('Receiver'),
  admd: same('Receiver'),
  addresses: ['192.0.2.130'],
  domains: ['receiver.example'],
  mailboxes: ['bob'],
}

/** Who dials: HELO, no pipelining, each command for itself. */
interface Client {
  readonly address: string
  readonly helo: string
}

const sender = ({ address, helo }: Client): HostSpec => ({
  id: 'client',
  kind: 'bot',
  name: helo,
  label: same('Client'),
  admd: same('Client'),
  addresses: [address],
  // So that mail for others is offered to this server, too.
  routes: { 'elsewhere.example': 'mx.receiver.example' },
})

const zone = (origin: string, names: ZoneSpec['names']): ZoneSpec => ({
  origin,
  ttl: '1 h',
  negativeTtl: '60 s',
  names,
})

const WORLD: readonly ZoneSpec[] = [
  zone('receiver.example', {
    'receiver.example': [mx(10, 'mx.receiver.example')],
    'mx.receiver.example': [a('192.0.2.130')],
  }),
  zone('sender.example', {
    'sender.example': [mx(10, 'mail.sender.example')],
    'mail.sender.example': [a('203.0.113.7')],
  }),
  zone('113.0.203.in-addr.arpa', {
    '7.113.0.203.in-addr.arpa': [{ type: 'PTR', name: 'mail.sender.example' }],
    '99.113.0.203.in-addr.arpa': [{ type: 'PTR', name: 'elsewhere.sender.example' }],
  }),
  zone('strict.example', {
    'strict.example': [mx(10, 'mail.sender.example'), { type: 'TXT', strings: ['v=spf1 -all'] }],
  }),
  zone('soft.example', {
    'soft.example': [mx(10, 'mail.sender.example'), { type: 'TXT', strings: ['v=spf1 ~all'] }],
  }),
  zone('dnsbl.example', {
    '99.113.0.203.dnsbl.example': [
      a('127.0.0.2'),
      {
        type: 'TXT',
        strings: ['Listed for the simulation, see https://dnsbl.example/?203.0.113.99'],
      },
    ],
  }),
]

const GOOD: Client = { address: '203.0.113.7', helo: 'mail.sender.example' }
const ALICE = 'alice@sender.example'
const BOB = 'bob@receiver.example'

/** What was recorded: after which command, and what was said. */
interface Recorded {
  readonly client?: Partial<Client>
  readonly letter?: Partial<Pick<MailSpec, 'from' | 'to' | 'octets'>>
  readonly set?: Readonly<Record<string, string>>
  readonly command: string
  readonly reply: string
}

/** The checks of the first recording, all of them on. */
const POLICIES = {
  'mx.dnsbl.action': 'refuse',
  'mx.reverse-dns.action': 'needs-name',
  'mx.helo.action': 'refuse',
  'mx.sender-domain.action': 'refuse',
  'mx.spf': 'refuse',
  'mx.greylist.on': 'on',
  'mx.greylist.delay': '3 s',
}

function worldOf({ client, letter }: Recorded, times: number): ScenarioFile {
  const { roads: _roads, stage: _stage, sweep: _sweep, ...base } = scenarioOf('two-roads')
  const mail = Array.from({ length: times }, (_, i): MailSpec => ({
    at: `${i * 4} s`,
    host: 'client',
    kind: 'good',
    from: ALICE,
    to: [BOB],
    subject: 'Hello',
    body: 'Hello',
    ...letter,
  }))
  const hosts = [RECEIVER, sender({ ...GOOD, ...client })]
  const zones = [...ZONES.filter(({ origin }) => origin !== 'college.example'), ...WORLD]
  const links = LINKS.slice(0, 0)
  return { ...base, hosts, links, zones, mail, settings: {}, variants: [], checks: [] }
}

/** The command and the reply that decided, in the session that was opened last. */
function lastWord(recorded: Recorded, times = 1): { command: string; reply: string } {
  const set = recorded.set ?? POLICIES
  const { index } = worldFor(worldOf(recorded, times), 'direct', { set })
  const { lines } = dialogue(index, index.connections.length - 1, Infinity)
  const decided = lines.findIndex(({ decides }) => decides)
  const command = lines.slice(0, decided).findLast(({ who }) => who === 'C')?.text ?? ''
  return { command, reply: lines[decided]?.text ?? '' }
}

const RCPT = `RCPT TO:<${BOB}>`
const GREYLISTED =
  `450 4.2.0 <${BOB}>: Recipient address rejected: Greylisted, ` +
  'see http://postgrey.schweikert.ch/help/receiver.example.html'

describe('recorded replies', () => {
  it.each<[string, Recorded]>([
    [
      'no name',
      {
        client: { address: '203.0.113.66' },
        command: RCPT,
        reply: '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.66]',
      },
    ],
    [
      'listed',
      {
        client: { address: '203.0.113.99' },
        command: RCPT,
        reply:
          '554 5.7.1 Service unavailable; Client host [203.0.113.99] blocked using dnsbl.example; ' +
          'Listed for the simulation, see https://dnsbl.example/?203.0.113.99',
      },
    ],
    [
      'HELO without a domain',
      {
        client: { helo: 'localhost' },
        command: RCPT,
        reply: '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
      },
    ],
    [
      'HELO that is no name',
      {
        client: { helo: 'bad_helo!' },
        command: RCPT,
        reply: '501 5.5.2 <bad_helo!>: Helo command rejected: Invalid name',
      },
    ],
    [
      'unknown sender domain',
      {
        letter: { from: 'x@nosuchdomain.example' },
        command: RCPT,
        reply: '450 4.1.8 <x@nosuchdomain.example>: Sender address rejected: Domain not found',
      },
    ],
    [
      'SPF softfail, then greylisted',
      { letter: { from: 'x@soft.example' }, command: RCPT, reply: GREYLISTED },
    ],
    ['greylisted', { command: RCPT, reply: GREYLISTED }],
    ['null sender', { letter: { from: '' }, command: RCPT, reply: GREYLISTED }],
    [
      'relay denied',
      {
        letter: { to: ['someone@elsewhere.example'] },
        command: 'RCPT TO:<someone@elsewhere.example>',
        reply: '454 4.7.1 <someone@elsewhere.example>: Relay access denied',
      },
    ],
    [
      'unknown user, greylisted like anybody',
      {
        letter: { to: ['nobody@receiver.example'] },
        command: 'RCPT TO:<nobody@receiver.example>',
        reply: GREYLISTED.replace('bob@', 'nobody@'),
      },
    ],
    [
      'too big',
      {
        letter: { octets: 2000 },
        set: { 'mx.size-limit': '1000' },
        command: '(2000 octets of message, then a lone dot)',
        reply: '552 5.3.4 Error: message file too big',
      },
    ],
    [
      'a name that does not lead back',
      {
        client: { address: '203.0.113.99' },
        set: { 'mx.reverse-dns.action': 'strict' },
        command: RCPT,
        reply: '550 5.7.25 Client host rejected: cannot find your hostname, [203.0.113.99]',
      },
    ],
  ])('%s', (_, recorded) => {
    const { command, reply } = recorded
    expect(lastWord(recorded)).toEqual({ command, reply })
  })

  it.each<[string, number, Readonly<Record<string, string>>]>([
    ['greylisted, and again after 4 s', 2, POLICIES],
    ['a name that leads back', 1, { 'mx.reverse-dns.action': 'strict' }],
  ])('%s: accepted', (_, times, set) => {
    const { command, reply } = lastWord({ set, command: '', reply: '' }, times)
    expect(command).toContain('then a lone dot')
    // The queue id is a number of the server's own.
    expect(reply).toMatch(/^250 2\.0\.0 Ok: queued as [0-9A-F]{10,}$/)
  })

  it('SPF fail, as far as the address of a page that explains it, which we leave out', () => {
    const letter = { from: 'x@strict.example' }
    const recorded =
      `550 5.7.23 <${BOB}>: Recipient address rejected: Message rejected due to: SPF fail - ` +
      'not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=x@strict.example;' +
      'ip=203.0.113.7;r=receiver.example'
    const { command, reply } = lastWord({ letter, command: '', reply: '' })
    expect(command).toBe(RCPT)
    expect(recorded.startsWith(`${reply}. Please see`)).toBe(true)
  })

  const LIMITS = { 'mx.limits.messages': '3', 'mx.limits.connections': '5' }
  it.each<[number, string, string]>([
    [3, '(286 octets of message, then a lone dot)', '250 2.0.0 Ok: queued as'],
    [4, `MAIL FROM:<${ALICE}>`, '450 4.7.1 Error: too much mail from 203.0.113.7'],
    [5, `MAIL FROM:<${ALICE}>`, '450 4.7.1 Error: too much mail from 203.0.113.7'],
    // instead of the greeting
    [6, '', '421 4.7.0 mx.receiver.example Error: too many connections from 203.0.113.7'],
    [7, '', '421 4.7.0 mx.receiver.example Error: too many connections from 203.0.113.7'],
  ])('message %i within a minute', (times, command, reply) => {
    const last = lastWord({ set: LIMITS, command: '', reply: '' }, times)
    expect(last.command.replace(/^\(\d+/, '(286')).toBe(command)
    expect(last.reply.replace(/ as .*/, ' as')).toBe(reply)
  })
})

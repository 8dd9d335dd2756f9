/**
 * Mail that waits elsewhere until its host asks for it, by ETRN (RFC 1985) or ODMR (RFC 2645), and
 * hosts that need no line to reach each other.
 */
import { describe, expect, it } from 'vitest'
import { mailLog } from '../../src/sim/artefacts/mail-log.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { dialogue } from '../../src/sim/facts/transcript.ts'
import { REPLIES } from '../../src/sim/mail/reply-catalogue.ts'
import { arrivals, letter, live, world } from '../helpers/calls.ts'
import { factsOf } from '../helpers/invariants.ts'
import { triesOf } from '../helpers/tries.ts'

describe('mail that is fetched', () => {
  const dial = (fetch: string, more = {}): Record<string, string> => ({
    'dial.line.kind': 'calls',
    'dial.line.first': '10 min',
    'dial.line.every': '20 min',
    'dial.fetch': fetch,
    'backup.hold': 'until-asked',
    ...more,
  })
  const mail = [
    letter('0 s', { to: ['bob@dial.example'] }),
    letter('1 s', { to: ['dana@dial.example'] }),
  ]
  it.each(['etrn', 'odmr'])('by %s comes with the call that asks for it', (fetch) => {
    const index = live(world(mail, dial(fetch)))
    expect(arrivals(index).map((at) => Math.floor(at / 1000))).toEqual([630, 630])
    const aims = triesOf(index).filter(({ host }) => host === 'backup')
    const [aim, asks] = fetch === 'etrn' ? ['transfer', 'fetch'] : ['turned', 'odmr']
    expect(aims.map((one) => `${one.aim} ${one.replies[0]}`)).toEqual(
      Array.from({ length: 2 }, () => `${aim} 250 2.0.0`),
    )
    expect(triesOf(index).some((one) => one.aim === asks && one.host === 'dial')).toBe(true)
    expect(factsOf(index).some((fact) => fact.kind === 'flush' && fact.by === 'request')).toBe(true)
  })

  it('is not sent when nobody asks', () => {
    const index = live(world(mail, dial('none', { 'backup.queue.lifetime': '2 h' })))
    const own = triesOf(index).filter(({ host, aim }) => host === 'backup' && aim === 'transfer')
    // Once by itself, when its time is over; it came when the relay had waited for the host in vain.
    const theirs = own.filter(({ domain }) => domain === 'dial.example')
    expect(theirs.map(({ at }) => Math.floor(at / 1000))).toEqual([7230, 7231])
    expect(arrivals(index).filter((at) => at < 7_200_000)).toEqual([])
  })

  it.each(['etrn', 'odmr'])(
    '%s: what was asked for in vain waits to be asked for again',
    (fetch) => {
      const mailboxFull = dial(fetch, {
        'dial.trouble': 'rcpt-452',
        'backup.queue.lifetime': '1 h',
      })
      const index = live(world(mail.slice(0, 1), mailboxFull))
      const own = triesOf(index).filter(
        ({ host, domain }) => host === 'backup' && domain === 'dial.example',
      )
      // At each call, twenty minutes apart, and once by itself when its lifetime is over.
      expect(own.map(({ at }) => Math.floor(at / 1000))).toEqual([630, 1830, 3030, 3630])
    },
  )

  it.each([
    ['odmr', 366],
    ['etrn', 25],
  ])('%s, when nobody answers there: the port is %i all the same', (fetch, port) => {
    const index = live(world(mail, dial(fetch)), {
      acts: [[0, { kind: 'power', host: 'backup', power: 'refused' }]],
    })
    const asking = index.connections.findIndex(
      ({ attempt }) => index.attempts[attempt]?.message === -1,
    )
    expect(dialogue(index, asking, Infinity).lines.map(({ text }) => text)).toEqual([
      `connecting to 192.0.2.99:${port}`,
      'connection refused',
    ])
    const own = mailLog(index, Infinity).filter(
      ({ host }) => index.record.hosts[host]?.id === 'dial',
    )
    expect(own[0]?.text).toContain(
      `connect to mx.backup.example[192.0.2.99]:${port}: Connection refused`,
    )
  })

  it.each([
    ['odmr', 'You have no mail'],
    ['etrn', 'Queuing started'],
  ])('%s, when nothing waits: %s', (fetch, expected) => {
    // Somebody else's letter keeps the calls going.
    const other = [letter('0 s', { to: ['bob@servfail.example'] })]
    const index = live(world(other, dial(fetch, { 'relay.queue.lifetime': '1 h' })))
    expect(said(index)).toContain(expected)
    expect(factsOf(index).filter((fact) => fact.kind === 'flush')).toEqual([])
  })

  it.each([
    ['odmr', 'authentication failed'],
    ['etrn', 'service unavailable'],
  ])('%s for a domain that is none of its business: %s', (fetch, expected) => {
    const scenario = world(mail, dial(fetch, { 'relay.queue.lifetime': '1 h' }))
    const hosts = scenario.hosts.map((one) =>
      one.id === 'backup' ? { ...one, domains: ['college.example'] } : one,
    )
    expect(said(live({ ...scenario, hosts })).join(' ')).toContain(expected)
  })
})

/** Texts of the replies that asking for mail got. */
function said(index: FactIndex): string[] {
  return factsOf(index).flatMap((fact) => {
    const attempt = index.connections['connection' in fact ? fact.connection : -1]?.attempt
    if (fact.kind !== 'reply' || index.attempts[attempt ?? -1]?.message !== -1) return []
    return [REPLIES[fact.reply]!.text]
  })
}

describe('hosts of one house', () => {
  it('reach each other although the line is down', () => {
    const base = world([letter('0 s', { to: ['bob@dial.example'] })], {
      'dial.line.kind': 'calls',
      'dial.line.first': '1 h',
    })
    const admd = base.hosts.find(({ id }) => id === 'relay')!.admd
    const together = base.hosts.map((one) => (one.id === 'dial' ? { ...one, admd } : one))
    const [near] = triesOf(live({ ...base, hosts: together })).filter(
      ({ host }) => host === 'relay',
    )
    expect(near).toMatchObject({ dialled: ['dial'], replies: ['250 2.0.0'] })
    expect(near!.endedAt).toBeLessThan(1000)
    const [far] = triesOf(live(base)).filter(({ host }) => host === 'relay')
    expect(far!.dialled).toEqual(['dial', 'backup'])
  })
})

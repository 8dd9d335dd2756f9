/** Mail that goes on to somebody else: forwarders and lists, their reports, and their circles. */
import { describe, expect, it } from 'vitest'
import { FORWARDER, letterRoads, LIST, verdicts } from '../helpers/letter-roads.ts'
import { rowsFor, worldFor } from '../helpers/runs.ts'
import { messageSource } from '../../src/sim/artefacts/source.ts'
import { mailLog } from '../../src/sim/artefacts/mail-log.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import type { HostSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'

const TO_ALUMNI = { to: ['bob@alumni.example'] } as const
const TO_LIST = { to: ['tea@club.example'] } as const

/** `id outcome from > to` of every message. */
function told(of: ScenarioFile, set: Readonly<Record<string, string>> = {}): string[] {
  const { index } = worldFor(of, 'relayed', { set })
  return journeys(index, Infinity).map(({ record, outcome, to }) => {
    return `${record.id} ${outcome} ${record.reversePath} > ${to}`
  })
}

const withForwards = (of: ScenarioFile, forwards: HostSpec['forwards']): ScenarioFile => ({
  ...of,
  hosts: of.hosts.map((host) => {
    return host.id === 'alumni' && forwards !== undefined ? { ...host, forwards } : host
  }),
})

describe('a forwarder', () => {
  it('ends the letter as delivered, and sends another one with the same sender', () => {
    expect(told(letterRoads(TO_ALUMNI))).toEqual([
      'alice-1 delivered alice@school.example > bob@alumni.example',
      'alumni-1 delivered alice@school.example > bob@college.example',
    ])
  })

  it('refuses whom it does not know', () => {
    const rows = rowsFor(letterRoads({ to: ['eve@alumni.example'] }), 'relayed')
    expect(rows[0]!.attempts[0]!.reply).toBe('550 5.1.1')
    const others = rowsFor(
      letterRoads({ to: ['SRS0=AAAA=AA=school.example=a@alumni.example'] }),
      'relayed',
    )
    expect(others[0]!.attempts[0]!.reply).toBe('550 5.1.1')
  })

  const ghost = withForwards(letterRoads(TO_ALUMNI), {
    'bob@alumni.example': ['ghost@college.example'],
  })

  it('sends a report to whoever stands on the envelope', () => {
    expect(told(ghost).slice(1)).toEqual([
      'alumni-1 bounced alice@school.example > ghost@college.example',
      'dsn-1 delivered  > alice@school.example',
    ])
  })

  it('with SRS gets the report itself and passes it on to the first sender', () => {
    // Found after the acceptance, so that somebody else has to report it.
    const set = { 'alumni.srs': 'on', 'mx.recipient.check': 'after-accepting' }
    const rows = told(ghost, set)
    expect(rows[1]).toMatch(
      /^alumni-1 bounced SRS0=\w{4}=\w\w=school.example=alice@alumni.example > ghost@college/,
    )
    expect(rows[2]).toMatch(/^dsn-1 delivered {2}> SRS0=.*=school.example=alice@alumni.example$/)
    expect(rows[3]).toBe('alumni-2 delivered  > alice@school.example')
    expect(rows).toHaveLength(4)
  })

  it('does not send in a circle what comes back to it', () => {
    const circle = withForwards(letterRoads(TO_ALUMNI), {
      'bob@alumni.example': ['rob@alumni.example'],
      'rob@alumni.example': ['bob@alumni.example'],
    })
    expect(told(circle)).toEqual([
      'alice-1 delivered alice@school.example > bob@alumni.example',
      'alumni-1 delivered alice@school.example > rob@alumni.example',
      'alumni-2 bounced alice@school.example > bob@alumni.example',
      'dsn-1 delivered  > alice@school.example',
    ])
    const { index } = worldFor(circle, 'relayed')
    const log = mailLog(index, Infinity).map(({ text }) => text)
    expect(log.filter((line) => line.includes('status=bounced'))).toEqual([
      expect.stringMatching(
        /postfix\/local.* relay=local, .*, dsn=5\.4\.6, status=bounced \(mail forwarding loop for bob@alumni\.example\)$/,
      ),
    ])
  })

  it('counts the Received fields of what it passes on', () => {
    const set = { 'alumni.hop-limit': '2' }
    const rows = rowsFor(letterRoads(TO_ALUMNI), 'relayed', { set })
    expect(rows[0]!.attempts[0]!.reply).toBe('554 5.4.0')
    // Relay, forwarder twice, and Bob's own is the fourth.
    const limits = ['4', '5'].map((limit) => {
      return rowsFor(letterRoads(TO_ALUMNI), 'relayed', { set: { 'mx.hop-limit': limit } })[1]!
    })
    expect(limits.map(({ outcome }) => outcome)).toEqual(['bounced', 'delivered'])
  })

  it('logs it as Postfix does', () => {
    const { index } = worldFor(letterRoads(TO_ALUMNI), 'relayed')
    const host = index.record.hosts.findIndex(({ id }) => id === 'alumni')
    const log = mailLog(index, Infinity).filter((line) => line.host === host)
    const text = log.map((line) => line.text).join('\n')
    expect(text).toContain('status=sent (forwarded as')
    expect(text).toContain('to=<bob@college.example>')
  })
})

describe('a list', () => {
  it('writes to its members in its own name, and gets what comes back', () => {
    const of = letterRoads({ ...TO_LIST, subject: 'Tea' })
    const members = of.hosts.map((host) => {
      const to = ['bob@college.example', 'dana@college.example', 'ghost@college.example']
      return host.id === 'tea' ? { ...host, forwards: { 'tea@club.example': to } } : host
    })
    const { index } = worldFor({ ...of, hosts: members }, 'relayed')
    const rows = journeys(index, Infinity).map(({ record, outcome, to }) => {
      return `${record.id} ${outcome} ${record.reversePath} > ${to}`
    })
    expect(rows).toEqual([
      'alice-1 delivered alice@school.example > tea@club.example',
      'tea-1 delivered tea-bounces@club.example > bob@college.example',
      'tea-1 delivered tea-bounces@club.example > dana@college.example',
      'tea-1 bounced tea-bounces@club.example > ghost@college.example',
      'dsn-1 delivered  > tea-bounces@club.example',
    ])
    expect(index.record.messages[1]).toMatchObject({ author: 'alice@school.example' })
  })

  it('tags a subject once, and adds its footer', () => {
    const tagged = worldFor(letterRoads({ ...TO_LIST, subject: 'Re: [tea] Cups' }), 'relayed')
    expect(tagged.index.record.messages[1]!.subject).toBe('Re: [tea] Cups')
    const { index } = worldFor(letterRoads(TO_LIST), 'relayed')
    const copy = index.record.messages[1]!
    expect(copy.subject).toBe('[tea] Tea')
    expect(copy.body).toMatch(/^Dear Bob, come for tea\.\n_+\ntea@club\.example mailing list$/)
    expect(copy.octets).toBe(index.record.messages[0]!.octets + copy.body.length - 23 + 6)
  })

  it('keeps reports and circles to itself', () => {
    const of = letterRoads(TO_LIST)
    const hosts = of.hosts.map((host) => {
      return host.id === 'tea'
        ? { ...host, forwards: { 'tea@club.example': ['tea@club.example'] } }
        : host
    })
    expect(told({ ...of, hosts })).toEqual([
      'alice-1 delivered alice@school.example > tea@club.example',
      'tea-1 bounced tea-bounces@club.example > tea@club.example',
      'dsn-1 delivered  > tea-bounces@club.example',
    ])
    expect(told(letterRoads({ ...TO_LIST, from: '', author: 'alice@school.example' }))).toEqual([
      'laptop-1 discarded  > tea@club.example',
    ])
  })

  it('in From names the author beside itself', () => {
    const set = { 'tea.rewrite-from': 'on' }
    const { index } = worldFor(letterRoads(TO_LIST), 'relayed', { set })
    const text = messageSource(index, 1, 0, Infinity)!.text
    expect(text).toContain('From: "alice@school.example via tea" <tea@club.example>\r\n')
    expect(text).toContain('Reply-To: alice@school.example\r\n')
    expect(verdicts(index).at(-1)?.about).toBe('club.example spf')
  })
})

describe('hosts that pass on', () => {
  it('are told apart by their addresses', () => {
    expect(FORWARDER.kind).toBe('forwarder')
    expect(LIST.kind).toBe('list')
  })
})

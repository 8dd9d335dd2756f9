import { describe, expect, it } from 'vitest'
import { readAs } from '../../../src/sim/facts/codec.ts'
import type { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import {
  checkedSessions,
  findingsOf,
  queriesFor,
  replyTo,
  type FindingReading,
} from '../../../src/sim/facts/findings.ts'
import { REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { seconds } from '../../../src/sim/units.ts'
import { worldFor } from '../../helpers/runs.ts'

const all = (index: FactIndex): FindingReading[] =>
  index.connections.flatMap((_, connection) => findingsOf(index, connection))

const said = (index: FactIndex, finding: FindingReading): string => {
  const position = replyTo(index, finding)
  const reply = position === null ? null : readAs(index.record.facts, position, 'reply')
  return REPLIES[reply?.reply ?? -1]?.name ?? ''
}

const CHECKING = {
  'mx.spf': 'score',
  'mx.reverse-dns.action': 'score',
  'mx.sender-domain.action': 'score',
}

describe('the reply to a finding', () => {
  it.each([
    ['greylisting', 'triplet-new', 'greylisted'],
    ['greylisting', 'triplet-early', 'greylisted'],
    ['recipient', 'recipient-unknown', 'userUnknown'],
  ])('%s/%s is %s', (check, reason, name) => {
    const set = { 'laptop.retry': 'outbox', 'mx.greylist.on': 'on' }
    const send = {
      kind: 'send',
      host: 'laptop',
      from: 'alice@school.example',
      subject: 'x',
    } as const
    const to = ['nobody@college.example', 'bob@college.example']
    const index =
      check === 'recipient'
        ? worldFor('wrong-address', 'direct', { acts: [[1000, { ...send, to }]] }).index
        : worldFor('try-again-later', 'direct', { set }).index
    const found = all(index).filter((one) => one.check === check && one.reason === reason)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(said(index, one)).toBe(name)
  })

  it.each(SCENARIOS.map(({ id }) => id))('%s: is there for each that objects', (id) => {
    const { index } = worldFor(id, 'direct')
    for (const one of all(index)) {
      const isCut = index.connections[one.connection]?.facts.at(-1) === one.position
      expect(said(index, one) !== '' || isCut).toBe(!one.passes || isCut)
    }
  })
})

describe('what a finding rests on', () => {
  const { index } = worldFor('try-again-later', 'relayed', { set: CHECKING })
  const names = (finding: FindingReading): string[] =>
    queriesFor(index, finding).flatMap((i) => {
      const query = readAs(index.record.facts, i, 'query')
      return query === null ? [] : [`${query.type} ${index.record.names[query.name]}`]
    })

  it('are the questions of that check, once each', () => {
    const [first] = checkedSessions(index, 0, 0, Infinity)
    const asked = Object.fromEntries(first!.findings.map((one) => [one.check, names(one)]))
    expect(asked['reverse-dns']?.[0]).toBe('PTR 25.2.0.192.in-addr.arpa')
    expect(asked['sender-domain']).toEqual(['MX school.example'])
    expect(asked['spf']).toEqual(['TXT school.example'])
    expect(asked['greylisting']).toEqual([])
  })
})

describe('the sessions in which a message was checked', () => {
  const { index } = worldFor('try-again-later', 'relayed')
  const sessions = checkedSessions(index, 0, 0, Infinity)

  it('are those with findings, in order, each with who called from where', () => {
    expect(sessions.length).toBeGreaterThan(1)
    for (const { server, client, address, at, findings } of sessions) {
      expect(index.record.hosts[server]?.kind).toBe('mx')
      expect(index.record.hosts[client]?.addresses).toContain(address)
      expect(findings.every((one) => one.at >= at)).toBe(true)
    }
    expect(sessions.map(({ at }) => at)).toEqual(sessions.map(({ at }) => at).sort((a, b) => a - b))
  })

  it('are no further than the instant looked at, and only about that recipient', () => {
    expect(checkedSessions(index, 0, 0, 0)).toEqual([])
    expect(checkedSessions(index, 0, 0, seconds(2))).toHaveLength(1)
    expect(checkedSessions(index, 0, 5, Infinity)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../src/sim/mail/reply.ts'
import type { ReverseName } from '../../../src/sim/policy/inquiry.ts'
import { reverseDns } from '../../../src/sim/policy/reverse-dns/check.ts'
import { questionAbout } from '../../helpers/question.ts'

function found(reverse: ReverseName, reverseDnsAction: string) {
  const q = questionAbout({ inquiry: { reverseName: () => reverse } })
  return reverseDns.evaluate(q, null, { reverseDnsAction })
}

const wire = { host: '', client: '192.0.2.1', queueId: String, sizeLimitOctets: 0 }
const says = (reverse: ReverseName, demand: string): string => {
  const { reply } = found(reverse, demand)
  return reply === null ? 'pass' : renderReply(reply, wire)[0]!.slice(0, 10).trim()
}

const NAME = 'mx.a.example'
const NO_NAME: ReverseName = { result: 'permerror', name: '' }

describe('the reverse name', () => {
  it('is looked at when its option says so', () => {
    const values = ['off', 'score', 'needs-name', 'needs-confirmed', 'strict']
    expect(values.map((one) => reverseDns.isOn({ reverseDnsAction: one }))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it.each<[string, ReverseName, string, string, string, string, number]>([
    // what is found; then what is said under needs-name, needs-confirmed and strict; the points
    ['confirmed', { result: 'pass', name: NAME }, 'name-confirmed', 'pass', 'pass', 'pass', 0],
    [
      'a name that does not lead back',
      { result: 'fail', name: NAME },
      'name-unconfirmed',
      'pass',
      '450 4.7.25',
      '550 5.7.25',
      10,
    ],
    ['none', NO_NAME, 'no-name', '450 4.7.1', '450 4.7.1', '550 5.7.25', 20],
    // DNS trouble defers, and never refuses for good
    [
      'trouble before any name',
      { result: 'temperror', name: '' },
      'dns-trouble',
      '450 4.7.1',
      '450 4.7.1',
      '450 4.7.25',
      0,
    ],
    [
      'trouble with the way back',
      { result: 'temperror', name: NAME },
      'dns-trouble',
      'pass',
      '450 4.7.25',
      '450 4.7.25',
      0,
    ],
  ])('%s', (_, reverse, reason, named, confirmed, strict, points) => {
    expect(says(reverse, 'needs-name')).toBe(named)
    expect(says(reverse, 'needs-confirmed')).toBe(confirmed)
    expect(says(reverse, 'strict')).toBe(strict)
    expect(found(reverse, 'score')).toMatchObject({ reason, score: points, reply: null })
    for (const demand of ['needs-name', 'needs-confirmed', 'strict'])
      expect(found(reverse, demand)).toMatchObject({ reason, score: 0, about: reverse.name })
  })
})

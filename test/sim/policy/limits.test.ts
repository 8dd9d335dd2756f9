import { describe, expect, it } from 'vitest'
import { connectionLimit, messageLimit } from '../../../src/sim/policy/limits/check.ts'
import { renderReply } from '../../../src/sim/mail/reply.ts'
import { questionAbout } from '../../helpers/question.ts'

const OFF = { limitSessions: 0, limitConnectionsPerMinute: 0, limitMessagesPerMinute: 0 }

/** Reasons for contacts of one client: when, and how many sessions it has open then. */
function connections(
  contacts: readonly (readonly [now: number, open: number])[],
  options: Partial<typeof OFF>,
): string[] {
  const state = connectionLimit.create()
  return contacts.map(([now, open]) => {
    const q = questionAbout({ now, inquiry: { openSessions: () => open } })
    return connectionLimit.evaluate(q, state, { ...OFF, ...options }).reason
  })
}

const FINE = 'connections-within-limit'
const SESSIONS_FINE = 'sessions-within-limit'

describe('the limit on connections', () => {
  it.each([
    [
      'at once: as many as allowed, this one included',
      [
        [0, 2],
        [1, 3],
        [2, 1],
      ],
      { limitSessions: 2 },
      [SESSIONS_FINE, 'too-many-sessions', SESSIONS_FINE],
    ],
    [
      'in a minute: the third is one too many, and counts',
      [
        [0, 1],
        [1, 1],
        [2, 1],
        [60_001, 1],
      ],
      { limitConnectionsPerMinute: 2 },
      [FINE, FINE, 'too-many-connections', FINE],
    ],
    [
      'both: what is open comes first',
      [
        [0, 1],
        [1, 2],
      ],
      { limitSessions: 1, limitConnectionsPerMinute: 1 },
      [FINE, 'too-many-sessions'],
    ],
  ] as const)('%s', (_, contacts, options, expected) => {
    expect(connections(contacts, options)).toEqual(expected)
  })

  it('is on when one of the two is', () => {
    expect(connectionLimit.isOn(OFF)).toBe(false)
    expect(connectionLimit.isOn({ ...OFF, limitSessions: 1 })).toBe(true)
    expect(connectionLimit.isOn({ ...OFF, limitConnectionsPerMinute: 1 })).toBe(true)
  })
})

describe('the limit on messages', () => {
  it('counts each client for itself, refused messages too', () => {
    const state = messageLimit.create()
    const options = { ...OFF, limitMessagesPerMinute: 2 }
    const ask = (now: number, clientAddress: string) =>
      messageLimit.evaluate(questionAbout({ now, clientAddress }), state, options)
    const found = [0, 1, 2, 3].map((now) => ask(now, '203.0.113.7'))
    expect(found.map(({ value, reply }) => [value, reply === null])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(ask(4, '203.0.113.8').reply).toBeNull()
    expect(ask(60_001, '203.0.113.7').reply).toBeNull()
  })
})

describe('what is said', () => {
  const context = {
    host: 'mx.receiver.example',
    client: '203.0.113.7',
    queueId: String,
    sizeLimitOctets: 0,
  }

  it('is what a Postfix said', () => {
    const q = questionAbout({ inquiry: { openSessions: () => 2 } })
    const full = connectionLimit.evaluate(q, connectionLimit.create(), { ...OFF, limitSessions: 1 })
    const state = messageLimit.create()
    const options = { ...OFF, limitMessagesPerMinute: 1 }
    messageLimit.evaluate(q, state, options)
    const much = messageLimit.evaluate(q, state, options)
    expect(renderReply(full.reply!, context)).toEqual([
      '421 4.7.0 mx.receiver.example Error: too many connections from 203.0.113.7',
    ])
    expect(renderReply(much.reply!, context)).toEqual([
      '450 4.7.1 Error: too much mail from 203.0.113.7',
    ])
  })
})

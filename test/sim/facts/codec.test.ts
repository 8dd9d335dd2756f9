import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { R, REPLIES } from '../../../src/sim/mail/reply-catalogue.ts'
import { VERBS } from '../../../src/sim/mail/smtp/command.ts'
import { read, readAs } from '../../../src/sim/facts/codec.ts'
import {
  NETWORK_CODE,
  writeCommand,
  writeFinding,
  writeLookup,
  writeQueue,
  writeReply,
  writeResult,
} from '../../../src/sim/facts/write.ts'
import { AIMS, FACT_KINDS, KIND, NETWORK_RESULTS } from '../../../src/sim/facts/fact.ts'
import { FactLog } from '../../../src/sim/facts/fact-log.ts'

const small = fc.nat({ max: 1_000_000 })
const span = fc.nat({ max: 8_000_000 })

describe('writing and reading', () => {
  it('commands', () => {
    fc.assert(
      fc.property(
        small,
        fc.constantFrom(...VERBS),
        span,
        small,
        (connection, verb, time, detail) => {
          const log = new FactLog()
          writeCommand(log, 5, connection, verb, time, detail)
          expect(read(log, 0)).toEqual({
            at: 5,
            kind: 'command',
            connection,
            verb,
            span: time,
            detail,
          })
        },
      ),
    )
  })

  it('replies', () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 255 }), span, small, (connection, reply, time, detail) => {
        const log = new FactLog()
        writeReply(log, 5, connection, reply, time, detail)
        const own = { connection, reply, span: time, detail }
        expect(read(log, 0)).toMatchObject({ ...own, about: -1 })
        writeReply(log, 5, connection, reply, time, detail, connection)
        expect(read(log, 1)).toMatchObject({ ...own, about: connection })
      }),
    )
  })

  it('lookups', () => {
    const ms = fc.nat({ max: 100_000_000 })
    fc.assert(
      fc.property(small, small, ms, ms, (attempt, name, startsAfter, time) => {
        const log = new FactLog()
        const asked = { type: 'MX', rcode: 'NXDOMAIN', startsAfter, span: time } as const
        writeLookup(log, 1, attempt, name, asked)
        expect(read(log, 0)).toEqual({ at: 1, kind: 'lookup', attempt, name, ...asked })
      }),
    )
  })

  it.each([0, 1, 75, 2_147_483_647])('a finding of %s that puts the message aside', (value) => {
    const log = new FactLog()
    const found = { rule: 5, recipient: -1, passes: true, value, score: 0, folder: 'junk' } as const
    writeFinding(log, 1, 7, found)
    expect(read(log, 0)).toEqual({ at: 1, kind: 'finding', connection: 7, ...found })
  })

  it('findings, results and queues', () => {
    const log = new FactLog()
    writeFinding(log, 1, 7, {
      rule: 700_000_000,
      recipient: 3,
      passes: true,
      value: 9e9,
      score: -15,
      folder: 'inbox',
    })
    const silent = { code: NETWORK_CODE + 1, soft: false, detail: 0, connection: -1 }
    writeResult(log, 2, 8, { ...silent, recipient: 4 })
    const queued = { code: 6, soft: false, detail: 1_349_517_313, connection: 12 }
    writeResult(log, 2, 8, { ...queued, recipient: 99 })
    writeQueue(log, 3, 9, 5, { state: 1, queueId: 749_731_841, nextTryIn: 4_000_000 })
    expect(read(log, 0)).toMatchObject({
      rule: 700_000_000,
      recipient: 3,
      passes: true,
      value: 2_147_483_647,
      score: -15,
      folder: 'inbox',
    })
    expect(read(log, 1)).toMatchObject({
      recipient: 4,
      decision: { by: 'network', result: NETWORK_RESULTS[1].name },
      connection: -1,
    })
    expect(read(log, 2)).toMatchObject({
      recipient: 99,
      decision: { by: 'reply', reply: 6, detail: 1_349_517_313 },
    })
    expect(read(log, 3)).toMatchObject({ host: 9, state: 'deferred', nextTryIn: 4_000_000 })
  })

  it('results of every code, for every recipient, hard and soft', () => {
    const most = NETWORK_CODE + NETWORK_RESULTS.length - 1
    fc.assert(
      fc.property(
        fc.nat({ max: 2_000_000 }),
        fc.nat({ max: most }).filter((code) => code < REPLIES.length || code >= NETWORK_CODE),
        fc.boolean(),
        fc.integer({ min: -1, max: 1_000_000 }),
        (recipient, code, soft, connection) => {
          const log = new FactLog()
          writeResult(log, 3, 8, { recipient, code, soft, detail: 0, connection })
          const byReply = { by: 'reply', reply: code, detail: 0, soft }
          const result = NETWORK_RESULTS[code - NETWORK_CODE]?.name
          const decision = code < NETWORK_CODE ? byReply : { by: 'network', result }
          expect(read(log, 0)).toMatchObject({
            at: 3,
            attempt: 8,
            recipient,
            connection,
            decision,
          })
        },
      ),
    )
  })

  it.each([
    ['a reply', R.shuttingDown.index, { by: 'reply', reply: R.shuttingDown.index, soft: true }],
    ['silence', NETWORK_CODE + 1, { by: 'network', result: 'connect timeout', because: null }],
  ])('why a delivery is suspended: %s', (_, code, because) => {
    const log = new FactLog()
    const suspended = NETWORK_RESULTS.findIndex(({ name }) => name === 'delivery suspended')
    const result = { recipient: 0, soft: false, detail: code, connection: -1 }
    writeResult(log, 0, 1, { ...result, code: NETWORK_CODE + suspended })
    expect(readAs(log, 0, 'result')?.decision).toMatchObject({
      by: 'network',
      result: 'delivery suspended',
      because,
    })
  })

  it('plain lanes', () => {
    const log = new FactLog()
    log.add(4, KIND.flush, 2, 1, -1, 0)
    log.add(5, KIND.host, 3, 4, 1, -1)
    log.add(6, KIND.attempt, 7, -1, 2, AIMS.indexOf('odmr'))
    expect([0, 1, 2].map((i) => read(log, i))).toEqual([
      { at: 4, kind: 'flush', host: 2, by: 'call', name: -1 },
      { at: 5, kind: 'host', host: 3, state: 'offline', address: 1, cause: -1 },
      { at: 6, kind: 'attempt', attempt: 7, message: -1, host: 2, aim: 'odmr' },
    ])
  })

  it('leaves room for every reply and every result', () => {
    expect(REPLIES.length).toBeLessThanOrEqual(NETWORK_CODE)
    expect(NETWORK_RESULTS.length).toBeLessThanOrEqual(256)
  })

  it('knows the kind it is asked for', () => {
    const log = new FactLog()
    log.add(0, KIND.baton, 1, 2, -1, 3)
    expect(readAs(log, 0, 'baton')).toEqual({
      at: 0,
      kind: 'baton',
      message: 1,
      host: 2,
      from: -1,
      recipient: 3,
    })
    expect(readAs(log, 0, 'end')).toBeNull()
  })

  it('numbers the kinds as they are listed', () => {
    expect(Object.keys(KIND)).toEqual([...FACT_KINDS])
    expect(Object.values(KIND)).toEqual(FACT_KINDS.map((_, i) => i))
  })
})

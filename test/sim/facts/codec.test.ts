import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERBS } from '../../../src/sim/mail/smtp/command.ts'
import {
  NETWORK_CODE,
  read,
  readAs,
  writeCommand,
  writeFinding,
  writeLookup,
  writeQueue,
  writeReply,
  writeResult,
} from '../../../src/sim/facts/codec.ts'
import { FACT_KINDS, KIND, NETWORK_RESULTS } from '../../../src/sim/facts/fact.ts'
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
        expect(read(log, 0)).toMatchObject({ connection, reply, span: time, detail })
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

  it('findings, results and queues', () => {
    const log = new FactLog()
    writeFinding(log, 1, 7, { check: 1, reason: 6, recipient: 3, passes: true, waited: 9e9 })
    writeResult(log, 2, 8, { recipient: 4, code: NETWORK_CODE + 1, detail: 0, connection: -1 })
    writeResult(log, 2, 8, { recipient: 99, code: 6, detail: 1_349_517_313, connection: 12 })
    writeQueue(log, 3, 9, 5, { state: 1, queueId: 749_731_841, nextTryIn: 4_000_000 })
    expect(read(log, 0)).toMatchObject({ check: 'recipient', passes: true, waited: 2_147_483_647 })
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

  it('knows the kind it is asked for', () => {
    const log = new FactLog()
    log.add(0, KIND.baton, 1, 2, -1, 0)
    expect(readAs(log, 0, 'baton')).toEqual({ at: 0, kind: 'baton', message: 1, host: 2, from: -1 })
    expect(readAs(log, 0, 'end')).toBeNull()
  })

  it('numbers the kinds as they are listed', () => {
    expect(Object.keys(KIND)).toEqual([...FACT_KINDS])
    expect(Object.values(KIND)).toEqual(FACT_KINDS.map((_, i) => i))
  })
})

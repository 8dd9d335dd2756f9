/**
 * How facts lie in the four integer lanes of the log: the readers, one for each kind; `write.ts` has
 * the writers. A round trip of every kind is tested, so the two halves cannot drift apart.
 */
import { present } from '../assert.ts'
import { VERBS } from '../mail/smtp/command.ts'
import type { Instant } from '../units.ts'
import type { FactLog } from './fact-log.ts'
import {
  AIMS,
  CONNECTION_ENDS,
  FACT_KINDS,
  FLUSHED_BY,
  FOLDERS,
  HOST_STATES,
  KIND,
  LISTING_EVENTS,
  NETWORK_RESULTS,
  OUTCOMES,
  QUEUE_STATES,
  type Decision,
  type Fact,
  type FactKind,
  type FactOf,
} from './fact.ts'

import {
  CODE_MASK,
  COPIES_BITS,
  LOOKUP_BITS,
  NETWORK_CODE,
  RCODES,
  RECORD_TYPES,
  REPLY_BITS,
  RESULT_BITS,
  SCORE_BITS,
  SCORE_MAX,
  SERVER_BITS,
  SOFT,
  VERB_BITS,
} from './write.ts'

type Reader<K extends FactKind> = (
  at: Instant,
  a: number,
  b: number,
  c: number,
  d: number,
) => FactOf<K>

const READERS: { readonly [K in FactKind]: Reader<K> } = {
  host: (at, a, b, c, d) => ({
    at,
    kind: 'host',
    host: a,
    state: one(HOST_STATES, b),
    address: c,
    cause: d,
  }),
  message: (at, a, b, c) => ({ at, kind: 'message', message: a, host: b, about: c }),
  press: (at, a, b, c) => ({ at, kind: 'press', host: a, message: b, recipient: c }),
  attempt: (at, a, b, c, d) => ({
    at,
    kind: 'attempt',
    attempt: a,
    message: b,
    host: c,
    aim: one(AIMS, d),
  }),
  lookup: (at, a, b, c, d) => ({
    at,
    kind: 'lookup',
    attempt: a,
    name: b >> LOOKUP_BITS,
    type: one(RECORD_TYPES, b & 15),
    rcode: one(RCODES, (b >> 4) & 3),
    startsAfter: c,
    span: d,
  }),
  connect: (at, a, b, c, d) => ({
    at,
    kind: 'connect',
    connection: a,
    attempt: b,
    server: (c & ((1 << SERVER_BITS) - 1)) - 1,
    address: d,
    from: c >> SERVER_BITS,
  }),
  accept: (at, a, b) => ({ at, kind: 'accept', connection: a, span: b }),
  command: (at, a, b, c) => ({
    at,
    kind: 'command',
    connection: a,
    verb: one(VERBS, b & ((1 << VERB_BITS) - 1)),
    span: b >> VERB_BITS,
    detail: c,
  }),
  reply: (at, a, b, c, d) => ({
    at,
    kind: 'reply',
    connection: a,
    reply: b & ((1 << REPLY_BITS) - 1),
    span: b >> REPLY_BITS,
    detail: c,
    about: d - 1,
  }),
  close: (at, a, b) => ({ at, kind: 'close', connection: a, end: one(CONNECTION_ENDS, b) }),
  finding: (at, a, b, c, d) => ({
    at,
    kind: 'finding',
    connection: a,
    rule: b >> 1,
    recipient: (c >> SCORE_BITS) - 1,
    passes: (b & 1) === 1,
    value: d < 0 ? ~d : d,
    folder: d < 0 ? 'junk' : 'inbox',
    score: (c & ((1 << SCORE_BITS) - 1)) - SCORE_MAX,
  }),
  result: (at, a, b, c, d) => ({
    at,
    kind: 'result',
    attempt: a,
    recipient: b >> RESULT_BITS,
    decision: decisionOf(b & CODE_MASK, c, (b & SOFT) !== 0),
    connection: d,
  }),
  queue: (at, a, b, c, d) => ({
    at,
    kind: 'queue',
    host: a >> 4,
    message: b,
    state: one(QUEUE_STATES, a & 15),
    queueId: c,
    nextTryIn: d,
  }),
  baton: (at, a, b, c, d) => ({ at, kind: 'baton', message: a, host: b, from: c, recipient: d }),
  mailbox: (at, a, b, c, d) => ({
    at,
    kind: 'mailbox',
    host: a,
    message: b,
    recipient: c,
    copies: d & ((1 << COPIES_BITS) - 1),
    folder: one(FOLDERS, d >> COPIES_BITS),
  }),
  end: (at, a, b, c) => ({
    at,
    kind: 'end',
    message: a,
    recipient: b,
    outcome: one(OUTCOMES, c),
  }),
  notice: (at, a, b, c, d) => ({
    at,
    kind: 'notice',
    host: a,
    message: b,
    recipient: c,
    outcome: one(OUTCOMES, d),
  }),
  limit: (at, a) => ({ at, kind: 'limit', which: a }),
  flush: (at, a, b, c) => ({ at, kind: 'flush', host: a, by: one(FLUSHED_BY, b), name: c }),
  query: (at, a, b, c, d) => ({
    at,
    kind: 'query',
    connection: a,
    name: b >> LOOKUP_BITS,
    type: one(RECORD_TYPES, b & 15),
    rcode: one(RCODES, (b >> 4) & 3),
    startsAfter: c,
    span: d,
  }),
  signed: (at, a, b, c, d) => ({
    at,
    kind: 'signed',
    message: a,
    host: b,
    domain: c,
    selector: d,
  }),
  listing: (at, a, b, c, d) => ({
    at,
    kind: 'listing',
    host: a,
    address: b,
    event: one(LISTING_EVENTS, c),
    inMs: d,
  }),
}

/** The readable form of fact `i`. */
export function read(log: FactLog, i: number): Fact {
  const kind = present(FACT_KINDS[log.kind(i)], 'fact kind')
  return READERS[kind](log.at(i), log.lane(i, 0), log.lane(i, 1), log.lane(i, 2), log.lane(i, 3))
}

/** The same for a fact whose kind is known, e.g. from `FactIndex`; null when it is another. */
export function readAs<K extends FactKind>(log: FactLog, i: number, kind: K): FactOf<K> | null {
  if (log.kind(i) !== KIND[kind]) return null
  const reader: Reader<K> = READERS[kind]
  return reader(log.at(i), log.lane(i, 0), log.lane(i, 1), log.lane(i, 2), log.lane(i, 3))
}

function decisionOf(code: number, detail: number, soft: boolean): Decision {
  if (code < NETWORK_CODE) return { by: 'reply', reply: code, detail, soft }
  const result = present(NETWORK_RESULTS[code - NETWORK_CODE], 'result').name
  // A suspended delivery keeps the code of the failure behind it where others keep a queue id.
  const because = result === 'delivery suspended' ? decisionOf(detail, 0, true) : null
  return { by: 'network', result, because }
}

function one<T>(list: readonly T[], i: number): T {
  return present(list[i], 'packed value')
}

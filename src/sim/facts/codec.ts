/**
 * How facts lie in the four integer lanes of the log: one writer per kind, and one reader.
 *
 * Writers take plain numbers, since they run some sixty times a message; what has few values is
 * packed beside a duration. `read` gives the readable union back. A round trip of every kind is
 * tested, so the two halves cannot drift apart.
 */
import { present } from '../assert.ts'
import type { DnsAnswer } from '../mail/dns/answer.ts'
import type { RecordType } from '../mail/dns/record.ts'
import { VERBS, type Verb } from '../mail/smtp/command.ts'
import type { Instant, Millis } from '../units.ts'
import type { FactLog } from './fact-log.ts'
import {
  AIMS,
  CHECK_IDS,
  CONNECTION_ENDS,
  FACT_KINDS,
  FLUSHED_BY,
  HOST_STATES,
  KIND,
  NETWORK_RESULTS,
  OUTCOMES,
  QUEUE_STATES,
  REASONS,
  type Decision,
  type Fact,
  type FactKind,
  type FactOf,
  type NetworkResult,
} from './fact.ts'

const RECORD_TYPES = ['A', 'AAAA', 'MX', 'PTR', 'TXT', 'CNAME'] as const satisfies RecordType[]
const RCODES = [
  'NOERROR',
  'NXDOMAIN',
  'SERVFAIL',
  'TIMEOUT',
] as const satisfies DnsAnswer['rcode'][]

/** Position of each verb in `VERBS`, for writers. */
const VERB_INDEX = Object.fromEntries(VERBS.map((v, i) => [v, i])) as Record<Verb, number>

const VERB_BITS = 5
const REPLY_BITS = 8
/** Longest duration beside a reply: 2.3 hours. */
const SPAN_MAX = (1 << (31 - REPLY_BITS)) - 1

export function writeCommand(
  log: FactLog,
  at: Instant,
  connection: number,
  verb: Verb,
  span: Millis,
  detail: number,
): void {
  const packed = VERB_INDEX[verb] | ((span > SPAN_MAX ? SPAN_MAX : span) << VERB_BITS)
  log.add(at, KIND.command, connection, packed, detail, 0)
}

export function writeReply(
  log: FactLog,
  at: Instant,
  connection: number,
  reply: number,
  span: Millis,
  detail: number,
): void {
  const packed = reply | ((span > SPAN_MAX ? SPAN_MAX : span) << REPLY_BITS)
  log.add(at, KIND.reply, connection, packed, detail, 0)
}

/** The name shares its lane with the type and the code of the answer, which fit six bits. */
export function writeLookup(
  log: FactLog,
  at: Instant,
  attempt: number,
  name: number,
  question: { type: RecordType; rcode: DnsAnswer['rcode']; startsAfter: Millis; span: Millis },
): void {
  const asked = RECORD_TYPES.indexOf(question.type) | (RCODES.indexOf(question.rcode) << 4)
  const lane = (name << LOOKUP_BITS) | asked
  log.add(at, KIND.lookup, attempt, lane, question.startsAfter, question.span)
}

const LOOKUP_BITS = 6

export function writeFinding(
  log: FactLog,
  at: Instant,
  connection: number,
  finding: { check: number; reason: number; recipient: number; passes: boolean; waited: Millis },
): void {
  const what = finding.check | (finding.reason << 8) | (finding.passes ? 1 << 16 : 0)
  log.add(
    at,
    KIND.finding,
    connection,
    what,
    finding.recipient,
    Math.min(finding.waited, 2147483647),
  )
}

/** The recipient is small and sits by the code, and by whether a 5yz is taken for a 4yz. */
export function writeResult(
  log: FactLog,
  at: Instant,
  attempt: number,
  result: { recipient: number; code: number; soft: boolean; detail: number; connection: number },
): void {
  const soft = result.soft ? SOFT : 0
  const packed = (result.recipient << RESULT_BITS) | soft | (result.code & CODE_MASK)
  log.add(at, KIND.result, attempt, packed, result.detail, result.connection)
}

export function writeQueue(
  log: FactLog,
  at: Instant,
  host: number,
  message: number,
  entry: { state: number; queueId: number; nextTryIn: Millis },
): void {
  log.add(at, KIND.queue, (host << 4) | entry.state, message, entry.queueId, entry.nextTryIn)
}

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
    server: c,
    address: d,
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
  reply: (at, a, b, c) => ({
    at,
    kind: 'reply',
    connection: a,
    reply: b & ((1 << REPLY_BITS) - 1),
    span: b >> REPLY_BITS,
    detail: c,
  }),
  close: (at, a, b) => ({ at, kind: 'close', connection: a, end: one(CONNECTION_ENDS, b) }),
  finding: (at, a, b, c, d) => ({
    at,
    kind: 'finding',
    connection: a,
    check: one(CHECK_IDS, b & 255),
    reason: one(REASONS, (b >> 8) & 255),
    recipient: c,
    passes: b >> 16 === 1,
    waited: d,
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
    copies: d,
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

/** Codes from 256 up are results without a reply. */
export const NETWORK_CODE = 256

/** The code of a result that no reply decided. */
export const networkCode = (result: NetworkResult): number =>
  NETWORK_CODE + NETWORK_RESULTS.findIndex(({ name }) => name === result)

const CODE_BITS = 9
const CODE_MASK = (1 << CODE_BITS) - 1
const SOFT = 1 << CODE_BITS
const RESULT_BITS = CODE_BITS + 1

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

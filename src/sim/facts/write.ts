/**
 * Writers of facts into the four integer lanes of the log: one for each kind that packs something.
 *
 * They take plain numbers, since they run some sixty times a message; what has few values is packed
 * beside a duration. `codec.ts` reads it back.
 */
import type { DnsAnswer } from '../mail/dns/answer.ts'
import type { RecordType } from '../mail/dns/record.ts'
import { VERBS, type Verb } from '../mail/smtp/command.ts'
import type { Instant, Millis } from '../units.ts'
import type { FactLog } from './fact-log.ts'
import { FOLDERS, KIND, NETWORK_RESULTS, type Folder, type NetworkResult } from './fact.ts'

export const RECORD_TYPES = [
  'A',
  'AAAA',
  'MX',
  'PTR',
  'TXT',
  'CNAME',
] as const satisfies RecordType[]
export const RCODES = [
  'NOERROR',
  'NXDOMAIN',
  'SERVFAIL',
  'TIMEOUT',
] as const satisfies DnsAnswer['rcode'][]

/** Position of each verb in `VERBS`, for writers. */
const VERB_INDEX = Object.fromEntries(VERBS.map((v, i) => [v, i])) as Record<Verb, number>

export const VERB_BITS = 5
export const REPLY_BITS = 8
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

/** @param about name by number of what it speaks of; −1: of what its command named */
export function writeReply(
  log: FactLog,
  at: Instant,
  connection: number,
  reply: number,
  span: Millis,
  detail: number,
  about = -1,
): void {
  const packed = reply | ((span > SPAN_MAX ? SPAN_MAX : span) << REPLY_BITS)
  log.add(at, KIND.reply, connection, packed, detail, about + 1)
}

/** The name shares its lane with the type and the code of the answer, which fit six bits. */
export function writeLookup(
  log: FactLog,
  at: Instant,
  attempt: number,
  name: number,
  question: Asked,
): void {
  log.add(at, KIND.lookup, attempt, askedLane(name, question), question.startsAfter, question.span)
}

interface Asked {
  readonly type: RecordType
  readonly rcode: DnsAnswer['rcode']
  readonly startsAfter: Millis
  readonly span: Millis
}

function askedLane(name: number, { type, rcode }: Asked): number {
  return (name << LOOKUP_BITS) | RECORD_TYPES.indexOf(type) | (RCODES.indexOf(rcode) << 4)
}

/** The same for a question that a server asks in a session. */
export function writeQuery(
  log: FactLog,
  at: Instant,
  connection: number,
  name: number,
  question: Asked,
): void {
  const { startsAfter, span } = question
  log.add(at, KIND.query, connection, askedLane(name, question), startsAfter, span)
}

export const LOOKUP_BITS = 6

/** Measured values are never negative: the complement says that the message is put aside. */
export function writeFinding(
  log: FactLog,
  at: Instant,
  connection: number,
  finding: {
    rule: number
    recipient: number
    passes: boolean
    value: number
    score: number
    folder: Folder
  },
): void {
  const rule = (finding.rule << 1) | (finding.passes ? 1 : 0)
  const score = Math.max(-SCORE_MAX, Math.min(SCORE_MAX, finding.score)) + SCORE_MAX
  const whom = ((finding.recipient + 1) << SCORE_BITS) | score
  const value = Math.max(0, Math.min(finding.value, 2147483647))
  log.add(at, KIND.finding, connection, rule, whom, finding.folder === 'junk' ? ~value : value)
}

/** Scores of up to a hundred points fit beside the recipient. */
export const SCORE_BITS = 11
export const SCORE_MAX = 1000

/** The client's address is one of its own, and sits by the server. */
export function writeConnect(
  log: FactLog,
  at: Instant,
  connection: number,
  attempt: number,
  dialled: { server: number; address: number; from: number },
): void {
  const lane = (dialled.from << SERVER_BITS) | (dialled.server + 1)
  log.add(at, KIND.connect, connection, attempt, lane, dialled.address)
}

export const SERVER_BITS = 14

/** The folder sits by the number of copies, which is one or two. */
export function writeMailbox(
  log: FactLog,
  at: Instant,
  host: number,
  box: { message: number; recipient: number; copies: number; folder: Folder },
): void {
  const lane = box.copies | (FOLDERS.indexOf(box.folder) << COPIES_BITS)
  log.add(at, KIND.mailbox, host, box.message, box.recipient, lane)
}

export const COPIES_BITS = 4

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

/** Codes from 256 up are results without a reply. */
export const NETWORK_CODE = 256

/** The code of a result that no reply decided. */
export const networkCode = (result: NetworkResult): number =>
  NETWORK_CODE + NETWORK_RESULTS.findIndex(({ name }) => name === result)

const CODE_BITS = 9
export const CODE_MASK = (1 << CODE_BITS) - 1
export const SOFT = 1 << CODE_BITS
export const RESULT_BITS = CODE_BITS + 1

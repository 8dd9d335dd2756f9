/** What can be read of a message, and of all messages of a world. */
import type { Instant } from '../units.ts'
import { methodResult, vouchedBy } from './authentication-verdicts.ts'
import { readAs } from './codec.ts'
import { decisiveFinding } from './decided-by.ts'
import type { ReportAction } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import { journeyReading, journeys, type JourneyReading } from './journeys.ts'
import { count, time, word, type Reading } from './reading.ts'

type ReadMessage = (journey: JourneyReading, index: FactIndex, until: Instant) => Reading | null

/** Of one message: for its first recipient, and where it says so for all of them. */
export const MESSAGE_METRICS: Readonly<Record<string, ReadMessage>> = {
  outcome: (j) => word(j.outcome),
  /** Tries to reach the recipient's domain, and times at which one was due and not made. */
  attempts: (j) => count(j.attempts.length),
  held: (j) => count(j.held.length),
  /** Since the start of the run, and since it was sent. */
  endedAt: (j) => time(j.endedAt),
  endedAtClock: (j) => (j.endedAt === null ? null : { kind: 'clock', value: j.endedAt }),
  took: (j) => time(j.endedAt === null ? null : j.endedAt - j.record.sentAt),
  /** From sending until the submission server had taken charge. */
  handedOver: (j) => {
    const done = j.submissions.find((one) => one.class === 'delivered')
    return time(done === undefined || done.endedAt === null ? null : done.endedAt - j.record.sentAt)
  },
  firstReply: (j) => word(j.attempts[0]?.reply),
  lastReply: (j) => word(j.attempts.at(-1)?.reply),
  /** Enhanced status code of the last try. */
  status: (j) => word(j.attempts.at(-1)?.status),
  /** Wait between the first two tries, and between the last two. */
  firstGap: (j) => gap(j, 1),
  lastGap: (j) => gap(j, j.attempts.length - 1),
  /** Received fields on the message that lies in the mailbox: one per host that took charge. */
  received: (j, index, until) =>
    j.outcome === 'delivered' ? count(timesTaken(j, index, until)) : null,
  copies: (j) => count(j.copies),
  /** Where in the mailbox it lies: `inbox`, `junk`. */
  folder: (j) => word(j.folder ?? undefined),
  /** Id of the check that decided about the last try: that objected, or put it aside. */
  decidedBy: (j, index, until) => word(decisiveFinding(index, j, until)?.check),
  /** What the recipient's server found about the sender: `pass`, `fail`, `none` ... */
  spf: (j, index, until) => word(methodResult(index, j, until, 'spf')),
  dkim: (j, index, until) => word(methodResult(index, j, until, 'dkim')),
  dmarc: (j, index, until) => word(methodResult(index, j, until, 'dmarc')),
  /** Which of the two DMARC went by: `spf`, `dkim`, `spf+dkim`; nothing where it did not pass. */
  vouchedBy: (j, index, until) => word(vouchedBy(index, j, until)),
  /** Octets of its text that went to servers of the recipient's: 0 where nobody got to read it. */
  read: (j, index, until) => ({ kind: 'size', value: octetsSent(j, index, until) }),
  /** Host whose job it is, or was when it ended. */
  holder: (j, index) => word(index.record.hosts[j.holder]?.id),
  /** From sending until its writer was told: that it failed, and that it takes long. */
  toldAfter: (j, index, until) => time(toldAfter(j, index, until)),
  warnedAfter: (j, index, until) => time(reportAfter(j, index, until, 'delayed')),
  /** How often its writer was told anything of it: by the program, and by reports that arrived. */
  notices: (j, index, until) => count(timesTold(j, index, until)),
  /** From sending until the report on its failure was written. */
  bouncedAfter: (j, index) => {
    const report = reportOn(index, j.message, 'failed')
    return time(report < 0 ? null : (index.record.messages[report]?.sentAt ?? 0) - j.record.sentAt)
  },
  /** Of all its recipients: how many it has reached and not reached, and when the last one. */
  recipients: (j) => count(j.record.recipients.length),
  reached: (j, index, until) => count(ofAll(j, index, until, 'delivered').length),
  failed: (j, index, until) =>
    count(everyJourney(j, index, until).filter((one) => isFailure(one)).length),
  lastArrival: (j, index, until) => {
    const ends = ofAll(j, index, until, 'delivered').map((one) => one.endedAt ?? 0)
    return time(ends.length === 0 ? null : Math.max(...ends) - j.record.sentAt)
  },
}

type ReadAll = (index: FactIndex, until: Instant) => Reading | null

/** Of all messages but reports, for each recipient. */
export const ALL_METRICS: Readonly<Record<string, ReadAll>> = {
  sent: (index, until) => count(written(index, until).length),
  delivered: (index, until) =>
    count(written(index, until).filter((one) => one.outcome === 'delivered').length),
  failed: (index, until) => count(written(index, until).filter(isFailure).length),
  waiting: (index, until) =>
    count(written(index, until).filter((one) => one.outcome === 'queued').length),
  copies: (index, until) => count(sum(written(index, until).map((one) => one.copies))),
  attempts: (index, until) => count(sum(written(index, until).map((one) => one.attempts.length))),
  /** When the last one arrived. */
  lastArrival: (index, until) => {
    const ends = written(index, until).map((one) => one.endedAt ?? -1)
    const last = ends.reduce((a, b) => Math.max(a, b), -1)
    return time(last < 0 ? null : last)
  },
}

function gap({ attempts }: JourneyReading, i: number): Reading | null {
  const [before, after] = [attempts[i - 1], attempts[i]]
  return time(before === undefined || after === undefined ? null : after.at - before.at)
}

const isFailure = ({ outcome }: JourneyReading): boolean =>
  outcome !== 'queued' && outcome !== 'delivered'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Many readings are made of one instant: that of the last asking is kept. */
const WRITTEN = new WeakMap<
  FactIndex,
  { readonly until: Instant; readonly length: number; readonly all: readonly JourneyReading[] }
>()

function written(index: FactIndex, until: Instant): readonly JourneyReading[] {
  const known = WRITTEN.get(index)
  if (known?.until === until && known.length === index.length) return known.all
  const all = journeys(index, until).filter(({ record }) => record.kind !== 'dsn')
  WRITTEN.set(index, { until, length: index.length, all })
  return all
}

function everyJourney(j: JourneyReading, index: FactIndex, until: Instant): JourneyReading[] {
  return j.record.recipients.flatMap((_, recipient) => {
    const one = journeyReading(index, j.message, recipient, until)
    return one === null ? [] : [one]
  })
}

function ofAll(
  j: JourneyReading,
  index: FactIndex,
  until: Instant,
  outcome: JourneyReading['outcome'],
): JourneyReading[] {
  return everyJourney(j, index, until).filter((one) => one.outcome === outcome)
}

/** Hosts that took charge of the copy that arrived first, besides the one where it was written. */
function timesTaken(j: JourneyReading, index: FactIndex, until: Instant): number {
  const { facts } = index.record
  const takers = new Set<number>()
  for (const i of index.messages[j.message]?.facts ?? []) {
    if (facts.at(i) > until) break
    const arrived = readAs(facts, i, 'mailbox')
    if (arrived !== null && arrived.recipient === j.recipient) break
    const baton = readAs(facts, i, 'baton')
    if (baton === null || baton.from < 0) continue
    if (baton.recipient < 0 || baton.recipient === j.recipient) takers.add(baton.host)
  }
  return takers.size
}

/** Over all tries; the content of a message comes after DATA (RFC 5321 §4.1.1.4). */
function octetsSent({ attempts }: JourneyReading, index: FactIndex, until: Instant): number {
  let octets = 0
  for (const connection of attempts.flatMap(({ connections }) => connections))
    for (const i of index.connections[connection]?.facts ?? []) {
      const command = readAs(index.record.facts, i, 'command')
      if (command?.verb === 'CONTENT' && command.at <= until) octets += command.detail
    }
  return octets
}

/** The program said so, or a report came into the writer's mailbox, whichever was first. */
function toldAfter(j: JourneyReading, index: FactIndex, until: Instant): Instant | null {
  const report = reportAfter(j, index, until, 'failed')
  for (const i of index.messages[j.message]?.facts ?? []) {
    const notice = readAs(index.record.facts, i, 'notice')
    if (notice === null || notice.at > until) continue
    const after = notice.at - j.record.sentAt
    return report === null ? after : Math.min(after, report)
  }
  return report
}

function timesTold({ message }: JourneyReading, index: FactIndex, until: Instant): number {
  let told = 0
  for (const i of index.messages[message]?.facts ?? []) {
    const notice = readAs(index.record.facts, i, 'notice')
    if (notice !== null && notice.at <= until) told++
  }
  index.record.messages.forEach(({ about }, report) => {
    if (about !== message) return
    if (journeyReading(index, report, 0, until)?.outcome === 'delivered') told++
  })
  return told
}

/** From sending until a report about it lay in the writer's mailbox. */
function reportAfter(
  j: JourneyReading,
  index: FactIndex,
  until: Instant,
  action: ReportAction,
): Instant | null {
  const report = reportOn(index, j.message, action)
  const read = report < 0 ? null : journeyReading(index, report, 0, until)
  if (read?.outcome !== 'delivered' || read.endedAt === null) return null
  return read.endedAt - j.record.sentAt
}

function reportOn(index: FactIndex, message: number, action: ReportAction): number {
  return index.record.messages.findIndex((one) => one.about === message && one.action === action)
}

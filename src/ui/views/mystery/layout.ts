/** What has come of the probes, as far as the playhead: each knock with the reply that decided it. */
import type { AttemptClass } from '../../../sim/facts/attempts.ts'
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import { journeyReading } from '../../../sim/facts/journeys.ts'
import { dialogue } from '../../../sim/facts/transcript.ts'
import { probeOf, type ProbeChoice } from '../../../sim/mystery.ts'
import type { Intervention } from '../../../sim/run.ts'
import type { MysterySpec } from '../../../sim/scenarios/mystery.ts'
import type { Instant } from '../../../sim/units.ts'

/** After which command the server objected, or took the letter. */
export type Stage = 'greeting' | 'hello' | 'mail' | 'rcpt' | 'data' | 'content'

export interface Knock {
  readonly at: Instant
  readonly class: AttemptClass
  /** Null while it is under way, and where nobody was reached. */
  readonly stage: Stage | null
  /** The reply as it was said, or what went wrong on the way. */
  readonly reply: string
}

export interface ProbeReading {
  /** 1 for the first probe; 0 for a letter that the scenario has sent itself. */
  readonly number: number
  readonly choice: ProbeChoice | null
  /** Id of the message, by which it is selected; null while it has not been written. */
  readonly message: string | null
  readonly subject: string
  /** When it is or was sent. */
  readonly at: Instant
  readonly knocks: readonly Knock[]
  /** When a report about it was written; null for none so far. */
  readonly reportedAt: Instant | null
}

const STAGES: Readonly<Record<string, Stage>> = {
  greeting: 'greeting',
  EHLO: 'hello',
  HELO: 'hello',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  CONTENT: 'content',
}

/** The scenario's own letters first, then the probes in the order of sending. */
export function readProbes(
  mystery: MysterySpec,
  interventions: readonly Intervention[],
  index: FactIndex,
  until: Instant,
): ProbeReading[] {
  const { messages } = index.record
  const sent = interventions.flatMap(({ at, act }) => (act.kind === 'send' ? [{ at, act }] : []))
  const subjects = sent.map(({ act }) => act.subject)
  const read = (message: number, number: number): ProbeReading => {
    const { id, subject, sentAt } = messages[message]!
    const about = messages.find((one) => one.about === message && one.sentAt <= until)
    return {
      number,
      choice: number === 0 ? null : probeOf(mystery, sent[number - 1]!.act),
      message: id,
      subject,
      at: sentAt,
      knocks: knocksOf(index, message, until),
      reportedAt: about?.sentAt ?? null,
    }
  }
  const own = messages.flatMap(({ about, subject, sentAt, kind }, i) =>
    about < 0 && kind === 'good' && sentAt <= until && !subjects.includes(subject)
      ? [read(i, 0)]
      : [],
  )
  const probes = sent.map(({ at, act }, n): ProbeReading => {
    const message = messages.findIndex((one) => one.subject === act.subject && one.sentAt === at)
    if (message >= 0 && at <= until) return read(message, n + 1)
    const choice = probeOf(mystery, act)
    const { subject } = act
    return { number: n + 1, choice, message: null, subject, at, knocks: [], reportedAt: null }
  })
  return [...own, ...probes]
}

function knocksOf(index: FactIndex, message: number, until: Instant): Knock[] {
  const journey = journeyReading(index, message, 0, until)
  return (journey?.attempts ?? []).map((one): Knock => {
    const { at, class: result } = one
    if (one.class === 'open') return { at, class: result, stage: null, reply: '' }
    const lines = one.connections.flatMap((c) => dialogue(index, c, until).lines)
    const said = lines.filter((line) => line.decides && line.who === 'S')
    const stage = STAGES[said[0]?.verb ?? ''] ?? null
    const reply = said.map(({ text }) => text).join(' ')
    return { at, class: result, stage, reply: reply === '' ? one.reply : reply }
  })
}
